package io.earnout.present.overview;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The findings of a run, for the console: how many there are, and the first errors.
 *
 * @param errors how many findings need a person
 * @param warnings how many a person should look at
 * @param first the first errors; {@code exceptions.csv} has all of them
 * @param alike how many more errors are like one of these, by {@link LikeFindings#likeness}
 */
public record FindingSummary(long errors, long warnings, List<Finding> first, Map<String, Long> alike) {

    public static final FindingSummary NONE = new FindingSummary(0, 0, List.of(), Map.of());

    /** How many errors the console shows. */
    private static final int SHOWN = 12;

    /** How many errors the first ones stand for, with those like them. */
    public long shown() {
        return first.stream().mapToLong(shown -> 1 + moreLike(shown)).sum();
    }

    /** One of the first errors as the console prints it, with the number of those like it. */
    public String told(Finding shown) {
        long more = moreLike(shown);
        return more == 0 ? shown.toString() : LikeFindings.together(shown, more + 1);
    }

    private long moreLike(Finding shown) {
        return LikeFindings.likeness(shown)
                .map(likeness -> alike.getOrDefault(likeness, 0L))
                .orElse(0L);
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
                boolean isShown = countedWithOneLikeIt(finding);
                if (!isShown && (first.size() < SHOWN || (finding.code().stopsTheRun() && makeRoom()))) {
                    first.add(finding);
                }
            } else if (finding.code().severity() == Severity.WARNING) {
                warnings++;
            }
        }

        /** Whether one like it is shown, and so both together; of these the first line of the file is named. */
        private boolean countedWithOneLikeIt(Finding finding) {
            Optional<String> likeness = LikeFindings.likeness(finding);
            for (int i = 0; likeness.isPresent() && i < first.size(); i++) {
                if (LikeFindings.likeness(first.get(i)).equals(likeness)) {
                    alike.merge(likeness.get(), 1L, Long::sum);
                    if (finding.source().line() < first.get(i).source().line()) {
                        first.set(i, finding);
                    }
                    return true;
                }
            }
            return false;
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
            List<Finding> causesFirst = first.stream()
                    .sorted(Comparator.comparing(LikeFindings::follows))
                    .toList();
            return new FindingSummary(errors, warnings, causesFirst, Map.copyOf(alike));
        }
    }
}
