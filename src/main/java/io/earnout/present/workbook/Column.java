package io.earnout.present.workbook;

import java.util.function.Function;

/**
 * A column of a table, declared once: heading, look, formula and the value that is stored beside it.
 *
 * @param formula the formula of a row, in which {@code #} is the row's own number; empty for a plain value
 * @param value a number, a text or a day; an empty text leaves the cell empty
 * @param <R> what a row is about
 */
record Column<R>(
        String name,
        String clause,
        Function<R, CellStyles> style,
        Function<R, String> formula,
        Function<R, Object> value) {

    /** A column of figures that were read, or that the program gives. */
    static <R> Column<R> plain(String name, String clause, CellStyles style, Function<R, Object> value) {
        return new Column<>(name, clause, row -> style, row -> "", value);
    }

    /** A column with the same formula in every row. */
    static <R> Column<R> formula(
            String name, String clause, CellStyles style, String formula, Function<R, Object> value) {
        return new Column<>(name, clause, row -> style, row -> formula, value);
    }

    /** A column whose formulas name other rows. */
    static <R> Column<R> formulas(
            String name, String clause, CellStyles style, Function<R, String> formula, Function<R, Object> value) {
        return new Column<>(name, clause, row -> style, formula, value);
    }

    /** A check: what it gives turns red unless it is zero. */
    static <R> Column<R> check(String name, String formula, Function<R, Object> value) {
        return formula(name, "", CellStyles.TOTAL, formula, value);
    }
}
