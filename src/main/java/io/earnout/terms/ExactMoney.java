package io.earnout.terms;

/**
 * Revenue that a formula of SPA 5.2(2) applies to shortfalls: an exact quotient of fen from zero up. Half of an excess can
 * end in half a fen, and a part of it applied to one of several shortfalls in any fraction.
 *
 * @param minorUnits hundredths of the currency unit, exact
 */
public record ExactMoney(Fraction minorUnits) implements Comparable<ExactMoney> {

    public static final ExactMoney ZERO = new ExactMoney(Fraction.ZERO);

    public static ExactMoney of(Money amount) {
        return new ExactMoney(Fraction.of(amount.minorUnits()));
    }

    public ExactMoney plus(ExactMoney more) {
        return new ExactMoney(minorUnits.plus(more.minorUnits));
    }

    public ExactMoney minus(ExactMoney less) {
        return new ExactMoney(minorUnits.minus(less.minorUnits));
    }

    /** The part of this that {@code part} is of {@code whole}; {@code whole} is above zero. */
    public ExactMoney inProportion(ExactMoney part, ExactMoney whole) {
        return new ExactMoney(minorUnits.times(part.minorUnits).dividedBy(whole.minorUnits));
    }

    public ExactMoney min(ExactMoney other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return minorUnits.isZero();
    }

    /** Rounded down to the fen: how an exact amount is printed where a column holds two decimals. */
    public Money roundedDown() {
        return new Money(minorUnits.floor());
    }

    /** The same as one term of a formula: in brackets where a part of a fen is left. */
    public String term() {
        return minorUnits.remainder().isZero() ? toString() : "(" + this + ")";
    }

    @Override
    public int compareTo(ExactMoney other) {
        return minorUnits.compareTo(other.minorUnits);
    }

    /** To the fen, with what is left of a fen, for people: {@code 36,600,000.00} or {@code 0.00 + 1/2 fen}. */
    @Override
    public String toString() {
        Fraction rest = minorUnits.remainder();
        return Figures.money(minorUnits.floor()) + (rest.isZero() ? "" : " + " + rest + " fen");
    }
}
