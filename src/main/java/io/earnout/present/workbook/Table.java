package io.earnout.present.workbook;

import java.util.List;

/**
 * A table of a sheet: a heading, the clauses, the names of the columns, and the rows. Numbers of rows are those of formulas: the
 * first of a sheet is 1.
 *
 * @param <R> what a row is about
 */
final class Table<R> {

    private final String heading;
    private final int top;
    private final List<R> rows;

    /**
     * A table.
     *
     * @param top the row of the heading, counted from 0
     */
    Table(String heading, int top, List<R> rows) {
        this.heading = heading;
        this.top = top;
        this.rows = rows;
    }

    List<R> rows() {
        return rows;
    }

    int first() {
        return top + SheetWriter.ABOVE_A_TABLE + 1;
    }

    int last() {
        return first() + rows.size() - 1;
    }

    /** The cells of a column, named by its letter; {@code $} keeps the rows for every row that uses them. */
    String all(String letter) {
        return letter + "$" + first() + ":" + letter + "$" + last();
    }

    /** The cells of a check; nothing without a row. */
    List<String> check(String letter) {
        return rows.isEmpty() ? List.of() : List.of(letter + first() + ":" + letter + last());
    }

    void write(SheetWriter sheet, List<Column<R>> columns) {
        sheet.heading(
                top,
                heading,
                columns.stream().map(Column::clause).toList(),
                columns.stream().map(Column::name).toList());
        for (int i = 0; i < rows.size(); i++) {
            int number = first() + i;
            for (int column = 0; column < columns.size(); column++) {
                Column<R> one = columns.get(column);
                R row = rows.get(i);
                String formula = one.formula().apply(row).replace("#", Integer.toString(number));
                CellStyles style = one.style().apply(row);
                sheet.put(number - 1, column, style, formula, one.value().apply(row));
            }
        }
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column).name();
            if (name.equals("Check") || name.endsWith(": 0")) {
                sheet.zeroIsGreen(column, first() - 1, last() - 1);
            }
        }
    }

    /** Adds up columns in the row below. */
    void writeTotals(SheetWriter sheet, List<Column<R>> columns, String letters) {
        sheet.text(last(), 0, CellStyles.TEXT, "Total");
        for (int i = 0; i < letters.length(); i++) {
            int column = letters.charAt(i) - 'A';
            long total = 0;
            for (R row : rows) {
                total += ((Number) columns.get(column).value().apply(row)).longValue();
            }
            sheet.sum(last(), column, first() - 1, last() - 1, total);
        }
    }
}
