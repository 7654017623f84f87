package io.earnout.present.workbook;

import io.earnout.settlement.ReadingsMatrix;
import java.util.List;

/** The entitlement under the readings that the program prices, beside the cells of the readings: the check uses them. */
final class PricedReadings {

    private static final int READING = 10;
    private static final int ENTITLED = 15;

    private final List<ReadingsMatrix.Entry> entries;
    private final int top;

    PricedReadings(ReadingsMatrix readings, int top) {
        this.entries = readings.entries();
        this.top = top;
    }

    /** The row after the list and an empty row. */
    int end() {
        return top + entries.size() + 2;
    }

    private String all(int column) {
        return CellAddress.range(column, top + 1, top + entries.size());
    }

    /** Whether the chosen reading is none of them. */
    String isNotPriced() {
        return "COUNTIF(" + all(READING) + "," + ReadingCells.chosen() + ")=0";
    }

    /** The program's entitlement under the chosen reading. */
    String entitled() {
        return "SUMIF(" + all(READING) + "," + ReadingCells.chosen() + "," + all(ENTITLED) + ")";
    }

    /** Whether the chosen reading is the agreement's own, which is the first. */
    String isOwn() {
        return ReadingCells.chosen() + "=" + CellAddress.of(top + 1, READING);
    }

    void write(SheetWriter sheet) {
        sheet.text(top, READING, CellStyles.SECTION, "Program: entitled shares by reading, the agreement's own first");
        int row = top + 1;
        for (ReadingsMatrix.Entry entry : entries) {
            sheet.text(row, READING, CellStyles.PLAIN, entry.readings().toString());
            sheet.number(
                    row, ENTITLED, CellStyles.PROGRAM_SHARES, entry.entitled().count());
            row++;
        }
    }
}
