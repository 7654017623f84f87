package io.earnout.present.workbook;

import java.util.List;

/** The restorations that a spreadsheet can't round, with the program's figure, under each reading where that is so. */
final class DecisionTable {

    private static final int EXCESS_YEAR = 0;
    private static final int SHORTFALL_YEAR = 1;
    private static final int SHARES = 2;
    private static final int READING = 3;
    private static final int EXACT = 7;

    private static final List<String> COLUMNS =
            List.of("Excess year", "Earlier year", "Program: restored", "Reading of offsets", "", "", "", "Exact");

    private static final String NONE = "Fifteen digits are enough: the program examined every quotient of this sheet in"
            + " exact arithmetic, under every reading, and none is too near to a whole share.";
    private static final String SOME = "Orange cells take the program's figure, as long as no figure is changed: their"
            + " quotients are too near to a whole share for the fifteen digits of a spreadsheet.";

    private final List<CloseRounding.Decision> decisions;
    private final boolean isNeeded;
    private final int top;

    /**
     * The table.
     *
     * @param isNeeded whether any figure of the sheet is the program's, a year's own deduction included
     */
    DecisionTable(List<CloseRounding.Decision> decisions, boolean isNeeded, int top) {
        this.decisions = decisions;
        this.isNeeded = isNeeded;
        this.top = top;
    }

    private int first() {
        return top + SheetWriter.ABOVE_A_TABLE;
    }

    /** The row after the table. */
    int end() {
        return decisions.isEmpty() ? top + 2 : first() + decisions.size();
    }

    private String all(String letter) {
        return letter + "$" + (first() + 1) + ":" + letter + "$" + (first() + decisions.size());
    }

    /** A formula that takes the program's figure where the table has the chosen reading, and a calculated one elsewhere. */
    String orElse(String calculated) {
        String reading = all("D") + "," + ReadingCells.ofOffsets() + "," + all("A") + ",A#";
        return "IF(AND(" + ReadingCells.changed() + "=0,COUNTIFS(" + reading + ")>0),SUMIFS(" + all("C") + "," + reading
                + "," + all("B") + ",B#)," + calculated + ")";
    }

    void write(SheetWriter sheet) {
        if (decisions.isEmpty()) {
            sheet.text(top, 0, CellStyles.NOTE, isNeeded ? SOME : NONE);
            return;
        }
        sheet.heading(top, SOME, List.of(), COLUMNS);
        int row = first();
        for (CloseRounding.Decision decision : decisions) {
            PairFigures pair = decision.pair();
            sheet.number(row, EXCESS_YEAR, CellStyles.YEAR, pair.excess().number());
            sheet.number(row, SHORTFALL_YEAR, CellStyles.YEAR, pair.shortfall().number());
            sheet.number(row, SHARES, CellStyles.PROGRAM_SHARES, pair.restored());
            sheet.text(row, READING, CellStyles.NOTE, decision.reading());
            sheet.text(row, EXACT, CellStyles.NOTE, pair.exact().toString());
            row++;
        }
    }
}
