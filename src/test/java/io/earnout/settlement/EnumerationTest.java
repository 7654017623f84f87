package io.earnout.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import io.earnout.terms.ReadingsTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five Kaixin years at seven levels of revenue each, all 16,807 of them: what must hold for any, holds for every one. */
class EnumerationTest {

    /** Thousandths of the target: nothing, far and a little short, met, a little and far over, beyond 150%. */
    private static final List<Integer> LEVELS = List.of(0, 617, 950, 1000, 1031, 1300, 2600);

    private static final List<Integer> FEWER_LEVELS = List.of(617, 950, 1031, 2600);

    private static final List<Readings> READINGS = ReadingsTest.all();

    private static final List<Readings> SPA_FORMULA =
            READINGS.stream().filter(Invariants::isOfTheSpaFormula).toList();

    private static final Agreement KAIXIN = Kaixin.agreement();

    @Test
    void everyCombinationKeepsTheInvariantsUnderTheDefaultAndARotatingReading() {
        int all = combinations(LEVELS);
        assertEquals(16_807, all);
        for (int i = 0; i < all; i++) {
            List<Money> revenues = revenues(i, LEVELS);
            Invariants.hold(Revenues.settled(KAIXIN, Readings.DEFAULT, revenues));
            Invariants.hold(Revenues.settled(KAIXIN, READINGS.get(i % READINGS.size()), revenues));
        }
    }

    @Test
    void noReadingOfTheSpaFormulaGivesLessThanTheDefault() {
        assertEquals(24, SPA_FORMULA.size());
        for (int i = 0; i < combinations(LEVELS); i++) {
            List<Money> revenues = revenues(i, LEVELS);
            Settlement lowest = Revenues.settled(KAIXIN, Readings.DEFAULT, revenues);
            Readings other = SPA_FORMULA.get(i % SPA_FORMULA.size());
            Settlement settled = Revenues.settled(KAIXIN, other, revenues);
            assertTrue(
                    Invariants.exactTotal(lowest).compareTo(Invariants.exactTotal(settled)) <= 0,
                    () -> other + " gives less than the default for " + revenues);
            assertTrue(
                    lowest.entitled().compareTo(settled.entitled()) <= 0,
                    () -> other + " gives fewer whole shares than the default for " + revenues);
            assertTrue(settled.entitled().compareTo(KAIXIN.considerationShares()) <= 0, () -> "too many: " + revenues);
        }
    }

    @Test
    void moreRevenueInAnyYearNeverLowersTheTotalUnderTheDefault() {
        moreIsNeverLess(Readings.DEFAULT, LEVELS);
    }

    @Test
    void moreRevenueInAnyYearNeverLowersTheTotalUnderAnyReading() {
        // what a missed target withholds counts in the total, so that both choices of it give the same
        READINGS.stream()
                .filter(readings -> readings.missedTarget().releasesTheRest())
                .forEach(readings -> moreIsNeverLess(readings, FEWER_LEVELS));
    }

    @Test
    void oneMoreFenInAnyYearNeverLowersTheExactTotalAndTheWholeOneByOneShareAtMost() {
        int all = combinations(LEVELS);
        // 16,807 is no multiple of 5, so that every fifth combination meets all years at all levels
        for (int i = 0; i < all; i++) {
            List<Money> revenues = revenues(i, LEVELS);
            int year = i % 5;
            List<Money> more = new ArrayList<>(revenues);
            more.set(year, new Money(revenues.get(year).minorUnits() + 1));
            neverLess(
                    Revenues.settled(KAIXIN, Readings.DEFAULT, revenues),
                    Revenues.settled(KAIXIN, Readings.DEFAULT, more));
        }
    }

    private static void moreIsNeverLess(Readings readings, List<Integer> levels) {
        int all = combinations(levels);
        List<Settlement> settled = new ArrayList<>(all);
        for (int i = 0; i < all; i++) {
            settled.add(Revenues.settled(KAIXIN, readings, revenues(i, levels)));
        }
        for (int i = 0; i < all; i++) {
            for (int step = 1; step < all; step *= levels.size()) {
                if (i / step % levels.size() < levels.size() - 1) {
                    neverLess(settled.get(i), settled.get(i + step));
                }
            }
        }
    }

    private static void neverLess(Settlement settled, Settlement withMore) {
        ExactShares exact = Invariants.exactTotal(settled);
        ExactShares exactWithMore = Invariants.exactTotal(withMore);
        assertTrue(
                exact.compareTo(exactWithMore) <= 0,
                () -> exact + " falls to " + exactWithMore + ": " + settled.readings() + " " + revenues(settled)
                        + " to " + revenues(withMore));
        assertTrue(
                Invariants.wholeTotal(settled) - 1 <= Invariants.wholeTotal(withMore),
                () -> "whole shares fall by more than one: " + settled.readings() + " " + revenues(settled) + " to "
                        + revenues(withMore));
    }

    private static int combinations(List<Integer> levels) {
        int combinations = 1;
        for (int year = 0; year < KAIXIN.years().size(); year++) {
            combinations *= levels.size();
        }
        return combinations;
    }

    private static List<Money> revenues(int combination, List<Integer> levels) {
        List<Money> revenues = new ArrayList<>();
        int rest = combination;
        for (AssessmentYear year : KAIXIN.years()) {
            int thousandths = levels.get(rest % levels.size());
            revenues.add(new Money(year.target().minorUnits() / 1000 * thousandths));
            rest /= levels.size();
        }
        return revenues;
    }

    private static List<Money> revenues(Settlement settlement) {
        return settlement.assessments().stream()
                .map(assessment -> assessment.revenue().amount())
                .toList();
    }
}
