package io.earnout.output;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Money;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.ToIntBiFunction;
import java.util.function.ToLongBiFunction;

/**
 * A column of an output file: its name, and how its cell is written.
 *
 * @param <R> what a row of the file is about
 * @param name as it is written in the header
 * @param cell writes exactly one cell
 * @param summed whether it holds whole shares that are added up again before the run is published
 */
public record Column<R>(String name, Cell<R> cell, boolean summed) {

    /** Writes one cell of a row. */
    @FunctionalInterface
    public interface Cell<R> {
        void write(AgreementResult agreement, R row, CsvBuffer cells);
    }

    /** The id of the agreement, with which the rows of every file about agreements begin. */
    static <R> Column<R> agreementId() {
        return text("agreement_id", (agreement, row) -> agreement.agreementId());
    }

    static <R> Column<R> of(String name, Cell<R> cell) {
        return new Column<>(name, cell, false);
    }

    static <R> Column<R> text(String name, BiFunction<AgreementResult, R, String> text) {
        return of(name, (agreement, row, cells) -> cells.text(text.apply(agreement, row)));
    }

    /** {@code yes} or {@code no}. */
    static <R> Column<R> yes(String name, BiPredicate<AgreementResult, R> yes) {
        return text(name, (agreement, row) -> yes.test(agreement, row) ? "yes" : "no");
    }

    static <R> Column<R> number(String name, ToLongBiFunction<AgreementResult, R> number) {
        return of(name, (agreement, row, cells) -> cells.number(number.applyAsLong(agreement, row)));
    }

    /** An assessment year; empty where the row is about the agreement as a whole, for which the number is 0. */
    static <R> Column<R> year(String name, ToIntBiFunction<AgreementResult, R> year) {
        return of(name, (agreement, row, cells) -> {
            int number = year.applyAsInt(agreement, row);
            if (number == 0) {
                cells.empty();
            } else {
                cells.number(number);
            }
        });
    }

    /** Whole shares of which no sum is proven. */
    static <R> Column<R> shares(String name, BiFunction<AgreementResult, R, Shares> shares) {
        return of(name, (agreement, row, cells) -> cells.shares(shares.apply(agreement, row)));
    }

    /** Whole shares that are added up again before the run is published. */
    static <R> Column<R> summed(String name, BiFunction<AgreementResult, R, Shares> shares) {
        return new Column<>(name, (agreement, row, cells) -> cells.shares(shares.apply(agreement, row)), true);
    }

    /** Signed shares, with a part of a share after a share change, that are added up again before the run is published. */
    static <R> Column<R> summedExactly(String name, BiFunction<AgreementResult, R, ExactShares> shares) {
        return new Column<>(name, (agreement, row, cells) -> cells.shares(shares.apply(agreement, row)), true);
    }

    /** Signed shares, with a part of a share after a share change, of which no sum is proven. */
    static <R> Column<R> exactShares(String name, BiFunction<AgreementResult, R, ExactShares> shares) {
        return of(name, (agreement, row, cells) -> cells.shares(shares.apply(agreement, row)));
    }

    static <R> Column<R> money(String name, BiFunction<AgreementResult, R, Money> amount) {
        return of(name, (agreement, row, cells) -> cells.money(amount.apply(agreement, row)));
    }

    /** Rounded down to two decimals; empty where there is none. */
    static <R> Column<R> exactMoney(String name, BiFunction<AgreementResult, R, Optional<ExactMoney>> amount) {
        return of(name, (agreement, row, cells) -> {
            Optional<ExactMoney> given = amount.apply(agreement, row);
            if (given.isPresent()) {
                cells.money(given.get());
            } else {
                cells.empty();
            }
        });
    }

    static <R> Column<R> date(String name, BiFunction<AgreementResult, R, LocalDate> date) {
        return of(name, (agreement, row, cells) -> cells.date(date.apply(agreement, row)));
    }

    /** Empty where there is none. */
    static <R> Column<R> optionalDate(String name, BiFunction<AgreementResult, R, Optional<LocalDate>> date) {
        return of(name, (agreement, row, cells) -> cells.date(date.apply(agreement, row)));
    }

    /** The clauses on which the row rests, separated by semicolons. */
    static <R> Column<R> clauses(BiFunction<AgreementResult, R, List<Clause>> clauses) {
        return of("clauses", (agreement, row, cells) -> cells.clauses(clauses.apply(agreement, row)));
    }
}
