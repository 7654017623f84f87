package io.earnout.escrow.release;

import static io.earnout.escrow.EscrowFixture.codes;
import static io.earnout.escrow.EscrowFixture.found;
import static io.earnout.escrow.EscrowFixture.line;
import static io.earnout.escrow.EscrowFixture.standing;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.Suspension;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a joint written instruction (EA 3.1(b)): draft, signed, received, open, carried out or withdrawn, tranche by tranche. */
class InstructionsTest {

    /** Year 1 is 10% short, year 2 10% above: 150,000 of year 1 come back, and 3,000,000 of year 2. */
    private static EscrowFixture twoYears() {
        EscrowFixture fixture = EscrowFixture.of(
                report(1, "598500000").dated("2027-01-08").received("2027-01-11"),
                report(2, "805200000").dated("2028-01-07").received("2028-01-10"));
        return fixture.carryOut(fixture.on("2027-01-12"), "2027-01-12");
    }

    private static String draft(EscrowFixture fixture, int year, String day) {
        return fixture.on(day).toSign().stream()
                .filter(instruction -> instruction.year() == year)
                .findFirst()
                .orElseThrow()
                .number();
    }

    @Test
    void mayBeRecordedTrancheByTranche() {
        EscrowFixture fixture = twoYears();
        String number = draft(fixture, 2, "2028-01-11");
        fixture.paper(2, number, 1, 150_000, "2028-01-12").paper(2, number, 2, 3_000_000, "2028-01-12");
        Determination determination = fixture.on("2028-01-13");
        assertEquals("150000 = 0 + 150000 + 0 + 0 INSTRUCTED", standing(line(determination, 2, 1)));
        assertEquals("3000000 = 0 + 3000000 + 0 + 0 INSTRUCTED", standing(line(determination, 2, 2)));
        assertEquals(List.of(), codes(determination, Severity.ERROR));
    }

    @Test
    void ofWhichOneTrancheIsMissingFitsNoDraftAndHoldsTheTranchesOfItsDraft() {
        EscrowFixture fixture = twoYears();
        fixture.paper(2, draft(fixture, 2, "2028-01-11"), 2, 3_000_000, "2028-01-12");
        Determination determination = fixture.on("2028-01-13");
        assertEquals("150000 = 0 + 0 + 150000 + 0 HELD QUANTITY_DIFFERS", standing(line(determination, 2, 1)));
        assertEquals("3000000 = 0 + 0 + 3000000 + 0 HELD QUANTITY_DIFFERS", standing(line(determination, 2, 2)));
    }

    @Test
    void whoseRowsHaveDifferentDaysContradictsItself() {
        EscrowFixture fixture = twoYears();
        String number = draft(fixture, 2, "2028-01-11");
        fixture.paper(2, number, 1, 150_000, "2028-01-12").paper(2, number, 2, 3_000_000, "2028-01-13");
        Determination determination = fixture.on("2028-01-14");
        assertEquals(
                1, found(determination, FindingCode.INSTRUCTION_CONTRADICTORY).size());
        assertEquals(0, EscrowFixture.toInstruct(determination));
        assertEquals(new Shares(3_150_000), determination.position().held().roundedDown());
    }

    @ParameterizedTest(name = "{0} shares too many")
    @ValueSource(longs = {1, 100_000})
    void countsTrancheByTrancheSoThatOneThatExceedsHoldsNoOther(long tooMany) {
        EscrowFixture fixture = twoYears();
        String number = draft(fixture, 2, "2028-01-11");
        fixture.paper(2, number, 3_150_000, "2028-01-12").agreedShares(2, 3_000_000 - tooMany, "2028-01-14");
        Determination determination = fixture.on("2028-01-15");
        assertEquals("150000 = 0 + 150000 + 0 + 0 INSTRUCTED", standing(line(determination, 2, 1)));
        assertEquals(
                (3_000_000 - tooMany) + " = 0 + 0 + " + (3_000_000 - tooMany) + " + 0 HELD QUANTITY_DIFFERS",
                standing(line(determination, 2, 2)));
    }

