package io.earnout.settlement;

import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Article 5 a second time: written from the rules alone, with bare integers and tables, slow and plain. It shares no
 * arithmetic with the settlement that it is held against; of the terms it takes the bare figures.
 */
final class NaiveSettlement {

    /** A quotient in lowest terms. */
    record Q(BigInteger above, BigInteger below) implements Comparable<Q> {

        static final Q ZERO = whole(0);

        Q {
            BigInteger common = above.gcd(below);
            above = above.divide(common);
            below = below.divide(common);
        }

        static Q whole(long number) {
            return new Q(BigInteger.valueOf(number), BigInteger.ONE);
        }

        Q add(Q other) {
            return new Q(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }

        Q subtract(Q other) {
            return add(new Q(other.above.negate(), other.below));
        }

        Q multiply(Q other) {
            return new Q(above.multiply(other.above), below.multiply(other.below));
        }

        Q divide(Q other) {
            return new Q(above.multiply(other.below), below.multiply(other.above));
        }

        /** Only for what isn't below zero. */
        long floor() {
            return above.divide(below).longValueExact();
        }

        boolean isZero() {
            return above.signum() == 0;
        }

        @Override
        public int compareTo(Q other) {
            return above.multiply(other.below).compareTo(other.above.multiply(below));
        }

        @Override
        public String toString() {
            return below.equals(BigInteger.ONE) ? above.toString() : above + "/" + below;
        }
    }

    final int years;
    final long[] deducted;
    final long[] outstanding;
    final long[] entitled;
    final long[] withheld;
    final Q[] openRevenue;
    final Q[] openShares;

    /** By excess year and tranche, both numbered from 1. */
    final TreeMap<List<Integer>, Long> restored = new TreeMap<>((a, b) ->
            a.get(0).equals(b.get(0)) ? Integer.compare(a.get(1), b.get(1)) : Integer.compare(a.get(0), b.get(0)));

    private final long[] target;
    private final long[] tranche;
    private final String credit;
    private final boolean atExcessYear;
    private final boolean revenueLimits;
    private final String order;

    NaiveSettlement(Agreement agreement, Readings readings, List<Optional<Money>> revenues) {
        years = agreement.years().size();
        target = new long[years];
        tranche = new long[years];
        for (AssessmentYear year : agreement.years()) {
            target[year.number() - 1] = year.target().minorUnits();
            tranche[year.number() - 1] = year.tranche().count();
        }
        credit = readings.excessCredit().term();
        atExcessYear = readings.conversionTarget().term().equals("excess-year");
        revenueLimits = readings.offsetLimit().term().equals("both");
        order = readings.offsetOrder().term();
        boolean block = readings.missedTarget().term().equals("block");

        deducted = new long[years];
        outstanding = new long[years];
        entitled = new long[years];
        withheld = new long[years];
        openRevenue = new Q[years];
        openShares = new Q[years];
        Arrays.fill(openRevenue, Q.ZERO);
        Arrays.fill(openShares, Q.ZERO);

        boolean gap = false;
        for (int y = 0; y < years; y++) {
            if (revenues.get(y).isEmpty()) {
                gap = true;
                continue;
            }
            long revenue = revenues.get(y).get().minorUnits();
            if (revenue >= target[y]) {
                entitled[y] += tranche[y];
                if (!gap) {
                    giveBack(y, credit(revenue, target[y]));
                }
                continue;
            }
            long earned = BigInteger.valueOf(revenue)
                    .multiply(BigInteger.valueOf(tranche[y]))
                    .divide(BigInteger.valueOf(target[y]))
                    .longValueExact();
            deducted[y] = tranche[y] - earned;
            outstanding[y] = deducted[y];
            openRevenue[y] = Q.whole(target[y] - revenue);
            openShares[y] = openRevenue[y].multiply(rate(y));
            if (block) {
                withheld[y] = earned;
            } else {
                entitled[y] = earned;
            }
        }
    }

    long total() {
        return Arrays.stream(entitled).sum();
    }

    private Q rate(int year) {
        return new Q(BigInteger.valueOf(tranche[year]), BigInteger.valueOf(target[year]));
    }

    private Q credit(long revenue, long target) {
        Q excess = Q.whole(revenue - target);
        Q beyond = Q.whole(revenue).subtract(Q.whole(target).multiply(new Q(BigInteger.valueOf(3), BigInteger.TWO)));
        boolean over = beyond.compareTo(Q.ZERO) > 0;
        return switch (credit) {
            case "half" -> excess.divide(Q.whole(2));
            case "full" -> excess;
            case "above-150" -> over ? excess : Q.ZERO;
            case "beyond-150" -> over ? beyond : Q.ZERO;
            case "half-above-150" -> over ? excess.divide(Q.whole(2)) : Q.ZERO;
            default -> throw new IllegalStateException(credit);
        };
    }

