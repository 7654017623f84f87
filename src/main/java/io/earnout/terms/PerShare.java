package io.earnout.terms;

/**
 * An amount of money for one share, to the millionth of the currency unit: a close on the exchange (SPA 8.2) or a dividend
 * (SPA 3.2). Listed shares are quoted in fractions of a cent.
 *
 * @param millionths of the currency unit, 0 to 10<sup>12</sup>
 */
public record PerShare(long millionths) {

    /** The largest amount: a million currency units a share. */
    public static final long LIMIT = 1_000_000_000_000L;

    /** How many decimals an amount for one share can have. */
    public static final int DECIMALS = 6;

    public PerShare {
        if (millionths < 0 || millionths > LIMIT) {
            throw new IllegalArgumentException(
                    "an amount for one share must be from 0 to " + LIMIT + " millionths, not " + millionths);
        }
    }

    /** At least two decimals, and no more than it takes: {@code 1.00}, {@code 0.8125}. */
    @Override
    public String toString() {
        String decimals = Long.toString(1_000_000 + millionths % 1_000_000).substring(1);
        int end = DECIMALS;
        while (end > 2 && decimals.charAt(end - 1) == '0') {
            end--;
        }
        return Figures.grouped(millionths / 1_000_000) + "." + decimals.substring(0, end);
    }
}
