package io.earnout.present.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.AuditedRevenue;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where no offset looks back, the bounds of the outcome are reached: against every revenue of every year to come. */
class OutcomeRangeForwardTest {

    private static final int PROSPECTS = 300;

    @ParameterizedTest
    @EnumSource(
            value = OffsetDirection.class,
            names = {"FORWARD", "NONE"})
    void theBoundsAreTheLeastAndTheMostOfAllOutcomes(OffsetDirection direction) {
        for (int seed = 0; seed < PROSPECTS; seed++) {
            Random random = new Random(seed * 11L + 2);
            int count = 2 + random.nextInt(2);
            List<AssessmentYear> years = new ArrayList<>();
            List<Assessment> assessed = new ArrayList<>();
            Map<Integer, Shares> agreed = new TreeMap<>();
            for (int number = 1; number <= count; number++) {
                AssessmentYear year =
                        Kaixin.year(number, new Money(1 + random.nextInt(6)), new Shares(1 + random.nextInt(9)));
                years.add(year);
                if (random.nextBoolean()) {
                    long revenue = random.nextInt(2 * (int) year.target().minorUnits() + 1);
                    assessed.add(Assessment.of(year, new AuditedRevenue(number, new Money(revenue), "RPT-" + number)));
                } else if (random.nextInt(5) == 0) {
                    agreed.put(
                            number,
                            Shares.of(random.nextInt((int) year.tranche().count() + 1)));
                }
            }
            Agreement agreement = Kaixin.agreement("A", Kaixin.defaultOnRecord(), direction, years);
            Scenario prospect = new Scenario(agreement, assessed, agreed);
            for (Readings readings : direction.pricedBeside(Readings.DEFAULT)) {
                OutcomeRange range = OutcomeRange.of(prospect, readings);
                OutcomeRange reached = reached(prospect, readings);
                assertEquals(reached, range, () -> direction + ", " + years + ", " + assessed + ", " + agreed);
            }
        }
    }

    private static OutcomeRange reached(Scenario prospect, Readings readings) {
        List<AssessmentYear> toCome = prospect.toCome();
        int all = 1;
        for (AssessmentYear year : toCome) {
            all *= values(year);
        }
        long least = Long.MAX_VALUE;
        long most = 0;
        long fewest = Long.MAX_VALUE;
        long deducted = 0;
        for (int combination = 0; combination < all; combination++) {
            Map<Integer, Money> revenues = new TreeMap<>();
            int rest = combination;
            for (AssessmentYear year : toCome) {
                revenues.put(year.number(), new Money(rest % values(year)));
                rest /= values(year);
            }
            Settlement ending = prospect.ending(year -> revenues.getOrDefault(year.number(), Money.ZERO), readings);
            least = Math.min(least, ending.entitled().count());
            most = Math.max(most, ending.entitled().count());
            fewest = Math.min(fewest, ending.balance(Account.DEDUCTED).count());
            deducted = Math.max(deducted, ending.balance(Account.DEDUCTED).count());
        }
        return new OutcomeRange(Shares.of(least), Shares.of(most), Shares.of(fewest), Shares.of(deducted));
    }

    /** Every revenue from nothing to enough for half of its excess to cover the targets of two other years. */
    private static int values(AssessmentYear year) {
        return (int) year.target().minorUnits() + 26;
    }
}
