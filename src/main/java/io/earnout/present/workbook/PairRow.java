package io.earnout.present.workbook;

import java.util.Optional;

/**
 * What the excess of one year does for the shortfall of one earlier year (SPA 5.2(2)): a row of the sheet, and to the right
 * of what people read the exact numbers from which it follows.
 */
final class PairRow {

    // what people read
    static final int EXCESS_YEAR = 0;
    static final int SHORTFALL_YEAR = 1;
    static final int OPEN_REVENUE = 2;
    static final int OPEN_SHARES = 3;
    static final int LAID = 4;
    static final int TARGET = 5;
    static final int TRANCHE = 6;
    static final int EXACT_SHARES = 7;
    static final int WHOLE = 8;
    static final int STILL_DEDUCTED = 9;
    static final int FOUND_LAID = 10;
    static final int FOUND_WHOLE = 11;
    static final int DIFFERENCE = 12;

    // the exact numbers
    static final int MONEY_OPEN = YearRow.EXACT;
    private static final int WORK_OPEN = MONEY_OPEN + Digits.COUNT;
    private static final int MONEY_PRODUCT = WORK_OPEN + Digits.COUNT;
    private static final int MONEY_AS_WORK = MONEY_PRODUCT + Digits.PRODUCT_COUNT;
    private static final int MONEY_BEYOND_SHARES = MONEY_AS_WORK + Digits.COUNT;
    static final int MOST = MONEY_BEYOND_SHARES + 1;
    private static final int MOST_SIGN = MOST + Digits.COUNT;
    private static final int AVAILABLE = MOST_SIGN + 1;
    private static final int AVAILABLE_BEYOND_MOST = AVAILABLE + Digits.COUNT;
    private static final int AVAILABLE_SIGN = AVAILABLE_BEYOND_MOST + 1;
    static final int WEIGHT = AVAILABLE_SIGN + 1;
    private static final int WEIGHT_NEAREST = WEIGHT + Digits.COUNT;
    private static final int MOST_NEAREST = WEIGHT_NEAREST + 1;
    private static final int LEVEL = MOST_NEAREST + 1;
    static final int FILLED = LEVEL + 1;
    private static final int PART = FILLED + 1;
    private static final int PART_BEYOND_MOST = PART + Digits.PRODUCT_COUNT;
    static final int STANDING = PART_BEYOND_MOST + 1;
    static final int FULL_BY = STANDING + 1;
    private static final int WORK_LAID = FULL_BY + 1;
    private static final int SHARES_PRODUCT = WORK_LAID + Digits.COUNT;
    private static final int CLOSED = SHARES_PRODUCT + Digits.PRODUCT_COUNT;
    static final int SHARES = CLOSED + 1;
    private static final int SNAPPED = SHARES + Digits.COUNT;
    private static final int FLOOR = SNAPPED + Digits.COUNT;
    private static final int REST_HIGH = FLOOR + 1;
    private static final int REST_LOW = REST_HIGH + 1;
    static final int SHARES_THE_SUM = REST_LOW + 1;
    private static final int STILL_BEFORE = SHARES_THE_SUM + 1;
    static final int GIVEN = STILL_BEFORE + 1;
    static final int ROOM = GIVEN + 1;
    static final int FIRST_DEALT = ROOM + 1;
    static final int SECOND_DEALT = FIRST_DEALT + 1;
    private static final int MONEY_PART = SECOND_DEALT + 1;
    static final int END = MONEY_PART + Digits.PRODUCT_COUNT;

    private final Sheet sheet;
    private final ReadingCells readings;
    private final CellAddress place;
    private final YearRow shortfallYear;
    private final CreditRow credit;
    private final Optional<PairRow> before;
    private final int row;

