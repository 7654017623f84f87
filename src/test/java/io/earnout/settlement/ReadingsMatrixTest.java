package io.earnout.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.Attempts;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.Kaixin;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.Money;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import io.earnout.terms.ReadingsTest;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the open words of SPA 5.2(2) are worth: year 1 with RMB 500 million of 665, year 2 with 900 of 732. */
class ReadingsMatrixTest {

    @ParameterizedTest(name = "{0}, {1}, {2} restores {3}, because {4}")
    @CsvSource(delimiter = '|', textBlock = """
            HALF       | EXCESS_YEAR    | BOTH   | 344262 | the default: 84,000,000 / 732,000,000 x 3,000,000
            HALF       | SHORTFALL_YEAR | BOTH   | 378947 | 84,000,000 / 665,000,000 x 3,000,000
            FULL       | EXCESS_YEAR    | BOTH   | 676229 | the open 165,000,000 of 168,000,000, at 732,000,000
            FULL       | EXCESS_YEAR    | SHARES | 688524 | all of 168,000,000, at 732,000,000
            FULL       | SHORTFALL_YEAR | BOTH   | 744361 | everything that was deducted
            ABOVE_150  | EXCESS_YEAR    | BOTH   | 0      | 900 is not above 1,098
            BEYOND_150 | EXCESS_YEAR    | BOTH   | 0      | nothing lies beyond 1,098
            HALF_ABOVE_150 | EXCESS_YEAR | BOTH  | 0      | 900 is not above 1,098
            """)
    void eachReadingHasItsPrice(
            ExcessCredit credit, ConversionTarget target, OffsetLimit limit, long restored, String because) {
        Readings readings = new Readings(credit, target, limit, OffsetOrder.OLDEST_FIRST, MissedTarget.REDUCE);
        Settlement settlement = Revenues.kaixin(readings, "500000000", "900000000");
        assertEquals(
                new Shares(restored), settlement.restoredInto(Kaixin.agreement().year(1)), because);
        assertEquals(new Shares(2_255_639 + 3_000_000 + restored), settlement.entitled(), because);
    }

    @ParameterizedTest(name = "{0} restores {1} beyond the threshold, because {2}")
    @CsvSource(delimiter = '|', textBlock = """
            HALF           | 811475 | 198,000,000 / 732,000,000 x 3,000,000
            ABOVE_150      | 1024590 | all of the 396,000,000 could be applied, and the open 250,000,000 are
            BEYOND_150     | 122950 | 30,000,000 / 732,000,000 x 3,000,000
            HALF_ABOVE_150 | 811475 | beyond 150% half of the whole excess counts, as in the SPA
            """)
    void beyondTheThresholdOfTheSixKEachThresholdHasItsPrice(ExcessCredit credit, long restored, String because) {
        Readings readings = new Readings(
                credit, ConversionTarget.EXCESS_YEAR, OffsetLimit.BOTH, OffsetOrder.OLDEST_FIRST, MissedTarget.REDUCE);
        Settlement settlement = Revenues.kaixin(readings, "415000000", "1128000000");
        assertEquals(
                new Shares(restored), settlement.restoredInto(Kaixin.agreement().year(1)), because);
    }

