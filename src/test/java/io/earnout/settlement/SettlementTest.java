package io.earnout.settlement;

import static io.earnout.terms.Kaixin.rmb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.Kaixin;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.Money;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

    private static final Readings SHARES_ALONE = new Readings(
            ExcessCredit.FULL,
            ConversionTarget.EXCESS_YEAR,
            OffsetLimit.SHARES,
            OffsetOrder.OLDEST_FIRST,
            MissedTarget.REDUCE);

    @ParameterizedTest(name = "{0} against {1} for {2} shares: {3} earned, {4} deducted, because {5}")
    @CsvSource(delimiter = '|', textBlock = """
            665000000    | 665000000 | 3000000       | 3000000       | 0             | not less than is met
            664999999.99 | 665000000 | 3000000       | 2999999       | 1             | a fraction of a share is rounded against the seller
            665000000.01 | 665000000 | 3000000       | 3000000       | 0             | no year earns more than its tranche
            0            | 665000000 | 3000000       | 0             | 3000000       | nothing earns nothing
            0.01         | 665000000 | 3000000       | 0             | 3000000       | a fen is no share
            221.66       | 665000000 | 3000000       | 0             | 3000000       | 0.99995 of a share is none
            221.67       | 665000000 | 3000000       | 1             | 2999999       | 1.0000 and a little is one
            0.01         | 0.02      | 1             | 0             | 1             | half of one share is none
            0.01         | 0.03      | 3             | 1             | 2             | a third of three is exactly one
            0.02         | 0.03      | 1000000000000000 | 666666666666666 | 333333333333334 | the largest tranche
            99999999999999.99 | 100000000000000 | 1000000000000000 | 999999999999999 | 1 | the largest figures of all
            """)
    void aYearEarnsItsPartRoundedDownAndTheRestIsDeducted(
            String revenue, String target, long tranche, long earned, long deducted, String because) {
        AssessmentYear year = Kaixin.year(1, rmb(target), new Shares(tranche));
        Assessment assessment = Assessment.of(year, new AuditedRevenue(1, rmb(revenue), "RPT-1"));
        assertEquals(new Shares(earned), assessment.earned(), because);
        assertEquals(new Shares(deducted), assessment.deducted(), because);
        assertEquals(rmb(revenue).shortOf(rmb(target)), assessment.shortfall(), because);
        assertEquals(rmb(revenue).beyond(rmb(target)), assessment.excess(), because);
        assertEquals(deducted == 0, assessment.meetsTarget(), because);
    }

    @Test
    void theRevenueOfOneYearCannotAssessAnother() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Assessment.of(Kaixin.agreement().year(2), new AuditedRevenue(1, rmb("1"), "RPT-1")));
        assertEquals("the revenue of year 1 can't assess year 2", refusal.getMessage());
    }

    @Test
    void everyMovementSaysUnderWhichClauseSharesGoFromWhereToWhere() {
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "598500000", "805200000");
        assertEquals(
                List.of(
                        new Movement(Account.UNASSESSED, Account.DEDUCTED, 1, 1, new Shares(300_000), Clause.SPA_5_2_1),
                        new Movement(
                                Account.UNASSESSED, Account.RELEASABLE, 1, 1, new Shares(2_700_000), Clause.SPA_5_1),
                        new Movement(
                                Account.UNASSESSED, Account.RELEASABLE, 2, 2, new Shares(3_000_000), Clause.SPA_5_1),
                        new Movement(
                                Account.DEDUCTED, Account.RELEASABLE, 2, 1, new Shares(150_000), Clause.SPA_5_2_2)),
                settlement.movements());
    }

    @Test
    void aMissedTargetThatBlocksWithholdsTheRestAndStillLetsALaterExcessRestore() {
        Settlement settlement = Revenues.kaixin(Kaixin.BLOCK, "598500000", "805200000");
        AssessmentYear first = Kaixin.agreement().year(1);
        assertEquals(new Shares(2_700_000), settlement.balance(first, Account.WITHHELD));
        assertEquals(new Shares(150_000), settlement.balance(first, Account.RELEASABLE));
        assertEquals(new Shares(150_000), settlement.balance(first, Account.DEDUCTED));
        assertEquals(Clause.EA_3_1_A, settlement.movements().get(1).clause());
    }

    @Test
    void aYearThatEarnsNothingMovesNothingToRelease() {
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "0");
        assertEquals(1, settlement.movements().size());
        assertEquals(Shares.NONE, settlement.entitled());
        assertEquals(new Shares(3_000_000), settlement.balance(Account.DEDUCTED));
        assertEquals(new Shares(12_000_000), settlement.balance(Account.UNASSESSED));
    }

    @Test
    void noMovementIsEmptyOrGoesNowhereOrForward() {
        assertNoMovement(Account.DEDUCTED, Account.RELEASABLE, 2, 1, Shares.NONE);
        assertNoMovement(Account.DEDUCTED, Account.DEDUCTED, 2, 1, new Shares(1));
        assertNoMovement(Account.DEDUCTED, Account.RELEASABLE, 1, 2, new Shares(1));
    }

    private static void assertNoMovement(Account from, Account to, int assessment, int tranche, Shares shares) {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Movement(from, to, assessment, tranche, shares, Clause.SPA_5_2_2));
        assertEquals(
                "not a movement: " + shares + " shares of year " + tranche + " from " + from + " to " + to + " by year "
                        + assessment,
                refusal.getMessage());
    }

    @Test
    void anExcessReachesBackAndNeverForward() {
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "798000000", "658800000");
        assertEquals(Shares.NONE, settlement.restoredInto(Kaixin.agreement().year(2)));
        Credit credit = settlement.credit(1).orElseThrow();
        assertEquals(ExactMoney.of(rmb("66500000")), credit.amount());
        assertEquals(ExactMoney.ZERO, credit.used(), "what is left of a credit lapses");
    }

    @Test
    void aCreditIsUsedOnceAndWhatIsLeftOfItIsNotCarriedForward() {
        // year 2 has 300 million of credit for year 1's 33.25 million; year 3 misses, year 4 just meets
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "631750000", "1332000000", "724500000", "885000000");
        assertEquals(
                ExactMoney.of(rmb("33250000")),
                settlement.credit(2).orElseThrow().used());
        assertEquals(Shares.NONE, settlement.restoredInto(Kaixin.agreement().year(3)));
        assertEquals(ExactMoney.of(rmb("80500000")), settlement.openShortfall(3));
    }

    @Test
    void severalLaterYearsRestoreTheSameShortfallUntilItIsClosed() {
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "598500000", "805200000", "865000000", "985000000");
        assertEquals(
                ExactMoney.of(rmb("36600000")),
                settlement.credit(2).orElseThrow().used());
        assertEquals(
                ExactMoney.of(rmb("29900000")),
                settlement.credit(3).orElseThrow().used());
        assertEquals(ExactMoney.ZERO, settlement.credit(4).orElseThrow().used(), "66.5 million are covered");
        assertEquals(ExactMoney.ZERO, settlement.openShortfall(1));
        assertEquals(
                new Shares(150_000 + 111_428),
                settlement.restoredInto(Kaixin.agreement().year(1)));
    }

    @Test
    void underTheShareLimitMoreRevenueThanTheShortfallMayBeLaidButNeverMoreSharesRestored() {
        Settlement settlement = Revenues.kaixin(SHARES_ALONE, "598500000", "805200000", "1500000000");
        assertEquals(
                ExactMoney.of(rmb("73200000")),
                settlement.credit(2).orElseThrow().used());
        assertEquals(ExactMoney.ZERO, settlement.openShortfall(1));
        assertEquals(
                new Shares(300_000), settlement.restoredInto(Kaixin.agreement().year(1)));
        assertEquals(ExactMoney.ZERO, settlement.credit(3).orElseThrow().used());
    }

    @ParameterizedTest(name = "{0} then {1} then {2}: year 3 waits: {3}, because {4}")
    @CsvSource(delimiter = '|', textBlock = """
            598500000 | -         | 885500000    | true  | year 2 has no report
            -         | 732000000 | 885500000    | true  | year 1 has no report
            -         | -         | 805000000.01 | true  | one fen of excess waits too
            598500000 | 732000000 | 885500000    | false | both have one
            """)
    void anOffsetWaitsForEveryEarlierReport(String first, String second, String third, boolean waits, String because) {
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, first, second, third);
        AssessmentYear year = Kaixin.agreement().year(3);
        assertEquals(waits, settlement.credit(3).orElseThrow().waits(), because);
        assertEquals(year.tranche(), settlement.balance(year, Account.RELEASABLE), "its own tranche is released");
    }

    @Test
    void aYearWithoutExcessHasNoCreditThatCouldWait() {
        assertEquals(
                true,
                Revenues.kaixin(Readings.DEFAULT, "-", "732000000").credits().isEmpty());
        assertEquals(true, Revenues.kaixin(Readings.DEFAULT, "-", "1").credits().isEmpty());
        Readings above150 = new Readings(
                ExcessCredit.ABOVE_150,
                ConversionTarget.EXCESS_YEAR,
                OffsetLimit.BOTH,
                OffsetOrder.OLDEST_FIRST,
                MissedTarget.REDUCE);
        Credit none = Revenues.kaixin(above150, "-", "800000000").credit(2).orElseThrow();
        assertEquals(false, none.waits(), "an excess that gives no credit has nothing to wait with");
    }

    @Test
    void aShortfallThatIsClosedWhileAnEarlierOneIsOpenGivesBackEveryShare() {
        // one fen short: one share deducted, 0.0000451 of it exact; the next excess covers it
        Settlement settlement = Revenues.kaixin(SHARES_ALONE, "664999999.99", "732000000.02");
        assertEquals(new Shares(1), settlement.restoredInto(Kaixin.agreement().year(1)));
        assertEquals(new Shares(6_000_000), settlement.entitled());
    }

    @Test
    void aShareThatIsStrandedBelowARoundingStaysDeducted() {
        // the default converts the fen at the higher target of year 2: less than the exact deduction, so it isn't
        // closed
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "664999999.99", "732000000.02");
        assertEquals(Shares.NONE, settlement.restoredInto(Kaixin.agreement().year(1)));
        assertEquals(ExactMoney.ZERO, settlement.openShortfall(1));
        assertEquals(new Shares(1), settlement.balance(Kaixin.agreement().year(1), Account.DEDUCTED));
    }

    @Test
    void openShortfallsAreThoseOfMissedYears() {
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "598500000", "732000000");
        assertEquals(ExactMoney.of(rmb("66500000")), settlement.openShortfall(1));
        assertEquals(ExactMoney.ZERO, settlement.openShortfall(2));
        assertEquals(ExactMoney.ZERO, settlement.openShortfall(3));
        assertEquals(true, settlement.assessment(3).isEmpty());
        assertEquals(
                new Money(59_850_000_000L),
                settlement.assessments().get(0).revenue().amount());
    }
}
