package io.earnout.present.papers;

import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;

/** A quantity in words, as a paper names it beside its figures: {@code two million four hundred thousand}. */
final class NumberInWords {

    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] THOUSANDS = {"", " thousand", " million", " billion", " trillion", " quadrillion"};

    /** Zero to nine. */
    private static final String CHINESE_DIGITS = "\u96f6\u58f9\u8d30\u53c1\u8086\u4f0d\u9646\u67d2\u634c\u7396";

    private static final String CHINESE_UNIT_NAMES = "\u4ebf\u4e07\u4edf\u4f70\u62fe";
    private static final long[] CHINESE_UNITS = {100_000_000, 10_000, 1_000, 100, 10};

    private NumberInWords() {}

    /**
     * A whole number in words.
     *
     * @param number from 0 to 10<sup>15</sup>, the most shares that there can be
     */
    static String of(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("no quantity is below zero: " + number);
        }
        if (number == 0) {
            return SMALL[0];
        }
        List<String> groups = new ArrayList<>();
        long rest = number;
        for (int power = 0; rest > 0; power++) {
            int group = (int) (rest % 1000);
            if (group > 0) {
                groups.add(0, belowThousand(group) + THOUSANDS[power]);
            }
            rest /= 1000;
        }
        return String.join(" ", groups);
    }

    /** Shares in Chinese words, with their measure word. */
    static String sharesInChinese(Shares shares) {
        return inChinese(shares.count()) + "\u80a1";
    }

    /**
     * A whole number in the Chinese words of contracts and cheques: {@code 2887218} is written
     * {@code \u8d30\u4f70\u634c\u62fe\u634c\u4e07\u67d2\u4edf\u8d30\u4f70\u58f9\u62fe\u634c}.
     *
     * @param number from 0 to 10<sup>15</sup>
     */
    static String inChinese(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("no quantity is below zero: " + number);
        }
        for (int i = 0; i < CHINESE_UNITS.length; i++) {
            long unit = CHINESE_UNITS[i];
            if (number >= unit) {
                long rest = number % unit;
                String gap = rest > 0 && rest < unit / 10 ? CHINESE_DIGITS.substring(0, 1) : "";
                return inChinese(number / unit)
                        + CHINESE_UNIT_NAMES.charAt(i)
                        + gap
                        + (rest == 0 ? "" : inChinese(rest));
            }
        }
        return CHINESE_DIGITS.substring((int) number, (int) number + 1);
    }

    private static String belowThousand(int number) {
        int rest = number % 100;
        if (number < 100) {
            return belowHundred(rest);
        }
        return SMALL[number / 100] + " hundred" + (rest == 0 ? "" : " " + belowHundred(rest));
    }

    private static String belowHundred(int number) {
        if (number < SMALL.length) {
            return SMALL[number];
        }
        int ones = number % 10;
        return TENS[number / 10] + (ones == 0 ? "" : "-" + SMALL[ones]);
    }
}
