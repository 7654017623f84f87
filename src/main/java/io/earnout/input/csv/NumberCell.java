package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.ShareChange;
import io.earnout.terms.Money;
import io.earnout.terms.PerShare;
import io.earnout.terms.Shares;
import java.util.function.LongFunction;

/**
 * A number from zero up, written in plain digits.
 *
 * @param <T> what it counts
 */
public final class NumberCell<T> implements CellType<T> {

    static final int MOST_YEARS_READ = 9999;

    /** Whole shares, at least one. */
    public static final CellType<Shares> SHARES = new NumberCell<>(
            0,
            1,
            Shares.LIMIT,
            Shares::of,
            new Words(
                    "is not a whole number of shares",
                    "is negative; a number of shares can't be negative",
                    "is more shares than an agreement can be about (" + Shares.of(Shares.LIMIT) + ")",
                    "",
                    "write plain digits, e.g. 3000000",
                    "check the figure"));

    /** Whole shares from zero up. */
    public static final CellType<Shares> SHARES_OR_NONE =
            new NumberCell<>(0, 0, Shares.LIMIT, Shares::of, ((NumberCell<Shares>) SHARES).words);

    /** One side of the ratio of a share change, at least one. */
    public static final CellType<Long> RATIO = new NumberCell<>(
            0,
            1,
            ShareChange.MOST,
            number -> number,
            new Words(
                    "is not a whole number of shares",
                    "is negative; a number of shares can't be negative",
                    "is more shares than a ratio names (" + Shares.of(ShareChange.MOST) + ")",
                    "",
                    "write the ratio in whole shares, e.g. 30 and 1",
                    "check the ratio"));

    /** An amount of money for one share, above zero, with up to six decimals. */
    public static final CellType<PerShare> PER_SHARE = new NumberCell<>(
            PerShare.DECIMALS,
            1,
            PerShare.LIMIT,
            PerShare::new,
            new Words(
                    "is not an amount",
                    "is negative; an amount for a share can't be negative",
                    "is larger than any amount for a share (" + new PerShare(PerShare.LIMIT) + ")",
                    "has more than six decimals",
                    "write plain digits with at most six decimals, e.g. 0.8125",
                    "check the figure"));

    /** An amount with at most two decimals. */
    public static final CellType<Money> MONEY = money(2);

    /** The number of an assessment year; all that is found in the row belongs to it. */
    public static final CellType<Integer> YEAR = new CellType<>() {
        @Override
        public Integer read(Cell cell) {
            long year = cell.number(0);
            if (year < 1 || year > MOST_YEARS_READ) {
                cell.reject(
                        FindingCode.UNKNOWN_YEAR,
                        "is not the number of an assessment year",
                        "write 1 for the first assessment year, 2 for the second, and so on");
                return neutral();
            }
            return (int) year;
        }

        @Override
        public FieldForm form() {
            return FieldForm.ORDINAL;
        }

        @Override
        public Integer neutral() {
            return 0;
        }
    };

    /** The sentences about a number, which end what a finding says of it. */
    private record Words(
            String notANumber,
            String negative,
            String tooLarge,
            String tooManyDecimals,
            String remedy,
            String remedyIfTooLarge) {}

    private final int decimals;
    private final long least;
    private final long most;
    private final LongFunction<T> value;
    private final Words words;

    private NumberCell(int decimals, long least, long most, LongFunction<T> value, Words words) {
        this.decimals = decimals;
        this.least = least;
        this.most = most;
        this.value = value;
        this.words = words;
    }

    /**
     * An amount that is exact to the currency's minor unit.
     *
     * @param decimals how many decimals a cell may have, 2 for whole currency units; the last one is worth a minor unit
     */
    public static CellType<Money> money(int decimals) {
        return new NumberCell<>(
                decimals,
                0,
                Money.LIMIT,
                Money::new,
                new Words(
                        "is not an amount",
                        "is negative; revenue can't be negative",
                        "is larger than any amount this program takes (" + new Money(Money.LIMIT) + ")",
                        "has more than two decimals in whole currency units",
                        decimals == 2
                                ? "write plain digits with at most two decimals, e.g. 732000000.00"
                                : "write plain digits with at most " + decimals + " decimals in this unit",
                        "check the figure and its unit"));
    }

    @Override
    public T read(Cell cell) {
        long number = cell.number(decimals);
        if (number >= least && number <= most) {
            return value.apply(number);
        }
        FindingCode code = number == 0 ? FindingCode.NOT_ABOVE_ZERO : Digits.objectionTo(cell.text(), decimals);
        String sentence = Digits.sentence(code)
                .orElse(
                        switch (code) {
                            case NOT_ABOVE_ZERO -> "is not above zero";
                            case NEGATIVE -> words.negative;
                            case TOO_MANY_DECIMALS -> words.tooManyDecimals;
                            case TOO_LARGE -> words.tooLarge;
                            default -> words.notANumber;
                        });
        cell.reject(code, sentence, code == FindingCode.TOO_LARGE ? words.remedyIfTooLarge : words.remedy);
        return neutral();
    }

    @Override
    public FieldForm form() {
        FieldForm whole = least > 0 ? FieldForm.ORDINAL : FieldForm.COUNT;
        return decimals == 0 ? whole : FieldForm.AMOUNT;
    }

    @Override
    public T neutral() {
        return value.apply(0);
    }
}
