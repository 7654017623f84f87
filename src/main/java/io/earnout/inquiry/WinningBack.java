package io.earnout.inquiry;

import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;

/**
 * What one of the years to come would need, the others being exactly on their targets, to win back all that is deducted so
 * far (SPA 5.2(2)); or, where that is impossible, the most that it can win back.
 *
 * @param year one of the years to come
 * @param revenue the least revenue, to the fen, with which nothing more can be won back; its target at least
 * @param won the shares that then are won back of what is deducted so far
 * @param left the shares that even then stay deducted; none where everything is won back
 */
record WinningBack(AssessmentYear year, Money revenue, Shares won, Shares left) {

    /** Works out what a year would need under a reading. */
    static WinningBack by(AssessmentYear year, Prospect prospect, Readings readings) {
        long least = left(year, Prospect.HOWEVER_MUCH, prospect, readings);
        long at = year.target().fen();
        long onTarget = left(year, year.target(), prospect, readings);
        // where an offset waits, more of this year can be less of that one
        least = Math.min(least, onTarget);
        // more revenue never restores less: the least with which so few are left is found by halving
        long enough = Money.LIMIT;
        enough = onTarget == least ? at : enough;
        while (at < enough) {
            long between = at + (enough - at) / 2;
            if (left(year, new Money(between), prospect, readings) <= least) {
                enough = between;
            } else {
                at = between + 1;
            }
        }
        long left = left(year, new Money(enough), prospect, readings);
        long now = deductedNow(prospect, readings);
        return new WinningBack(year, new Money(enough), Shares.of(Math.max(0, now - left)), Shares.of(left));
    }

    boolean isComplete() {
        return left.isNone();
    }

    private static long left(AssessmentYear year, Money revenue, Prospect prospect, Readings readings) {
        return prospect.leftDeducted(ending(year, revenue, prospect, readings)).count();
    }

    /** The year with such a revenue, the others to come on their targets. */
    static Settlement ending(AssessmentYear year, Money revenue, Prospect prospect, Readings readings) {
        return prospect.ending(other -> other.number() == year.number() ? revenue : other.target(), readings);
    }

    /** What is deducted before any of the years to come. */
    static long deductedNow(Prospect prospect, Readings readings) {
        return prospect.leftDeducted(prospect.now(readings)).count();
    }
}