    /**
     * A pair.
     *
     * @param before the same shortfall year under the excess year before this one; nothing under the first
     */
    PairRow(
            Sheet sheet,
            ReadingCells readings,
            CellAddress place,
            YearRow shortfallYear,
            CreditRow credit,
            Optional<PairRow> before) {
        this.sheet = sheet;
        this.readings = readings;
        this.place = place;
        this.shortfallYear = shortfallYear;
        this.credit = credit;
        this.before = before;
        this.row = place.pair(credit.year().number(), shortfallYear.number());
    }

    int row() {
        return row;
    }

    private String at(int column) {
        return Cells.at(row, column);
    }

    /** The revenue shortfall that is open, in fen. */
    private Digits moneyOpen() {
        return Digits.number(row, MONEY_OPEN);
    }

    /** The open deduction, in what is laid. */
    private Digits workOpen() {
        return Digits.number(row, WORK_OPEN);
    }

    private Digits moneyAsWork() {
        return Digits.number(row, MONEY_AS_WORK);
    }

    private Digits most() {
        return Digits.number(row, MOST);
    }

    private Digits laid() {
        return Digits.number(row, WORK_LAID);
    }

    private Digits part() {
        return Digits.product(row, PART);
    }

    private Digits shares() {
        return Digits.number(row, SHARES);
    }

    /** Says above the exact numbers what each is. */
    static void nameExactNumbers(Sheet sheet, int row) {
        sheet.text(row, MONEY_OPEN, CellStyles.DIGIT_NAME, "open shortfall in fen");
        sheet.text(row, WORK_OPEN, CellStyles.DIGIT_NAME, "open deduction");
        sheet.text(row, MONEY_PRODUCT, CellStyles.DIGIT_NAME, "open shortfall in shares");
        sheet.text(row, MONEY_AS_WORK, CellStyles.DIGIT_NAME, "the one that counts; less the deduction");
        sheet.text(row, MOST, CellStyles.DIGIT_NAME, "the most that can be laid; its sign");
        sheet.text(row, AVAILABLE, CellStyles.DIGIT_NAME, "left by the years before; less the most; its sign");
        sheet.text(row, WEIGHT, CellStyles.DIGIT_NAME, "in proportion to");
        sheet.text(row, WEIGHT_NEAREST, CellStyles.DIGIT_NAME, "about; most; level; full");
        sheet.text(row, PART, CellStyles.DIGIT_NAME, "the proportion of it; less the most");
        sheet.text(row, STANDING, CellStyles.DIGIT_NAME, "2 full, 1 in part; by what");
        sheet.text(row, WORK_LAID, CellStyles.DIGIT_NAME, "laid");
        sheet.text(row, SHARES_PRODUCT, CellStyles.DIGIT_NAME, "laid in shares");
        sheet.text(row, CLOSED, CellStyles.DIGIT_NAME, "closed");
        sheet.text(row, SHARES, CellStyles.DIGIT_NAME, "restored, exact");
        sheet.text(row, SNAPPED, CellStyles.DIGIT_NAME, "the same, next to whole is whole");
        sheet.text(row, FLOOR, CellStyles.DIGIT_NAME, "rounded down; remainder");
        sheet.text(row, SHARES_THE_SUM, CellStyles.DIGIT_NAME, "in the sum; still deducted; given; room; dealt, again");
        sheet.text(row, MONEY_PART, CellStyles.DIGIT_NAME, "the proportion in fen");
    }

    void write() {
        writeOpen();
        writeMost();
        writeAvailable();
        writePart();
        writeStanding();
        writeShares();
        writeWholeShares();
        writeWhatPeopleRead();
    }

