package io.earnout.escrow.delay;

import io.earnout.terms.Figures;
import io.earnout.terms.PerShare;
import java.math.BigInteger;

/** Amounts of money around the shares: exact products of shares and prices, which can be larger than a contract's sum. */
public final class MinorUnits {

    private static final BigInteger MILLIONTHS_OF_A_CENT = BigInteger.valueOf(10_000);

    private MinorUnits() {}

    /** A number of shares at an amount for each, in millionths of the currency unit. */
    public static BigInteger millionths(long shares, PerShare each) {
        return BigInteger.valueOf(shares).multiply(BigInteger.valueOf(each.millionths()));
    }

    /** Rounded down to the cent. */
    public static BigInteger ofMillionths(BigInteger millionths) {
        return millionths.divide(MILLIONTHS_OF_A_CENT);
    }

    /** With two decimals: {@code 5700.00}. */
    public static String plain(BigInteger cents) {
        String digits = cents.toString();
        String padded = digits.length() < 3 ? "0".repeat(3 - digits.length()) + digits : digits;
        int point = padded.length() - 2;
        return padded.substring(0, point) + "." + padded.substring(point);
    }

    /** With thousands separators: {@code 5,700.00}. */
    public static String grouped(BigInteger cents) {
        return Figures.grouped(plain(cents));
    }
}
