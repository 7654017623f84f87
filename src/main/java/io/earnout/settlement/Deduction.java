package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;

/**
 * What a year leaves deducted (SPA 5.2(1), 5.3) until later excesses restore it or the agreement expires.
 *
 * @param year the year with the shortfall
 * @param openShortfall the revenue shortfall to which no credit has been applied yet
 * @param open the deducted shares that are not restored, exact
 * @param stillDeducted the whole shares of the tranche that are still deducted
 */
public record Deduction(AssessmentYear year, ExactMoney openShortfall, ExactShares open, Shares stillDeducted) {

    static Deduction of(Assessment year) {
        return new Deduction(year.year(), ExactMoney.of(year.shortfall()), year.deductible(), year.deducted());
    }

    /** What is open after some revenue is applied to it and whole shares are given back. */
    Deduction after(Restoration restoration) {
        return new Deduction(
                year,
                openShortfall.minus(openShortfall.min(restoration.laid())),
                open.minus(restoration.exact()),
                stillDeducted.minus(restoration.shares()));
    }

    /** Whether no revenue is open any more, or no shares are. */
    boolean isCoveredOrClosed() {
        return openShortfall.isZero() || open.isNone();
    }

    boolean isClosedBy(ExactShares restored) {
        return open.compareTo(restored) == 0;
    }
}
