package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.Conversion;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;

/**
 * What the credit of one year gives back to an earlier one (SPA 5.2(2)).
 *
 * @param year the earlier year, whose deducted shares come back
 * @param conversion the target and tranche that turn revenue into shares
 * @param laid the part of the credit applied to that year's shortfall
 * @param exact the shares that it makes, exact
 * @param shares the whole shares given back; together with the credit's other restorations they are rounded down once
 */
public record Restoration(
        AssessmentYear year, Conversion conversion, ExactMoney laid, ExactShares exact, Shares shares) {

    /** How {@link #shares()} was calculated. */
    public Working working() {
        String whole = exact.equals(ExactShares.of(shares)) ? "" : ", in whole shares " + shares;
        return new Working(
                Clause.SPA_5_2_2,
                laid.term() + " / " + conversion.target() + " x " + conversion.tranche() + " = " + exact + whole
                        + " shares restored to year " + year.number());
    }
}
