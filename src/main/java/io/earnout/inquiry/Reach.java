package io.earnout.inquiry;

import io.earnout.settlement.Account;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What each party can still reach under one reading, whatever the years to come bring: the seller's shares, received in the
 * end, and the issuer's, cancelled in the end. To the share, but where an offset waits for a year to come: what that year
 * brings between nothing, its target and far beyond can then make it a little less or more.
 *
 * @param sellerAtLeast with no revenue at all in the years to come
 * @param sellerAtMost with as much revenue as helps in the years that help most
 * @param cancelledAtLeast the issuer's floor, where the seller reaches the ceiling
 * @param cancelledAtMost the issuer's ceiling, where the seller is at the floor
 */
record Reach(Shares sellerAtLeast, Shares sellerAtMost, Shares cancelledAtLeast, Shares cancelledAtMost) {

    /** So many years that hold up an offset are gone through in all combinations; of more only alike ones. */
    private static final int COMBINED = 4;

    static Reach of(Prospect prospect, Readings readings) {
        List<AssessmentYear> holdingUp = prospect.holdingUpAnOffset();
        List<Function<AssessmentYear, Money>> outcomes = outcomes(holdingUp);
        List<Reach> reaches = new ArrayList<>();
        for (Function<AssessmentYear, Money> outcome : outcomes) {
            reaches.add(of(prospect, readings, holdingUp, outcome));
        }
        return over(reaches).orElseThrow();
    }

    /** What can be reached once the years that hold up an offset have come out in one way. */
    private static Reach of(
            Prospect prospect,
            Readings readings,
            List<AssessmentYear> holdingUp,
            Function<AssessmentYear, Money> outcome) {
        Settlement worst =
                prospect.ending(year -> holdingUp.contains(year) ? outcome.apply(year) : Money.ZERO, readings);
        Settlement every = prospect.ending(
                year -> holdingUp.contains(year) ? outcome.apply(year) : Prospect.HOWEVER_MUCH, readings);
        List<AssessmentYear> toCome = prospect.toCome();
        Settlement some = prospect.ending(
                year -> holdingUp.contains(year)
                        ? outcome.apply(year)
                        : isBettered(year, toCome) ? year.target() : Prospect.HOWEVER_MUCH,
                readings);
        boolean someIsBetter = readings.conversionTarget() == ConversionTarget.EXCESS_YEAR
                && some.entitled().compareTo(every.entitled()) > 0;
        Settlement best = someIsBetter ? some : every;
        return new Reach(
                worst.balance(Account.RELEASABLE),
                best.balance(Account.RELEASABLE),
                best.balance(Account.DEDUCTED),
                worst.balance(Account.DEDUCTED));
    }

    /** Nothing, a fen short of the target, just on it, or far beyond it: in all combinations. */
    private static List<Function<AssessmentYear, Money>> outcomes(List<AssessmentYear> holdingUp) {
        List<Function<AssessmentYear, Money>> single = List.of(
                year -> Money.ZERO,
                year -> new Money(year.target().fen() - 1),
                AssessmentYear::target,
                year -> Prospect.HOWEVER_MUCH);
        if (holdingUp.size() > COMBINED) {
            return single;
        }
        List<Function<AssessmentYear, Money>> all = new ArrayList<>();
        int combinations = 1 << (2 * holdingUp.size());
        for (int combination = 0; combination < combinations; combination++) {
            int chosen = combination;
            all.add(year ->
                    single.get(chosen >> (2 * holdingUp.indexOf(year)) & 3).apply(year));
        }
        return all;
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
