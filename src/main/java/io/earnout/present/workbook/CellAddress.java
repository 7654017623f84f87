package io.earnout.present.workbook;

import org.apache.poi.ss.util.CellReference;

/** How formulas name cells; rows and columns are counted from 0, as the library does. */
final class CellAddress {

    private CellAddress() {}

    /** {@code C7} for row 6 and column 2. */
    static String of(int row, int column) {
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    /** {@code $C$7}: a cell on which a whole sheet depends. */
    static String fixed(int row, int column) {
        return "$" + CellReference.convertNumToColString(column) + "$" + (row + 1);
    }

    /** {@code C7:C9}, both ends included. */
    static String range(int column, int firstRow, int lastRow) {
        return of(firstRow, column) + ":" + of(lastRow, column);
    }

    /** A cell or range of another sheet. */
    static String onSheet(String sheet, String cells) {
        return "'" + sheet.replace("'", "''") + "'!" + cells;
    }
}
