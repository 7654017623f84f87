package io.earnout.terms;

/**
 * Revenue that a formula of SPA 5.2(2) applies to shortfalls: an exact quotient of fen from zero up. Half of an excess can
 * end in half a fen, and a part of it applied to one of several shortfalls in any fraction.
 *
 * @param fen hundredths of the currency unit, exact
 */
public record ExactMoney(Fraction fen) implements Comparable<ExactMoney> {

    public static final ExactMoney ZERO = new ExactMoney(Fraction.ZERO);

    public static ExactMoney of(Money amount) {
        return new ExactMoney(Fraction.of(amount.fen()));
    }

    public ExactMoney plus(ExactMoney more) {
        return new ExactMoney(fen.plus(more.fen));
    }

    public ExactMoney minus(ExactMoney less) {
        return new ExactMoney(fen.minus(less.fen));
    }

    /** The part of this that {@code part} is of {@code whole}; {@code whole} is above zero. */
    public ExactMoney inProportion(ExactMoney part, ExactMoney whole) {
        return new ExactMoney(fen.times(part.fen).dividedBy(whole.fen));
    }

    public ExactMoney min(ExactMoney other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return fen.isZero();
    }

    /** Rounded down to the fen: how an exact amount is printed where a column holds two decimals. */
    public Money roundedDown() {
        return new Money(fen.floor());
    }

    /** The same as one term of a formula: in brackets where a part of a fen is left. */
    public String term() {
        return fen.remainder().isZero() ? toString() : "(" + this + ")";
    }

    @Override
    public int compareTo(ExactMoney other) {
        return fen.compareTo(other.fen);
    }

    /** To the fen, with what is left of a fen, for people: {@code 36,600,000.00} or {@code 0.00 + 1/2 fen}. */
    @Override
    public String toString() {
        Fraction rest = fen.remainder();
        return Figures.money(fen.floor()) + (rest.isZero() ? "" : " + " + rest + " fen");
    }
}
