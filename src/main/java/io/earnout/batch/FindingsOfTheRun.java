package io.earnout.batch;

import io.earnout.escrow.finding.Finding;
import io.earnout.output.RunTotals;
import io.earnout.present.overview.FindingSummary;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings about files and the run as a whole; there can be as many as there are rows. */
final class FindingsOfTheRun {

    /** How many of them the report shows; {@code exceptions.csv} has all of them. */
    private static final int KEPT = 500;

    private final FindingSummary.Collector summary = new FindingSummary.Collector();
    private final RunTotals totals = new RunTotals();
    private final List<Finding> first = new ArrayList<>();

    void add(Finding finding) {
        summary.add(finding);
        totals.add(finding);
        if (first.size() < KEPT) {
            first.add(finding);
        }
    }

    /** Takes what was found after these. */
    void add(FindingsOfTheRun more) {
        summary.add(more.summary());
        totals.add(more.totals);
        more.first.stream().limit(KEPT - (long) first.size()).forEach(first::add);
    }

    FindingSummary summary() {
        return summary.summary();
    }

    RunTotals totals() {
        return totals;
    }

    List<Finding> first() {
        return List.copyOf(first);
    }
}