    private void writeOpen() {
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            int at = power;
            digit(
                    moneyOpen().column(power),
                    before.map(pair -> pair.moneyLeft(at))
                            .orElseGet(() -> shortfallYear.shortfall().at(at)));
            digit(
                    workOpen().column(power),
                    before.map(pair -> pair.workLeft(at))
                            .orElseGet(() -> shortfallYear.open().at(at)));
        }
        digit(
                STILL_BEFORE,
                before.map(pair -> pair.at(STILL_DEDUCTED)).orElseGet(() -> shortfallYear.at(YearRow.DEDUCTED)));
    }

    /** The digit of the revenue shortfall that this excess leaves open. */
    private String moneyLeft(int power) {
        String here = moneyOpen().at(power);
        return "IF(NOT(" + readings.excessYear() + ")," + here + "-" + laid().at(power) + ",IF(" + at(STANDING)
                + "=2,0,IF(" + at(STANDING) + "=1," + here + "-IF(" + readings.proRata() + ","
                + Digits.product(row, MONEY_PART).digit(power) + ","
                + credit.moneyLeft().digit(power) + ")," + here
                + ")))";
    }

    private String workLeft(int power) {
        return "IF(" + at(CLOSED) + "=1,0," + workOpen().at(power) + "-" + laid().at(power) + ")";
    }

    /** The most that can be laid here: the revenue shortfall or the deduction, whichever is less; or the deduction alone. */
    private void writeMost() {
        Digits product = Digits.product(row, MONEY_PRODUCT);
        sheet.product(product, moneyOpen(), credit.year().rate());
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    moneyAsWork().column(power),
                    "IF(" + readings.excessYear() + "," + product.digit(power) + ","
                            + moneyOpen().at(power) + ")");
        }
        digit(MONEY_BEYOND_SHARES, Digits.difference(moneyAsWork(), workOpen()));
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    most().column(power),
                    "IF(AND(" + readings.both() + "," + at(MONEY_BEYOND_SHARES) + "<=" + Digits.SAME + "),"
                            + moneyAsWork().at(power) + "," + workOpen().at(power) + ")");
        }
        digit(MOST_SIGN, most().sign());
    }

    /** What the years before this one in the order leave of the credit. */
    private void writeAvailable() {
        int first = place.pair(credit.year().number(), 1);
        int last = place.pair(credit.year().number(), credit.year().number() - 1);
        Digits available = Digits.number(row, AVAILABLE);
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            int column = most().column(power);
            String older = row == first ? "0" : "SUM(" + Cells.range(first, column, row - 1, column) + ")";
            String later = row == last ? "0" : "SUM(" + Cells.range(row + 1, column, last, column) + ")";
            digit(
                    available.column(power),
                    credit.year().layable().at(power) + "-IF(" + readings.oldestFirst() + "," + older + "," + later
                            + ")");
        }
        digit(AVAILABLE_BEYOND_MOST, Digits.difference(available, most()));
        digit(AVAILABLE_SIGN, available.sign());
    }

    /** The part of a credit that is laid on all shortfalls in proportion. */
    private void writePart() {
        Digits weight = Digits.number(row, WEIGHT);
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    weight.column(power),
                    "IF(" + at(MOST_SIGN) + ">" + Digits.SAME + ",IF(" + readings.both() + ","
                            + moneyAsWork().at(power) + "," + workOpen().at(power) + "),0)");
        }
        digit(WEIGHT_NEAREST, weight.nearest());
        digit(MOST_NEAREST, "IF(" + at(MOST_SIGN) + ">" + Digits.SAME + "," + most().nearest() + ",0)");
        digit(LEVEL, "IF(" + at(WEIGHT_NEAREST) + ">0," + at(MOST_NEAREST) + "/" + at(WEIGHT_NEAREST) + ",0)");
        String mosts = credit.year().ofPairs(MOST_NEAREST);
        String weights = credit.year().ofPairs(WEIGHT_NEAREST);
        String level = at(LEVEL) + "*" + weights;
        // at the level at which this one is full, the others take less than the credit
        digit(
                FILLED,
                "IF(AND(" + readings.proRata() + "," + at(MOST_SIGN) + ">" + Digits.SAME + "),IF(SUMPRODUCT((" + mosts
                        + "<=" + level + ")*" + mosts + "+(" + mosts + ">" + level + ")*" + level + ")<="
                        + credit.year().layable().nearest() + "*(1-1E-13),1,0),0)");
        sheet.product(part(), weight, credit.proportion());
        digit(PART_BEYOND_MOST, Digits.difference(part(), most()));
        sheet.product(Digits.product(row, MONEY_PART), moneyOpen(), credit.proportion());
    }

    /** 2 where all is laid that can be, 1 where the credit is used up here or laid in proportion, 0 where nothing is. */
    private void writeStanding() {
        String inOrder = "IF(" + at(AVAILABLE_BEYOND_MOST) + ">=-" + Digits.SAME + ",2,IF(" + at(AVAILABLE_SIGN) + ">"
                + Digits.SAME + ",1,0))";
        String inProportion = "IF(" + credit.year().layable().nearest() + "=0,0,IF(OR(" + at(FILLED) + "=1,"
                + at(PART_BEYOND_MOST) + ">=-" + Digits.SAME + "),2,1))";
        digit(
                STANDING,
                "IF(" + at(MOST_SIGN) + "<=" + Digits.SAME + ",0,IF(" + readings.proRata() + "," + inProportion + ","
                        + inOrder + "))");
        // 1: the revenue shortfall is covered, 2: the deduction is closed
        digit(
                FULL_BY,
                "IF(" + at(STANDING) + "=2,IF(AND(" + readings.both() + "," + at(MONEY_BEYOND_SHARES) + "<="
                        + Digits.SAME + "),1,2),0)");
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    laid().column(power),
                    "IF(" + at(STANDING) + "=2," + most().at(power) + ",IF(" + at(STANDING) + "=1,IF("
                            + readings.proRata() + "," + part().digit(power) + ","
                            + credit.left().digit(power)
                            + "),0))");
        }
        digit(
                CLOSED,
                "IF(AND(" + at(STANDING) + "=2,OR(NOT(" + readings.both() + ")," + at(MONEY_BEYOND_SHARES) + ">=-"
                        + Digits.SAME + ")),1,0)");
    }

    private void writeShares() {
        Digits product = Digits.product(row, SHARES_PRODUCT);
        sheet.product(product, laid(), shortfallYear.rate());
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    shares().column(power),
                    "IF(" + readings.excessYear() + "," + laid().at(power) + "," + product.digit(power) + ")");
        }
        // what is nearer to a whole share than half of the 10^-18th part is that share
        Digits snapped = Digits.sum(row, SNAPPED);
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    snapped.column(power),
                    shares().at(power) + (power == Digits.LOW ? "+5E5" : "") + snapped.carryTo(power));
        }
        digit(FLOOR, snapped.at(2) + "*1E12+" + snapped.digit(1) + "*1E6+" + snapped.digit(0));
        digit(REST_HIGH, snapped.digit(-1) + "*1E6+" + snapped.digit(-2));
        digit(REST_LOW, snapped.digit(-3));
    }

    /** Rounded once for all the years that the credit restores; what is left is dealt out by largest remainder, older years first. */
    private void writeWholeShares() {
        digit(SHARES_THE_SUM, "IF(AND(" + at(STANDING) + ">0," + at(CLOSED) + "=0),1,0)");
        digit(
                GIVEN,
                "IF(" + at(CLOSED) + "=1," + at(STILL_BEFORE) + ",IF(" + at(SHARES_THE_SUM) + "=1,MIN(" + at(FLOOR)
                        + "," + at(STILL_BEFORE) + "),0))");
        digit(ROOM, "IF(" + at(SHARES_THE_SUM) + "=1," + at(STILL_BEFORE) + "-" + at(GIVEN) + ",0)");
        digit(FIRST_DEALT, "IF(" + at(ROOM) + ">0,IF(" + ahead(0) + "<" + credit.toDeal() + ",1,0),0)");
        digit(SECOND_DEALT, "IF(" + at(ROOM) + ">1,IF(" + ahead(1) + "<" + credit.toDealAgain() + ",1,0),0)");
    }

    /** How many that can take more than so many shares come before this one. */
    private String ahead(int taken) {
        String high = credit.year().ofPairs(REST_HIGH);
        String low = credit.year().ofPairs(REST_LOW);
        return "SUMPRODUCT((" + credit.year().ofPairs(ROOM) + ">" + taken + ")*((" + high + ">" + at(REST_HIGH) + ")+("
                + high + "=" + at(REST_HIGH) + ")*((" + low + ">" + at(REST_LOW) + ")+(" + low + "=" + at(REST_LOW)
                + ")*(" + credit.year().ofPairs(SHORTFALL_YEAR) + "<" + at(SHORTFALL_YEAR) + "))))";
    }

    private void writeWhatPeopleRead() {
        String shortfall = shortfallYear.at(YearRow.SHORTFALL);
        String deductible = "IF(ISNUMBER(" + shortfallYear.at(YearRow.AGREED) + "),"
                + shortfallYear.at(YearRow.DEDUCTED) + "," + shortfall + "/" + shortfallYear.at(YearRow.TARGET) + "*"
                + shortfallYear.at(YearRow.TRANCHE) + ")";
        sheet.number(row, EXCESS_YEAR, CellStyles.YEAR, credit.year().number());
        sheet.number(row, SHORTFALL_YEAR, CellStyles.YEAR, shortfallYear.number());
        sheet.formula(row, OPEN_REVENUE, CellStyles.MONEY, "MAX(0,ROUND(" + shortfall + before(LAID) + ",4))");
        sheet.formula(
                row,
                OPEN_SHARES,
                CellStyles.EXACT,
                "IF(" + at(STILL_BEFORE) + "=0,0,MAX(0,ROUND(" + deductible + before(EXACT_SHARES) + ",6)))");
        sheet.formula(
                row,
                TARGET,
                CellStyles.MONEY,
                "IF(" + readings.excessYear() + "," + credit.year().at(YearRow.TARGET) + ","
                        + shortfallYear.at(YearRow.TARGET) + ")");
        sheet.formula(
                row,
                TRANCHE,
                CellStyles.SHARES,
                "IF(" + readings.excessYear() + "," + credit.year().at(YearRow.TRANCHE) + ","
                        + shortfallYear.at(YearRow.TRANCHE) + ")");
        sheet.formula(
                row,
                LAID,
                CellStyles.MONEY,
                "IF(" + at(STANDING) + "=0,0,IF(" + readings.excessYear() + ",IF(" + at(FULL_BY) + "=1,"
                        + moneyOpen().nearest() + "/100," + laid().nearest() + "/" + at(TRANCHE) + "*" + at(TARGET)
                        + ")," + laid().nearest() + "/100))");
        sheet.formula(row, EXACT_SHARES, CellStyles.EXACT, at(LAID) + "/" + at(TARGET) + "*" + at(TRANCHE));
        sheet.formula(row, WHOLE, CellStyles.SHARES, at(GIVEN) + "+" + at(FIRST_DEALT) + "+" + at(SECOND_DEALT));
        sheet.formula(row, STILL_DEDUCTED, CellStyles.SHARES, at(STILL_BEFORE) + "-" + at(WHOLE));
    }

    /** Less what earlier excesses laid on the same shortfall, or restored of it. */
    private String before(int column) {
        int first = place.pair(credit.year().number(), 1);
        return before.isEmpty()
                ? ""
                : "-SUMIF(" + Cells.range(place.firstPair(), SHORTFALL_YEAR, first - 1, SHORTFALL_YEAR) + ","
                        + at(SHORTFALL_YEAR) + "," + Cells.range(place.firstPair(), column, first - 1, column) + ")";
    }

    private void digit(int column, String formula) {
        sheet.digit(row, column, formula);
    }
}
