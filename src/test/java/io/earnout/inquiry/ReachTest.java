package io.earnout.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.AuditedRevenue;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What can still be reached and won back, against every outcome of every year to come, one fen after another: three years of
 * some fen and some shares, any of them assessed already, with rising and with falling targets.
 */
class ReachTest {

    private static final long[] TARGETS = {4, 6, 9};
    private static final long[][] TRANCHES = {{3, 3, 3}, {5, 3, 3}, {3, 5, 5}};

    /** Enough revenue, in fen, for every shortfall to be covered by half of the excess. */
    private static final long FAR_BEYOND = 45;

    /** Where an offset waits for a year to come, what that year brings in between can make a share or two of difference. */
    private static final long WHERE_AN_OFFSET_WAITS = 2;

    private static final List<Readings> READINGS = Readings.DEFAULT.besideEachOther();

    private int prospects;

    @Test
    void noOutcomeGivesLessOrMoreThanWhatIsSaidToBeReachable() {
        everyProspect(prospect -> {
            Readings readings = READINGS.get(prospects++ % READINGS.size());
            Reach reach = Reach.of(prospect, readings);
            Reach enumerated = enumerated(prospect, readings);
            long tolerance = prospect.holdingUpAnOffset().isEmpty() ? 0 : WHERE_AN_OFFSET_WAITS;
            String which = prospect.assessedYears() + " " + readings + ": " + enumerated + " against " + reach;
            assertNear(enumerated.sellerAtLeast(), reach.sellerAtLeast(), tolerance, which);
            assertNear(enumerated.sellerAtMost(), reach.sellerAtMost(), tolerance, which);
            assertNear(enumerated.cancelledAtLeast(), reach.cancelledAtLeast(), tolerance, which);
            assertNear(enumerated.cancelledAtMost(), reach.cancelledAtMost(), tolerance, which);
        });
        assertTrue(prospects > 2000, () -> prospects + " prospects");
    }

    @Test
    void theRevenueThatWinsBackTheMostIsTheLeastThatDoes() {
        everyProspect(prospect -> {
            Readings readings = READINGS.get(prospects++ % READINGS.size());
            for (AssessmentYear year : prospect.toCome()) {
                WinningBack way = WinningBack.by(year, prospect, readings);
                long found = left(way.year(), way.revenue().fen(), prospect, readings);
                assertEquals(way.left().count(), found, "what is left with the revenue that was found");
                if (prospect.holdingUpAnOffset().isEmpty()) {
                    assertLeast(way, prospect, readings);
                }
            }
        });
    }

    private static void assertLeast(WinningBack way, Prospect prospect, Readings readings) {
        long least = Long.MAX_VALUE;
        long with = 0;
        for (long fen = way.year().target().fen(); fen <= 2 * FAR_BEYOND; fen++) {
            long left = left(way.year(), fen, prospect, readings);
            if (left < least) {
                least = left;
                with = fen;
            }
        }
        assertEquals(least, way.left().count(), () -> "the least that is left, " + way);
        assertEquals(with, way.revenue().fen(), () -> "the least revenue, " + way);
    }

    @Test
    void theRevenueIsExactToTheFenForFiguresOfRealSize() {
        List<AssessmentYear> years = Kaixin.years();
        Prospect prospect =
                new Prospect(Kaixin.agreement(), List.of(assessed(years.get(0), 59_850_000_000L)), Map.of());
        Readings readings = READINGS.stream()
                .filter(other -> other.toString().equals("half, excess-year, shares, oldest-first, reduce"))
                .findFirst()
                .orElseThrow();

        WinningBack way = WinningBack.by(years.get(1), prospect, readings);

        // half of the excess must buy 300,000 shares at 732,000,000 for 3,000,000: 73.2 million
        assertEquals(Kaixin.rmb("878400000"), way.revenue());
        assertTrue(way.isComplete());
        assertEquals(1, left(years.get(1), way.revenue().fen() - 1, prospect, readings), "one fen less");
    }

    private static void assertNear(Shares expected, Shares found, long tolerance, String which) {
        assertTrue(Math.abs(expected.count() - found.count()) <= tolerance, which);
    }

    private static long left(AssessmentYear year, long fen, Prospect prospect, Readings readings) {
        return prospect.leftDeducted(WinningBack.ending(year, new Money(fen), prospect, readings))
                .count();
    }

    private static Reach enumerated(Prospect prospect, Readings readings) {
        List<AssessmentYear> toCome = prospect.toCome();
        List<Reach> all = new ArrayList<>();
        long[] revenues = new long[4];
        for (long first = 0; first <= FAR_BEYOND; first++) {
            revenues[toCome.get(0).number()] = first;
            for (long second = 0; second <= (toCome.size() > 1 ? FAR_BEYOND : 0); second++) {
                if (toCome.size() > 1) {
                    revenues[toCome.get(1).number()] = second;
                }
                Settlement ending = prospect.ending(year -> new Money(revenues[year.number()]), readings);
                Shares in = ending.balance(Account.RELEASABLE);
                Shares out = ending.balance(Account.DEDUCTED);
                all.add(new Reach(in, in, out, out));
            }
        }
        return Reach.over(all).orElseThrow();
    }

    /** Each choice of targets and tranches, of the years that are assessed, and of their revenues: short, met, beyond. */
    private static void everyProspect(Consumer<Prospect> test) {
        for (int which = 0; which < 27 * TRANCHES.length; which++) {
            long[] tranches = TRANCHES[which / 27];
            List<AssessmentYear> years = List.of(
                    Kaixin.year(1, new Money(TARGETS[which % 3]), Shares.of(tranches[0])),
                    Kaixin.year(2, new Money(TARGETS[which / 3 % 3]), Shares.of(tranches[1])),
                    Kaixin.year(3, new Money(TARGETS[which / 9 % 3]), Shares.of(tranches[2])));
            for (int mask = 1; mask < 7; mask++) {
                everyProspect(years, mask, test);
            }
        }
    }

    private static void everyProspect(List<AssessmentYear> years, int mask, Consumer<Prospect> test) {
        int outcomes = Integer.bitCount(mask) == 1 ? 3 : 9;
        for (int outcome = 0; outcome < outcomes; outcome++) {
            List<Assessment> assessed = new ArrayList<>();
            int left = outcome;
            for (AssessmentYear year : years) {
                if ((mask >> (year.number() - 1) & 1) == 1) {
                    long[] revenues = {1, year.target().fen(), year.target().fen() + 5};
                    assessed.add(assessed(year, revenues[left % 3]));
                    left /= 3;
                }
            }
            test.accept(new Prospect(Kaixin.agreement("TOY", Kaixin.defaultOnRecord(), years), assessed, Map.of()));
        }
    }

    private static Assessment assessed(AssessmentYear year, long fen) {
        return Assessment.of(year, new AuditedRevenue(year.number(), new Money(fen), "R"));
    }
}
