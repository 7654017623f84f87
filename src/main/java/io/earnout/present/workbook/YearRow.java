package io.earnout.present.workbook;

import io.earnout.terms.ExcessCredit;

/**
 * One assessment year in the sheet: its figures, and to the right of what people read the exact numbers from which they
 * follow (SPA 5.1, 5.2).
 */
final class YearRow {

    // what people read
    static final int YEAR = 0;
    static final int STARTS = 1;
    static final int ENDS = 2;
    static final int TARGET = 3;
    static final int TRANCHE = 4;
    static final int REPORT = 5;
    static final int REVENUE = 6;
    static final int AGREED = 7;
    static final int SHORTFALL = 8;
    static final int EXCESS = 9;
    static final int CREDIT = 10;
    static final int LAID = 11;
    static final int BY_FORMULA = 12;
    static final int EARNED = 13;
    static final int DEDUCTED = 14;
    static final int RESTORED = 15;
    static final int OUTSTANDING = 16;
    static final int WITHHELD = 17;
    static final int ENTITLED = 18;
    static final int UNASSESSED = 19;

    /** Here the exact numbers begin. */
    static final int EXACT = 24;

    private static final int TARGET_FEN = EXACT;
    private static final int TARGET_HIGH = TARGET_FEN + 1;
    private static final int TARGET_LOW = TARGET_HIGH + 1;
    private static final int REVENUE_FEN = TARGET_LOW + 1;
    private static final int REVENUE_HIGH = REVENUE_FEN + 1;
    private static final int REVENUE_LOW = REVENUE_HIGH + 1;
    private static final int TRANCHE_HIGH = REVENUE_LOW + 1;
    private static final int TRANCHE_LOW = TRANCHE_HIGH + 1;
    private static final int ASSESSED = TRANCHE_LOW + 1;
    private static final int ALL_ASSESSED = ASSESSED + 1;
    private static final int SHORTFALL_FEN = ALL_ASSESSED + 1;
    private static final int EXCESS_FEN = SHORTFALL_FEN + 1;
    private static final int TWICE_CREDIT = EXCESS_FEN + 1;
    private static final int TWICE_LAYABLE = TWICE_CREDIT + 1;
    private static final int DIVISION = TWICE_LAYABLE + 1;
    private static final int EARNED_BY_FORMULA = DIVISION + 4;
    private static final int RATE = EARNED_BY_FORMULA + 1;
    private static final int RATE_LOW = -6;
    private static final int RATE_RESTS = RATE + 1 - RATE_LOW;
    private static final int PRICE = RATE_RESTS + 1 - RATE_LOW;
    private static final int PRICE_WHOLE = PRICE + 3 - RATE_LOW;
    private static final int PRICE_RESTS = PRICE_WHOLE + 1;
    private static final int CREDIT_MONEY = PRICE_RESTS + 1 - RATE_LOW;
    private static final int CREDIT_PRODUCT = CREDIT_MONEY + Digits.COUNT;
    private static final int CREDIT_WORK = CREDIT_PRODUCT + Digits.PRODUCT_COUNT;
    private static final int SHORTFALL_DIGITS = CREDIT_WORK + Digits.COUNT;
    private static final int DEDUCTED_DIGITS = SHORTFALL_DIGITS + Digits.COUNT;
    private static final int SHORTFALL_SHARES = DEDUCTED_DIGITS + Digits.COUNT;
    private static final int DEDUCTED_MONEY = SHORTFALL_SHARES + Digits.PRODUCT_COUNT;
    private static final int OPEN = DEDUCTED_MONEY + Digits.PRODUCT_COUNT;

    /** Here begins what the {@link CreditRow} of the year works out. */
    static final int CREDIT_ROW = OPEN + Digits.COUNT;

    private final Sheet sheet;
    private final ReadingCells readings;
    private final CellAddress place;
    private final int number;
    private final int row;

    YearRow(Sheet sheet, ReadingCells readings, CellAddress place, int number) {
        this.sheet = sheet;
        this.readings = readings;
        this.place = place;
        this.number = number;
        this.row = place.year(number);
    }

    int row() {
        return row;
    }

    int number() {
        return number;
    }

    String at(int column) {
        return Cells.at(row, column);
    }

    String targetFen() {
        return at(TARGET_FEN);
    }

    /** Shares for a fen. */
    Digits rate() {
        return Digits.factor(row, RATE, 0, RATE_LOW);
    }

