package io.earnout.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.Attempts;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.Fraction;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Readings;
import io.earnout.terms.ReadingsTest;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Credits that look forward, and no credits at all: by hand, in small spaces as a whole, and at random in a second way. */
@DisplayName("The direction of the offset")
class ForwardOffsetsTest {

    private static final int RANDOM = Attempts.size("forward", 4_000, 100_000);

    private static final List<Readings> READINGS = ReadingsTest.all().stream()
            .filter(readings -> OffsetDirection.FORWARD.admits(readings.missedTarget()))
            .toList();

    private static Agreement agreement(OffsetDirection direction, Readings readings, List<AssessmentYear> years) {
        Agreement.ReadingsOnRecord onRecord = new Agreement.ReadingsOnRecord(readings, Optional.empty(), "");
        return Kaixin.agreement("A", onRecord, direction, years);
    }

    private static Settlement settle(
            OffsetDirection direction, Readings readings, List<AssessmentYear> years, List<Optional<Money>> revenues) {
        Agreement agreement = agreement(direction, readings, years);
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; i < revenues.size(); i++) {
            if (revenues.get(i).isPresent()) {
                assessments.add(
                        Revenues.assessment(agreement, i + 1, revenues.get(i).get()));
            }
        }
        return Settlement.of(agreement, readings, assessments);
    }

    private static Settlement kaixin(OffsetDirection direction, String... revenues) {
        List<Optional<Money>> known = new ArrayList<>();
        for (String revenue : revenues) {
            known.add(revenue.equals("-") ? Optional.empty() : Optional.of(Kaixin.rmb(revenue)));
        }
        return settle(direction, Readings.DEFAULT, Kaixin.years(), known);
    }

    private static List<Long> deducted(Settlement settlement) {
        return settlement.assessments().stream()
                .map(assessment -> assessment.deducted().count())
                .toList();
    }

    /** 50% of 73.2 million is 36.6 million; 80.5 - 36.6 = 43.9 million of 805 million are 163,602.48 shares. */
    @Test
    void aCreditReducesTheNextShortfallAndWhatIsLeftTheOneAfterIt() {
        Settlement settlement = kaixin(OffsetDirection.FORWARD, "665000000", "805200000", "724500000");
        assertEquals(List.of(0L, 0L, 163_603L), deducted(settlement));
        assertEquals(14_836_397L - 6_000_000L, settlement.entitled().count());
        assertEquals(
                "(805,000,000.00 - 724,500,000.00 - 36,600,000.00) / 805,000,000.00 x 3,000,000 = 163,602 + 78/161,"
                        + " rounded up to 163,603 shares deducted, after a credit of earlier years",
                settlement.assessments().get(2).workings().get(0).arithmetic());

        Settlement more = kaixin(OffsetDirection.FORWARD, "665000000", "805200000", "795000000", "858400000");
        assertEquals(List.of(0L, 0L, 0L, 0L), deducted(more), "10 of the 36.6 million, then 26.6");
        assertTrue(more.credits().get(0).used().equals(ExactMoney.of(Kaixin.rmb("36600000"))));
        Invariants.hold(more);
    }

    @Test
    void nothingIsGivenBackForwardOrWithoutAnOffset() {
        for (OffsetDirection direction : List.of(OffsetDirection.FORWARD, OffsetDirection.NONE)) {
            Settlement settlement = kaixin(direction, "598500000", "805200000", "805000000", "885000000", "974000000");
            assertEquals(14_700_000, settlement.entitled().count(), direction.term());
            assertEquals(
                    Shares.NONE,
                    settlement.restorableInto(settlement.agreement().year(1)));
            Invariants.hold(settlement);
        }
        assertEquals(
                List.of(0L, 300_000L),
                deducted(kaixin(OffsetDirection.NONE, "1000000000", "658800000")),
                "no credit helps a later year");
    }

    @Test
    void behindAMissingYearTheWholeShortfallDeductsForNowAndItsReportOnlyGivesMore() {
        Settlement waiting = kaixin(OffsetDirection.FORWARD, "765000000", "-", "724500000");
        assertEquals(List.of(0L, 300_000L), deducted(waiting));
        assertEquals(
                300_000, waiting.restorableInto(waiting.agreement().year(3)).count());
        assertEquals(
                List.of(0L, 0L, 113_665L),
                deducted(kaixin(OffsetDirection.FORWARD, "765000000", "732000000", "724500000")),
                "50 million of year 1 are left for year 3");
        assertEquals(
                List.of(0L, 300_000L - 204_919L + 1, 300_000L),
                deducted(kaixin(OffsetDirection.FORWARD, "765000000", "658800000", "724500000")),
                "year 2 needs all of it");
    }

    /** SPA 5.3: the quantity is as agreed, the shortfall takes its credit as ever. */
    @Test
    void anAgreedQuantityKeepsTheShortfallThatTheCreditIsAppliedTo() {
        Agreement agreement = agreement(OffsetDirection.FORWARD, Readings.DEFAULT, Kaixin.years());
        Settlement settlement = Settlement.of(
                agreement,
                Readings.DEFAULT,
                List.of(
                        Revenues.assessment(agreement, 1, Kaixin.rmb("765000000")),
                        Revenues.assessment(agreement, 2, Kaixin.rmb("692000000"))
                                .agreedAt(new Shares(2_900_000)),
                        Revenues.assessment(agreement, 3, Kaixin.rmb("785000000"))));
        assertEquals(List.of(0L, 100_000L, 37_268L), deducted(settlement), "40 of the 50 million, and 10 of the 20");
        assertEquals(Money.ZERO, settlement.openShortfall(2).roundedDown());
        assertEquals(
                3_000_000, settlement.assessments().get(1).earnedByFormula().count());
        assertEquals(Shares.NONE, settlement.restorableInto(agreement.year(2)));
    }

    @Test
    void whatDecidesNothingIsNotPriced() {
        Settlement forward = kaixin(OffsetDirection.FORWARD, "765000000", "658800000");
        List<String> priced = ReadingsMatrix.of(forward).entries().stream()
                .map(entry -> entry.readings().excessCredit().term() + " " + entry.entitled())
                .toList();
        assertEquals(
                List.of(
                        "half 5,904,918",
                        "full 6,000,000",
                        "above-150 5,700,000",
                        "beyond-150 5,700,000",
                        "half-above-150 5,700,000"),
                priced);
        assertEquals(Optional.empty(), ReadingsMatrix.of(forward).belowDefault());
        Settlement none = kaixin(OffsetDirection.NONE, "765000000", "658800000");
        assertEquals(
                List.of("5,700,000", "3,000,000"),
                ReadingsMatrix.of(none).entries().stream()
                        .map(entry -> entry.entitled().toString())
                        .toList(),
                "reduce and block");
    }

    /** Two to four years of two to four fen and one to three shares each, every revenue up to three times the target. */
    @Test
    void everySettlementOfSmallSpacesIsThatOfTheSecondWay() {
        Random random = new Random(15);
        int settled = 0;
        for (int space = 0; space < 60; space++) {
            int count = 2 + space % 3;
            List<AssessmentYear> years = new ArrayList<>();
            int all = 1;
            for (int number = 1; number <= count; number++) {
                int target = count == 4 ? 1 + random.nextInt(2) : 2 + random.nextInt(3);
                years.add(Kaixin.year(number, new Money(target), new Shares(1 + random.nextInt(5))));
                all *= 3 * target + 2;
            }
            for (int combination = 0; combination < all; combination++) {
                List<Optional<Money>> revenues = new ArrayList<>();
                int rest = combination;
                for (AssessmentYear year : years) {
                    int values = (int) (3 * year.target().minorUnits() + 2);
                    int value = rest % values;
                    rest /= values;
                    // the last value stands for a year without a report
                    revenues.add(value == values - 1 ? Optional.empty() : Optional.of(new Money(value)));
                }
                compare(years, READINGS.get(combination % READINGS.size()), revenues);
                settled++;
            }
        }
        assertTrue(settled > 10_000, "settlements: " + settled);
    }

    @Test
    void randomAgreementsComeOutAsInTheSecondWay() {
        for (int seed = 0; seed < RANDOM; seed++) {
            Random random = new Random(seed * 31L + 7);
            List<AssessmentYear> years = years(random, false);
            compare(years, READINGS.get(random.nextInt(READINGS.size())), revenues(random, years, true));
        }
    }

    private static void compare(List<AssessmentYear> years, Readings readings, List<Optional<Money>> revenues) {
        Settlement settlement = settle(OffsetDirection.FORWARD, readings, years, revenues);
        NaiveForward naive = new NaiveForward(years, readings.excessCredit(), revenues);
        Invariants.hold(settlement);
        long entitled = 0;
        ExactMoney left = ExactMoney.ZERO;
        for (AssessmentYear year : years) {
            int i = year.number() - 1;
            Optional<Assessment> assessment = settlement.assessment(year.number());
            String at = years + ", " + readings + ", " + revenues + ", year " + year.number();
            assertEquals(
                    naive.deducted[i],
                    assessment.map(known -> known.deducted().count()).orElse(0L),
                    at);
            ExactMoney applied = assessment.map(Assessment::credited).orElse(ExactMoney.ZERO);
            assertEquals(0, applied.compareTo(new ExactMoney(Fraction.of(naive.halfFenApplied[i], 2))), at);
            entitled += assessment.isPresent() ? year.tranche().count() - naive.deducted[i] : 0;
        }
        for (Credit credit : settlement.credits()) {
            left = left.plus(credit.amount().minus(credit.used()));
        }
        assertEquals(0, left.compareTo(new ExactMoney(Fraction.of(naive.halfFenLeft, 2))), () -> "left of " + revenues);
        assertEquals(entitled, settlement.entitled().count());
        for (ReadingsMatrix.Entry entry : ReadingsMatrix.of(settlement).entries()) {
            NaiveForward other = new NaiveForward(years, entry.readings().excessCredit(), revenues);
            long under = 0;
            for (AssessmentYear year : years) {
                under += revenues.get(year.number() - 1).isPresent()
                        ? year.tranche().count() - other.deducted[year.number() - 1]
                        : 0;
            }
            assertEquals(under, entry.entitled().count(), () -> "priced under " + entry.readings());
        }
    }

    /** A year's deduction never changes with later years: a release is final, and the runs of single years add up to one. */
    @Test
    void laterYearsNeverChangeAnEarlierOneAndMoreRevenueNeverGivesLess() {
        for (int seed = 0; seed < RANDOM / 4; seed++) {
            Random random = new Random(seed * 17L + 3);
            List<AssessmentYear> years = years(random, false);
            Readings readings = READINGS.get(random.nextInt(READINGS.size()));
            List<Optional<Money>> revenues = revenues(random, years, false);
            Settlement whole = settle(OffsetDirection.FORWARD, readings, years, revenues);
            for (int known = 1; known <= years.size(); known++) {
                Settlement then = settle(OffsetDirection.FORWARD, readings, years, revenues.subList(0, known));
                assertEquals(deducted(whole).subList(0, known), deducted(then));
            }
            int raised = random.nextInt(years.size());
            List<Optional<Money>> more = new ArrayList<>(revenues);
            Money was = revenues.get(raised).orElseThrow();
            more.set(raised, Optional.of(new Money(was.minorUnits() + 1 + random.nextInt(1_000))));
            // what stays below a threshold of 150% gives nothing: beyond it the credit only grows
            List<Long> fewer = deducted(settle(OffsetDirection.FORWARD, readings, years, more));
            for (int i = 0; i < years.size(); i++) {
                assertTrue(fewer.get(i) <= deducted(whole).get(i), "more revenue deducts more");
            }
        }
    }

    /** A missing year's report gives the years behind it more, or the same, whatever it says. */
    @Test
    void theReportOfAMissingYearNeverTakesAnythingBack() {
        for (int seed = 0; seed < RANDOM / 4; seed++) {
            Random random = new Random(seed * 13L + 1);
            List<AssessmentYear> years = years(random, false);
            List<Optional<Money>> revenues = revenues(random, years, false);
            List<Optional<Money>> without = new ArrayList<>(revenues);
            int missing = random.nextInt(years.size());
            without.set(missing, Optional.empty());
            Settlement then = settle(OffsetDirection.FORWARD, Readings.DEFAULT, years, without);
            Settlement now = settle(OffsetDirection.FORWARD, Readings.DEFAULT, years, revenues);
            for (AssessmentYear year : years) {
                if (year.number() - 1 != missing) {
                    long before = then.balance(year, Account.DEDUCTED).count();
                    long after = now.balance(year, Account.DEDUCTED).count();
                    assertTrue(after <= before
                            && before - after <= then.restorableInto(year).count());
                }
            }
        }
    }

    /**
     * The CSRC's formula for performance compensation: max(0, cumulative promised - cumulative actual) x shares / sum promised -
     * already compensated, each result rounded up to a whole share. With tranches in proportion to the targets the exact
     * shares are the same. The formula counts what was rounded up before as compensated, the settlement rounds each
     * year's own deduction: in sum they differ by less than a share for each year that compensates.
     */
    @Test
    void withTheWholeExcessAndTranchesInProportionItIsTheCumulativeFormula() {
        Readings full = new Readings(
                ExcessCredit.FULL,
                Readings.DEFAULT.conversionTarget(),
                Readings.DEFAULT.offsetLimit(),
                Readings.DEFAULT.offsetOrder(),
                Readings.DEFAULT.missedTarget());
        int compensating = 0;
        for (int seed = 0; seed < RANDOM; seed++) {
            Random random = new Random(seed * 7L + 5);
            List<AssessmentYear> years = years(random, true);
            List<Optional<Money>> revenues = revenues(random, years, false);
            Settlement settlement = settle(OffsetDirection.FORWARD, full, years, revenues);
            CumulativeFormula formula = new CumulativeFormula(years, revenues);
            long ours = 0;
            for (int i = 0; i < years.size(); i++) {
                Assessment year = settlement.assessments().get(i);
                assertEquals(
                        formula.exact(i),
                        year.deductible().exact().toString(),
                        () -> years + ", " + revenues + ": the exact shares");
                ours += year.deducted().count();
                assertEquals(formula.exactRoundedUp(i), year.deducted().count());
                long apart = ours - formula.compensatedUntil(i);
                assertTrue(apart >= 0 && apart < Math.max(1, formula.compensatingYears(i)), () -> "apart by " + apart);
            }
            compensating += formula.compensatingYears(years.size() - 1) > 1 ? 1 : 0;
        }
        assertTrue(compensating > RANDOM / 4, "agreements with several years that compensate: " + compensating);
    }

    private static List<AssessmentYear> years(Random random, boolean inProportion) {
        int count = 1 + random.nextInt(7);
        boolean small = random.nextBoolean();
        long rate = 1L + random.nextInt(small ? 5 : 100_000);
        List<AssessmentYear> years = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            long tranche = 1L + random.nextInt(small ? 9 : 5_000_000);
            long target = inProportion ? tranche * rate : 1 + random.nextInt(small ? 20 : Integer.MAX_VALUE);
            years.add(Kaixin.year(number, new Money(target), new Shares(tranche)));
        }
        return years;
    }

    private static List<Optional<Money>> revenues(Random random, List<AssessmentYear> years, boolean gaps) {
        List<Optional<Money>> revenues = new ArrayList<>();
        for (AssessmentYear year : years) {
            long target = year.target().minorUnits();
            long revenue = switch (random.nextInt(5)) {
                case 0 -> target;
                case 1 -> Math.floorMod(random.nextLong(), target + 1);
                case 2 -> target + Math.floorMod(random.nextLong(), target + 1);
                case 3 -> Math.max(0, target + random.nextInt(3) - 1);
                default -> Math.floorMod(random.nextLong(), 2 * target + 2);
            };
            revenues.add(gaps && random.nextInt(12) == 0 ? Optional.empty() : Optional.of(new Money(revenue)));
        }
        return revenues;
    }
}