    private void giveBack(int excessYear, Q credit) {
        Q[] most = new Q[excessYear];
        Q[] weight = new Q[excessYear];
        Q[] rate = new Q[excessYear];
        for (int y = 0; y < excessYear; y++) {
            rate[y] = atExcessYear ? rate(excessYear) : rate(y);
            Q bySharesAlone = openShares[y].divide(rate[y]);
            boolean revenueFirst = revenueLimits && openRevenue[y].compareTo(bySharesAlone) < 0;
            most[y] = revenueFirst ? openRevenue[y] : bySharesAlone;
            weight[y] = revenueLimits ? openRevenue[y] : bySharesAlone;
        }
        Q[] laid = order.equals("pro-rata") ? byWaterLevel(credit, most, weight) : oneByOne(credit, most);
        Q[] shares = new Q[excessYear];
        boolean[] closes = new boolean[excessYear];
        for (int y = 0; y < excessYear; y++) {
            shares[y] = laid[y].multiply(rate[y]);
            closes[y] = shares[y].equals(openShares[y]);
            openShares[y] = openShares[y].subtract(shares[y]);
            Q rest = openRevenue[y].subtract(laid[y]);
            openRevenue[y] = rest.above().signum() < 0 ? Q.ZERO : rest;
        }
        long[] whole = whole(shares, closes);
        for (int y = 0; y < excessYear; y++) {
            if (whole[y] > 0) {
                restored.put(List.of(excessYear + 1, y + 1), whole[y]);
                outstanding[y] -= whole[y];
                entitled[y] += whole[y];
            }
        }
    }

    private Q[] oneByOne(Q credit, Q[] most) {
        List<Integer> turns = new ArrayList<>();
        for (int y = 0; y < most.length; y++) {
            turns.add(y);
        }
        if (order.equals("latest-first")) {
            Collections.reverse(turns);
        }
        Q[] laid = new Q[most.length];
        Q left = credit;
        for (int y : turns) {
            laid[y] = left.compareTo(most[y]) < 0 ? left : most[y];
            left = left.subtract(laid[y]);
        }
        return laid;
    }

    /**
     * In proportion, up to each one's limit: like water that rises in vessels as wide as their weights. The level is
     * looked for among those at which one vessel is full.
     */
    private static Q[] byWaterLevel(Q credit, Q[] most, Q[] weight) {
        Q[] laid = most.clone();
        List<Q> fullAt = new ArrayList<>();
        for (int y = 0; y < most.length; y++) {
            if (!most[y].isZero()) {
                fullAt.add(most[y].divide(weight[y]));
            }
        }
        Collections.sort(fullAt);
        Q below = Q.ZERO;
        for (Q level : fullAt) {
            Q[] atLevel = at(level, most, weight);
            if (sum(atLevel).compareTo(credit) >= 0) {
                Q width = Q.ZERO;
                for (int y = 0; y < most.length; y++) {
                    boolean stillRises =
                            !most[y].isZero() && most[y].divide(weight[y]).compareTo(below) > 0;
                    width = stillRises ? width.add(weight[y]) : width;
                }
                Q rise = credit.subtract(sum(at(below, most, weight))).divide(width);
                return at(below.add(rise), most, weight);
            }
            below = level;
        }
        return laid;
    }

    private static Q[] at(Q level, Q[] most, Q[] weight) {
        Q[] laid = new Q[most.length];
        for (int y = 0; y < most.length; y++) {
            Q part = weight[y].multiply(level);
            laid[y] = part.compareTo(most[y]) < 0 ? part : most[y];
        }
        return laid;
    }

    private static Q sum(Q[] amounts) {
        Q sum = Q.ZERO;
        for (Q amount : amounts) {
            sum = sum.add(amount);
        }
        return sum;
    }

    private long[] whole(Q[] shares, boolean[] closes) {
        long[] whole = new long[shares.length];
        Q together = Q.ZERO;
        long dealt = 0;
        for (int y = 0; y < shares.length; y++) {
            if (closes[y]) {
                whole[y] = outstanding[y];
            } else {
                together = together.add(shares[y]);
                whole[y] = Math.min(shares[y].floor(), outstanding[y]);
                dealt += whole[y];
            }
        }
        long left = together.floor() - dealt;
        while (left > 0) {
            boolean[] had = new boolean[shares.length];
            int next = next(shares, closes, whole, had);
            if (next < 0) {
                break;
            }
            for (; next >= 0 && left > 0; next = next(shares, closes, whole, had)) {
                had[next] = true;
                whole[next]++;
                left--;
            }
        }
        return whole;
    }

    /** The year whose remainder is the largest of those that have had none in this round and can take one. */
    private int next(Q[] shares, boolean[] closes, long[] whole, boolean[] had) {
        int best = -1;
        for (int y = 0; y < shares.length; y++) {
            boolean canTake = !closes[y] && !had[y] && !shares[y].isZero() && whole[y] < outstanding[y];
            if (canTake && (best < 0 || rest(shares[y]).compareTo(rest(shares[best])) > 0)) {
                best = y;
            }
        }
        return best;
    }

    private static Q rest(Q shares) {
        return shares.subtract(Q.whole(shares.floor()));
    }
}