    /** Fen for a share. */
    Digits price() {
        return Digits.factor(row, PRICE, Digits.HIGH, RATE_LOW);
    }

    /** What may be laid of the credit, in fen. */
    Digits credit() {
        return Digits.number(row, CREDIT_MONEY);
    }

    /** The same in what is laid: shares of this year's rate, or fen where each shortfall's own rate counts. */
    Digits layable() {
        return Digits.number(row, CREDIT_WORK);
    }

    /** The shortfall in fen. */
    Digits shortfall() {
        return Digits.number(row, SHORTFALL_DIGITS);
    }

    /** What the year leaves deducted, in what is laid: shares, or the fen that make them at its own rate. */
    Digits open() {
        return Digits.number(row, OPEN);
    }

    /** Says above the exact numbers what each is. */
    static void nameExactNumbers(Sheet sheet, int row) {
        sheet.text(row, TARGET_FEN, CellStyles.DIGIT_NAME, "target in fen, whole and in two digits");
        sheet.text(row, REVENUE_FEN, CellStyles.DIGIT_NAME, "revenue in fen, the same");
        sheet.text(row, TRANCHE_HIGH, CellStyles.DIGIT_NAME, "tranche");
        sheet.text(row, ASSESSED, CellStyles.DIGIT_NAME, "assessed; and all before");
        sheet.text(row, SHORTFALL_FEN, CellStyles.DIGIT_NAME, "shortfall, excess in fen");
        sheet.text(row, TWICE_CREDIT, CellStyles.DIGIT_NAME, "twice the credit; if it doesn't wait");
        sheet.text(row, DIVISION, CellStyles.DIGIT_NAME, "revenue x tranche / target, rests");
        sheet.text(row, EARNED_BY_FORMULA, CellStyles.DIGIT_NAME, "rounded down");
        sheet.text(row, RATE, CellStyles.DIGIT_NAME, "tranche / target, lowest digit first");
        sheet.text(row, RATE_RESTS, CellStyles.DIGIT_NAME, "its rests");
        sheet.text(row, PRICE, CellStyles.DIGIT_NAME, "target / tranche, lowest digit first");
        sheet.text(row, PRICE_WHOLE, CellStyles.DIGIT_NAME, "its whole part, rests");
        sheet.text(row, CREDIT_MONEY, CellStyles.DIGIT_NAME, "credit in fen, in digits");
        sheet.text(row, CREDIT_PRODUCT, CellStyles.DIGIT_NAME, "credit in shares");
        sheet.text(row, CREDIT_WORK, CellStyles.DIGIT_NAME, "the one that is laid");
        sheet.text(row, SHORTFALL_DIGITS, CellStyles.DIGIT_NAME, "shortfall, in digits");
        sheet.text(row, DEDUCTED_DIGITS, CellStyles.DIGIT_NAME, "deducted shares, in digits");
        sheet.text(row, SHORTFALL_SHARES, CellStyles.DIGIT_NAME, "shortfall in shares");
        sheet.text(row, DEDUCTED_MONEY, CellStyles.DIGIT_NAME, "deducted shares in fen");
        sheet.text(row, OPEN, CellStyles.DIGIT_NAME, "the open deduction");
    }

    void write() {
        writeWhatPeopleRead();
        writeWholeNumbers();
        writeEarned();
        writeRate();
        writePrice();
        writeCredit();
        writeOpen();
    }

