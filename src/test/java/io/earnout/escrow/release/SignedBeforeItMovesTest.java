package io.earnout.escrow.release;

import static io.earnout.escrow.EscrowFixture.line;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.terms.Shares;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A paper is carried out by what is moved after it was signed, unless it was signed for what had moved before. */
class SignedBeforeItMovesTest {

    /** What was signed as drafted, and is open, must not be drafted again (rules 4). */
    @Test
    void whatIsSignedAsDraftedAfterATransferWithoutAPaperIsNotDraftedAgain() {
        EscrowFixture fixture =
                EscrowFixture.of(report(1, "665000000").received("2027-01-12")).release(1, 1, 1_500_000, "2027-01-20");
        ReleaseInstruction draft = line(fixture.on("2027-01-21"), 1, 1);
        assertEquals(new Shares(1_500_000), draft.toInstruct().roundedDown());
        fixture.paper(1, draft.instructionId(), 1_500_000, "2027-01-22");
        assertEquals(
                Shares.NONE, line(fixture.on("2027-01-23"), 1, 1).toInstruct().roundedDown());
    }

    /** The same with another quantity: signed exactly as drafted, and held because it differs. */
    @Test
    void whatIsSignedAsDraftedAfterATransferWithoutAPaperDoesNotDiffer() {
        EscrowFixture fixture =
                EscrowFixture.of(report(1, "665000000").received("2027-01-12")).release(1, 1, 1_000_000, "2027-01-20");
        ReleaseInstruction draft = line(fixture.on("2027-01-21"), 1, 1);
        assertEquals(new Shares(2_000_000), draft.toInstruct().roundedDown());
        fixture.paper(1, draft.instructionId(), 2_000_000, "2027-01-22");
        assertEquals(List.of(), line(fixture.on("2027-01-23"), 1, 1).reasons());
    }

    /** Who follows the remedy of QUANTITY_DIFFERS after a part has moved is held again. */
    @Test
    void whoSignsAnewWhatIsComputedAfterAPartHasMovedIsNotHeldAgain() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "665000000").received("2027-01-12"));
        EscrowFixture restated = fixture.copy()
                .release(1, 1, 1_000_000, "2027-01-22")
                .reports(report(1, "598500000")
                        .id("RPT-1B")
                        .supersedes("RPT-1")
                        .dated("2027-01-23")
                        .received("2027-01-24")
                        .line(9));
        String signed = fixture.on("2027-01-20").instructions().get(0).instructionId();
        restated.paper(1, signed, 3_000_000, "2027-01-21");
        assertEquals(
                "2700000 = 1000000 + 0 + 1700000 + 0 HELD QUANTITY_DIFFERS",
                EscrowFixture.standing(line(restated.on("2027-01-25"), 1, 1)));
        restated.withdrawn("2027-01-25");
        ReleaseInstruction anew = line(restated.on("2027-01-26"), 1, 1);
        assertEquals("2700000 = 1000000 + 0 + 0 + 1700000 TO_INSTRUCT", EscrowFixture.standing(anew));
        Determination after =
                restated.paper(1, anew.instructionId(), 1_700_000, "2027-01-26").on("2027-01-27");
        assertEquals("2700000 = 1000000 + 1700000 + 0 + 0 INSTRUCTED", EscrowFixture.standing(line(after, 1, 1)));
    }

    @Test
    void aPaperSignedForWhatHadMovedIsCarriedOutByThat() {
        EscrowFixture fixture =
                EscrowFixture.of(report(1, "665000000").received("2027-01-12")).release(1, 1, 3_000_000, "2027-01-20");
        String number = fixture.on("2027-01-21").instructions().get(0).instructionId();
        Determination after = fixture.paper(1, number, 3_000_000, "2027-01-22").on("2027-01-23");
        assertEquals("3000000 = 3000000 + 0 + 0 + 0 CONFIRMED", EscrowFixture.standing(line(after, 1, 1)));
        assertEquals(
                1,
                EscrowFixture.found(after, FindingCode.TRANSFER_BEFORE_DOCUMENTS)
                        .size());
    }
}
