package io.earnout.terms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which shortfall a credit is applied to first: "any previous Assessment Year" (SPA 5.2(2)) gives no order. */
public enum OffsetOrder implements Term {
    /** The earliest year first. The default. */
    OLDEST_FIRST("oldest-first") {
        @Override
        public List<ExactMoney> lay(ExactMoney credit, List<ExactMoney> limits, List<ExactMoney> weights) {
            List<ExactMoney> laid = new ArrayList<>(limits.size());
            ExactMoney left = credit;
            for (ExactMoney limit : limits) {
                ExactMoney part = left.min(limit);
                laid.add(part);
                left = left.minus(part);
            }
            return laid;
        }
    },
    /** The year before the excess first, then further back. */
    LATEST_FIRST("latest-first") {
        @Override
        public List<ExactMoney> lay(ExactMoney credit, List<ExactMoney> limits, List<ExactMoney> weights) {
            List<ExactMoney> latestFirst = new ArrayList<>(limits);
            Collections.reverse(latestFirst);
            List<ExactMoney> laid = OLDEST_FIRST.lay(credit, latestFirst, weights);
            Collections.reverse(laid);
            return laid;
        }
    },
    /**
     * On all at once, in proportion to their weights. What a shortfall can't take goes to the others, in the same
     * proportion.
     */
    PRO_RATA("pro-rata") {
        @Override
        public List<ExactMoney> lay(ExactMoney credit, List<ExactMoney> limits, List<ExactMoney> weights) {
            List<ExactMoney> laid = new ArrayList<>(limits);
            ExactMoney left = credit;
            List<Integer> open = indexesOfAboveZero(limits);
            while (!open.isEmpty()) {
                ExactMoney all = sum(open, weights);
                List<Integer> full = new ArrayList<>();
                for (int i : open) {
                    laid.set(i, left.inProportion(weights.get(i), all));
                    if (laid.get(i).compareTo(limits.get(i)) >= 0) {
                        full.add(i);
                    }
                }
                if (full.isEmpty()) {
                    return laid;
                }
                for (int i : full) {
                    laid.set(i, limits.get(i));
                    left = left.minus(limits.get(i));
                }
                open.removeAll(full);
            }
            return laid;
        }
    };

    private static List<Integer> indexesOfAboveZero(List<ExactMoney> amounts) {
        List<Integer> indexes = new ArrayList<>(amounts.size());
        for (int i = 0; i < amounts.size(); i++) {
            if (!amounts.get(i).isZero()) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    private static ExactMoney sum(List<Integer> indexes, List<ExactMoney> amounts) {
        ExactMoney sum = ExactMoney.ZERO;
        for (int i : indexes) {
            sum = sum.plus(amounts.get(i));
        }
        return sum;
    }

    private final String term;

    OffsetOrder(String term) {
        this.term = term;
    }

    /**
     * Applies a credit to shortfalls. What the limits leave of it lapses.
     *
     * @param credit the revenue to apply
     * @param limits the most that each shortfall can take, oldest first
     * @param weights what counts in a proportion, in the same order; above zero where the limit is
     * @return what is applied to each, in the same order: never more than its limit, in sum never more than the credit
     */
    public abstract List<ExactMoney> lay(ExactMoney credit, List<ExactMoney> limits, List<ExactMoney> weights);

    @Override
    public String term() {
        return term;
    }
}
