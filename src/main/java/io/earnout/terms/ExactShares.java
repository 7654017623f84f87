package io.earnout.terms;

/**
 * Shares as a formula of Article 5 gives them, before they are rounded to whole ones: an exact quotient from zero up.
 *
 * @param exact shares
 */
public record ExactShares(Fraction exact) implements Comparable<ExactShares> {

    public static final ExactShares NONE = new ExactShares(Fraction.ZERO);

    public static ExactShares of(Shares whole) {
        return new ExactShares(Fraction.of(whole.count()));
    }

    public ExactShares plus(ExactShares more) {
        return new ExactShares(exact.plus(more.exact));
    }

    public ExactShares minus(ExactShares fewer) {
        return new ExactShares(exact.minus(fewer.exact));
    }

    /** Whether no part of a share is left beside the whole ones. */
    public boolean isWhole() {
        return exact.remainder().isZero();
    }

    public boolean isNone() {
        return exact.isZero();
    }

    /** Rounded down: what may be released, because a released share cannot be recalled. */
    public Shares roundedDown() {
        return Shares.of(exact.floor());
    }

    /** What {@link #roundedDown()} leaves, below one share. */
    public ExactShares remainder() {
        return new ExactShares(exact.remainder());
    }

    @Override
    public int compareTo(ExactShares other) {
        return exact.compareTo(other.exact);
    }

    /** The whole shares without what is left of a share: for pictures and for totals of many agreements. */
    public long wholeCount() {
        return exact.floor();
    }

    /** With the exact remainder, for people: {@code 123,913 + 1/23}. */
    @Override
    public String toString() {
        Fraction remainder = exact.remainder();
        return Figures.grouped(exact.floor()) + (remainder.isZero() ? "" : " + " + remainder);
    }
}
