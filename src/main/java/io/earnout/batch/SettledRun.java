package io.earnout.batch;

import io.earnout.output.RunTotals;
import io.earnout.present.overview.FindingSummary;
import io.earnout.present.overview.MostPressing;
import io.earnout.settlement.Working;
import java.util.List;
import java.util.Optional;

/**
 * The result of the step {@code settle}: of one way through the input.
 *
 * @param counted what was counted as the escrows were read
 * @param findings the findings about the escrows
 * @param totals the totals of the portfolio
 * @param mostPressing the agreements to look at
 * @param workings the formulas of the agreement, where there is one
 * @param lost the agreements that the previous run had, if there is one
 */
record SettledRun(
        Counted counted,
        FindingSummary findings,
        RunTotals totals,
        MostPressing mostPressing,
        List<Working> workings,
        Optional<LostAgreements> lost) {}
