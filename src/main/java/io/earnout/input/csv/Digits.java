package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole numbers, amounts and dates read from the bytes of a cell, without an object in between. Each reader returns
 * {@link #INVALID} for what it can't read; what is wrong with it is then worked out slowly.
 */
public final class Digits {

    static final long INVALID = -1;

    private static final int NO_DIGITS = -1_000_000;
    private static final int MOST_DIGITS = 18;
    private static final Pattern NEGATIVE = Pattern.compile("[-\u2212]\\s*[0-9].*|\\(.*[0-9].*\\)|[0-9].*-");
    private static final Pattern EXPONENT = Pattern.compile("[0-9.,+-]+[eE][0-9+-]+");
    private static final Pattern SEPARATED = Pattern.compile("[0-9]+([,'\u2019 \u00A0\u202F][0-9]+)+([.,][0-9]*)?");
    private static final Pattern DECIMALS = Pattern.compile("[0-9]+\\.[0-9]+");

    /** As spreadsheets write days with the year first, the hour of midnight behind them or not. */
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>[0-9]{4})(?:([-/.])(?<month>[0-9]{1,2})\\2(?<day>[0-9]{1,2})"
                    + "(?:[ T]0{1,2}:00(?::00(?:\\.0+)?)?)?)");

    private static final int LONGEST_DAY = 60;
    private static final Pattern WHOLE = Pattern.compile("[0-9]+");

    private Digits() {}

    /** Plain digits with at most {@code decimals} decimals, as a multiple of the last of these. */
    public static long amount(byte[] bytes, int from, int to, int decimals) {
        long value = 0;
        int digits = 0;
        int point = -1;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                // leading zeros don't count
                digits += value == 0 ? 0 : 1;
                if (digits > MOST_DIGITS) {
                    return INVALID;
                }
            } else if (bytes[i] == '.' && point < 0 && i > from && i < to - 1) {
                point = i;
            } else {
                return bytes[i] < 0 ? amountInWideDigits(bytes, from, to, decimals) : INVALID;
            }
        }
        int given = point < 0 ? 0 : to - point - 1;
        if (to == from || given > decimals || digits + decimals - given > MOST_DIGITS) {
            return INVALID;
        }
        for (int i = given; i < decimals; i++) {
            value *= 10;
        }
        return value;
    }

    /** Digits of full width can mean nothing else than plain ones. */
    private static long amountInWideDigits(byte[] bytes, int from, int to, int decimals) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        String plain = Texts.ofPlainWidth(text);
        if (plain.equals(text)) {
            return INVALID;
        }
        byte[] encoded = plain.getBytes(StandardCharsets.UTF_8);
        return amount(encoded, 0, encoded.length, decimals);
    }

    /** Plain digits. */
    static long whole(byte[] bytes, int from, int to) {
        return amount(bytes, from, to, 0);
    }

    /** A day of the calendar, written as 2026-11-30, or with the year first in another plain way; nothing if it isn't one. */
    public static Optional<LocalDate> day(byte[] bytes, int from, int to) {
        if (to - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return to == from ? Optional.empty() : dayInAnotherForm(bytes, from, to);
        }
        int year = pair(bytes, from) * 100 + pair(bytes, from + 2);
        return day(year, pair(bytes, from + 5), pair(bytes, from + 8));
    }

    /** The order of year, month and day is plain where the year comes first: 2026/11/30, 2026-1-5, 2026.11.30. */
    private static Optional<LocalDate> dayInAnotherForm(byte[] bytes, int from, int to) {
        if (to - from > LONGEST_DAY) {
            return Optional.empty();
        }
        Matcher form = yearFirst(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        return form.matches()
                ? day(
                        Integer.parseInt(form.group("year")),
                        Integer.parseInt(form.group("month")),
                        Integer.parseInt(form.group("day")))
                : Optional.empty();
    }

    /** Whether a text is written as a day, though it may be none of the calendar. */
    static boolean isInTheFormOfADay(String text) {
        return yearFirst(text).matches();
    }

    private static Matcher yearFirst(String text) {
        String plain = Texts.ofPlainWidth(text);
        boolean inChinese = plain.indexOf('\u5E74') > 0 && plain.endsWith("\u65E5");
        return YEAR_FIRST.matcher(
                inChinese
                        ? plain.substring(0, plain.length() - 1)
                                .replace('\u5E74', '-')
                                .replace('\u6708', '-')
                        : plain);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        if (year < 1
                || month < 1
                || month > 12
                || day < 1
                || (day > 28 && day > YearMonth.of(year, month).lengthOfMonth())) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, day));
    }

    /** Two digits; far below zero if they are none. */
    private static int pair(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? NO_DIGITS : tens * 10 + ones;
    }

    /** What is wrong with a cell that should be a number from zero up with the given number of decimals. */
    static FindingCode objectionTo(String text, int decimals) {
        if (hasForeignDigits(text)) {
            return FindingCode.NOT_ASCII_DIGITS;
        }
        if (NEGATIVE.matcher(text).matches()) {
            return FindingCode.NEGATIVE;
        }
        if (EXPONENT.matcher(text).matches()) {
            return FindingCode.EXPONENT;
        }
        if (SEPARATED.matcher(text).matches()) {
            return FindingCode.THOUSANDS_SEPARATOR;
        }
        if (Texts.beginsLikeAFormula(text)) {
            return FindingCode.FORMULA_CELL;
        }
        if (DECIMALS.matcher(text).matches() && text.length() - text.indexOf('.') - 1 > decimals) {
            return decimals == 0 ? FindingCode.NOT_WHOLE : FindingCode.TOO_MANY_DECIMALS;
        }
        boolean number = WHOLE.matcher(text).matches() || DECIMALS.matcher(text).matches();
        return number ? FindingCode.TOO_LARGE : FindingCode.NOT_AN_AMOUNT;
    }

    private static boolean hasForeignDigits(String text) {
        return text.codePoints().anyMatch(c -> c > 127 && Character.isDigit(c));
    }

    /** The sentence for an objection that any number can meet; nothing for those that depend on what is counted. */
    static Optional<String> sentence(FindingCode objection) {
        return switch (objection) {
            case NOT_ASCII_DIGITS -> Optional.of("is not written in the digits 0 to 9");
            case EXPONENT -> Optional.of("is written with an exponent, which may have lost digits");
            case THOUSANDS_SEPARATOR -> Optional.of("is written with separators, which differ from country to country");
            default -> Optional.empty();
        };
    }
}
