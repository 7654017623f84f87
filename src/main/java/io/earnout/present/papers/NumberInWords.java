package io.earnout.present.papers;

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