    private void writeWhatPeopleRead() {
        sheet.formula(row, SHORTFALL, CellStyles.MONEY, at(SHORTFALL_FEN) + "/100");
        sheet.formula(row, EXCESS, CellStyles.MONEY, at(EXCESS_FEN) + "/100");
        sheet.formula(row, CREDIT, CellStyles.MONEY, at(TWICE_CREDIT) + "/200");
        if (number == 1) {
            sheet.number(row, LAID, CellStyles.MONEY, 0);
        } else {
            sheet.formula(row, LAID, CellStyles.MONEY, "SUM(" + ofPairs(PairRow.LAID) + ")");
        }
        sheet.formula(
                row,
                BY_FORMULA,
                CellStyles.EXACT,
                when(ASSESSED, "MIN(1," + at(REVENUE) + "/" + at(TARGET) + ")*" + at(TRANCHE), "0"));
        sheet.formula(
                row,
                EARNED,
                CellStyles.SHARES,
                when(ASSESSED, "IF(" + isAgreed() + "," + at(AGREED) + "," + at(EARNED_BY_FORMULA) + ")", "0"));
        sheet.formula(row, DEDUCTED, CellStyles.SHARES, when(ASSESSED, at(TRANCHE) + "-" + at(EARNED), "0"));
        sheet.formula(
                row,
                RESTORED,
                CellStyles.SHARES,
                place.pairs() == 0
                        ? "0"
                        : "SUMIF(" + allPairs(PairRow.SHORTFALL_YEAR) + "," + at(YEAR) + "," + allPairs(PairRow.WHOLE)
                                + ")");
        sheet.formula(row, OUTSTANDING, CellStyles.SHARES, at(DEDUCTED) + "-" + at(RESTORED));
        sheet.formula(
                row,
                WITHHELD,
                CellStyles.SHARES,
                "IF(AND(" + readings.block() + "," + at(ASSESSED) + "=1," + at(SHORTFALL_FEN) + ">0,NOT(" + isAgreed()
                        + "))," + at(EARNED) + ",0)");
        sheet.formula(row, ENTITLED, CellStyles.SHARES, at(EARNED) + "-" + at(WITHHELD) + "+" + at(RESTORED));
        sheet.formula(row, UNASSESSED, CellStyles.SHARES, when(ASSESSED, "0", at(TRANCHE)));
    }

    private String isAgreed() {
        return "ISNUMBER(" + at(AGREED) + ")";
    }

    private String when(int flag, String then, String otherwise) {
        return "IF(" + at(flag) + "=1," + then + "," + otherwise + ")";
    }

    /** A column of the pairs in which this is the excess year. */
    String ofPairs(int column) {
        return Cells.range(place.pair(number, 1), column, place.pair(number, number - 1), column);
    }

    private String allPairs(int column) {
        return Cells.range(place.firstPair(), column, place.lastPair(), column);
    }

    private void writeWholeNumbers() {
        digit(TARGET_FEN, "ROUND(" + at(TARGET) + "*100,0)");
        digit(REVENUE_FEN, when(ASSESSED, "ROUND(" + at(REVENUE) + "*100,0)", "0"));
        split(TARGET_FEN, TARGET_HIGH, TARGET_LOW);
        split(REVENUE_FEN, REVENUE_HIGH, REVENUE_LOW);
        split(TRANCHE, TRANCHE_HIGH, TRANCHE_LOW);
        digit(ASSESSED, "IF(ISNUMBER(" + at(REVENUE) + "),1,0)");
        digit(ALL_ASSESSED, at(ASSESSED) + (number == 1 ? "" : "*" + Cells.at(row - 1, ALL_ASSESSED)));
        digit(SHORTFALL_FEN, when(ASSESSED, "MAX(0," + at(TARGET_FEN) + "-" + at(REVENUE_FEN) + ")", "0"));
        digit(EXCESS_FEN, when(ASSESSED, "MAX(0," + at(REVENUE_FEN) + "-" + at(TARGET_FEN) + ")", "0"));
        String beyond = "2*" + at(REVENUE_FEN) + "-3*" + at(TARGET_FEN);
        digit(
                TWICE_CREDIT,
                "IF(" + at(EXCESS_FEN) + "=0,0,IF(" + readings.credit(ExcessCredit.HALF) + "," + at(EXCESS_FEN) + ",IF("
                        + readings.credit(ExcessCredit.FULL) + ",2*" + at(EXCESS_FEN) + ",IF("
                        + readings.credit(ExcessCredit.ABOVE_150) + ",IF(" + beyond + ">0,2*" + at(EXCESS_FEN)
                        + ",0),MAX(0," + beyond + ")))))");
        digit(TWICE_LAYABLE, "IF(" + at(ALL_ASSESSED) + "=1," + at(TWICE_CREDIT) + ",0)");
    }

    private void split(int whole, int high, int low) {
        digit(high, "INT(" + at(whole) + "/1E6)");
        digit(low, at(whole) + "-" + at(high) + "*1E6");
    }

