package io.earnout.terms;

/**
 * Between which multiples of 1/65,536 an exact quotient lies. They decide nearly every comparison and every rounding, so that
 * the quotient itself is hardly ever worked out: a fifth of what a determination allocated were its big integers.
 *
 * @param atLeast in 65,536ths, from zero up
 * @param atMost the same, not below
 */
record Bounds(long atLeast, long atMost) {

    /** Of a quotient that can be anything. */
    static final Bounds NONE = new Bounds(0, Long.MAX_VALUE);

    private static final int BITS = 16;

    /** Those of a quotient from zero up. */
    static Bounds of(long numerator, long denominator) {
        long quotient = quotient(numerator, 1L << BITS, denominator);
        return between(quotient, quotient);
    }

    /** From the one, rounded down, to the other, rounded up; negative ones are too large to be told. */
    private static Bounds between(long least, long most) {
        return most < 0 || most == Long.MAX_VALUE ? NONE : new Bounds(least, most + 1);
    }

    Bounds plus(Bounds other) {
        long most = atMost + other.atMost;
        return most < 0 ? NONE : new Bounds(atLeast + other.atLeast, most);
    }

    /** Of the difference of two quotients, of which the other one isn't larger. */
    Bounds minus(Bounds other) {
        return equals(NONE) ? NONE : new Bounds(Math.max(0, atLeast - other.atMost), atMost - other.atLeast);
    }

    Bounds scaled(long multiplier, long divisor) {
        return equals(NONE)
                ? NONE
                : between(quotient(atLeast, multiplier, divisor), quotient(atMost, multiplier, divisor));
    }

    /** How two quotients compare; 0 where their bounds can't tell. */
    int compare(Bounds other) {
        if (atLeast > other.atMost) {
            return 1;
        }
        return atMost < other.atLeast ? -1 : 0;
    }

    /** The whole part; below zero where the bounds can't tell. */
    long floor() {
        return atLeast >> BITS == atMost >> BITS ? atLeast >> BITS : -1;
    }

    /** {@code a x b / c} in 128 bits, rounded down; below zero if it doesn't fit into a long. None of the three is negative. */
    private static long quotient(long a, long b, long c) {
        long rest = Math.multiplyHigh(a, b);
        long low = a * b;
        if (rest == 0 && low >= 0) {
            return low / c;
        }
        if (rest >= c) {
            return -1;
        }
        long quotient = 0;
        for (int bit = Long.SIZE - 1; bit >= 0; bit--) {
            rest = (rest << 1) | ((low >>> bit) & 1);
            quotient <<= 1;
            if (Long.compareUnsigned(rest, c) >= 0) {
                rest -= c;
                quotient |= 1;
            }
        }
        return quotient;
    }
}
