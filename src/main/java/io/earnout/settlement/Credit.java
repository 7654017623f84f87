package io.earnout.settlement;

import io.earnout.terms.Clause;
import io.earnout.terms.Conversion;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;

/**
 * What one year's excess may do for earlier years (SPA 5.2(2)): a part of it is applied to their open shortfalls and turned
 * into shares. What is not used lapses; it is never carried forward, unless the agreement looks forward.
 *
 * @param year the year with the excess
 * @param amount the credit, under the agreement's reading
 * @param restorations what it gives back, oldest year first; a year that it gives nothing is not there
 * @param reductions what it takes off the shortfalls of later years, the next first, where the agreement looks forward
 * @param waits whether the offset waits, because an earlier year has no accepted report yet
 */
public record Credit(
        Assessment year, ExactMoney amount, List<Restoration> restorations, List<Reduction> reductions, boolean waits) {

    /** A credit that can't be applied until every earlier year is assessed. */
    static Credit waiting(Assessment year, Readings readings) {
        ExactMoney amount = amountOf(year, readings);
        return new Credit(year, amount, List.of(), List.of(), !amount.isZero());
    }

    /** A credit that is kept for later years. */
    static Credit kept(Assessment year, Readings readings, boolean isBehindAMissingYear) {
        ExactMoney amount = amountOf(year, readings);
        return new Credit(year, amount, List.of(), List.of(), isBehindAMissingYear && !amount.isZero());
    }

    /** The same with a part of it applied to a later year. */
    Credit with(Reduction reduction) {
        List<Reduction> more = new ArrayList<>(reductions);
        more.add(reduction);
        return new Credit(year, amount, restorations, List.copyOf(more), waits);
    }

    /**
     * @param open the deductions of earlier years, oldest first
     */
    static Credit of(Assessment year, List<Deduction> open, Readings readings) {
        ExactMoney amount = amountOf(year, readings);
        if (amount.isZero() || open.isEmpty()) {
            return new Credit(year, amount, List.of(), List.of(), false);
        }
        List<Conversion> conversions = new ArrayList<>(open.size());
        List<ExactMoney> limits = new ArrayList<>(open.size());
        List<ExactMoney> weights = new ArrayList<>(open.size());
        for (Deduction deduction : open) {
            Conversion conversion = readings.conversionTarget().of(year.year(), deduction.year());
            conversions.add(conversion);
            ExactMoney limit = readings.offsetLimit().of(deduction.openShortfall(), deduction.open(), conversion);
            limits.add(limit);
            weights.add(readings.offsetLimit().weight(deduction.openShortfall(), limit));
        }
        List<ExactMoney> laid = readings.offsetOrder().lay(amount, limits, weights);
        List<ExactShares> exact = new ArrayList<>(open.size());
        for (int i = 0; i < open.size(); i++) {
            exact.add(conversions.get(i).shares(laid.get(i)));
        }
        List<Shares> whole = WholeShares.of(open, exact);
        List<Restoration> restorations = new ArrayList<>(open.size());
        for (int i = 0; i < open.size(); i++) {
            if (!laid.get(i).isZero()) {
                restorations.add(new Restoration(
                        open.get(i).year(), conversions.get(i), laid.get(i), exact.get(i), whole.get(i)));
            }
        }
        return new Credit(year, amount, restorations, List.of(), false);
    }

    private static ExactMoney amountOf(Assessment year, Readings readings) {
        return readings.excessCredit().of(year.revenue().amount(), year.year().target());
    }

    /** Whether another reading gives the year the same credit. */
    boolean isAsLargeUnder(Readings other) {
        return amount.compareTo(amountOf(year, other)) == 0;
    }

    /** The part of the credit that is applied to shortfalls; the rest of it lapses, is kept, or waits. */
    public ExactMoney used() {
        ExactMoney used = ExactMoney.ZERO;
        for (Restoration restoration : restorations) {
            used = used.plus(restoration.laid());
        }
        for (Reduction reduction : reductions) {
            used = used.plus(reduction.laid());
        }
        return used;
    }

    /** How the credit and what it restores was calculated. */
    public List<Working> workings(Readings readings) {
        List<Working> workings = new ArrayList<>();
        workings.add(new Working(
                Clause.SPA_5_2_2,
                readings.excessCredit()
                                .equation(year.revenue().amount(), year.year().target())
                        + (waits ? ", which waits for the report of an earlier year" : "")));
        restorations.forEach(restoration -> workings.add(restoration.working()));
        reductions.forEach(reduction -> workings.add(reduction.working()));
        return workings;
    }
}
