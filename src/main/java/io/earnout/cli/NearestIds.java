package io.earnout.cli;

import io.earnout.escrow.finding.TextSimilarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The ids that are most like the one asked for: few, however many there are. */
final class NearestIds {

    private static final int KEPT = 8;
    private static final int COMPARED = 60;

    private static final Comparator<Ranked> ORDER =
            Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::id);

    private final String sought;
    private final List<Ranked> nearest = new ArrayList<>();
    private long all;

    private record Ranked(int distance, String id) {}

    NearestIds(String sought) {
        this.sought = folded(sought);
    }

    void add(String id) {
        all++;
        nearest.add(new Ranked(distance(folded(id)), id));
        if (nearest.size() > KEPT) {
            nearest.sort(ORDER);
            nearest.remove(KEPT);
        }
    }

    List<String> ids() {
        nearest.sort(ORDER);
        return nearest.stream().map(Ranked::id).toList();
    }

    long all() {
        return all;
    }

    private static String folded(String id) {
        String folded = id.toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(COMPARED, folded.length()));
    }

    /** How many letters are to be changed; one that has the other within it is near. */
    private int distance(String id) {
        if (id.equals(sought)) {
            return 0;
        }
        if (!sought.isEmpty() && id.contains(sought)) {
            return 1;
        }
        return TextSimilarity.edits(sought, id) + 1;
    }
}
