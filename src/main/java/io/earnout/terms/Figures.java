package io.earnout.terms;

/** How figures are written for people: the same on every machine, whatever its locale. */
public final class Figures {

    private Figures() {}

    /** {@code 3000000} as {@code 3,000,000}. */
    static String grouped(long count) {
        return grouped(Long.toString(count));
    }

    /** Plain digits, with a sign or decimals or not, with thousands separators: {@code 665,000,000.00}. */
    public static String grouped(String number) {
        int point = number.indexOf('.');
        int end = point < 0 ? number.length() : point;
        int first = number.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(number);
        for (int at = end - 3; at > first; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /** {@code 66500000000} fen as {@code 665,000,000.00}. */
    static String money(long minorUnits) {
        long cents = minorUnits % 100;
        return grouped(minorUnits / 100) + (cents < 10 ? ".0" : ".") + cents;
    }
}
