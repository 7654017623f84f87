package io.earnout.present.explain;

import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Figures;
import io.earnout.terms.Fraction;
import io.earnout.terms.Shares;
import java.util.Optional;

/**
 * From what a formula gives exactly to the whole share, or to the fen that a file can hold.
 *
 * @param exact what the formula gives, in shares or in fen
 * @param whole what is left of it after rounding, in shares or in fen
 * @param how which way it was rounded, and why
 */
public record Rounding(Fraction exact, long whole, How how) {

    /** Which way a result is rounded. */
    public enum How {
        /** The deduction: what can't be recalled is not released (SPA 5.2(1)). */
        UP("rounded up"),
        /** What is earned or restored: a released share can't be recalled. */
        DOWN("rounded down"),
        /** One of several years that a credit restores: they are added up, rounded down once and dealt out. */
        DEALT_OUT(
                "the credit's restorations are added up and rounded down once, whole shares go to the largest remainder"),
        /** The credit closes the deduction: every whole share that is still deducted comes back. */
        CLOSED("the deduction is closed: every share still deducted comes back"),
        /** The file holds the fen; the calculation goes on with the exact amount. */
        TO_THE_FEN("shown rounded down to the fen, used exactly");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Nothing where the formula gives whole shares. */
    static Optional<Rounding> of(ExactShares exact, Shares whole, How how) {
        return exact.equals(ExactShares.of(whole))
                ? Optional.empty()
                : Optional.of(new Rounding(exact.exact(), whole.count(), how));
    }

    /** Nothing where the formula gives whole fen. */
    static Optional<Rounding> of(ExactMoney exact) {
        return exact.minorUnits().remainder().isZero()
                ? Optional.empty()
                : Optional.of(
                        new Rounding(exact.minorUnits(), exact.minorUnits().floor(), How.TO_THE_FEN));
    }

    /** Whether the whole number is more than the exact one. */
    public boolean isUp() {
        return Fraction.of(whole).compareTo(exact) > 0;
    }

    /** The exact difference between the exact number and the whole one, from zero up: {@code 11/23}. */
    public Fraction remainder() {
        return isUp() ? Fraction.of(whole).minus(exact) : exact.minus(Fraction.of(whole));
    }

    /** The exact number with its fraction apart: {@code 586,956 12/23}. */
    public String mixed() {
        Fraction rest = exact.remainder();
        String floor = Figures.grouped(Long.toString(exact.floor()));
        return rest.isZero() ? floor : floor + " " + rest;
    }

    /** E.g. {@code 586,956 12/23 = 13500000/23, rounded up; remainder 11/23}. */
    @Override
    public String toString() {
        String unit = how == How.TO_THE_FEN ? " fen" : "";
        return mixed() + unit + " = " + exact + unit + ", " + how.words() + "; remainder " + remainder() + unit
                + (how == How.DEALT_OUT || how == How.CLOSED ? (isUp() ? " given" : " kept") : "");
    }
}
