package io.earnout.escrow.review;

import static io.earnout.escrow.EscrowFixture.codes;
import static io.earnout.escrow.EscrowFixture.found;
import static io.earnout.escrow.EscrowFixture.line;
import static io.earnout.escrow.EscrowFixture.standing;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all four parties agree on beside the formula (SPA 5.3), and what fewer of them can't. */
class AdjustmentsTest {

    private static final String THREE = "issuer;purchaser;escrow-agent";

    @ParameterizedTest(name = "{0} agreed instead of 2,700,000: {2} deducted")
    @CsvSource({
        "2800000,  100000,  200000",
        "2700000,       0,  300000",
        "2600000, -100000,  400000",
        "3000000,  300000,       0"
    })
    void theAgreedQuantityIsReleasedAndTheRestOfTheTrancheStaysDeducted(long agreed, long adjustment, long deducted) {
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .agreedShares(1, agreed, "2027-01-15")
                .on("2027-01-20");
        ReleaseInstruction line = line(determination, 1, 1);
        assertEquals(agreed + " = 0 + 0 + 0 + " + agreed + " TO_INSTRUCT", standing(line));
        assertEquals(Optional.of(adjustment), line.adjustment());
        assertEquals(new Shares(deducted), line.deducted());
        assertEquals(new Shares(deducted), determination.position().deducted().roundedDown());
        assertEquals(
                ExactMoney.of(Kaixin.rmb("66500000")),
                determination.years().get(0).openShortfall());
        assertEquals(List.of(Clause.SPA_5_1, Clause.SPA_5_2_1, Clause.SPA_5_3), line.clauses());
        assertEquals(
                1, found(determination, FindingCode.ADJUSTED_BY_ALL_PARTIES).size());
    }

    @Test
    void nothingAtAllCanBeAgreedOnToo() {
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .agreedShares(1, 0, "2027-01-15")
                .on("2027-01-20");
        assertEquals(List.of(), determination.instructions());
        assertEquals(new Shares(3_000_000), determination.position().deducted().roundedDown());
    }

    @Test
    void whatStaysDeductedCanBeRestored() {
        Determination determination = EscrowFixture.of(report(1, "598500000"), report(2, "805200000"))
                .agreedShares(1, 2_900_000, "2027-01-15")
                .on("2028-01-20");
        assertEquals(
                new Shares(100_000),
                line(determination, 2, 1).entitled(),
                "150,000 by the credit, but no more than is deducted");
    }

    @Test
    void anAgreedQuantityOpensAYearThatTheReadingBlocks() {
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .read(Kaixin.BLOCK)
                .agreedShares(1, 2_700_000, "2027-01-15")
                .on("2027-01-20");
        assertEquals("2700000 = 0 + 0 + 0 + 2700000 TO_INSTRUCT", standing(line(determination, 1, 1)));
    }

    @Test
    void anAgreedQuantityWaitsForAReport() {
        Determination determination =
                EscrowFixture.of().agreedShares(1, 2_800_000, "2027-01-15").on("2027-01-20");
        assertEquals(List.of(), determination.instructions());
        assertEquals(1, found(determination, FindingCode.ADJUSTMENT_WAITS).size());
        assertEquals(List.of(), codes(determination, Severity.ERROR));
    }

    @Test
    void anotherDayOfReleaseMovesTheDeadlineAlone() {
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .agreed(1, Optional.empty(), "2027-06-30", "2027-01-15", EscrowFixture.ALL_FOUR)
                .on("2027-03-01");
        assertEquals(LocalDate.of(2027, 6, 30), line(determination, 1, 1).releaseDueOn());
        assertEquals("2700000 = 0 + 0 + 0 + 2700000 TO_INSTRUCT", standing(line(determination, 1, 1)));
        assertEquals(List.of(), determination.delays());
        assertEquals(1, found(determination, FindingCode.DUE_DATE_AGREED).size());
    }

