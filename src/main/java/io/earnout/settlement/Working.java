package io.earnout.settlement;

import io.earnout.terms.Clause;

/**
 * The line that shows how a number was calculated.
 *
 * @param clause what the number is based on
 * @param arithmetic the formula with its figures and its result
 */
public record Working(Clause clause, String arithmetic) {

    /** E.g. {@code SPA 5.2(1)  (665,000,000.00 - 532,000,000.00) / 665,000,000.00 x 3,000,000 = 600,000 shares}. */
    @Override
    public String toString() {
        return clause.citation() + "  " + arithmetic;
    }
}
