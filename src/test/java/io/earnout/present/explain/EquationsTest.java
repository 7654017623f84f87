package io.earnout.present.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.Attempts;
import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.record.SharePrices;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Working;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Readings;
import io.earnout.terms.ReadingsTest;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each equation that an explanation, the report or a paper prints is one: both sides are worked out exactly. */
@Tag("thorough")
class EquationsTest {

    private static final LocalDate AFTER_ALL = LocalDate.of(2031, 3, 1);

    /** Thousandths of the target, some of them on both sides of 150%. */
    private static final int[] LEVELS = {0, 617, 950, 1000, 1031, 1500, 2600};

    private static final int COMBINATIONS = 16_807;

    /** No divisor of the combinations, so that each level of each year comes up under many readings. */
    private static final int STEP = 31;

    private static final int ODD = Attempts.size("odd", 300, 1_000);

    private static final List<Readings> READINGS = ReadingsTest.all();

    private final Set<Quantity> explained = new TreeSet<>();
    private int equations;

    @Test
    void eachHoldsForKaixinAtEveryLevelUnderEveryReading() {
        int settled = 0;
        for (int combination = 0; combination < COMBINATIONS; combination += STEP) {
            List<Report> reports = new ArrayList<>();
            int rest = combination;
            for (AssessmentYear year : Kaixin.years()) {
                reports.add(report(year, year.target().minorUnits() / 1000 * LEVELS[rest % LEVELS.length]));
                rest /= LEVELS.length;
            }
            Readings readings = READINGS.get(settled++ % READINGS.size());
            check(result(Kaixin.agreement(readings), reports, List.of(), List.of()));
        }
        assertTrue(equations > 10_000, () -> equations + " equations of " + explained);
    }

    /** A few fen and a few shares leave a fraction everywhere; some years are agreed on, missing, released or returned. */
    @Test
    void eachHoldsForOddFigures() {
        for (int seed = 0; seed < ODD; seed++) {
            Random random = new Random(seed);
            List<AssessmentYear> years = new ArrayList<>();
            List<Report> reports = new ArrayList<>();
            List<Adjustment> adjustments = new ArrayList<>();
            List<Transfer> transfers = new ArrayList<>();
            for (int number = 1; number <= 5; number++) {
                AssessmentYear year =
                        Kaixin.year(number, new Money(1 + random.nextInt(40)), new Shares(1 + random.nextInt(30)));
                years.add(year);
                if (random.nextInt(8) > 0) {
                    reports.add(
                            report(year, random.nextInt(3 * (int) year.target().minorUnits())));
                }
                if (random.nextInt(5) == 0) {
                    adjustments.add(
                            agreed(year, random.nextInt((int) year.tranche().count() + 1)));
                }
                if (random.nextInt(3) == 0) {
                    transfers.add(transfer(
                            year, 1 + random.nextInt((int) year.tranche().count()), random.nextInt(3)));
                }
            }
            OffsetDirection direction = seed % 3 == 1
                    ? OffsetDirection.FORWARD
                    : seed % 9 == 2 ? OffsetDirection.NONE : OffsetDirection.BACKWARD;
            Readings chosen = READINGS.get(seed % READINGS.size());
            Readings readings = direction.admits(chosen.missedTarget()) ? chosen : Readings.DEFAULT;
            Agreement agreement = Kaixin.agreement(
                    "ODD",
                    new Agreement.ReadingsOnRecord(readings, Optional.of(LocalDate.of(2025, 12, 2)), "d"),
                    direction,
                    years);
            check(result(agreement, reports, adjustments, transfers));
        }
        Set<Quantity> unexplained = EnumSet.allOf(Quantity.class);
        unexplained.removeAll(explained);
        assertEquals(EnumSet.noneOf(Quantity.class), unexplained, "each kind of number was met");
        assertTrue(equations > 10 * ODD, () -> equations + " equations");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "731,500,000.00 - 150% x 665,000,000.00 = 0.00 credit       | false",
                "max(0, 731,500,000.00 - 150% x 665,000,000.00) = 0.00      | true",
                "1.00 + 1/2 fen / 0.11 x 7 = 1407/22                        | false",
                "(1.00 + 1/2 fen) / 0.11 x 7 = 1407/22, in whole shares 63  | true",
                "10 deducted - 3 restored = 7, PROJECTED                    | true",
                "586,956 12/23 = 13500000/23, rounded up; remainder 11/23   | true"
            })
    void aFalseOneIsFound(String text, boolean isOne) {
        Equations.Equation equation = Equations.in(text).get(0);
        assertEquals(isOne, equation.left().is(equation.right()));
    }

    private void check(AgreementResult result) {
        for (DerivedYear year : Derivations.of(result)) {
            for (Derivation number : year.numbers()) {
                explained.add(number.quantity());
                check(number.arithmetic(), result);
                number.rounding().ifPresent(rounding -> check(rounding.toString(), result));
            }
        }
        for (Working working : result.determination().settlement().workings()) {
            check(working.arithmetic(), result);
        }
    }

    private void check(String text, AgreementResult result) {
        for (Equations.Equation equation : Equations.in(text)) {
            equations++;
            assertTrue(
                    equation.left().is(equation.right()),
                    () -> text + " under " + result.determination().settlement().readings());
        }
        assertFalse(text.isEmpty());
    }

    private static Report report(AssessmentYear year, long minorUnits) {
        return new Report(
                year.number(),
                new Money(minorUnits),
                "CNY",
                "R" + year.number(),
                "F",
                year.period().endsOn().plusDays(40),
                Optional.empty(),
                Report.UNQUALIFIED,
                "",
                true,
                new Source("audited-revenue.csv", year.number() + 1));
    }

    private static Adjustment agreed(AssessmentYear year, long shares) {
        return new Adjustment(
                year.number(),
                Optional.of(Shares.of(shares)),
                Optional.empty(),
                LocalDate.of(2026, 1, 5),
                EnumSet.allOf(Adjustment.Signatory.class),
                "issuer;purchaser;seller;escrow-agent",
                "supplement",
                new Source("adjustments.csv", year.number() + 1));
    }

    private static Transfer transfer(AssessmentYear year, long shares, int kind) {
        return new Transfer(
                year.number(),
                year.number(),
                kind == 0 ? Transfer.Kind.RETURN : Transfer.Kind.RELEASE,
                Shares.of(shares),
                year.period().endsOn().plusDays(60),
                "",
                "T" + year.number(),
                new Source("transfers.csv", year.number() + 1));
    }

    private static AgreementResult result(
            Agreement agreement, List<Report> reports, List<Adjustment> adjustments, List<Transfer> transfers) {
        EscrowFile escrow = new EscrowFile(
                agreement,
                reports,
                ApprovedFirms.NO_LIST,
                new Registers(
                        List.of(), transfers, List.of(), adjustments, SharePrices.NONE, List.of(), true, List.of()),
                Rejected.NOTHING,
                BusinessCalendar.WEEKENDS_ALONE);
        Review review = Review.of(escrow, AFTER_ALL);
        Determination determination = Determination.of(review);
        return new AgreementResult(review, determination, determination.findings());
    }
}
