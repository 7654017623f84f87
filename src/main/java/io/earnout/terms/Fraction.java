package io.earnout.terms;

import java.math.BigInteger;
import java.util.function.Supplier;

/**
 * An exact quotient of two whole numbers, never negative. Article 5 is computed in such quotients until a formula's
 * result is rounded, once; nothing here ever rounds but {@link #floor()}, and nothing overflows.
 *
 * <p>Numerator and denominator are kept in a {@code long} each as long as they fit, which is the everyday case. Of a longer
 * quotient its bounds are kept and how it is made; only where the bounds don't decide is it worked out, in {@link BigInteger}s.
 * Which of the two it is can't be seen from outside.
 */
public final class Fraction implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(0, 1);

    private final long numerator;

    /** 0 where the long form counts. */
    private final long denominator;

    private final LongForm longForm;

    private Fraction(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.longForm = LongForm.NONE;
    }

    private Fraction(LongForm longForm) {
        this.numerator = 0;
        this.denominator = 0;
        this.longForm = longForm;
    }

    /** A quotient whose numerator or denominator fits into no {@code long}; never zero. */
    private static final class LongForm {

        private static final LongForm NONE = new LongForm(Bounds.NONE, () -> LongQuotient.UNKNOWN);

        private final Bounds bounds;
        private final Supplier<LongQuotient> formula;

        /** Worked out when it is first needed; threads that do so at the same time come to the same. */
        private LongQuotient exact = LongQuotient.UNKNOWN;

        private LongForm(Bounds bounds, Supplier<LongQuotient> formula) {
            this.bounds = bounds;
            this.formula = formula;
        }

        private LongQuotient exact() {
            LongQuotient known = exact;
            if (known.isUnknown()) {
                known = formula.get().shortened();
                exact = known;
            }
            return known;
        }
    }

    /** Revenue that was found from shares turns into the same shares again, which no bounds could tell. */
    private record Scaling(Fraction scaled, long multiplier, long divisor) implements Supplier<LongQuotient> {

        private boolean isUndoneBy(long otherMultiplier, long otherDivisor) {
            return multiplier == otherDivisor && divisor == otherMultiplier;
        }

        @Override
        public LongQuotient get() {
            return scaled.exact().times(LongQuotient.of(multiplier, divisor));
        }
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
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        long common = commonDenominator(other);
        if (common > 0) {
            long sum = numeratorOver(common) + other.numeratorOver(common);
            if (sum > 0) {
                return new Fraction(sum, common);
            }
        }
        return new Fraction(new LongForm(bounds().plus(other.bounds()), () -> exact().plus(other.exact())));
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
        int order = compareTo(other);
        if (order < 0) {
            throw new IllegalArgumentException(this + " - " + other + " would be below zero");
        }
        if (order == 0) {
            return ZERO;
        }
        long common = commonDenominator(other);
        if (common > 0) {
            return new Fraction(numeratorOver(common) - other.numeratorOver(common), common);
        }
        return new Fraction(new LongForm(bounds().minus(other.bounds()), () -> exact().minus(other.exact())));
    }

    /** The denominator over which both can be written in longs, if one of theirs goes into the other; 0 for none. */
    private long commonDenominator(Fraction other) {
        if (!isSmall() || !other.isSmall()) {
            return 0;
        }
        long common = Math.max(denominator, other.denominator);
        return canBeOver(common) && other.canBeOver(common) ? common : 0;
    }

    private boolean canBeOver(long common) {
        return common % denominator == 0 && fits(numerator, common / denominator);
    }

    private long numeratorOver(long common) {
        return numerator * (common / denominator);
    }

    public Fraction times(Fraction other) {
        if (isSmall() && other.isSmall()) {
            return product(numerator, other.numerator, denominator, other.denominator);
        }
        return of(exact().times(other.exact()));
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
        return of(exact().dividedBy(other.exact()));
    }

    /** This times {@code multiplier} divided by {@code divisor}, both whole and the divisor above zero. */
    public Fraction scaled(long multiplier, long divisor) {
        if (multiplier < 0 || divisor <= 0) {
            throw new IllegalArgumentException("not a scale: " + multiplier + " / " + divisor);
        }
        if (isZero() || multiplier == 0) {
            return ZERO;
        }
        if (isSmall() && fits(numerator, multiplier) && fits(denominator, divisor)) {
            return new Fraction(numerator * multiplier, denominator * divisor);
        }
        if (longForm.formula instanceof Scaling before && before.isUndoneBy(multiplier, divisor)) {
            return before.scaled;
        }
        return new Fraction(new LongForm(bounds().scaled(multiplier, divisor), new Scaling(this, multiplier, divisor)));
    }

    /** {@code (a x b) / (c x d)}. */
    private static Fraction product(long a, long b, long c, long d) {
        if (fits(a, b) && fits(c, d)) {
            return of(a * b, c * d);
        }
        return of(LongQuotient.of(a, c).times(LongQuotient.of(b, d)));
    }

    /** What is worked out at once, because it is rare; in longs if it fits. */
    private static Fraction of(LongQuotient exact) {
        if (exact.above().bitLength() < Long.SIZE && exact.below().bitLength() < Long.SIZE) {
            return of(exact.above().longValueExact(), exact.below().longValueExact());
        }
        return exact.above().signum() == 0 ? ZERO : new Fraction(new LongForm(Bounds.NONE, () -> exact));
    }

    /** Whether the product of two numbers that aren't negative fits into a long. */
    private static boolean fits(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0;
    }

    private boolean isSmall() {
        return denominator != 0;
    }

    private Bounds bounds() {
        return isSmall() ? Bounds.of(numerator, denominator) : longForm.bounds;
    }

    private LongQuotient exact() {
        return isSmall() ? LongQuotient.of(numerator, denominator) : longForm.exact();
    }

    public boolean isZero() {
        return isSmall() && numerator == 0;
    }

    /** The whole part; the one rounding that there is. */
    public long floor() {
        if (isSmall()) {
            return numerator / denominator;
        }
        long floor = longForm.bounds.floor();
        return floor >= 0 ? floor : exact().above().divide(exact().below()).longValueExact();
    }

    /** What {@link #floor()} leaves: at least zero and below one. */
    public Fraction remainder() {
        return isSmall()
                ? of(numerator % denominator, denominator)
                : of(new LongQuotient(exact().above().mod(exact().below()), exact().below()));
    }

    @Override
    public int compareTo(Fraction other) {
        if (isSmall() && other.isSmall()) {
            return compareProducts(numerator, other.denominator, other.numerator, denominator);
        }
        if (this == other) {
            return 0;
        }
        int byBounds = bounds().compare(other.bounds());
        return byBounds != 0 ? byBounds : exact().compareTo(other.exact());
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
        return Long.hashCode(
                isSmall()
                        ? numerator / denominator
                        : exact().above().divide(exact().below()).longValue());
    }

    /** In lowest terms: {@code 7} or {@code 22/7}. */
    @Override
    public String toString() {
        LongQuotient lowest = exact().inLowestTerms();
        return lowest.above() + (lowest.below().equals(BigInteger.ONE) ? "" : "/" + lowest.below());
    }
}
