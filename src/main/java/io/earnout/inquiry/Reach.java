package io.earnout.inquiry;

import io.earnout.settlement.Account;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.List;
import java.util.Optional;

/**
 * What each party can still reach under one reading, whatever the years to come bring: the seller's shares, received in the
 * end, and the issuer's, cancelled in the end.
 *
 * @param sellerAtLeast with no revenue at all in the years to come
 * @param sellerAtMost with as much revenue as helps in the years that help most
 * @param cancelledAtLeast the issuer's floor, where the seller reaches the ceiling
 * @param cancelledAtMost the issuer's ceiling, where the seller is at the floor
 */
record Reach(Shares sellerAtLeast, Shares sellerAtMost, Shares cancelledAtLeast, Shares cancelledAtMost) {

    static Reach of(Prospect prospect, Readings readings) {
        Settlement worst = prospect.ending(year -> Money.ZERO, readings);
        Settlement best = best(prospect, readings);
        return new Reach(
                worst.balance(Account.RELEASABLE),
                best.balance(Account.RELEASABLE),
                best.balance(Account.DEDUCTED),
                worst.balance(Account.DEDUCTED));
    }

    /** The best of: every year far beyond its target; and only those that no later year betters. */
    private static Settlement best(Prospect prospect, Readings readings) {
        Settlement every = prospect.ending(year -> Prospect.HOWEVER_MUCH, readings);
        if (readings.conversionTarget() != ConversionTarget.EXCESS_YEAR) {
            return every;
        }
        List<AssessmentYear> toCome = prospect.toCome();
        Settlement some =
                prospect.ending(year -> isBettered(year, toCome) ? year.target() : Prospect.HOWEVER_MUCH, readings);
        return some.entitled().compareTo(every.entitled()) > 0 ? some : every;
    }

    /** Whether a later year gives more shares for the same revenue: then it should meet the open shortfalls, not this one. */
    private static boolean isBettered(AssessmentYear year, List<AssessmentYear> toCome) {
        return toCome.stream()
                .anyMatch(later -> later.number() > year.number()
                        && later.conversion()
                                        .shares(ExactMoney.of(Prospect.HOWEVER_MUCH))
                                        .compareTo(year.conversion().shares(ExactMoney.of(Prospect.HOWEVER_MUCH)))
                                > 0);
    }

    /** The same under every one of several readings. */
    static Optional<Reach> over(List<Reach> reaches) {
        return reaches.stream().reduce(Reach::with);
    }

    private Reach with(Reach other) {
        return new Reach(
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
