package io.earnout.present.overview;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of a run, for the console: how many there are, and the first errors.
 *
 * @param errors how many findings need a person
 * @param warnings how many a person should look at
 * @param first the first errors; {@code exceptions.csv} has all of them
 * @param alike how many more cells of the same column have the same error, by {@link #likeness}
 */
public record FindingSummary(long errors, long warnings, List<Finding> first, Map<String, Long> alike) {

    public static final FindingSummary NONE = new FindingSummary(0, 0, List.of(), Map.of());

    /** How many errors the console shows. */
    private static final int SHOWN = 12;

    /** How many more cells of its column have the error of one of the first findings. */
    public long moreLike(Finding shown) {
        return isAboutACell(shown) ? alike.getOrDefault(likeness(shown), 0L) : 0;
    }

    private static boolean isAboutACell(Finding finding) {
        return finding.source().line() > 0
                && !finding.column().isEmpty()
                && finding.message().startsWith("\"");
    }

    private static String likeness(Finding finding) {
        return finding.source().file() + '\n' + finding.column() + '\n' + finding.code();
    }

    /** Takes the findings of one step after the other. */
    public static final class Collector {

        private final List<Finding> first = new ArrayList<>();
        private final Map<String, Long> alike = new HashMap<>();
        private long errors;
        private long warnings;

        public void add(Finding finding) {
            if (finding.code().severity() == Severity.ERROR) {
                errors++;
                if (first.stream().anyMatch(shown -> isLike(shown, finding))) {
                    alike.merge(likeness(finding), 1L, Long::sum);
                } else if (first.size() < SHOWN || (finding.code().stopsTheRun() && makeRoom())) {
                    first.add(finding);
                }
            } else if (finding.code().severity() == Severity.WARNING) {
                warnings++;
            }
        }

        /** Takes the findings that come after these. */
        public void add(FindingSummary more) {
            more.first.forEach(this::add);
            more.alike.forEach((likeness, count) -> alike.merge(likeness, count, Long::sum));
            errors += more.errors - more.first.size();
            warnings += more.warnings;
        }

        public void addWarnings(int more) {
            warnings += more;
        }

        /** Equal errors in cells of one column of one file are shown once, with their number. */
        private static boolean isLike(Finding one, Finding other) {
            return isAboutACell(one) && isAboutACell(other) && likeness(one).equals(likeness(other));
        }

        /** An error that stops the run takes the place of one that only holds shares. */
        private boolean makeRoom() {
            for (int last = first.size() - 1; last >= 0; last--) {
                if (!first.get(last).code().stopsTheRun()) {
                    first.remove(last);
                    return true;
                }
            }
            return false;
        }

        public FindingSummary summary() {
            return new FindingSummary(errors, warnings, List.copyOf(first), Map.copyOf(alike));
        }
    }
}
