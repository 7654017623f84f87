package io.earnout.present.workbook;

import io.earnout.settlement.Settlement;
import io.earnout.terms.ExactShares;
import io.earnout.terms.OffsetOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * What the credit of each year restores of earlier deductions (SPA 5.2(2)): a row for each pair of an excess year and an
 * earlier year. In a long agreement only the pairs are there between which shares move under one of the readings.
 */
final class PairTable {

    private static final int MOST_YEARS_WITH_ALL_PAIRS = 6;

    private static final int EXCESS_YEAR = 0;
    private static final int SHORTFALL_YEAR = 1;
    private static final int OPEN_SHORTFALL = 2;
    private static final int OPEN_DEDUCTION = 3;
    private static final int STILL_DEDUCTED = 4;
    private static final int TARGET = 5;
    private static final int TRANCHE = 6;
    private static final int LIMIT = 7;
    private static final int WEIGHT = 8;
    private static final int FULL_AT = 9;
    private static final int APPLIED = 10;
    private static final int EXACT = 11;
    private static final int CLOSES = 12;
    private static final int WHOLE_PART = 13;
    private static final int LEFT_OVER = 14;
    private static final int PLACE = 15;
    static final int RESTORED = 16;
    private static final int PROGRAM = 17;
    static final int CHECK = 18;

    private static final List<String> COLUMNS = List.of(
            "Excess year",
            "Earlier year",
            "Its open shortfall",
            "Its open deduction, exact",
            "Still deducted, shares",
            "Target that converts",
            "Tranche that converts",
            "Most that can be applied",
            "Weight in a proportion",
            "Full at a credit of",
            "Credit applied",
            "Applied / target x tranche",
            "Closes it",
            "Rounded down",
            "Left over",
            "Place",
            "Restored shares",
            "Program: restored",
            "Check");

    private static final List<String> CLAUSES = List.of(
            "5.2(2)", "5.2(1)", "5.2(1)", "5.2(1)", "5.2(1)", "5.2(2)", "5.2(2)", "5.2(2)", "", "", "5.2(2)", "5.2(2)",
            "", "", "", "", "5.2(2)", "", "");

    private final List<CreditFigures> credits = new ArrayList<>();
    private final OffsetOrder order;
    private final YearTable years;
    private final CloseRounding.Findings findings;
    private final ExactShares tolerated;
    private final int top;

    PairTable(Settlement settlement, YearTable years, CloseRounding.Findings findings, ExactShares tolerated, int top) {
        this.order = settlement.readings().offsetOrder();
        this.years = years;
        this.findings = findings;
        this.tolerated = tolerated;
        this.top = top;
        List<CreditFigures> all = CreditFigures.of(settlement);
        boolean holdsAll = all.size() < MOST_YEARS_WITH_ALL_PAIRS;
        for (CreditFigures credit : all) {
            List<PairFigures> pairs = credit.pairs().stream()
                    .filter(pair -> holdsAll || findings.pairs().contains(CloseRounding.key(pair)))
                    .toList();
            if (!pairs.isEmpty()) {
                credits.add(new CreditFigures(credit.year(), credit.usable(), pairs));
            }
        }
    }

    private int first() {
        return top + SheetWriter.ABOVE_A_TABLE;
    }

    private int last() {
        return first() + count() - 1;
    }

    private int count() {
        return credits.stream().mapToInt(credit -> credit.pairs().size()).sum();
    }

    /** The row after the table and an empty row. */
    int end() {
        return last() + 2;
    }

    /** The cell of the shares that one year restores of another; nothing moves between years without a row. */
    String restored(int excess, int shortfall) {
        int row = first();
        for (CreditFigures credit : credits) {
            for (PairFigures pair : credit.pairs()) {
                if (credit.year().number() == excess && pair.shortfall().number() == shortfall) {
                    return CellAddress.of(row, RESTORED);
                }
                row++;
            }
        }
        return "0";
    }

    /** All that later years restore of the year in a cell. */
    String restoredInto(String year) {
        return count() == 0
                ? "0"
                : "SUMIF(" + CellAddress.block(SHORTFALL_YEAR, first(), last()) + "," + year + ","
                        + CellAddress.block(RESTORED, first(), last()) + ")";
    }

    /** The cells of the checks; nothing without a row. */
    List<String> checks() {
        return count() == 0 ? List.of() : List.of(CellAddress.range(CHECK, first(), last()));
    }

    void write(SheetWriter sheet, DecisionTable decisions) {
        sheet.heading(
                top,
                credits.isEmpty()
                        ? "SPA 5.2(2): no excess restores shares of an earlier year under any reading"
                        : "SPA 5.2(2): what the excess of a year restores of earlier years",
                CLAUSES,
                COLUMNS);
        int row = first();
        for (CreditFigures credit : credits) {
            Block block = new Block(sheet, credit, row, row + credit.pairs().size() - 1);
            for (PairFigures pair : credit.pairs()) {
                block.writeOpen(row, pair);
                block.writeApplied(row, pair);
                block.writeWhole(row, pair, decisions);
                row++;
            }
        }
        sheet.zeroIsGreen(CHECK, first(), last());
    }

