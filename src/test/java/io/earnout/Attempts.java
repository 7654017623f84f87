package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often something was tried to break a promise, and what was lost by it. The figures are printed, and a test fails on the
 * first loss that they count, after all tries.
 *
 * <p>{@code mvn -B test -P full-size} tries at full size; without it, as often as the gate has time for.
 */
public final class Attempts {

    private final String promise;
    private final Map<String, Integer> ways = new TreeMap<>();
    private final List<String> losses = new ArrayList<>();
    private final List<String> doubles = new ArrayList<>();
    private int tries;

    /**
     * Counts from zero.
     *
     * @param promise what is to hold however it is tried
     */
    Attempts(String promise) {
        this.promise = promise;
    }

    /**
     * How often to try.
     *
     * @param name the system property that says another number, such as {@code -Dkills=50}
     * @param inTheGate as often as the gate has time for
     * @param full at full size
     */
    public static int size(String name, int inTheGate, int full) {
        return Integer.getInteger(name, Boolean.getBoolean("full.size") ? full : inTheGate);
    }

    /**
     * It was tried once.
     *
     * @param way where it was hit, or how it ended
     */
    void tried(String way) {
        tries++;
        ways.merge(way, 1, Integer::sum);
    }

    /** Something is not as it would have been, was left behind, or was told wrongly. */
    void lost(String what) {
        losses.add(what);
    }

    /** Something is there twice. */
    void doubled(String what) {
        doubles.add(what);
    }

    /** The ways in which it was tried, and how often each. */
    Map<String, Integer> ways() {
        return ways;
    }

    /** Prints the figures, and fails if anything was lost or doubled. */
    void assertNothingLost() {
        System.out.printf(
                "nothing lost: %s: %,d tries, %,d losses, %,d doubles %s%n",
                promise, tries, losses.size(), doubles.size(), ways);
        assertEquals(List.of(), losses, promise);
        assertEquals(List.of(), doubles, promise);
    }
}
