package io.earnout.present.explain;

import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;

/**
 * A revenue with which one of the years to come, the others being exactly on their targets, wins back as much as with the
 * greatest revenue, or with its target, of what is deducted so far (SPA 5.2(2)). A fen less wins back less, unless it is the
 * target.
 *
 * @param year one of the years to come
 * @param revenue to the fen; its target at least
 * @param won the shares that are won back with it of what is deducted so far
 * @param left the shares that then stay deducted; none where everything is won back
 */
record FullRestoration(AssessmentYear year, Money revenue, Shares won, Shares left) {

    /** Works out what a year needs under a reading. */
    static FullRestoration by(AssessmentYear year, Scenario prospect, Readings readings) {
        long at = year.target().minorUnits();
        long onTarget = left(year, year.target(), prospect, readings);
        // where an offset waits, a greater excess of this year can leave less for that one to restore
        long least = Math.min(onTarget, left(year, Scenario.HOWEVER_MUCH, prospect, readings));
        long enough = onTarget == least ? at : Money.LIMIT;
        while (at < enough) {
            long between = at + (enough - at) / 2;
            if (left(year, new Money(between), prospect, readings) <= least) {
                enough = between;
            } else {
                at = between + 1;
            }
        }
        long left = left(year, new Money(enough), prospect, readings);
        return new FullRestoration(
                year, new Money(enough), Shares.of(deductedNow(prospect, readings) - left), Shares.of(left));
    }

    boolean isComplete() {
        return left.isNone();
    }

    private static long left(AssessmentYear year, Money revenue, Scenario prospect, Readings readings) {
        return prospect.leftDeducted(ending(year, revenue, prospect, readings)).count();
    }

    /** The year with such a revenue, the others to come on their targets. */
    static Settlement ending(AssessmentYear year, Money revenue, Scenario prospect, Readings readings) {
        return prospect.ending(other -> other.number() == year.number() ? revenue : other.target(), readings);
    }

    /** What is deducted before any of the years to come. */
    static long deductedNow(Scenario prospect, Readings readings) {
        return prospect.leftDeducted(prospect.now(readings)).count();
    }
}
