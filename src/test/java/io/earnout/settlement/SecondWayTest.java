package io.earnout.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import io.earnout.terms.ReadingsTest;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random agreements of every shape, settled twice: both ways agree to the share. */
class SecondWayTest {

    private static final int EACH = 1200;
    private static final List<Readings> READINGS = ReadingsTest.all();

    /** How large the figures are. */
    enum Size {
        /** Targets and tranches of a few fen and shares, where every rounding shows. */
        TINY(12, 9),
        /** Targets of some thousands of fen. */
        SMALL(5_000, 1_000),
        /** Like Kaixin. */
        LARGE(100_000_000_000L, 5_000_000),
        /** As large as the files allow. */
        HUGE(1_000_000_000_000_000L, 1_000_000_000_000L);

        private final long mostFen;
        private final long mostShares;

        Size(long mostFen, long mostShares) {
            this.mostFen = mostFen;
            this.mostShares = mostShares;
        }
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void aPlainSecondComputationAgreesToTheShare(Size size) {
        for (int seed = 0; seed < EACH; seed++) {
            Random random = new Random(seed * 31L + size.mostFen);
            Readings readings = READINGS.get(random.nextInt(READINGS.size()));
            Agreement agreement = agreement(random, size);
            List<Optional<Money>> revenues = revenues(random, agreement);
            String at = size + " agreement of seed " + seed + ", " + readings;

            Settlement settlement = settle(agreement, readings, revenues);
            compare(new NaiveSettlement(agreement, readings, revenues), settlement, at);
            Invariants.hold(settlement);
            if (seed % 10 == 0) {
                comparePrices(agreement, settlement, revenues, at);
            }
        }
    }

    private static void comparePrices(
            Agreement agreement, Settlement settlement, List<Optional<Money>> revenues, String at) {
        for (ReadingsMatrix.Entry entry : ReadingsMatrix.of(settlement).entries()) {
            assertEquals(
                    new NaiveSettlement(agreement, entry.readings(), revenues).total(),
                    entry.entitled().count(),
                    () -> at + ", priced under " + entry.readings());
        }
    }

    private static void compare(NaiveSettlement naive, Settlement settlement, String at) {
        TreeMap<List<Integer>, Long> restored = new TreeMap<>(naive.restored.comparator());
        for (Movement movement : settlement.movements()) {
            if (movement.from() == Account.DEDUCTED) {
                List<Integer> place = List.of(movement.assessmentYear(), movement.trancheYear());
                Long twice = restored.put(place, movement.shares().count());
                assertTrue(twice == null, () -> at + ": restored twice at " + place);
            }
        }
        assertEquals(naive.restored, restored, () -> at + ": restored by excess year and tranche");
        for (AssessmentYear year : settlement.agreement().years()) {
            int y = year.number() - 1;
            String atYear = at + ", year " + year.number();
            Shares deducted = settlement
                    .assessment(year.number())
                    .map(Assessment::deducted)
                    .orElse(Shares.NONE);
            assertEquals(naive.deducted[y], deducted.count(), atYear);
            assertEquals(
                    naive.outstanding[y],
                    settlement.balance(year, Account.DEDUCTED).count(),
                    atYear);
            assertEquals(
                    naive.entitled[y],
                    settlement.balance(year, Account.RELEASABLE).count(),
                    atYear);
            assertEquals(
                    naive.withheld[y],
                    settlement.balance(year, Account.WITHHELD).count(),
                    atYear);
            assertEquals(
                    naive.openRevenue[y].toString(),
                    settlement.openShortfall(year.number()).minorUnits().toString(),
                    atYear);
        }
        assertEquals(naive.total(), settlement.entitled().count(), at);
    }

    private static Settlement settle(Agreement agreement, Readings readings, List<Optional<Money>> revenues) {
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; i < revenues.size(); i++) {
            if (revenues.get(i).isPresent()) {
                assessments.add(
                        Revenues.assessment(agreement, i + 1, revenues.get(i).get()));
            }
        }
        return Settlement.of(agreement, readings, assessments);
    }

    private static Agreement agreement(Random random, Size size) {
        int count = 1 + random.nextInt(12);
        int slope = random.nextInt(4);
        boolean equalTranches = random.nextBoolean();
        long target = 1 + upTo(random, size.mostFen);
        long tranche = 1 + upTo(random, size.mostShares);
        List<AssessmentYear> years = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            years.add(Kaixin.year(number, new Money(target), new Shares(tranche)));
            target = switch (slope) {
                case 0 -> target;
                case 1 -> Math.min(target + target / 10 + 1, Money.LIMIT);
                case 2 -> Math.max(target - target / 10 - 1, 1);
                default -> 1 + upTo(random, size.mostFen);
            };
            tranche = equalTranches ? tranche : 1 + upTo(random, size.mostShares);
        }
        return Kaixin.agreement("A", Kaixin.defaultOnRecord(), years);
    }

    private static List<Optional<Money>> revenues(Random random, Agreement agreement) {
        boolean gaps = random.nextInt(5) == 0;
        List<Optional<Money>> revenues = new ArrayList<>();
        for (AssessmentYear year : agreement.years()) {
            boolean gap = gaps && random.nextInt(6) == 0;
            revenues.add(
                    gap
                            ? Optional.empty()
                            : Optional.of(revenue(random, year.target().minorUnits())));
        }
        return revenues;
    }

    private static Money revenue(Random random, long target) {
        long minorUnits = switch (random.nextInt(9)) {
            case 0 -> target;
            case 1 -> target - 1;
            case 2 -> target + 1;
            case 3 -> random.nextInt(4) == 0 ? 0 : upTo(random, target);
            case 4 -> target - target / 20 * random.nextInt(20);
            case 5 -> target + target / 20 * random.nextInt(20);
            case 6 -> target + upTo(random, target);
            case 7 -> target + target / 2 + random.nextInt(3) - 1;
            default -> target - Math.min(target, upTo(random, target / 10 + 2));
        };
        return new Money(Math.max(0, Math.min(minorUnits, Money.LIMIT)));
    }

    /** From 0 to below the bound. */
    private static long upTo(Random random, long bound) {
        return Math.floorMod(random.nextLong(), bound);
    }
}
