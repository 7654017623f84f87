package io.earnout.present.overview;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Finding;
import io.earnout.input.RowForms;
import io.earnout.output.RunTotals;
import io.earnout.present.changes.Change;
import io.earnout.publish.RunIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run as people look at it.
 *
 * @param identity as-of date, inputs and version
 * @param inputRows how many rows each input file has
 * @param ofTheRun what was found about files and the run as a whole, the documents' own contradictions among it
 * @param totals the totals
 * @param holdsAll whether every agreement is among the results
 * @param toDecide how many agreements have something to sign or to decide, those that are not among the results included
 * @param rowForms how rows look that are added to the input
 * @param results what there is to look at, in the order of the ids
 * @param changes the first changes since the previous run
 * @param changed how many changes there are
 * @param previousRun the folder of the previous run, for reading; its name alone may be shown; nothing for the first
 */
public record RunOverview(
        RunIdentity identity,
        Map<String, Long> inputRows,
        List<Finding> ofTheRun,
        RunTotals totals,
        boolean holdsAll,
        long toDecide,
        RowForms rowForms,
        List<AgreementResult> results,
        List<Change> changes,
        long changed,
        Optional<Path> previousRun) {}