    @Test
    void theMatrixStandsOwnReadingFirstWithTheLowestAndTheHighest() {
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "500000000", "900000000");
        ReadingsMatrix matrix = ReadingsMatrix.of(settlement);
        assertEquals(14, matrix.entries().size());
        assertEquals(Readings.DEFAULT, matrix.own().readings());
        assertEquals(settlement.entitled(), matrix.own().entitled());
        assertEquals(new Shares(3_344_262), matrix.lowest(), "block: year 2 and what it restores, nothing else");
        assertEquals(new Shares(6_000_000), matrix.highest(), "full at the shortfall year's target: everything");
    }

    @Test
    void everyEntryIsTheSettlementUnderThatReading() {
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "500000000", "900000000", "700000000", "1500000000");
        for (ReadingsMatrix.Entry entry : ReadingsMatrix.of(settlement).entries()) {
            assertEquals(
                    Settlement.of(settlement.agreement(), entry.readings(), settlement.assessments())
                            .entitled(),
                    entry.entitled(),
                    () -> entry.readings().toString());
        }
    }

    /** Where readings are known to give the same, one of them is worked out: on no terms does that change a share. */
    @Test
    @Tag("thorough")
    void everyEntryIsTheSettlementUnderThatReadingOnAnyTerms() {
        int agreements = Attempts.size("readings", 4_000, 72_000); // fourteen readings each: a million at full size
        for (int seed = 0; seed < agreements; seed++) {
            Random random = new Random(seed);
            List<AssessmentYear> years = new ArrayList<>();
            List<Assessment> assessments = new ArrayList<>();
            long most = seed % 2 == 0 ? 30 : 100_000_000_000L;
            boolean alike = random.nextInt(4) == 0;
            for (int number = 1; number <= 2 + seed % 5; number++) {
                long target = alike && number > 1 ? years.get(0).target().minorUnits() : 1 + random.nextLong(most);
                Shares tranche = alike && number > 1
                        ? years.get(0).tranche()
                        : new Shares(1 + random.nextLong(Math.min(most, 5_000_000)));
                AssessmentYear year = Kaixin.year(number, new Money(target), tranche);
                years.add(year);
                // a round part of the target, or any amount
                long revenue = random.nextBoolean() ? target / 10 * random.nextInt(20) : random.nextLong(2 * target);
                Assessment assessment =
                        Assessment.of(year, new AuditedRevenue(number, new Money(revenue), "RPT-" + number));
                if (random.nextInt(20) == 0) {
                    assessment = assessment.agreedAt(new Shares(random.nextLong(tranche.count() + 1)));
                }
                if (random.nextInt(30) != 0) {
                    assessments.add(assessment);
                }
            }
            Agreement agreement = Kaixin.agreement("ANY", Kaixin.defaultOnRecord(), years);
            Readings own =
                    ReadingsTest.all().get(random.nextInt(ReadingsTest.all().size()));
            Settlement settlement = Settlement.of(agreement, own, assessments);
            for (ReadingsMatrix.Entry entry : ReadingsMatrix.of(settlement).entries()) {
                Settlement alone = Settlement.of(agreement, entry.readings(), assessments);
                String draw = "seed " + seed + ", " + own + ": " + entry.readings();
                assertEquals(alone.entitled(), entry.entitled(), draw);
            }
        }
    }

    @Test
    void onTermsLikeKaixinsNoReadingOfTheSpaFormulaIsBelowTheDefault() {
        for (int combination = 0; combination < 3125; combination++) {
            List<Money> revenues = new ArrayList<>();
            int rest = combination;
            for (AssessmentYear year : Kaixin.years()) {
                revenues.add(new Money(year.target().minorUnits()
                        / 1000
                        * List.of(0, 617, 950, 1031, 2600).get(rest % 5)));
                rest /= 5;
            }
            Settlement settlement = Revenues.settled(Kaixin.agreement(), Readings.DEFAULT, revenues);
            assertEquals(Optional.empty(), ReadingsMatrix.of(settlement).belowDefault(), revenues::toString);
        }
    }

    /** On any other terms: it is found where, and only where, one gives less exactly or in whole shares. */
    @Test
    void aReadingBelowTheDefaultIsFound() {
        int found = 0;
        int exactlyAlone = 0;
        for (int seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            List<AssessmentYear> years = new ArrayList<>();
            List<Money> revenues = new ArrayList<>();
            for (int number = 1; number <= 2 + seed % 3; number++) {
                int target = 1 + random.nextInt(20);
                years.add(Kaixin.year(number, new Money(target), new Shares(1 + random.nextInt(20))));
                revenues.add(new Money(random.nextInt(3 * target)));
            }
            Agreement agreement = Kaixin.agreement("TOY", Kaixin.defaultOnRecord(), years);
            Readings own = ReadingsTest.all().get(seed % ReadingsTest.all().size());
            Settlement settlement = Revenues.settled(agreement, own, revenues);
            Settlement byDefault = Revenues.settled(agreement, Readings.DEFAULT, revenues);
            boolean isBelow = false;
            boolean isBelowInWhole = false;
            for (Readings readings : own.besideEachOther()) {
                Settlement other = Revenues.settled(agreement, readings, revenues);
                boolean counts = Invariants.isOfTheSpaFormula(readings);
                isBelowInWhole |= counts && Invariants.wholeTotal(other) < Invariants.wholeTotal(byDefault);
                isBelow |= counts && Invariants.exactTotal(other).compareTo(Invariants.exactTotal(byDefault)) < 0;
            }
            Optional<ReadingsMatrix.BelowDefault> below =
                    ReadingsMatrix.of(settlement).belowDefault();
            assertEquals(isBelow || isBelowInWhole, below.isPresent(), "seed " + seed + ", " + own);
            below.ifPresent(reading -> assertEquals(byDefault.entitled(), reading.byDefault()));
            found += isBelow || isBelowInWhole ? 1 : 0;
            exactlyAlone += isBelow && !isBelowInWhole ? 1 : 0;
        }
        assertTrue(found > 100 && exactlyAlone > 10, found + " found, " + exactlyAlone + " by a part of a share");
    }

    @Test
    void aSettlementKnowsWhatItWasMadeOf() {
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "500000000");
        assertSame(Readings.DEFAULT, settlement.readings());
        assertEquals(Kaixin.ID, settlement.agreement().id());
        assertEquals(1, settlement.assessments().size());
    }
}
