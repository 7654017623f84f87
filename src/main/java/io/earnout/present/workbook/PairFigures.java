package io.earnout.present.workbook;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Conversion;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;

/**
 * What one year's excess does for one earlier year (SPA 5.2(2)), exact: a row of the sheet's offset table. What is nearer to
 * a whole share than the sheet's tolerance counts as whole here, as it does there.
 *
 * @param excess the year with the excess
 * @param shortfall the earlier year
 * @param openShortfall the earlier year's revenue shortfall that no credit was applied to before
 * @param openDeduction its deduction that was not restored before
 * @param stillDeducted the same in whole shares
 * @param conversion the target and tranche that turn revenue into shares
 * @param limit the most revenue that can be applied
 * @param weight what counts where a credit is shared in proportion
 * @param applied the part of the credit that the program applies
 * @param exact the shares that it makes
 * @param restored the whole shares that the program restores
 */
record PairFigures(
        AssessmentYear excess,
        AssessmentYear shortfall,
        ExactMoney openShortfall,
        ExactShares openDeduction,
        long stillDeducted,
        Conversion conversion,
        ExactMoney limit,
        ExactMoney weight,
        ExactMoney applied,
        ExactShares exact,
        long restored) {

    /** Whether the credit restores the whole deduction, as far as the sheet can see. */
    boolean closes(ExactShares tolerance) {
        return !applied.isZero() && openDeduction.compareTo(exact.plus(tolerance)) <= 0;
    }

    /** The whole shares before what the rounding of the credit leaves is distributed. */
    long wholePart(ExactShares tolerance) {
        return closes(tolerance)
                ? stillDeducted
                : Math.min(stillDeducted, exact.plus(tolerance).roundedDown().count());
    }

    /** Whether it can get one of the shares that the rounding leaves. */
    boolean hasRoom(ExactShares tolerance) {
        return !closes(tolerance) && exact.compareTo(tolerance) > 0 && wholePart(tolerance) < stillDeducted;
    }

    /** Whether it gets one of them before another year: by the larger remainder, or as the older year. */
    boolean isBefore(PairFigures other, ExactShares tolerance) {
        ExactShares mine = exact.plus(ExactShares.of(Shares.of(other.wholePart(tolerance))));
        ExactShares others = other.exact.plus(ExactShares.of(Shares.of(wholePart(tolerance))));
        boolean isLarger = mine.compareTo(others.plus(tolerance)) > 0;
        boolean isSmaller = others.compareTo(mine.plus(tolerance)) > 0;
        return isLarger || (!isSmaller && shortfall.number() < other.shortfall.number());
    }
}
