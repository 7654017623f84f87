package io.earnout.terms;

import java.math.BigInteger;

/**
 * An exact quotient of two whole numbers, never negative. Article 5 is computed in such quotients until a formula's
 * result is rounded, once; nothing here ever rounds but {@link #floor()}, and nothing overflows.
 *
 * <p>Numerator and denominator are kept in a {@code long} each as long as they fit, which is the everyday case, and
 * otherwise as {@link BigInteger}s. Which of the two it is can't be seen from outside.
 */
public final class Fraction implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(0, 1);

    /** Beyond this size numerator and denominator are reduced, so that forty years of offsets stay short. */
    private static final int REDUCE_BEYOND_BITS = 320;

    private static final int BITS_OF_A_LONG = 63;

    private final long numerator;

    /** 0 where the big ones count. */
    private final long denominator;

    private final BigInteger bigNumerator;
    private final BigInteger bigDenominator;

    private Fraction(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.bigNumerator = BigInteger.ZERO;
        this.bigDenominator = BigInteger.ZERO;
    }

    private Fraction(BigInteger numerator, BigInteger denominator) {
        this.numerator = 0;
        this.denominator = 0;
        this.bigNumerator = numerator;
        this.bigDenominator = denominator;
    }

    private static Fraction of(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return ZERO;
        }
        if (numerator.bitLength() <= BITS_OF_A_LONG && denominator.bitLength() <= BITS_OF_A_LONG) {
            return new Fraction(numerator.longValueExact(), denominator.longValueExact());
        }
        if (denominator.bitLength() <= REDUCE_BEYOND_BITS) {
            return new Fraction(numerator, denominator);
        }
        BigInteger common = numerator.gcd(denominator);
        return new Fraction(numerator.divide(common), denominator.divide(common));
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if {@code whole} is negative
     */
    public static Fraction of(long whole) {
        return of(whole, 1);
    }

    /**
     * A quotient.
     *
     * @throws IllegalArgumentException if the numerator is negative or the denominator is not above zero
     */
    public static Fraction of(long numerator, long denominator) {
        if (numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException("not a quotient from zero up: " + numerator + " / " + denominator);
        }
        return numerator == 0 ? ZERO : new Fraction(numerator, denominator);
    }

    public Fraction plus(Fraction other) {
        if (isZero()) {
            return other;
        }
        if (isSmall() && denominator == other.denominator && numerator + other.numerator >= 0) {
            return new Fraction(numerator + other.numerator, denominator);
        }
        return of(
                big().multiply(other.bigBelow()).add(other.big().multiply(bigBelow())),
                bigBelow().multiply(other.bigBelow()));
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException if {@code other} is larger
     */
    public Fraction minus(Fraction other) {
        if (other.isZero()) {
            return this;
        }
        if (compareTo(other) < 0) {
            throw new IllegalArgumentException(this + " - " + other + " would be below zero");
        }
        if (isSmall() && denominator == other.denominator) {
            return of(numerator - other.numerator, denominator);
        }
        return of(
                big().multiply(other.bigBelow()).subtract(other.big().multiply(bigBelow())),
                bigBelow().multiply(other.bigBelow()));
    }

    public Fraction times(Fraction other) {
        if (isSmall() && other.isSmall()) {
            return product(numerator, other.numerator, denominator, other.denominator);
        }
        return of(big().multiply(other.big()), bigBelow().multiply(other.bigBelow()));
    }

    /**
     * The quotient of the two.
     *
     * @throws ArithmeticException if {@code other} is zero
     */
    public Fraction dividedBy(Fraction other) {
        if (other.isZero()) {
            throw new ArithmeticException(this + " divided by zero");
        }
        if (isSmall() && other.isSmall()) {
            return product(numerator, other.denominator, denominator, other.numerator);
        }
        return of(big().multiply(other.bigBelow()), bigBelow().multiply(other.big()));
    }

    /** This times {@code multiplier} divided by {@code divisor}, both whole and the divisor above zero. */
    public Fraction scaled(long multiplier, long divisor) {
        if (multiplier < 0 || divisor <= 0) {
            throw new IllegalArgumentException("not a scale: " + multiplier + " / " + divisor);
        }
        if (isSmall()) {
            return product(numerator, multiplier, denominator, divisor);
        }
        return of(
                bigNumerator.multiply(BigInteger.valueOf(multiplier)),
                bigDenominator.multiply(BigInteger.valueOf(divisor)));
    }

    /** {@code (a x b) / (c x d)}. */
    private static Fraction product(long a, long b, long c, long d) {
        if (fits(a, b) && fits(c, d)) {
            return of(a * b, c * d);
        }
        return of(
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)),
                BigInteger.valueOf(c).multiply(BigInteger.valueOf(d)));
    }

    /** Whether the product of two numbers that aren't negative fits into a long. */
    private static boolean fits(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0;
    }

    private boolean isSmall() {
        return denominator != 0;
    }

    private BigInteger big() {
        return isSmall() ? BigInteger.valueOf(numerator) : bigNumerator;
    }

    private BigInteger bigBelow() {
        return isSmall() ? BigInteger.valueOf(denominator) : bigDenominator;
    }

    public boolean isZero() {
        return isSmall() && numerator == 0;
    }

    /** The whole part; the one rounding that there is. */
    public long floor() {
        return isSmall()
                ? numerator / denominator
                : bigNumerator.divide(bigDenominator).longValueExact();
    }

    /** What {@link #floor()} leaves: at least zero and below one. */
    public Fraction remainder() {
        return isSmall()
                ? of(numerator % denominator, denominator)
                : of(bigNumerator.mod(bigDenominator), bigDenominator);
    }

    @Override
    public int compareTo(Fraction other) {
        if (isSmall() && other.isSmall()) {
            return compareProducts(numerator, other.denominator, other.numerator, denominator);
        }
        return big().multiply(other.bigBelow()).compareTo(other.big().multiply(bigBelow()));
    }

    /** Compares {@code a x b} with {@code c x d} in 128 bits; none of the four is negative. */
    private static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return isSmall()
                ? Long.hashCode(numerator / denominator)
                : Long.hashCode(bigNumerator.divide(bigDenominator).longValue());
    }

    /** In lowest terms: {@code 7} or {@code 22/7}. */
    @Override
    public String toString() {
        BigInteger common = big().gcd(bigBelow());
        BigInteger below = bigBelow().divide(common);
        return big().divide(common) + (below.equals(BigInteger.ONE) ? "" : "/" + below);
    }
}
