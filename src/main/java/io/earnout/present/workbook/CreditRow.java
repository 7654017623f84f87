package io.earnout.present.workbook;

/**
 * What a year's credit leaves, and in what proportion it is laid (SPA 5.2(2)): exact numbers to the right of the year's own,
 * worked out over all the earlier years that it meets.
 */
final class CreditRow {

    private static final int LEFT = YearRow.CREDIT_ROW;
    private static final int CLOSED_SUM = LEFT + Digits.COUNT;
    private static final int CLOSED = CLOSED_SUM + Digits.COUNT;
    private static final int CLOSED_MONEY = CLOSED + Digits.COUNT;
    private static final int MONEY_LEFT = CLOSED_MONEY + Digits.PRODUCT_COUNT;
    private static final int TO_PART = MONEY_LEFT + Digits.COUNT;
    private static final int WEIGHTS = TO_PART + Digits.COUNT;
    private static final int PROPORTION = WEIGHTS + Digits.COUNT;
    private static final int PROPORTION_LOW = -6;
    private static final int RESTS = PROPORTION - PROPORTION_LOW;
    private static final int SUM = RESTS - (PROPORTION_LOW + 1) * Digits.COUNT;
    private static final int WHOLE_SUM = SUM + Digits.COUNT;
    private static final int TO_DEAL = WHOLE_SUM + 1;
    private static final int TO_DEAL_AGAIN = TO_DEAL + 1;
    private static final int NOT_DEALT = TO_DEAL_AGAIN + 1;
    static final int END = NOT_DEALT + 1;

    private final Sheet sheet;
    private final YearRow year;
    private final ReadingCells readings;

    CreditRow(Sheet sheet, ReadingCells readings, YearRow year) {
        this.sheet = sheet;
        this.readings = readings;
        this.year = year;
    }

    YearRow year() {
        return year;
    }

    /** What the years that take all they can leave of the credit, in what is laid. */
    Digits left() {
        return Digits.sum(year.row(), LEFT);
    }

    /** The same in fen, where the credit is laid in shares. */
    Digits moneyLeft() {
        return Digits.sum(year.row(), MONEY_LEFT);
    }

    /** Which part of its weight each year takes that can't take all of it. */
    Digits proportion() {
        return Digits.factor(year.row(), PROPORTION, -1, PROPORTION_LOW);
    }

    String toDeal() {
        return year.at(TO_DEAL);
    }

    String toDealAgain() {
        return year.at(TO_DEAL_AGAIN);
    }

    /** The shares that two rounds of dealing out left over though there was room for them. */
    static int notDealtColumn() {
        return NOT_DEALT;
    }

    /** Says above the exact numbers what each is. */
    static void nameExactNumbers(Sheet sheet, int row) {
        sheet.text(row, LEFT, CellStyles.DIGIT_NAME, "left of the credit");
        sheet.text(
                row,
                CLOSED_SUM,
                CellStyles.DIGIT_NAME,
                "laid where it closes deductions, with carries; without; in fen");
        sheet.text(row, MONEY_LEFT, CellStyles.DIGIT_NAME, "left of the credit in fen");
        sheet.text(row, TO_PART, CellStyles.DIGIT_NAME, "to lay in proportion");
        sheet.text(row, WEIGHTS, CellStyles.DIGIT_NAME, "what it is laid on");
        sheet.text(row, PROPORTION, CellStyles.DIGIT_NAME, "the proportion, lowest digit first");
        sheet.text(row, RESTS, CellStyles.DIGIT_NAME, "its rests");
        sheet.text(row, SUM, CellStyles.DIGIT_NAME, "sum of the restorations that close nothing");
        sheet.text(row, WHOLE_SUM, CellStyles.DIGIT_NAME, "rounded down; to deal out, again; not dealt");
    }

    void write() {
        writeLeft();
        writeMoneyLeft();
        writeProportion();
        writeWholeShares();
    }

    private String sumWhere(int flag, int value, int column) {
        return "SUMIF(" + year.ofPairs(flag) + "," + value + "," + year.ofPairs(column) + ")";
    }

