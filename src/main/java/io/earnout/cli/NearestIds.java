package io.earnout.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The ids that are most similar to the one asked for: a few, however many there are. */
final class NearestIds {

    private static final int KEPT = 8;
    private static final int COMPARED = 60;

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
        nearest.sort(Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::id));
        if (nearest.size() > KEPT) {
            nearest.remove(KEPT);
        }
    }

    List<String> ids() {
        return nearest.stream().map(Ranked::id).toList();
    }

    long all() {
        return all;
    }

    private static String folded(String id) {
        String folded = id.toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(COMPARED, folded.length()));
    }

    /** An id that contains the one asked for is near. */
    private int distance(String id) {
        if (id.equals(sought)) {
            return 0;
        }
        return !sought.isEmpty() && id.contains(sought)
                ? 1
                : LevenshteinDistance.getDefaultInstance().apply(sought, id) + 1;
    }
}