    /** The rows of one excess year. */
    private final class Block {

        private final SheetWriter sheet;
        private final CreditFigures credit;
        private final int from;
        private final int to;
        private final String usable;

        Block(SheetWriter sheet, CreditFigures credit, int from, int to) {
            this.sheet = sheet;
            this.credit = credit;
            this.from = from;
            this.to = to;
            this.usable = CellAddress.fixed(years.row(credit.year().number()), YearTable.USABLE);
        }

        private String all(int column) {
            return CellAddress.block(column, from, to);
        }

        /** Less what the credits of earlier years took. */
        private String before(int row, int column) {
            return from == first()
                    ? ""
                    : "-SUMIF(" + CellAddress.block(SHORTFALL_YEAR, first(), from - 1) + ","
                            + CellAddress.of(row, SHORTFALL_YEAR) + "," + CellAddress.block(column, first(), from - 1)
                            + ")";
        }

        private void writeOpen(int row, PairFigures pair) {
            int excess = pair.excess().number();
            int earlier = pair.shortfall().number();
            sheet.number(row, EXCESS_YEAR, CellStyles.YEAR, excess);
            sheet.number(row, SHORTFALL_YEAR, CellStyles.YEAR, earlier);
            sheet.formula(
                    row,
                    OPEN_SHORTFALL,
                    CellStyles.MONEY,
                    "MAX(0," + years.cell(earlier, YearTable.SHORTFALL) + before(row, APPLIED) + ")",
                    ExactCell.money(pair.openShortfall()));
            sheet.formula(
                    row,
                    OPEN_DEDUCTION,
                    CellStyles.EXACT,
                    "MAX(0," + years.cell(earlier, YearTable.EXACT) + before(row, EXACT) + ")",
                    ExactCell.shares(pair.openDeduction()));
            sheet.formula(
                    row,
                    STILL_DEDUCTED,
                    CellStyles.SHARES,
                    years.cell(earlier, YearTable.DEDUCTED) + before(row, RESTORED),
                    pair.stillDeducted());
            sheet.formula(
                    row,
                    TARGET,
                    CellStyles.MONEY,
                    ofConverting(excess, earlier, YearTable.TARGET),
                    SheetWriter.money(pair.conversion().target().fen()));
            sheet.formula(
                    row,
                    TRANCHE,
                    CellStyles.SHARES,
                    ofConverting(excess, earlier, YearTable.TRANCHE),
                    pair.conversion().tranche().count());
        }

        private String ofConverting(int excess, int earlier, int column) {
            return "IF(" + ReadingCells.excessYear() + "," + years.cell(excess, column) + ","
                    + years.cell(earlier, column) + ")";
        }

        private void writeApplied(int row, PairFigures pair) {
            String limit = CellAddress.of(row, LIMIT);
            String weight = CellAddress.of(row, WEIGHT);
            String fullAt = CellAddress.of(row, FULL_AT);
            String asRevenue = CellAddress.of(row, OPEN_DEDUCTION) + "/" + CellAddress.of(row, TRANCHE) + "*"
                    + CellAddress.of(row, TARGET);
            sheet.formula(
                    row,
                    LIMIT,
                    CellStyles.MONEY,
                    "IF(" + ReadingCells.both() + ",MIN(" + CellAddress.of(row, OPEN_SHORTFALL) + "," + asRevenue + "),"
                            + asRevenue + ")",
                    ExactCell.money(pair.limit()));
            sheet.formula(
                    row,
                    WEIGHT,
                    CellStyles.MONEY,
                    "IF(" + ReadingCells.both() + "," + CellAddress.of(row, OPEN_SHORTFALL) + "," + limit + ")",
                    ExactCell.money(pair.weight()));
            sheet.formula(row, FULL_AT, CellStyles.MONEY, fullAt(row), ExactCell.money(credit.fullAt(pair, order)));
            String inProportion = "(" + usable + "-SUMPRODUCT((" + all(FULL_AT) + "<=" + usable + ")*" + all(LIMIT)
                    + "))/SUMPRODUCT((" + all(FULL_AT) + ">" + usable + ")*" + all(WEIGHT) + ")*" + weight;
            sheet.formula(
                    row,
                    APPLIED,
                    CellStyles.MONEY,
                    "IF(" + usable + ">=" + fullAt + "," + limit + ",IF("
                            + ReadingCells.order(OffsetOrder.PRO_RATA) + "," + inProportion + ",MAX(0," + usable + "-"
                            + fullAt + "+" + limit + ")))",
                    ExactCell.money(pair.applied()));
            sheet.formula(
                    row,
                    EXACT,
                    CellStyles.EXACT,
                    CellAddress.of(row, APPLIED) + "/" + CellAddress.of(row, TARGET) + "*"
                            + CellAddress.of(row, TRANCHE),
                    ExactCell.shares(pair.exact()));
        }