    @Test
    void beyondItsOwnLineCoversTheOldestYearOfItsTranche() {
        EscrowFixture fixture = twoYears();
        fixture.paper(2, draft(fixture, 2, "2028-01-11"), 3_150_000, "2028-01-12")
                .reports(report(1, "631750000")
                        .id("R-1B")
                        .supersedes("RPT-1")
                        .dated("2028-01-13")
                        .received("2028-01-13")
                        .line(9));
        Determination determination = fixture.on("2028-01-14");
        // year 1 is 5% short now: 2,850,000 of its own, and the offset gives back 136,270 instead of 150,000
        assertEquals("2850000 = 2700000 + 13730 + 0 + 136270 TO_INSTRUCT", standing(line(determination, 1, 1)));
        assertEquals("136270 = 0 + 136270 + 0 + 0 INSTRUCTED", standing(line(determination, 2, 1)));
    }

    @Test
    void thatIsWithdrawnLeavesWhatWasNotMovedToANewDraftWithANumberOfItsOwn() {
        EscrowFixture fixture = twoYears();
        String number = draft(fixture, 2, "2028-01-11");
        fixture.paper(2, number, 3_150_000, "2028-01-12")
                .release(2, 2, 1_000_000, "2028-01-13")
                .withdrawn("2028-01-14");
        Determination before = fixture.on("2028-01-13");
        assertEquals("3000000 = 1000000 + 2000000 + 0 + 0 INSTRUCTED", standing(line(before, 2, 2)));
        Determination after = fixture.on("2028-01-14");
        assertEquals("3000000 = 1000000 + 0 + 0 + 2000000 TO_INSTRUCT", standing(line(after, 2, 2)));
        assertEquals("150000 = 0 + 0 + 0 + 150000 TO_INSTRUCT", standing(line(after, 2, 1)));
        assertNotEquals(number, line(after, 2, 2).instructionId());
        assertTrue(line(after, 2, 2).instructionId().endsWith("-2"), line(after, 2, 2)::instructionId);
    }

    @Test
    void thatIsDrawnUpAgainAfterAWithdrawalHasAnotherNumberThoughItSaysTheSame() {
        EscrowFixture fixture = twoYears();
        String number = draft(fixture, 2, "2028-01-11");
        fixture.paper(2, number, 3_150_000, "2028-01-12").withdrawn("2028-01-14");
        assertEquals(number + "-2", draft(fixture, 2, "2028-01-14"));
    }

    @Test
    void thatIsHalfSignedWaitsForItsOwnSharesAndIsStillToBeSigned() {
        EscrowFixture fixture = twoYears();
        String number = draft(fixture, 2, "2028-01-11");
        fixture.paper(2, number, 3_150_000, "2028-01-12", "", "");
        Determination determination = fixture.on("2028-01-13");
        assertEquals(
                "3000000 = 0 + 0 + 3000000 + 0 AWAITING_SIGNATURE INSTRUCTION_NOT_SIGNED",
                standing(line(determination, 2, 2)));
        assertEquals(new Shares(3_000_000), line(determination, 2, 2).awaiting().roundedDown());
        assertEquals(List.of(), codes(determination, Severity.ERROR, Severity.WARNING), "in time it is no trouble");
        InstructionToSign waits = determination.toSign().get(0);
        assertEquals(number, waits.number());
        assertEquals(Map.of(1, new Shares(150_000), 2, new Shares(3_000_000)), waits.shares());
        assertEquals(
                Optional.of(LocalDate.of(2028, 1, 12)),
                waits.onRecord().orElseThrow().signedByIssuerOn());
    }

    @Test
    void thatIsHalfSignedIsLateWhenItsSharesAre() {
        EscrowFixture fixture = twoYears();
        fixture.paper(2, draft(fixture, 2, "2028-01-11"), 3_150_000, "2028-01-12", "", "");
        assertEquals(List.of(), codes(fixture.on("2028-01-31"), Severity.ERROR));
        assertEquals(List.of(FindingCode.RELEASE_LATE), codes(fixture.on("2028-02-01"), Severity.ERROR));
    }

