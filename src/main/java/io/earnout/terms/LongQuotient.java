package io.earnout.terms;

import java.math.BigInteger;

/**
 * A quotient whose numerator and denominator can be of any length, exact.
 *
 * @param above the numerator, from zero up
 * @param below the denominator, above zero; zero while the quotient is not worked out
 */
record LongQuotient(BigInteger above, BigInteger below) {

    /** Beyond this size they are reduced, so that forty years of offsets stay short. */
    private static final int REDUCE_BEYOND_BITS = 320;

    /** One that is not worked out yet. */
    static final LongQuotient UNKNOWN = new LongQuotient(BigInteger.ZERO, BigInteger.ZERO);

    boolean isUnknown() {
        return below.signum() == 0;
    }

    static LongQuotient of(long above, long below) {
        return new LongQuotient(BigInteger.valueOf(above), BigInteger.valueOf(below));
    }

    LongQuotient plus(LongQuotient other) {
        return new LongQuotient(
                above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
    }

    LongQuotient minus(LongQuotient other) {
        return new LongQuotient(
                above.multiply(other.below).subtract(other.above.multiply(below)), below.multiply(other.below));
    }

    LongQuotient times(LongQuotient other) {
        return new LongQuotient(above.multiply(other.above), below.multiply(other.below));
    }

    LongQuotient dividedBy(LongQuotient other) {
        return new LongQuotient(above.multiply(other.below), below.multiply(other.above));
    }

    int compareTo(LongQuotient other) {
        return above.multiply(other.below).compareTo(other.above.multiply(below));
    }

    LongQuotient shortened() {
        if (below.bitLength() <= REDUCE_BEYOND_BITS) {
            return this;
        }
        return inLowestTerms();
    }

    LongQuotient inLowestTerms() {
        BigInteger common = above.gcd(below);
        return new LongQuotient(above.divide(common), below.divide(common));
    }
}
