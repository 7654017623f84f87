package io.earnout.escrow.record;

import java.math.BigInteger;

/**
 * How many shares of a day one share of the day of signature has become, in lowest terms: 1/30 after thirty shares became one.
 *
 * @param newShares above zero
 * @param oldShares above zero
 */
public record ShareFactor(BigInteger newShares, BigInteger oldShares) {

    /** As long as nothing has changed. */
    public static final ShareFactor ONE = new ShareFactor(BigInteger.ONE, BigInteger.ONE);

    /** What it is after one more change. */
    ShareFactor after(ShareChange change) {
        BigInteger above = newShares.multiply(BigInteger.valueOf(change.newShares()));
        BigInteger below = oldShares.multiply(BigInteger.valueOf(change.oldShares()));
        BigInteger common = above.gcd(below);
        return new ShareFactor(above.divide(common), below.divide(common));
    }

    public boolean isOne() {
        return equals(ONE);
    }

    /** {@code 1/30}, {@code 10}. */
    @Override
    public String toString() {
        return newShares + (oldShares.equals(BigInteger.ONE) ? "" : "/" + oldShares);
    }
}
