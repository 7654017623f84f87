package io.earnout.terms;

import java.math.BigInteger;

/**
 * An exact quotient of two whole numbers, never negative. Article 5 is computed in such quotients until a formula's
 * result is rounded, once; nothing here ever rounds but {@link #floor()}, and nothing overflows.
 */
public final class Fraction implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** Beyond this size numerator and denominator are reduced, so that forty years of offsets stay short. */
    private static final int REDUCE_BEYOND_BITS = 320;

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Fraction(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    private static Fraction of(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return ZERO;
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
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public Fraction plus(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return of(numerator.add(other.numerator), denominator);
        }
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException if {@code other} is larger
     */
    public Fraction minus(Fraction other) {
        BigInteger difference = denominator.equals(other.denominator)
                ? numerator.subtract(other.numerator)
                : numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator));
        if (difference.signum() < 0) {
            throw new IllegalArgumentException(this + " - " + other + " would be below zero");
        }
        return of(
                difference,
                denominator.equals(other.denominator) ? denominator : denominator.multiply(other.denominator));
    }

    public Fraction times(Fraction other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
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
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** This times {@code multiplier} divided by {@code divisor}, both whole and the divisor above zero. */
    public Fraction scaled(long multiplier, long divisor) {
        if (multiplier < 0 || divisor <= 0) {
            throw new IllegalArgumentException("not a scale: " + multiplier + " / " + divisor);
        }
        return of(
                numerator.multiply(BigInteger.valueOf(multiplier)), denominator.multiply(BigInteger.valueOf(divisor)));
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /** The whole part; the one rounding that there is. */
    public long floor() {
        return numerator.divide(denominator).longValueExact();
    }

    /** What {@link #floor()} leaves: at least zero and below one. */
    public Fraction remainder() {
        return of(numerator.mod(denominator), denominator);
    }

    @Override
    public int compareTo(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return numerator.compareTo(other.numerator);
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(numerator.divide(denominator).longValue());
    }

    /** In lowest terms: {@code 7} or {@code 22/7}. */
    @Override
    public String toString() {
        BigInteger common = numerator.gcd(denominator);
        BigInteger below = denominator.divide(common);
        return numerator.divide(common) + (below.equals(BigInteger.ONE) ? "" : "/" + below);
    }
}
