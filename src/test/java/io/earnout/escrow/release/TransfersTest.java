package io.earnout.escrow.release;

import static io.earnout.escrow.EscrowFixture.codes;
import static io.earnout.escrow.EscrowFixture.found;
import static io.earnout.escrow.EscrowFixture.line;
import static io.earnout.escrow.EscrowFixture.standing;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Transfer;
import io.earnout.terms.Shares;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the agent confirmed against what was instructed (EA 3.2): every transfer counts once, and none is forgotten. */
class TransfersTest {

    private static final String SIGNED = "2027-01-13";

    /** Year 1 on target; its 3,000,000 shares are signed for and received on 13 January 2027. */
    private static EscrowFixture signed() {
        EscrowFixture fixture =
                EscrowFixture.of(report(1, "665000000").dated("2027-01-08").received("2027-01-11"));
        return fixture.paper(1, fixture.on("2027-01-12").instructions().get(0).instructionId(), 3_000_000, SIGNED);
    }

    private static List<FindingCode> needed(Determination determination) {
        return codes(determination, Severity.ERROR, Severity.WARNING);
    }

    @Test
    void oneTransferAsInstructedConfirmsTheLine() {
        Determination determination =
                signed().release(1, 1, 3_000_000, "2027-01-18").on("2027-01-20");
        assertEquals("3000000 = 3000000 + 0 + 0 + 0 CONFIRMED", standing(line(determination, 1, 1)));
        assertEquals(List.of(), needed(determination));
    }

    @Test
    void aPartLeavesTheRestInstructed() {
        Determination determination =
                signed().release(1, 1, 1_000_000, "2027-01-18").on("2027-01-20");
        assertEquals("3000000 = 1000000 + 2000000 + 0 + 0 INSTRUCTED", standing(line(determination, 1, 1)));
        assertEquals(List.of(FindingCode.TRANSFER_SHORT), needed(determination));
        assertEquals(
                "instructed 3,000,000 shares, moved 1,000,000 (T-3 of 2027-01-18): 2,000,000 shares missing, due by"
                        + " 2027-01-27",
                found(determination, FindingCode.TRANSFER_SHORT).get(0).message());
    }

    @Test
    void twoTransfersThatAddUpAreWorthALook() {
        Determination determination = signed().release(1, 1, 1_000_000, "2027-01-18")
                .release(1, 1, 2_000_000, "2027-01-19")
                .on("2027-01-20");
        assertEquals("3000000 = 3000000 + 0 + 0 + 0 CONFIRMED", standing(line(determination, 1, 1)));
        assertEquals(List.of(FindingCode.TRANSFER_IN_PARTS), needed(determination));
    }

    @Test
    void aTransferBeyondTheInstructionIsOverReleasedByTheDifference() {
        Determination determination =
                signed().release(1, 1, 3_000_001, "2027-01-18").on("2027-01-20");
        assertEquals("3000000 = 3000000 + 0 + 0 + 0 NOTHING_DUE OVER_RELEASED", standing(line(determination, 1, 1)));
        assertEquals(
                List.of(FindingCode.OVER_RELEASED, FindingCode.TRANSFER_BEYOND_INSTRUCTION),
                codes(determination, Severity.ERROR));
        assertEquals(new Shares(1), determination.years().get(0).overReleased().roundedDown());
        assertEquals(
                new Shares(11_999_999),
                determination.position().unassessed().roundedDown(),
                "the share came from another tranche");
    }

    @Test
    void theSameQuantityTwiceIsTakenForOneTransferTooMany() {
        Determination determination = signed().release(1, 1, 3_000_000, "2027-01-18")
                .release(1, 1, 3_000_000, "2027-01-19")
                .on("2027-01-20");
        assertEquals(List.of(FindingCode.OVER_RELEASED, FindingCode.TRANSFERRED_TWICE), needed(determination));
        assertEquals(new Shares(6_000_000), determination.position().released().roundedDown());
    }

