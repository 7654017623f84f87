package io.earnout.present.workbook;

/** How the cells of a sheet are called; rows and columns count from 0. */
final class Cells {

    private static final int LETTERS = 26;

    private Cells() {}

    /** {@code C7} for row 6 and column 2. */
    static String at(int row, int column) {
        return letters(column) + (row + 1);
    }

    /** {@code $C$7}: a cell that a whole sheet depends on. */
    static String fixed(int row, int column) {
        return "$" + letters(column) + "$" + (row + 1);
    }

    /** {@code C7:E9}, ends included. */
    static String range(int fromRow, int fromColumn, int toRow, int toColumn) {
        return at(fromRow, fromColumn) + ":" + at(toRow, toColumn);
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.toString();
    }
}
