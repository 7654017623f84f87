package io.earnout.present.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.Attempts;
import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.AuditedRevenue;
import io.earnout.settlement.Credit;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import io.earnout.terms.ReadingsTest;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What can still be reached, given back and won back, against the outcomes of every year to come: two to four years of some
 * fen and some shares, where a share more or less shows, with quantities agreed on, years missing, and all readings.
 */
@Tag("thorough")
class OutcomeRangeTest {

    private static final int PROSPECTS = Attempts.size("prospects", 600, 2_000);

    /** Beside every revenue up to twice the target and a little more: enough, in fen, for half of the excess to cover all. */
    private static final long FAR_BEYOND = 400;

    /** So many revenues of each year are combined where three or four years are to come. */
    private static final int OF_MANY_YEARS = 9;

    private static final List<Readings> READINGS = ReadingsTest.all();

    /** One outcome of all years. */
    private record Outcome(Settlement settlement) {
        long entitled() {
            return settlement.entitled().count();
        }

        long deducted() {
            return settlement.balance(Account.DEDUCTED).count();
        }
    }

    private int reached;
    private int most;
    private int waiting;

    @Test
    void noOutcomeGivesLessOrMoreThanTheBounds() {
        everyProspect((prospect, readings, random) -> {
            OutcomeRange reach = OutcomeRange.of(prospect, readings);
            Settlement now = prospect.now(readings);
            long[] given = new long[prospect.agreement().years().size() + 1];
            long least = Long.MAX_VALUE;
            long highest = 0;
            long fewest = Long.MAX_VALUE;
            for (Outcome outcome : outcomes(prospect, readings, random)) {
                least = Math.min(least, outcome.entitled());
                highest = Math.max(highest, outcome.entitled());
                fewest = Math.min(fewest, outcome.deducted());
                assertTrue(
                        outcome.deducted() <= reach.cancelledAtMost().count(),
                        () -> reach + " of " + describe(prospect, readings));
                for (AssessmentYear year : prospect.assessedYears()) {
                    long back = outcome.settlement().restoredInto(year).count()
                            - now.restoredInto(year).count();
                    given[year.number()] = Math.max(given[year.number()], back);
                }
            }
            String which = describe(prospect, readings) + ": from " + least + " to " + highest + ", " + reach;
            assertTrue(reach.sellerAtLeast().count() <= least, which);
            assertTrue(highest <= reach.sellerAtMost().count(), which);
            assertTrue(reach.cancelledAtLeast().count() <= fewest, which);
            boolean waits = now.credits().stream().anyMatch(Credit::waits);
            waiting += waits ? 1 : 0;
            if (!waits) {
                assertEquals(reach.sellerAtLeast().count(), least, () -> "the least is reached: " + which);
            }
            for (AssessmentYear year : prospect.assessedYears()) {
                long bound = now.restorableInto(year).count();
                assertTrue(
                        given[year.number()] <= bound,
                        () -> which + ": year " + year.number() + " is given back " + given[year.number()]
                                + ", at most " + bound);
            }
            reached += highest == reach.sellerAtMost().count() ? 1 : 0;
            most++;
        });
        assertTrue(waiting > PROSPECTS / 10, () -> waiting + " with an offset that waits");
        assertTrue(reached * 10 > most * 6, () -> "the most is reached in " + reached + " of " + most);
    }

    @Test
    void aRevenueThatWinsBackTheMostIsEnoughAndAFenLessIsNot() {
        int[] complete = new int[1];
        everyProspect((prospect, readings, random) -> {
            for (AssessmentYear year : prospect.toCome()) {
                FullRestoration way = FullRestoration.by(year, prospect, readings);
                String which = describe(prospect, readings) + ": " + way;
                long left = way.left().count();
                long revenue = way.revenue().minorUnits();
                assertEquals(left, left(year, revenue, prospect, readings), which);
                assertEquals(
                        FullRestoration.deductedNow(prospect, readings) - left,
                        way.won().count(),
                        which);
                assertTrue(left <= left(year, Money.LIMIT, prospect, readings), which);
                if (revenue > year.target().minorUnits()) {
                    assertTrue(left < left(year, revenue - 1, prospect, readings), which);
                }
                complete[0] += way.isComplete() ? 1 : 0;
            }
        });
        assertTrue(complete[0] > PROSPECTS / 10, () -> complete[0] + " of them win back everything");
    }

