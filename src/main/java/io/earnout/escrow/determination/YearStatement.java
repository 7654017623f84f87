package io.earnout.escrow.determination;

import io.earnout.escrow.review.YearState;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.util.Optional;

/**
 * One assessment year in the reconciliation: its figures and where the shares of its tranche are.
 *
 * @param assessment nothing while no report is accepted
 * @param credit nothing without an excess
 * @param openShortfall the part of the revenue shortfall to which no credit was applied
 * @param earned what the year's own result releases of its tranche; none where a missed target blocks it
 * @param restoredInto what later years gave back to the tranche
 * @param outstandingDeducted what is still deducted of it
 * @param entitled earned and restored
 * @param released what the agent confirmed as released of the tranche
 * @param overReleased what of it is beyond the entitlement
 * @param returned what the agent confirmed as returned of it
 * @param undecided what was released of it before and may be right or not, while a report on it is in doubt
 * @param unassessed the whole tranche while no report is accepted
 */
public record YearStatement(
        AssessmentYear year,
        YearState state,
        Optional<Assessment> assessment,
        Optional<Credit> credit,
        ExactMoney openShortfall,
        Shares earned,
        Shares restoredInto,
        Shares outstandingDeducted,
        Shares entitled,
        ExactShares released,
        ExactShares overReleased,
        ExactShares returned,
        Shares unassessed,
        ExactShares undecided) {}