    /** Revenue x tranche / target, rounded down: a division in two steps, of which each rest is exact. */
    private void writeEarned() {
        int first = DIVISION;
        int rest = DIVISION + 1;
        int second = DIVISION + 2;
        int last = DIVISION + 3;
        digit(first, "INT(" + at(REVENUE_FEN) + "*" + at(TRANCHE_HIGH) + "/" + at(TARGET_FEN) + ")");
        digit(
                rest,
                "(" + at(REVENUE_HIGH) + "*" + at(TRANCHE_HIGH) + "-" + at(first) + "*" + at(TARGET_HIGH) + ")*1E6+"
                        + at(REVENUE_LOW) + "*" + at(TRANCHE_HIGH) + "-" + at(first) + "*" + at(TARGET_LOW));
        digit(
                second,
                "INT((" + at(rest) + "*1E6+" + at(REVENUE_FEN) + "*" + at(TRANCHE_LOW) + ")/" + at(TARGET_FEN) + ")");
        digit(
                last,
                "(" + at(rest) + "+" + at(REVENUE_HIGH) + "*" + at(TRANCHE_LOW) + "-" + at(second) + "*"
                        + at(TARGET_HIGH) + ")*1E6+" + at(REVENUE_LOW) + "*" + at(TRANCHE_LOW) + "-" + at(second) + "*"
                        + at(TARGET_LOW));
        digit(
                EARNED_BY_FORMULA,
                "IF(" + at(SHORTFALL_FEN) + "=0," + at(TRANCHE) + "," + at(first) + "*1E6+" + at(second) + "+IF("
                        + at(last) + "<0,-1,IF(" + at(last) + ">=" + at(TARGET_FEN) + ",1,0)))");
    }

    /** Tranche / target. */
    private void writeRate() {
        Digits rate = rate();
        digit(rate.column(0), "INT(" + at(TRANCHE) + "/" + at(TARGET_FEN) + ")");
        digit(RATE_RESTS, at(TRANCHE) + "-" + rate.at(0) + "*" + at(TARGET_FEN));
        for (int power = -1; power >= RATE_LOW; power--) {
            divide(RATE_RESTS - power, rate.column(power), TARGET_FEN, TARGET_HIGH, TARGET_LOW);
        }
    }

    /** Target / tranche. */
    private void writePrice() {
        Digits price = price();
        digit(PRICE_WHOLE, "INT(" + at(TARGET_FEN) + "/" + at(TRANCHE) + ")");
        digit(PRICE_RESTS, at(TARGET_FEN) + "-" + at(PRICE_WHOLE) + "*" + at(TRANCHE));
        for (int power = Digits.HIGH; power >= 0; power--) {
            digit(price.column(power), Digits.ofWhole(at(PRICE_WHOLE), power));
        }
        for (int power = -1; power >= RATE_LOW; power--) {
            divide(PRICE_RESTS - power, price.column(power), TRANCHE, TRANCHE_HIGH, TRANCHE_LOW);
        }
    }

    /** One more digit of a quotient, and what it leaves, exact. The rest may fall below zero; the next digit then does, too. */
    private void divide(int rest, int digit, int divisor, int high, int low) {
        String before = at(rest - 1);
        digit(digit, "INT(" + before + "*1E6/" + at(divisor) + ")");
        digit(rest, "(" + before + "-" + at(digit) + "*" + at(high) + ")*1E6-" + at(digit) + "*" + at(low));
    }

    private void writeCredit() {
        Digits credit = credit();
        String whole = "INT(" + at(TWICE_LAYABLE) + "/2)";
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    credit.column(power),
                    power == -1 ? "(" + at(TWICE_LAYABLE) + "-2*" + whole + ")*500000" : Digits.ofWhole(whole, power));
        }
        Digits shares = Digits.product(row, CREDIT_PRODUCT);
        product(shares, credit, rate());
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    layable().column(power),
                    "IF(" + readings.excessYear() + "," + shares.digit(power) + "," + credit.at(power) + ")");
        }
    }

    private void product(Digits product, Digits one, Digits factor) {
        sheet.product(product, one, factor);
    }

    private void writeOpen() {
        Digits deducted = Digits.number(row, DEDUCTED_DIGITS);
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(shortfall().column(power), Digits.ofWhole(at(SHORTFALL_FEN), power));
            digit(deducted.column(power), Digits.ofWhole(at(DEDUCTED), power));
        }
        Digits shares = Digits.product(row, SHORTFALL_SHARES);
        product(shares, shortfall(), rate());
        Digits money = Digits.product(row, DEDUCTED_MONEY);
        product(money, deducted, price());
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    open().column(power),
                    when(
                            ASSESSED,
                            "IF(" + isAgreed() + ",IF(" + readings.excessYear() + "," + deducted.at(power) + ","
                                    + money.digit(power) + "),IF(" + readings.excessYear() + "," + shares.digit(power)
                                    + "," + shortfall().at(power) + "))",
                            "0"));
        }
    }

    private void digit(int column, String formula) {
        sheet.digit(row, column, formula);
    }
}
