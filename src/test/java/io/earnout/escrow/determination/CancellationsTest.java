package io.earnout.escrow.determination;

import static io.earnout.escrow.EscrowFixture.codes;
import static io.earnout.escrow.EscrowFixture.found;
import static io.earnout.escrow.EscrowFixture.line;
import static io.earnout.escrow.EscrowFixture.standing;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.Rejected;
import io.earnout.terms.Shares;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The end of the agreement: when the cancellation list is final, and what becomes of the shares on it (SPA 5.2(1)). */
class CancellationsTest {

    /** Years 1 and 3 are 10% short, nothing exceeds; all that can be is transferred; it expires on 2031-06-30. */
    private static EscrowFixture ended() {
        EscrowFixture fixture = EscrowFixture.of(
                        report(1, "598500000"),
                        report(2, "732000000"),
                        report(3, "724500000"),
                        report(4, "885000000"),
                        report(5, "974000000"))
                .expires("2031-06-30");
        return fixture.carryOut(fixture.on("2031-01-20"), "2031-01-21");
    }

    private static List<CancellationNotice.Status> statuses(Determination determination) {
        return determination.cancellations().stream()
                .map(CancellationNotice::status)
                .toList();
    }

    @Test
    void fromTheDayAfterExpirationTheListIsFinalAndItsReturnIsBlocked() {
        // rules 2: expiration is the end of the recorded day
        assertEquals(
                List.of(CancellationNotice.Status.PROJECTED, CancellationNotice.Status.PROJECTED),
                statuses(ended().on("2031-06-30")));
        Determination determination = ended().on("2031-07-01");
        assertEquals(
                List.of(CancellationNotice.Status.FINAL, CancellationNotice.Status.FINAL), statuses(determination));
        assertEquals(1, found(determination, FindingCode.RETURN_BLOCKED).size());
        assertTrue(found(determination, FindingCode.RETURN_BLOCKED)
                .get(0)
                .message()
                .contains("600,000"));
        assertEquals(0, found(determination, FindingCode.CANCELLATION_WAITS).size());
        assertEquals(List.of(), codes(determination, Severity.ERROR));
    }

    @Test
    void theDayBeforeItIsProjectedAndNothingIsSaidOfIt() {
        Determination determination = ended().on("2031-06-29");
        assertEquals(
                List.of(CancellationNotice.Status.PROJECTED, CancellationNotice.Status.PROJECTED),
                statuses(determination));
        assertEquals(0, found(determination, FindingCode.CANCELLATION_WAITS).size());
        assertEquals(0, found(determination, FindingCode.RETURN_BLOCKED).size());
    }

    private static Stream<Arguments> whatIsOpen() {
        return Stream.of(
                Arguments.of("a suspension is in force", ended().breach(4, "2031-06-01"), "a suspension"),
                Arguments.of(
                        "an agreement lacks a signature",
                        ended().agreed(1, Optional.of(5L), "", "2031-06-01", "issuer"),
                        "undecided"),
                Arguments.of(
                        "a row was rejected", ended().rejected(new Rejected(Set.of(), Set.of(2), false)), "rejected"),
                Arguments.of("more was released than is due", ended().release(5, 5, 1, "2031-02-03"), "over-released"),
                Arguments.of(
                        "all parties agreed on more",
                        ended().agreedShares(1, 2_800_000, "2031-06-01"),
                        "still to be released"),
                Arguments.of(
                        "an instruction was signed too early",
                        ended().paper(5, "X", 3_000_000, "2030-12-05"),
                        "neither carried out in full nor withdrawn"),
                Arguments.of(
                        "an instruction for the same shares is open (rules 4)",
                        ended().paper(1, "X", 300_000, "2031-03-05"),
                        "neither carried out in full nor withdrawn"));
    }

    @ParameterizedTest(name = "it stays projected while {0}")
    @MethodSource("whatIsOpen")
    void anExpiredAgreementWaitsForWhatIsOpen(String because, EscrowFixture fixture, String open) {
        Determination determination = fixture.on("2031-07-01");
        assertEquals(Set.of(CancellationNotice.Status.PROJECTED), Set.copyOf(statuses(determination)), because);
        Finding waits = found(determination, FindingCode.CANCELLATION_WAITS).get(0);
        assertTrue(waits.message().contains(open), waits::message);
        assertEquals(0, found(determination, FindingCode.RETURN_BLOCKED).size());
    }

