package io.earnout.batch;

import io.earnout.escrow.finding.Finding;
import io.earnout.input.CheckedInput;
import io.earnout.output.RunTotals;
import io.earnout.present.overview.FindingSummary;
import io.earnout.publish.ExpectedCounts;
import java.util.List;

/**
 * The result of the step {@code check}.
 *
 * @param input the input files
 * @param expected the counts that the published files must have
 * @param findings all findings
 * @param ofTheRun the first findings about files and the run as a whole, for the report
 * @param totals the totals of the portfolio
 */
record CheckedRun(
        CheckedInput input,
        ExpectedCounts expected,
        FindingSummary findings,
        List<Finding> ofTheRun,
        RunTotals totals) {}
