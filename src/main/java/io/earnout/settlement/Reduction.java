package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;

/**
 * What the credit of one year takes off the revenue shortfall of a later one, where credits look forward.
 *
 * @param year the later year, which deducts less
 * @param laid the part of the credit applied to that year's shortfall
 */
public record Reduction(AssessmentYear year, ExactMoney laid) {

    /** What it does to the shortfall. */
    public Working working() {
        return new Working(Clause.SPA_5_2_2, laid + " applied to the shortfall of year " + year.number());
    }
}