    @Test
    void theSameReferenceTwiceIsCountedOnceAndHoldsItsYear() {
        Determination determination = signed().transfer(1, 1, Transfer.Kind.RELEASE, 1_000_000, "2027-01-18", "T-9")
                .transfer(1, 1, Transfer.Kind.RELEASE, 1_000_000, "2027-01-18", "T-9")
                .on("2027-01-20");
        assertEquals("3000000 = 1000000 + 0 + 2000000 + 0 HELD ROW_REJECTED", standing(line(determination, 1, 1)));
        assertEquals(
                List.of(FindingCode.REFERENCE_TWICE, FindingCode.TRANSFER_SHORT, FindingCode.ROW_REJECTED),
                codes(determination, Severity.ERROR));
        assertEquals(new Shares(1_000_000), determination.position().released().roundedDown());
    }

    @Test
    void oneReferenceMayStandForSeveralTranches() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "598500000"), report(2, "805200000"));
        fixture.carryOut(fixture.on("2027-02-01"), "2027-02-02");
        fixture.paper(2, fixture.on("2028-01-20").instructions().get(1).instructionId(), 3_150_000, "2028-01-21")
                .transfer(2, 1, Transfer.Kind.RELEASE, 150_000, "2028-01-25", "T-AY2")
                .transfer(2, 2, Transfer.Kind.RELEASE, 3_000_000, "2028-01-25", "T-AY2");
        Determination determination = fixture.on("2028-01-26");
        assertEquals(List.of(), codes(determination, Severity.ERROR));
        assertEquals(new Shares(5_850_000), determination.position().released().roundedDown());
    }

    @Test
    void nothingMovesBeforeTheDeposit() {
        Determination determination = signed().deposited("2027-01-18")
                .release(1, 1, 3_000_000, "2027-01-17")
                .on("2027-01-20");
        assertEquals(Shares.NONE, determination.position().released().roundedDown());
        assertEquals("3000000 = 0 + 0 + 3000000 + 0 HELD ROW_REJECTED", standing(line(determination, 1, 1)));
        assertTrue(codes(determination, Severity.ERROR).contains(FindingCode.TRANSFER_BEFORE_DEPOSIT));
    }

    @Test
    void withoutADepositOnRecordNothingMovesBeforeTheSigning() {
        EscrowFixture fixture = signed().notDeposited().release(1, 1, 3_000_000, "2025-12-01");
        Finding finding = found(fixture.on("2027-01-20"), FindingCode.TRANSFER_BEFORE_DEPOSIT)
                .get(0);
        assertTrue(finding.message().endsWith("the agreement was signed on 2025-12-02"), finding::message);
    }

    @Test
    void moreThanIsInEscrowCannotHaveMovedAndHoldsTheWholeAgreement() {
        Determination determination = signed().reports(report(2, "732000000"))
                .release(1, 1, 3_000_000, "2027-01-18")
                .release(2, 2, 12_000_001, "2028-01-12")
                .on("2028-01-20");
        assertEquals(new Shares(3_000_000), determination.position().released().roundedDown());
        assertEquals("3000000 = 0 + 0 + 3000000 + 0 HELD ROW_REJECTED", standing(line(determination, 2, 2)));
        assertTrue(codes(determination, Severity.ERROR).contains(FindingCode.TRANSFER_EXCEEDS_ESCROW));
    }

    @Test
    void allThatIsInEscrowCanHaveMoved() {
        Determination determination = signed().release(1, 1, 3_000_000, "2027-01-18")
                .release(1, 1, 12_000_000, "2027-01-19")
                .on("2027-01-20");
        assertEquals(new Shares(15_000_000), determination.position().released().roundedDown());
        assertEquals(
                new Shares(12_000_000),
                determination.years().get(0).overReleased().roundedDown());
    }

    @Test
    void aTransferOnAYearWithoutAResultCountsAndIsOverReleased() {
        Determination determination = signed().release(2, 2, 100, "2027-01-18").on("2027-01-20");
        assertEquals(
                List.of(
                        FindingCode.OVER_RELEASED,
                        FindingCode.TRANSFER_NOT_INSTRUCTED,
                        FindingCode.TRANSFER_OF_WRONG_TRANCHE,
                        FindingCode.HELD_AGAINST_OVER_RELEASE),
                codes(determination, Severity.ERROR));
        assertEquals(
                "3000000 = 0 + 2999900 + 100 + 0 HELD HELD_AGAINST_OVER_RELEASE",
                standing(line(determination, 1, 1)),
                "the agent moved 100 shares without an instruction: as many that it has one for are held");
    }

    @Test
    void aTransferBeforeItsDocumentsIsAskedAbout() {
        Determination determination =
                signed().release(1, 1, 3_000_000, "2027-01-12").on("2027-01-20");
        assertEquals(List.of(FindingCode.TRANSFER_BEFORE_DOCUMENTS), needed(determination));
        assertEquals("3000000 = 3000000 + 0 + 0 + 0 CONFIRMED", standing(line(determination, 1, 1)));
    }

    @Test
    void anOverReleaseIsHeldAgainstTheOldestDueLineFirst() {
        Determination determination = EscrowFixture.of(
                        report(1, "598500000"), report(2, "658800000"), report(3, "805000000"))
                .release(1, 1, 2_700_000, "2027-02-01")
                .release(3, 1, 2_800_000, "2029-01-20")
                .on("2029-02-01");
        assertEquals(
                "2700000 = 0 + 0 + 2700000 + 0 HELD HELD_AGAINST_OVER_RELEASE", standing(line(determination, 2, 2)));
        assertEquals(
                "3000000 = 0 + 0 + 100000 + 2900000 TO_INSTRUCT HELD_AGAINST_OVER_RELEASE",
                standing(line(determination, 3, 3)));
        assertTrue(found(determination, FindingCode.OVER_RELEASED)
                .get(0)
                .message()
                .endsWith("2,800,000 too many; over all tranches 2,800,000 shares that are due are withheld for it"));
    }

    @Test
    void aTransferIsLaidOnTheLineOfItsOwnYearFirst() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "598500000"), report(2, "805200000"));
        Determination determination = fixture.paper(
                        1, fixture.on("2027-02-01").instructions().get(0).instructionId(), 2_700_000, "2027-02-02")
                .paper(2, fixture.on("2028-01-20").instructions().get(1).instructionId(), 3_150_000, "2028-01-21")
                .release(2, 1, 150_000, "2028-01-25")
                .on("2028-01-26");
        assertEquals(
                "2700000 = 0 + 2700000 + 0 + 0 INSTRUCTED",
                standing(line(determination, 1, 1)),
                "the paper of year 1 is open still");
        assertEquals("150000 = 150000 + 0 + 0 + 0 CONFIRMED", standing(line(determination, 2, 1)));
        assertEquals("3000000 = 0 + 3000000 + 0 + 0 INSTRUCTED", standing(line(determination, 2, 2)));
    }

    @Test
    void aRejectedRowOfARegisterHoldsItsYearAndItsTranche() {
        Determination determination = EscrowFixture.of(report(1, "598500000"), report(2, "805200000"))
                .rejected(new Rejected(Set.of(), Set.of(1), false))
                .on("2028-01-20");
        assertEquals("2700000 = 0 + 0 + 2700000 + 0 HELD ROW_REJECTED", standing(line(determination, 1, 1)));
        assertEquals("150000 = 0 + 0 + 150000 + 0 HELD ROW_REJECTED", standing(line(determination, 2, 1)));
        assertEquals("3000000 = 0 + 0 + 0 + 3000000 TO_INSTRUCT", standing(line(determination, 2, 2)));
    }

    /** What it would have moved of a tranche with nothing left is too much, and nobody knows by how much. */
    @Test
    void aRejectedTransferOfATrancheThatIsReleasedInFullHoldsAllThatIsDue() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "598500000"), report(2, "732000000"))
                .rejected(new Rejected(Set.of(), Set.of(1), Set.of(1), false));
        assertEquals(
                "3000000 = 0 + 0 + 0 + 3000000 TO_INSTRUCT",
                standing(line(fixture.on("2028-01-20"), 2, 2)),
                "tranche 1 has room for what it may have moved");
        Determination inFull = fixture.release(1, 1, 2_700_000, "2027-02-01").on("2028-01-20");
        assertEquals("3000000 = 0 + 0 + 3000000 + 0 HELD ROW_REJECTED", standing(line(inFull, 2, 2)));
        assertEquals("2700000 = 2700000 + 0 + 0 + 0 CONFIRMED", standing(line(inFull, 1, 1)));
    }
}