    @Test
    void thatIsHalfSignedAndRestatedDownwardIsNotToBeSigned() {
        EscrowFixture fixture = twoYears();
        fixture.paper(2, draft(fixture, 2, "2028-01-11"), 3_150_000, "2028-01-12", "", "")
                .agreedShares(2, 2_000_000, "2028-01-13");
        Determination determination = fixture.on("2028-01-14");
        assertEquals("2000000 = 0 + 0 + 2000000 + 0 HELD QUANTITY_DIFFERS", standing(line(determination, 2, 2)));
        assertEquals(List.of(), determination.toSign());
    }

    @Test
    void thatATransferNamesIsTheOneThatItCarriesOut() {
        EscrowFixture fixture = twoYears();
        String first = draft(fixture, 2, "2028-01-11");
        fixture.paper(2, first, 3_150_000, "2028-01-12")
                .reports(report(2, "878400000")
                        .id("R-2B")
                        .supersedes("RPT-2")
                        .dated("2028-01-13")
                        .received("2028-01-13")
                        .line(9));
        String second = draft(fixture, 2, "2028-01-14");
        fixture.paper(2, second, 122_540, "2028-01-14").named(second).release(2, 1, 122_540, "2028-01-15");
        Determination determination = fixture.on("2028-01-15");
        assertEquals("272540 = 122540 + 150000 + 0 + 0 INSTRUCTED", standing(line(determination, 2, 1)));
        assertEquals(List.of(), codes(determination, Severity.ERROR));
    }

    @Test
    void thatATransferNamesMustBeOnRecord() {
        EscrowFixture fixture = twoYears().named("KAIXIN-2025-AY2-00000000").release(2, 2, 3_000_000, "2028-01-15");
        Determination determination = fixture.on("2028-01-15");
        assertEquals(
                List.of(FindingCode.TRANSFER_OF_UNKNOWN_INSTRUCTION, FindingCode.TRANSFER_NOT_INSTRUCTED),
                codes(determination, Severity.ERROR));
    }

    @Test
    void namesAreNeverSharedByTwo() {
        EscrowFixture fixture = twoYears()
                .suspended(
                        1,
                        Suspension.Ground.DISPUTE,
                        "2027-06-01",
                        Optional.empty(),
                        "2028-02-11",
                        Optional.of(Suspension.LiftedBy.SETTLEMENT));
        String first = draft(fixture, 2, "2028-01-11");
        fixture.paper(2, first, 3_000_000, "2028-01-12");
        Determination lifted = fixture.on("2028-02-12");
        assertEquals("3000000 = 0 + 3000000 + 0 + 0 TRANSFER_OVERDUE", standing(line(lifted, 2, 2)));
        assertEquals("150000 = 0 + 0 + 0 + 150000 TO_INSTRUCT", standing(line(lifted, 2, 1)));
        assertNotEquals(first, draft(fixture, 2, "2028-02-12"));
    }

    @Test
    void whileAYearIsInDoubtNothingOfItIsOverReleasedAndOtherYearsGoOut() {
        EscrowFixture fixture = twoYears();
        fixture.reports(report(1, "665000000").id("R-1X").dated("2028-01-12").line(11));
        Determination determination = fixture.on("2028-01-13");
        assertEquals(Shares.NONE, determination.years().get(0).overReleased().roundedDown());
        assertEquals(
                new Shares(2_700_000), determination.years().get(0).undecided().roundedDown());
        assertEquals("3000000 = 0 + 0 + 0 + 3000000 TO_INSTRUCT", standing(line(determination, 2, 2)));
        assertEquals(0, found(determination, FindingCode.OVER_RELEASED).size());
    }

    @Test
    void rulesOutNothingElseWhenItsNumberIsUnknown() {
        EscrowFixture fixture = twoYears().paper(1, "KAIXIN-2025-AY1-00000000", 5, "2027-01-20");
        Determination determination = fixture.on("2028-01-12");
        assertEquals("3000000 = 0 + 0 + 0 + 3000000 TO_INSTRUCT", standing(line(determination, 2, 2)));
        assertEquals(List.of(FindingCode.INSTRUCTION_UNKNOWN), codes(determination, Severity.ERROR));
    }
}