    @Test
    void theLaterAgreementReplacesTheEarlierOne() {
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .agreedShares(1, 2_800_000, "2027-01-15")
                .agreedShares(1, 2_750_000, "2027-01-14")
                .on("2027-01-20");
        assertEquals("2800000 = 0 + 0 + 0 + 2800000 TO_INSTRUCT", standing(line(determination, 1, 1)));
        assertEquals(1, found(determination, FindingCode.ADJUSTMENT_REPLACED).size());
    }

    @ParameterizedTest(name = "{0} on 2027-01-14, then {1} on {2}: {3}, because {4}")
    @CsvSource(delimiter = '|', textBlock = """
            all   | three | 2027-01-15 | 2800000 = 0 + 0 + 2800000 + 0 HELD ADJUSTMENT_UNDECIDED | the later one is not decided
            three | all   | 2027-01-15 | 2900000 = 0 + 0 + 0 + 2900000 TO_INSTRUCT | all decided later
            three | all   | 2027-01-14 | 2900000 = 0 + 0 + 2900000 + 0 HELD ADJUSTMENT_UNDECIDED | on the same day nothing is later
            all   | all   | 2027-01-14 | 2700000 = 0 + 0 + 2700000 + 0 HELD ADJUSTMENT_UNDECIDED | they contradict each other
            three | three | 2027-01-15 | 2700000 = 0 + 0 + 2700000 + 0 HELD ADJUSTMENT_UNDECIDED | nobody decided
            """)
    void anAgreementThatLacksASignatureHoldsTheYearUntilAllDecideLater(
            String first, String second, String on, String standing, String because) {
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .agreed(
                        1,
                        Optional.of(2_800_000L),
                        "",
                        "2027-01-14",
                        first.equals("all") ? EscrowFixture.ALL_FOUR : THREE)
                .agreed(1, Optional.of(2_900_000L), "", on, second.equals("all") ? EscrowFixture.ALL_FOUR : THREE)
                .on("2027-01-20");
        assertEquals(standing, standing(line(determination, 1, 1)), because);
    }

    @Test
    void aContradictionIsSettledByALaterAgreement() {
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .agreedShares(1, 2_800_000, "2027-01-14")
                .agreedShares(1, 2_900_000, "2027-01-14")
                .agreedShares(1, 2_850_000, "2027-01-15")
                .on("2027-01-20");
        assertEquals("2850000 = 0 + 0 + 0 + 2850000 TO_INSTRUCT", standing(line(determination, 1, 1)));
        assertEquals(2, found(determination, FindingCode.ADJUSTMENT_UNDECIDED).size(), "both are listed");
    }

    @Test
    void twoAgreementsOfOneDayOnDifferentPointsStandBesideEachOther() {
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .agreedShares(1, 2_800_000, "2027-01-14")
                .agreed(1, Optional.empty(), "2027-02-15", "2027-01-14", EscrowFixture.ALL_FOUR)
                .on("2027-01-20");
        assertEquals("2800000 = 0 + 0 + 0 + 2800000 TO_INSTRUCT", standing(line(determination, 1, 1)));
        assertEquals(LocalDate.of(2027, 2, 15), line(determination, 1, 1).releaseDueOn());
        assertEquals(List.of(), codes(determination, Severity.ERROR));
    }

    @Test
    void whatWasReleasedBeforeAnAgreementOnLessIsOverReleased() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "598500000"));
        fixture.carryOut(fixture.on("2027-01-12"), "2027-01-13");
        Determination determination =
                fixture.agreedShares(1, 2_600_000, "2027-01-15").on("2027-01-20");
        assertEquals(
                new Shares(100_000), determination.years().get(0).overReleased().roundedDown());
        assertEquals("2600000 = 2600000 + 0 + 0 + 0 NOTHING_DUE OVER_RELEASED", standing(line(determination, 1, 1)));
    }
}