    private void writeLeft() {
        Digits left = left();
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    left.column(power),
                    year.layable().at(power) + "-" + sumWhere(PairRow.STANDING, 2, most(power)) + left.carryTo(power));
        }
    }

    private static int most(int power) {
        return PairRow.MOST + Digits.HIGH - power;
    }

    /** A deduction that is closed took as much revenue as makes its shares; a shortfall that is covered took its revenue. */
    private void writeMoneyLeft() {
        Digits sum = Digits.sum(year.row(), CLOSED_SUM);
        Digits closed = Digits.number(year.row(), CLOSED);
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(sum.column(power), sumWhere(PairRow.FULL_BY, 2, most(power)) + sum.carryTo(power));
            digit(closed.column(power), sum.digit(power));
        }
        Digits money = Digits.product(year.row(), CLOSED_MONEY);
        sheet.product(money, closed, year.price());
        Digits left = moneyLeft();
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    left.column(power),
                    year.credit().at(power) + "-"
                            + sumWhere(PairRow.FULL_BY, 1, PairRow.MONEY_OPEN + Digits.HIGH - power) + "-"
                            + money.digit(power) + left.carryTo(power));
        }
    }

    private void writeProportion() {
        Digits toPart = Digits.sum(year.row(), TO_PART);
        Digits weights = Digits.sum(year.row(), WEIGHTS);
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    toPart.column(power),
                    year.layable().at(power) + "-" + sumWhere(PairRow.FILLED, 1, most(power)) + toPart.carryTo(power));
            digit(
                    weights.column(power),
                    sumWhere(PairRow.FILLED, 0, PairRow.WEIGHT + Digits.HIGH - power) + weights.carryTo(power));
        }
        Digits rest = toPart;
        for (int power = -1; power >= PROPORTION_LOW; power--) {
            String digit = Cells.at(year.row(), proportion().column(power));
            digit(
                    proportion().column(power),
                    "IF(AND(" + readings.proRata() + "," + weights.nearest() + ">0),ROUND(" + rest.nearest() + "*1E6/"
                            + weights.nearest() + ",0),0)");
            if (power > PROPORTION_LOW) {
                rest = rest(digit, rest, weights, RESTS - (power + 1) * Digits.COUNT);
            }
        }
    }

    /** What a digit of the quotient leaves, a million times as large. */
    private Digits rest(String digit, Digits before, Digits weights, int column) {
        Digits rest = Digits.sum(year.row(), column);
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            String shifted = power == Digits.LOW ? "0" : before.digit(power - 1);
            digit(
                    rest.column(power),
                    (power == Digits.HIGH ? before.digit(power) + "*1E6+" : "") + shifted + "-" + digit + "*"
                            + weights.digit(power) + rest.carryTo(power));
        }
        return rest;
    }

    private void writeWholeShares() {
        Digits sum = Digits.sum(year.row(), SUM);
        for (int power = Digits.HIGH; power >= Digits.LOW; power--) {
            digit(
                    sum.column(power),
                    sumWhere(PairRow.SHARES_THE_SUM, 1, PairRow.SHARES + Digits.HIGH - power)
                            + (power == Digits.LOW ? "+5E5" : "")
                            + sum.carryTo(power));
        }
        digit(WHOLE_SUM, sum.at(2) + "*1E12+" + sum.digit(1) + "*1E6+" + sum.digit(0));
        digit(TO_DEAL, year.at(WHOLE_SUM) + "-" + sumWhere(PairRow.SHARES_THE_SUM, 1, PairRow.GIVEN));
        digit(TO_DEAL_AGAIN, year.at(TO_DEAL) + "-SUM(" + year.ofPairs(PairRow.FIRST_DEALT) + ")");
        digit(
                NOT_DEALT,
                "IF(COUNTIF(" + year.ofPairs(PairRow.ROOM) + ",\">2\")=0,0," + year.at(TO_DEAL_AGAIN) + "-SUM("
                        + year.ofPairs(PairRow.SECOND_DEALT) + "))");
    }

    private void digit(int column, String formula) {
        sheet.digit(year.row(), column, formula);
    }
}