        /** The credit that gives this year all it can take: with the years before it in the order, or in proportion. */
        private String fullAt(int row) {
            String year = CellAddress.of(row, SHORTFALL_YEAR);
            String limit = CellAddress.of(row, LIMIT);
            String weight = CellAddress.of(row, WEIGHT);
            String inOrder = "SUMIF(" + all(SHORTFALL_YEAR) + ",\"%s\"&" + year + "," + all(LIMIT) + ")";
            String isFullBefore = all(LIMIT) + "*" + weight + "%s" + limit + "*" + all(WEIGHT);
            return "IF(" + ReadingCells.order(OffsetOrder.OLDEST_FIRST) + "," + inOrder.replace("%s", "<=") + ",IF("
                    + ReadingCells.order(OffsetOrder.LATEST_FIRST) + "," + inOrder.replace("%s", ">=") + ",IF(" + weight
                    + "=0,0,SUMPRODUCT((" + isFullBefore.replace("%s", "<") + ")*" + all(LIMIT) + ")+SUMPRODUCT(("
                    + isFullBefore.replace("%s", ">=") + ")*" + all(WEIGHT) + ")*" + limit + "/" + weight + ")))";
        }

        /** Rounded down once for all the years that the credit restores; what is left goes by largest remainder. */
        private void writeWhole(int row, PairFigures pair, DecisionTable decisions) {
            String tolerance = ReadingCells.tolerance();
            String exact = CellAddress.of(row, EXACT);
            String still = CellAddress.of(row, STILL_DEDUCTED);
            String closes = CellAddress.of(row, CLOSES);
            String whole = CellAddress.of(row, WHOLE_PART);
            String left = CellAddress.of(row, LEFT_OVER);
            String place = CellAddress.of(row, PLACE);
            sheet.formula(
                    row,
                    CLOSES,
                    CellStyles.SHARES,
                    "IF(AND(" + CellAddress.of(row, APPLIED) + ">0," + CellAddress.of(row, OPEN_DEDUCTION) + "-" + exact
                            + "<=" + tolerance + "),1,0)",
                    pair.closes(tolerated) ? 1 : 0);
            sheet.formula(
                    row,
                    WHOLE_PART,
                    CellStyles.SHARES,
                    "IF(" + closes + "=1," + still + ",MIN(" + still + ",INT(" + exact + "+" + tolerance + ")))",
                    pair.wholePart(tolerated));
            sheet.formula(
                    row,
                    LEFT_OVER,
                    CellStyles.SHARES,
                    "INT(SUMIF(" + all(CLOSES) + ",0," + all(EXACT) + ")+" + tolerance + ")-SUMIF(" + all(CLOSES)
                            + ",0," + all(WHOLE_PART) + ")",
                    credit.leftOver(tolerated));
            String rest = exact + "-" + whole;
            String rests = all(EXACT) + "-" + all(WHOLE_PART);
            sheet.formula(
                    row,
                    PLACE,
                    CellStyles.SHARES,
                    "IF(AND(" + closes + "=0," + whole + "<" + still + "," + exact + ">" + tolerance
                            + "),1+SUMPRODUCT((" + all(CLOSES) + "=0)*(" + all(WHOLE_PART) + "<" + all(STILL_DEDUCTED)
                            + ")*(" + all(EXACT) + ">" + tolerance + ")*((" + rests + ">" + rest + "+" + tolerance
                            + ")+(" + rests + ">=" + rest + "-" + tolerance + ")*(" + rests + "<=" + rest + "+"
                            + tolerance + ")*(" + all(SHORTFALL_YEAR) + "<" + CellAddress.of(row, SHORTFALL_YEAR)
                            + "))),0)",
                    credit.place(pair, tolerated));
            String restored = whole + "+IF(AND(" + place + ">0," + place + "<=" + left + "),1,0)";
            boolean isDecided = findings.isDecided(credit.year());
            sheet.formula(
                    row,
                    RESTORED,
                    isDecided ? CellStyles.DECIDED : CellStyles.SHARES,
                    isDecided ? decisions.orElse(restored, row, EXCESS_YEAR, SHORTFALL_YEAR) : restored,
                    pair.restored());
            sheet.number(row, PROGRAM, CellStyles.PROGRAM_SHARES, pair.restored());
            sheet.formula(
                    row,
                    CHECK,
                    CellStyles.TOTAL,
                    CellAddress.of(row, RESTORED) + "-" + CellAddress.of(row, PROGRAM),
                    0);
        }
    }
}
