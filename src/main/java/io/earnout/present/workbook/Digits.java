package io.earnout.present.workbook;

import java.util.ArrayList;
import java.util.List;

/**
 * An exact number in neighbouring cells, a digit to the base of a million in each. A spreadsheet keeps about fifteen figures of
 * a number; what SPA 5.2 multiplies and divides has thirty and more. Every product of two such digits is a whole number
 * that a cell holds exactly.
 *
 * @param row the row of the cells
 * @param column the first of them
 * @param high the power of a million of the highest digit
 * @param low the power of a million of the lowest digit
 * @param lowestFirst whether the lowest digit stands in the first cell: the second factor of a product does
 * @param carrying whether each cell still holds what is to be carried to the next higher digit, which has counted it
 */
public record Digits(int row, int column, int high, int low, boolean lowestFirst, boolean carrying) {

    /** Amounts and shares: from 10^12 down to the 10^-24th part. */
    static final int HIGH = 2;

    static final int LOW = -4;
    static final int COUNT = HIGH - LOW + 1;

    /** A product is worked out one place further down, to carry from there. */
    static final int PRODUCT_COUNT = COUNT + 1;

    /** Two numbers nearer than the 10^-18th part, in units of the lowest digit, are the same. */
    static final String SAME = "1E6";

    static Digits number(int row, int column) {
        return new Digits(row, column, HIGH, LOW, false, false);
    }

    /** A sum or difference of many, with what each digit carries to the next. */
    static Digits sum(int row, int column) {
        return new Digits(row, column, HIGH, LOW, false, true);
    }

    static Digits product(int row, int column) {
        return new Digits(row, column, HIGH, LOW - 1, false, true);
    }

    /** The second factor of a product. */
    static Digits factor(int row, int column, int high, int low) {
        return new Digits(row, column, high, low, true, false);
    }

    int count() {
        return high - low + 1;
    }

    /** The column of the digit of a power. */
    int column(int power) {
        return column + (lowestFirst ? power - low : high - power);
    }

    /** The cell of the digit of a power. */
    String at(int power) {
        return Cells.at(row, column(power));
    }

    /** The digit of a power, without what it carries to the next. */
    String digit(int power) {
        return carrying && power < high ? "MOD(" + at(power) + ",1E6)" : at(power);
    }

    /** What the digit below a power carries to it, to be added; nothing for the lowest. */
    String carryTo(int power) {
        return power == low ? "" : "+INT(" + at(power - 1) + "/1E6)";
    }

    private String range(int from, int to) {
        return Cells.range(row, Math.min(column(from), column(to)), row, Math.max(column(from), column(to)));
    }

    /** What the digit of a power of a product is, before what the digits below carry to it. */
    static String productAt(int power, Digits one, Digits factor) {
        int highest = Math.min(one.high, power - factor.low);
        int lowest = Math.max(one.low, power - factor.high);
        if (highest < lowest) {
            return "0";
        }
        return "SUMPRODUCT(" + one.range(highest, lowest) + "," + factor.range(power - highest, power - lowest) + ")";
    }

    /** The number as the nearest that one cell can hold. */
    String nearest() {
        return "(" + digit(2) + "*1E12+" + digit(1) + "*1E6+" + digit(0) + "+" + digit(-1) + "/1E6+" + digit(-2)
                + "/1E12)";
    }

    /** The digit of a power of a whole number in a cell. */
    static String ofWhole(String cell, int power) {
        return switch (power) {
            case 2 -> "INT(" + cell + "/1E12)";
            case 1 -> "INT(" + cell + "/1E6)-INT(" + cell + "/1E12)*1E6";
            case 0 -> cell + "-INT(" + cell + "/1E6)*1E6";
            default -> "0";
        };
    }

    /**
     * Above {@link #SAME} where the first number is larger, below its negative where it is smaller; in between they are
     * the same.
     */
    static String difference(Digits one, Digits other) {
        List<String> terms = new ArrayList<>();
        for (int power = HIGH; power >= LOW; power--) {
            terms.add(one.digit(power) + "-" + other.digit(power));
        }
        return fromTheHighestDown(terms);
    }

    /** Above {@link #SAME} where the number is above zero. */
    String sign() {
        List<String> terms = new ArrayList<>();
        for (int power = HIGH; power >= LOW; power--) {
            terms.add(digit(power));
        }
        return fromTheHighestDown(terms);
    }

    /** Once the difference is clear, the digits below can't turn it. */
    private static String fromTheHighestDown(List<String> terms) {
        String sign = terms.get(0);
        for (String term : terms.subList(1, terms.size())) {
            sign = "MAX(-1E5,MIN(1E5," + sign + "))*1E6+" + term;
        }
        return sign;
    }
}