    @Test
    void theRevenueIsExactToTheFenForFiguresOfRealSize() {
        List<AssessmentYear> years = Kaixin.years();
        Scenario prospect =
                new Scenario(Kaixin.agreement(), List.of(assessed(years.get(0), 59_850_000_000L)), Map.of());
        Readings readings = Readings.DEFAULT.besideEachOther().stream()
                .filter(other -> other.toString().equals("half, excess-year, shares, oldest-first, reduce"))
                .findFirst()
                .orElseThrow();

        FullRestoration way = FullRestoration.by(years.get(1), prospect, readings);

        // half of the excess must buy 300,000 shares at 732,000,000 for 3,000,000: 73.2 million
        assertEquals(Kaixin.rmb("878400000"), way.revenue());
        assertTrue(way.isComplete());
        assertEquals(1, left(years.get(1), way.revenue().minorUnits() - 1, prospect, readings), "one fen less");
    }

    /** The more an agreed year falls short, the more of it a later excess can offset (SPA 5.2(2), 5.3). */
    @Test
    void aYearToComeWithAnAgreedQuantityCanBeGivenBack() {
        List<AssessmentYear> years = Kaixin.years();
        Scenario prospect = new Scenario(
                Kaixin.agreement(), List.of(assessed(years.get(0), 66_500_000_000L)), Map.of(2, Shares.of(1_000_000)));
        assertEquals(
                new OutcomeRange(Shares.of(4_000_000), Shares.of(15_000_000), Shares.NONE, Shares.of(11_000_000)),
                OutcomeRange.of(prospect, Readings.DEFAULT));
    }

    private static String describe(Scenario prospect, Readings readings) {
        return prospect.agreement().years().stream()
                        .map(year ->
                                year.target().minorUnits() + "/" + year.tranche() + " agreed " + prospect.agreed(year))
                        .toList()
                + " "
                + prospect.now(readings).assessments().stream()
                        .map(a -> a.year().number() + "=" + a.revenue().amount().minorUnits() + " " + a.agreed())
                        .toList()
                + " " + readings;
    }

    private static long left(AssessmentYear year, long minorUnits, Scenario prospect, Readings readings) {
        return prospect.leftDeducted(FullRestoration.ending(year, new Money(minorUnits), prospect, readings))
                .count();
    }

    private static List<Outcome> outcomes(Scenario prospect, Readings readings, Random random) {
        List<Outcome> outcomes = new ArrayList<>();
        combine(
                prospect,
                0,
                new TreeMap<>(),
                random,
                revenues -> outcomes.add(new Outcome(
                        prospect.ending(year -> new Money(revenues.getOrDefault(year.number(), 0L)), readings))));
        return outcomes;
    }

    private static void combine(
            Scenario prospect, int at, Map<Integer, Long> revenues, Random random, Consumer<Map<Integer, Long>> test) {
        List<AssessmentYear> toCome = prospect.toCome();
        if (at == toCome.size()) {
            test.accept(revenues);
            return;
        }
        AssessmentYear year = toCome.get(at);
        List<Long> all = new ArrayList<>(List.of(0L, FAR_BEYOND));
        for (long minorUnits = 1; minorUnits <= 2 * year.target().minorUnits() + 3; minorUnits++) {
            all.add(minorUnits);
        }
        while (toCome.size() > 2 && all.size() > OF_MANY_YEARS) {
            all.remove(2 + random.nextInt(all.size() - 2));
        }
        for (long minorUnits : all) {
            revenues.put(year.number(), minorUnits);
            combine(prospect, at + 1, revenues, random, test);
        }
    }

    private interface Claim {
        void accept(Scenario prospect, Readings readings, Random random);
    }

    private static void everyProspect(Claim test) {
        for (int seed = 0; seed < PROSPECTS; seed++) {
            Random random = new Random(seed);
            List<AssessmentYear> years = new ArrayList<>();
            int count = 2 + random.nextInt(3);
            for (int number = 1; number <= count; number++) {
                years.add(Kaixin.year(number, new Money(1 + random.nextInt(11)), Shares.of(1 + random.nextInt(8))));
            }
            Agreement agreement = Kaixin.agreement("TOY", Kaixin.defaultOnRecord(), years);
            List<Assessment> assessed = new ArrayList<>();
            Map<Integer, Shares> agreed = new TreeMap<>();
            int known = random.nextInt((1 << count) - 1);
            for (AssessmentYear year : years) {
                Shares quantity = Shares.of(random.nextInt((int) year.tranche().count() + 1));
                boolean isAgreed = random.nextInt(4) == 0;
                if ((known >> (year.number() - 1) & 1) == 1) {
                    int minorUnits = random.nextInt(2 * (int) year.target().minorUnits() + 3);
                    Assessment byFormula = assessed(year, minorUnits);
                    assessed.add(isAgreed ? byFormula.agreedAt(quantity) : byFormula);
                } else if (isAgreed) {
                    agreed.put(year.number(), quantity);
                }
            }
            test.accept(new Scenario(agreement, assessed, agreed), READINGS.get(seed % READINGS.size()), random);
        }
    }

    private static Assessment assessed(AssessmentYear year, long minorUnits) {
        return Assessment.of(year, new AuditedRevenue(year.number(), new Money(minorUnits), "R"));
    }
}