    @Test
    void anExpiredAgreementWaitsForTheLastReport() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "598500000")).expires("2031-06-30");
        Determination determination = fixture.on("2031-07-01");
        assertEquals(List.of(CancellationNotice.Status.PROJECTED), statuses(determination));
        assertTrue(found(determination, FindingCode.CANCELLATION_WAITS)
                .get(0)
                .message()
                .contains("not every year has an accepted report"));
    }

    @Test
    void aReturnedTrancheIsReturnedAndTheOtherOneStaysFinal() {
        Determination determination = ended().returned(1, 300_000, "2031-07-15").on("2031-07-20");
        assertEquals(
                List.of(CancellationNotice.Status.RETURNED, CancellationNotice.Status.FINAL), statuses(determination));
        assertEquals(new Shares(300_000), determination.position().returned().roundedDown());
        assertEquals(new Shares(300_000), determination.position().deducted().roundedDown());
        assertTrue(found(determination, FindingCode.RETURN_BLOCKED)
                .get(0)
                .message()
                .contains("300,000"));
        assertEquals(List.of(), codes(determination, Severity.ERROR));
    }

    @Test
    void aPartOfItReturnedIsNotReturned() {
        Determination determination = ended().returned(1, 299_999, "2031-07-15").on("2031-07-20");
        assertEquals(CancellationNotice.Status.FINAL, statuses(determination).get(0));
        assertTrue(found(determination, FindingCode.RETURN_BLOCKED)
                .get(0)
                .message()
                .contains("300,001"));
    }

    @Test
    void onceAllIsReturnedTheEscrowIsEmpty() {
        Determination determination = ended().returned(1, 300_000, "2031-07-15")
                .returned(3, 300_000, "2031-07-15")
                .on("2031-07-20");
        assertEquals(
                List.of(CancellationNotice.Status.RETURNED, CancellationNotice.Status.RETURNED),
                statuses(determination));
        assertEquals(0, found(determination, FindingCode.RETURN_BLOCKED).size());
        assertEquals(Shares.NONE, determination.position().deducted().roundedDown());
        assertEquals(new Shares(14_400_000), determination.position().released().roundedDown());
    }

    @Test
    void aReturnBeforeTheListIsFinalIsAnError() {
        Determination early = ended().returned(1, 300_000, "2031-06-29").on("2031-06-29");
        assertEquals(List.of(FindingCode.RETURN_BEFORE_FINAL), codes(early, Severity.ERROR));
        Determination never = EscrowFixture.of(report(1, "598500000"))
                .returned(1, 300_000, "2027-02-01")
                .on("2027-02-02");
        assertTrue(
                found(never, FindingCode.RETURN_BEFORE_FINAL).get(0).message().contains("(no day is on record)"));
        Determination onTheDay = ended().returned(1, 300_000, "2031-06-30").on("2031-06-30");
        assertEquals(
                List.of(FindingCode.RETURN_BEFORE_FINAL), codes(onTheDay, Severity.ERROR), "it expires at its end");
        Determination after = ended().returned(1, 300_000, "2031-07-01").on("2031-07-01");
        assertEquals(List.of(), codes(after, Severity.ERROR));
    }

    @Test
    void aReturnBeyondWhatIsDeductedIsAnError() {
        Determination determination = ended().returned(1, 300_001, "2031-07-15").on("2031-07-20");
        assertEquals(List.of(FindingCode.RETURN_BEYOND_DEDUCTED), codes(determination, Severity.ERROR));
        assertEquals(0, determination.position().check());
        assertEquals(
                new Shares(299_999),
                determination.position().deducted().roundedDown(),
                "the share came from tranche 3");
    }

    @Test
    void whatARestatementGivesBackAfterTheReturnIsAClaimAndNeverInstructed() {
        EscrowFixture fixture = ended().returned(1, 300_000, "2031-07-15")
                .reports(report(1, "665000000")
                        .id("RPT-1B")
                        .supersedes("RPT-1")
                        .dated("2031-08-01")
                        .line(9));
        Determination determination = fixture.on("2031-08-10");
        assertEquals(
                "3000000 = 2700000 + 0 + 0 + 0 NOTHING_DUE CLAIM_AFTER_CANCELLATION",
                standing(line(determination, 1, 1)));
        assertEquals(List.of(FindingCode.CLAIM_AFTER_CANCELLATION), codes(determination, Severity.ERROR));
        assertTrue(found(determination, FindingCode.CLAIM_AFTER_CANCELLATION)
                .get(0)
                .message()
                .contains("entitled to 300,000 of them"));
        assertEquals(0, EscrowFixture.toInstruct(determination));
        assertEquals(0, determination.position().check());
    }

    @Test
    void ofALaterRestatementOnlyWhatIsNotReturnedIsInstructed() {
        EscrowFixture fixture = ended().returned(1, 200_000, "2031-07-15")
                .reports(report(1, "665000000")
                        .id("RPT-1B")
                        .supersedes("RPT-1")
                        .dated("2031-08-01")
                        .line(9));
        assertEquals(
                "3000000 = 2700000 + 0 + 0 + 100000 TO_INSTRUCT CLAIM_AFTER_CANCELLATION",
                standing(line(fixture.on("2031-08-10"), 1, 1)));
    }
}
