package io.earnout.settlement;

import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The whole shares that one credit gives back, rounded once for all the years that it restores.
 *
 * <p>Where the credit closes a deduction, every share still deducted there comes back: nothing is left that could hold
 * it. The other exact restorations are added up, the sum is rounded down, and its whole shares are dealt out by largest
 * remainder, ties to the older year. No year is given more shares than are still deducted there.
 */
final class WholeShares {

    private WholeShares() {}

    /**
     * Rounds what one credit gives back.
     *
     * @param open the deductions, oldest first
     * @param exact what the credit restores to each, exact
     * @return the whole shares for each, in the same order
     */
    static List<Shares> of(List<Deduction> open, List<ExactShares> exact) {
        long[] given = new long[open.size()];
        List<Integer> others = new ArrayList<>(open.size());
        ExactShares sum = ExactShares.NONE;
        for (int i = 0; i < given.length; i++) {
            if (open.get(i).isClosedBy(exact.get(i))) {
                given[i] = open.get(i).stillDeducted().count();
            } else if (!exact.get(i).isNone()) {
                others.add(i);
                sum = sum.plus(exact.get(i));
            }
        }
        long left = sum.roundedDown().count();
        for (int i : others) {
            given[i] = Math.min(
                    exact.get(i).roundedDown().count(),
                    open.get(i).stillDeducted().count());
            left -= given[i];
        }
        if (left > 0) {
            dealOut(left, others, open, exact, given);
        }
        List<Shares> whole = new ArrayList<>(given.length);
        for (long shares : given) {
            whole.add(Shares.of(shares));
        }
        return whole;
    }

    private static void dealOut(
            long left, List<Integer> others, List<Deduction> open, List<ExactShares> exact, long[] given) {
        // the sort is stable, so that of equal remainders the older year comes first
        others.sort(
                Comparator.comparing((Integer i) -> exact.get(i).remainder()).reversed());
        boolean roomLeft = true;
        while (left > 0 && roomLeft) {
            roomLeft = false;
            for (int i : others) {
                if (left > 0 && given[i] < open.get(i).stillDeducted().count()) {
                    given[i]++;
                    left--;
                    roomLeft = true;
                }
            }
        }
    }
}
