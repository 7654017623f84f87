package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether each row has as many cells as the header names, and none where the header has no name. */
final class CellsOfRows {

    /** After this number of rows of another length the file is given up. */
    private static final int MOST_MISCOUNTED = 12;

    private final Layout layout;
    private final Verdict verdict;
    private final Cells cells = new Cells();
    private int miscounted;
    private int cellsBeyondTheHeader;
    private int firstLine;

    CellsOfRows(Layout layout, Verdict verdict) {
        this.layout = layout;
        this.verdict = verdict;
    }

    /**
     * Whether a row has all its cells. Empty cells beyond the header are let pass if the header has as many itself, or every row
     * has as many, as where a spreadsheet writes them.
     *
     * @param row its number, 1 for the first row
     */
    boolean isComplete(RecordScanner records, int cellsOfRow, long row) {
        int beyond = cellsOfRow - layout.cells();
        if (layout.emptyCellsBehind() > 0) {
            return beyond == 0 || beyond == layout.emptyCellsBehind();
        }
        if (row == 1 && beyond > 0 && endsInEmptyCells(records, beyond)) {
            firstLine = records.line();
            cellsBeyondTheHeader = beyond;
        }
        return beyond == cellsBeyondTheHeader && (beyond == 0 || endsInEmptyCells(records, beyond));
    }

    private static boolean endsInEmptyCells(RecordScanner records, int number) {
        for (int i = 1; i <= number; i++) {
            if (records.bytes()[records.end() - i] != records.separator()) {
                return false;
            }
        }
        return true;
    }

    /** Of a single row with empty cells beyond the header it can't be told that a spreadsheet wrote them. */
    void atTheEnd(long rows) {
        if (cellsBeyondTheHeader > 0 && rows == 1) {
            miscounted(firstLine, layout.cells() + cellsBeyondTheHeader);
        }
    }

    void miscounted(RecordScanner records, int cellsOfRow) {
        Optional<Separator> other = Stream.of(Separator.values())
                .filter(separator -> separator != layout.separator())
                .filter(separator -> {
                    int parts = separator
                            .cells(records.bytes(), records.start(), records.end())
                            .size();
                    return parts > 1 && parts >= layout.cells();
                })
                .findFirst();
        if (other.isPresent()) {
            verdict.stop(
                    FindingCode.SEPARATORS_MIXED,
                    records.line(),
                    "the row is separated by " + other.get().plural() + ", the header by "
                            + layout.separator().plural(),
                    "separate all rows of the file by the same sign");
        } else {
            miscounted(records.line(), cellsOfRow);
        }
    }

    /** Two rows may be glued together in this line: which agreements it is about can't be told. */
    private void miscounted(int line, int cellsOfRow) {
        verdict.distrust();
        miscounted++;
        if (miscounted == MOST_MISCOUNTED) {
            verdict.giveUp();
        }
        verdict.find(
                FindingCode.COLUMN_COUNT,
                line,
                "",
                "",
                "the row has " + cellsOfRow + " cells, the header " + layout.cells()
                        + ": it may be two rows in one line, or a part of a row",
                "write each row in a line of its own, amounts without thousands separators and texts that hold a "
                        + layout.separator() + " in double quotes; leave empty cells empty");
    }

    /** The file can't be trusted if something is where the header has no name. */
    void checkThoseWithoutName(RecordScanner records, int cellsOfRow) {
        int beyond = cellsOfRow - layout.cells();
        if (layout.cellsWithoutName().isEmpty() && endsInEmptyCells(records, beyond)) {
            return;
        }
        cells.cut(records.bytes(), records.start(), records.end(), records.separator());
        IntStream.concat(
                        layout.cellsWithoutName().stream().mapToInt(cell -> cell),
                        IntStream.range(layout.cells(), cellsOfRow))
                .filter(cell -> !cells.text(cell).isBlank())
                .findFirst()
                .ifPresent(cell -> verdict.stop(
                        FindingCode.COLUMN_WITHOUT_NAME,
                        records.line(),
                        "cell " + (cell + 1) + " holds \"" + Texts.shown(cells.text(cell))
                                + "\", and the header has no name for its column",
                        "name the column in the header, or empty its cells"));
    }
}
