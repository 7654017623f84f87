package io.earnout.output;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.input.csv.FieldForm;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Money;
import io.earnout.terms.Shares;
import io.earnout.terms.Term;
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
 * @param form what its cells hold
 * @param required whether each row has a value in it
 * @param cell writes exactly one cell
 * @param summed whether it holds whole shares that are added up again before the run is published
 */
public record Column<R>(String name, FieldForm form, boolean required, Cell<R> cell, boolean summed) {

    /** {@code 7}, {@code 22/7}, {@code -2/3}. */
    private static final FieldForm QUOTIENT = FieldForm.matching("-?[0-9]+(/[0-9]+)?");

    /** Writes one cell of a row. */
    @FunctionalInterface
    public interface Cell<R> {
        void write(AgreementResult agreement, R row, CsvBuffer cells);
    }

    /** The id of the agreement, with which the rows of every file about agreements begin. */
    static <R> Column<R> agreementId() {
        return always("agreement_id", FieldForm.TEXT, (agreement, row, cells) -> cells.text(agreement.agreementId()));
    }

    /** A column in which each row has a value. */
    static <R> Column<R> always(String name, FieldForm form, Cell<R> cell) {
        return new Column<>(name, form, true, cell, false);
    }

    /** A column whose cells may be empty. */
    static <R> Column<R> of(String name, FieldForm form, Cell<R> cell) {
        return new Column<>(name, form, false, cell, false);
    }

    /** A column whose cells are written elsewhere. */
    static Column<Void> named(String name, FieldForm form) {
        return of(name, form, (agreement, row, cells) -> cells.empty());
    }

    /** The same, of whole shares that are added up again before the run is published. */
    Column<R> addedUp() {
        return new Column<>(name, form, required, cell, true);
    }

    static <R> Column<R> text(String name, BiFunction<AgreementResult, R, String> text) {
        return of(name, FieldForm.TEXT, (agreement, row, cells) -> cells.text(text.apply(agreement, row)));
    }

    /** One of these constants, by its name. */
    static <R, E extends Enum<E>> Column<R> constant(
            String name, E[] constants, BiFunction<AgreementResult, R, E> constant) {
        return always(
                name,
                FieldForm.ofNames(constants),
                (agreement, row, cells) ->
                        cells.text(constant.apply(agreement, row).name()));
    }

    /** One of these choices, by its word. */
    static <R, T extends Term> Column<R> term(String name, T[] terms, BiFunction<AgreementResult, R, T> term) {
        return always(
                name,
                FieldForm.oneOf(terms),
                (agreement, row, cells) -> cells.text(term.apply(agreement, row).term()));
    }

    /** One of two words. */
    static <R> Column<R> either(String name, String one, String other, BiPredicate<AgreementResult, R> isOne) {
        return always(
                name,
                FieldForm.oneOf(List.of(one, other)),
                (agreement, row, cells) -> cells.text(isOne.test(agreement, row) ? one : other));
    }

    /** {@code yes} or {@code no}. */
    static <R> Column<R> yes(String name, BiPredicate<AgreementResult, R> yes) {
        return either(name, "yes", "no", yes);
    }

    static <R> Column<R> number(String name, ToLongBiFunction<AgreementResult, R> number) {
        return always(
                name, FieldForm.INTEGER, (agreement, row, cells) -> cells.number(number.applyAsLong(agreement, row)));
    }

    /** An assessment year; empty where the row is about the agreement as a whole, for which the number is 0. */
    static <R> Column<R> year(String name, ToIntBiFunction<AgreementResult, R> year) {
        return of(name, FieldForm.ORDINAL, (agreement, row, cells) -> {
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
        return always(name, FieldForm.COUNT, (agreement, row, cells) -> cells.shares(shares.apply(agreement, row)));
    }

    /** Whole shares that are added up again before the run is published. */
    static <R> Column<R> summed(String name, BiFunction<AgreementResult, R, Shares> shares) {
        return shares(name, shares).addedUp();
    }

    /** Signed shares, with a part of a share after a share change, that are added up again before the run is published. */
    static <R> Column<R> summedExactly(String name, BiFunction<AgreementResult, R, ExactShares> shares) {
        return exactShares(name, shares).addedUp();
    }

    /** Signed shares, with a part of a share after a share change, of which no sum is proven. */
    static <R> Column<R> exactShares(String name, BiFunction<AgreementResult, R, ExactShares> shares) {
        return always(name, QUOTIENT, (agreement, row, cells) -> cells.shares(shares.apply(agreement, row)));
    }

    /** Whole shares of the day; empty while no share has changed since the signature. */
    static <R> Column<R> sharesOfTheDay(String name, BiFunction<AgreementResult, R, Optional<Shares>> shares) {
        return of(name, FieldForm.COUNT, (agreement, row, cells) -> {
            Optional<Shares> given = shares.apply(agreement, row);
            if (given.isPresent()) {
                cells.shares(given.get());
            } else {
                cells.empty();
            }
        });
    }

    /** A quotient in lowest terms, of which a whole number has no denominator; empty where there is none. */
    static <R> Column<R> quotient(String name, BiFunction<AgreementResult, R, String> quotient) {
        return of(name, QUOTIENT, (agreement, row, cells) -> cells.text(quotient.apply(agreement, row)));
    }

    static <R> Column<R> money(String name, BiFunction<AgreementResult, R, Money> amount) {
        return always(name, FieldForm.AMOUNT, (agreement, row, cells) -> cells.money(amount.apply(agreement, row)));
    }

    /** Rounded down to two decimals; empty where there is none. */
    static <R> Column<R> exactMoney(String name, BiFunction<AgreementResult, R, Optional<ExactMoney>> amount) {
        return of(name, FieldForm.AMOUNT, (agreement, row, cells) -> {
            Optional<ExactMoney> given = amount.apply(agreement, row);
            if (given.isPresent()) {
                cells.money(given.get());
            } else {
                cells.empty();
            }
        });
    }

    static <R> Column<R> date(String name, BiFunction<AgreementResult, R, LocalDate> date) {
        return always(name, FieldForm.DATE, (agreement, row, cells) -> cells.date(date.apply(agreement, row)));
    }

    /** Empty where there is none. */
    static <R> Column<R> optionalDate(String name, BiFunction<AgreementResult, R, Optional<LocalDate>> date) {
        return of(name, FieldForm.DATE, (agreement, row, cells) -> cells.date(date.apply(agreement, row)));
    }

    /** The clauses on which the row rests, separated by semicolons. */
    static <R> Column<R> clauses(BiFunction<AgreementResult, R, List<Clause>> clauses) {
        return of("clauses", FieldForm.TEXT, (agreement, row, cells) -> cells.clauses(clauses.apply(agreement, row)));
    }
}
