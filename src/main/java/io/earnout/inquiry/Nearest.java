package io.earnout.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The ids that are most like the one asked for: few, however many there are. */
final class Nearest {

    private static final int KEPT = 8;
    private static final int COMPARED = 60;

    private static final Comparator<Likeness> ORDER =
            Comparator.comparingInt(Likeness::distance).thenComparing(Likeness::id);

    private final String sought;
    private final List<Likeness> nearest = new ArrayList<>();
    private long all;

    private record Likeness(int distance, String id) {}

    Nearest(String sought) {
        this.sought = folded(sought);
    }

    void add(String id) {
        all++;
        nearest.add(new Likeness(distance(folded(id)), id));
        if (nearest.size() > KEPT) {
            nearest.sort(ORDER);
            nearest.remove(KEPT);
        }
    }

    List<String> ids() {
        nearest.sort(ORDER);
        return nearest.stream().map(Likeness::id).toList();
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
        int[] above = new int[id.length() + 1];
        for (int i = 0; i < above.length; i++) {
            above[i] = i;
        }
        for (int j = 1; j <= sought.length(); j++) {
            int diagonal = above[0];
            above[0] = j;
            for (int i = 1; i <= id.length(); i++) {
                int changed = diagonal + (sought.charAt(j - 1) == id.charAt(i - 1) ? 0 : 1);
                diagonal = above[i];
                above[i] = Math.min(changed, Math.min(above[i], above[i - 1]) + 1);
            }
        }
        return above[id.length()] + 1;
    }
}
