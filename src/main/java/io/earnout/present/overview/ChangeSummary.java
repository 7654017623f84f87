package io.earnout.present.overview;

import io.earnout.present.changes.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The changes since the previous run, for the console and the report.
 *
 * @param count number of changes
 * @param ofTerms how many of them redirect shares or move a day
 * @param readingsWithoutDocument how many agreements have another reading than before, and no document for it
 * @param termsWithoutDocument how many terms are others than before, and no amendment is on record
 * @param first the first changes, those of terms before the others; {@code changes.csv} has all of them
 */
public record ChangeSummary(
        long count, long ofTerms, long readingsWithoutDocument, long termsWithoutDocument, List<Change> first) {

    public static final ChangeSummary NONE = new ChangeSummary(0, 0, 0, 0, List.of());

    /** How many changes the report shows. */
    private static final int KEPT = 200;

    /** Takes one change after the other. */
    public static final class Collector {

        private final List<Change> figures = new ArrayList<>();
        private final List<Change> terms = new ArrayList<>();
        private long count;
        private long ofTerms;
        private long readingsWithoutDocument;
        private long termsWithoutDocument;

        public void add(Change change) {
            count++;
            ofTerms += change.ofTerms() ? 1 : 0;
            readingsWithoutDocument += change.needsDocument() && change.isOfReading() ? 1 : 0;
            termsWithoutDocument += change.needsDocument() && !change.isOfReading() ? 1 : 0;
            List<Change> kept = change.ofTerms() ? terms : figures;
            if (kept.size() < KEPT) {
                kept.add(change);
            }
        }

        public ChangeSummary summary() {
            return new ChangeSummary(
                    count,
                    ofTerms,
                    readingsWithoutDocument,
                    termsWithoutDocument,
                    Stream.concat(terms.stream(), figures.stream()).limit(KEPT).toList());
        }
    }
}
