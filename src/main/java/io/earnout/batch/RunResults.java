package io.earnout.batch;

import io.earnout.output.UpcomingDeadlines;
import io.earnout.present.overview.ChangeSummary;
import io.earnout.present.overview.FindingSummary;
import io.earnout.settlement.Working;
import java.util.List;

/**
 * What a published run has to say at the console.
 *
 * @param papers how many papers were drafted
 * @param workings the formulas of the agreement, where there is one
 */
public record RunResults(
        FindingSummary findings,
        ChangeSummary changes,
        int papers,
        List<Working> workings,
        UpcomingDeadlines deadlines) {

    /** Whether something needs a person. */
    public boolean needsAPerson() {
        return needsAPerson(findings, changes);
    }

    static boolean needsAPerson(FindingSummary findings, ChangeSummary changes) {
        return findings.errors() + changes.readingsWithoutDocument() + changes.termsWithoutDocument() > 0;
    }
}
