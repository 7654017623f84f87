package io.earnout.batch;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.output.RunTotals;
import io.earnout.present.overview.FindingSummary;
import io.earnout.settlement.Working;
import java.util.List;

/**
 * The result of the step {@code settle}.
 *
 * @param findings all findings of the run
 * @param totals the totals of the portfolio
 * @param agreements the agreements to look at, in the order of their ids
 * @param holdsAll whether these are all agreements of the portfolio
 * @param workings the formulas of the agreement, where there is one
 */
record SettledRun(
        FindingSummary findings,
        RunTotals totals,
        List<AgreementResult> agreements,
        boolean holdsAll,
        List<Working> workings) {}
