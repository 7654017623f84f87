package io.earnout.present.explain;

import io.earnout.settlement.Account;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.List;
import java.util.Optional;

/**
 * Bounds of what the calculation can still give each party under one reading, whatever the years to come bring: the shares
 * that the seller is entitled to in the end, and those that stay deducted. No outcome gives less or more. The seller's least
 * is reached where the years to come have no revenue, unless an offset waits, which is not counted in it; the most can be
 * some shares above what can be reached, because of the rounding, or where one revenue can't help all earlier years.
 *
 * @param sellerAtLeast what the seller is entitled to now, and what all parties agreed on for years to come
 * @param sellerAtMost everything but what stays deducted at least, or is withheld
 * @param cancelledAtLeast what no year to come can give back
 * @param cancelledAtMost what is deducted now, and the tranches of the years to come but for what all parties agreed on
 */
record OutcomeRange(Shares sellerAtLeast, Shares sellerAtMost, Shares cancelledAtLeast, Shares cancelledAtMost) {

    static OutcomeRange of(Scenario prospect, Readings readings) {
        if (!prospect.agreement().offsetDirection().restores()) {
            return betweenTheExtremes(prospect, readings);
        }
        Settlement now = prospect.now(readings);
        long agreed = 0;
        long deductedAtLeast = 0;
        long deductedAtMost = 0;
        for (AssessmentYear year : now.agreement().years()) {
            long deducted;
            long restorable;
            if (now.assessment(year.number()).isPresent()) {
                deducted = now.balance(year, Account.DEDUCTED).count();
                restorable = now.restorableInto(year).count();
            } else {
                // with an agreed quantity, the more the revenue falls short, the more can be offset (SPA 5.2(2), 5.3)
                Shares quantity = prospect.agreed(year).orElse(Shares.NONE);
                agreed += quantity.count();
                deducted = year.tranche().minus(quantity).count();
                restorable = prospect.agreed(year).isEmpty()
                        ? deducted
                        : now.restorableInto(prospect.withoutRevenue(year)).count();
            }
            deductedAtMost += deducted;
            deductedAtLeast += deducted - restorable;
        }
        Shares notDeducted = now.agreement().considerationShares().minus(Shares.of(deductedAtLeast));
        return new OutcomeRange(
                now.entitled().plus(Shares.of(agreed)),
                notDeducted.minus(now.balance(Account.WITHHELD)),
                Shares.of(deductedAtLeast),
                Shares.of(deductedAtMost));
    }

    /** Where no offset looks back, more revenue in any year never gives less of any tranche: the extremes are the bounds. */
    private static OutcomeRange betweenTheExtremes(Scenario prospect, Readings readings) {
        Settlement without = prospect.ending(year -> Money.ZERO, readings);
        Settlement most = prospect.ending(year -> Scenario.HOWEVER_MUCH, readings);
        return new OutcomeRange(
                without.entitled(), most.entitled(), most.balance(Account.DEDUCTED), without.balance(Account.DEDUCTED));
    }

    /** The same under every one of several readings. */
    static Optional<OutcomeRange> over(List<OutcomeRange> reaches) {
        return reaches.stream().reduce(OutcomeRange::with);
    }

    private OutcomeRange with(OutcomeRange other) {
        return new OutcomeRange(
                less(sellerAtLeast, other.sellerAtLeast),
                more(sellerAtMost, other.sellerAtMost),
                less(cancelledAtLeast, other.cancelledAtLeast),
                more(cancelledAtMost, other.cancelledAtMost));
    }

    private static Shares less(Shares one, Shares other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Shares more(Shares one, Shares other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
