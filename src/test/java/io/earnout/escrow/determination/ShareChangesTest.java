package io.earnout.escrow.determination;

import static io.earnout.escrow.EscrowFixture.codes;
import static io.earnout.escrow.EscrowFixture.found;
import static io.earnout.escrow.EscrowFixture.line;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.ShareChange.Rounding;
import io.earnout.escrow.release.ReleaseInstruction;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Share consolidations and subdivisions beside everything else: instructions, deposits, prices, dividends, reversals. */
class ShareChangesTest {

    /** Year 1 misses its target by 10%: 2,700,000 signed shares, 90,000 after a consolidation 30:1. */
    private static EscrowFixture yearOne() {
        return EscrowFixture.of(report(1, "598500000").dated("2027-01-10").received("2027-01-11"));
    }

    private static long balance(Determination determination) {
        return determination.position().inAccount().orElseThrow().balance().count();
    }

    @Test
    @DisplayName("an instruction that is not carried out before a change is void, and a new draft takes its place")
    void overtaken() {
        EscrowFixture fixture = yearOne().shareChange("2027-01-20", 30, 1, Rounding.UP);
        ReleaseInstruction drafted = line(fixture.on("2027-01-12"), 1, 1);
        fixture.paper(1, drafted.instructionId(), 2_700_000, "2027-01-13");
        assertEquals(
                ReleaseInstruction.Status.INSTRUCTED,
                line(fixture.on("2027-01-19"), 1, 1).status());
        Determination after = fixture.on("2027-01-20");
        assertEquals(List.of(FindingCode.SHARES_CHANGED), codes(after, Severity.ERROR));
        assertEquals(90_000, line(after, 1, 1).quantity().count());
        assertEquals(List.of(FindingCode.SHARES_CHANGED), line(after, 1, 1).reasons());
        assertTrue(line(after, 1, 1).instructionId().endsWith("-2"), "the second of the year");
        fixture.withdrawn("2027-01-21");
        assertEquals(List.of(), codes(fixture.on("2027-01-21"), Severity.ERROR), "its withdrawal is on record");
        fixture.carryOut(fixture.on("2027-01-21"), "2027-01-22");
        Determination carriedOut = fixture.on("2027-01-22");
        assertEquals(ReleaseInstruction.Status.CONFIRMED, line(carriedOut, 1, 1).status());
        assertEquals(410_000, balance(carriedOut));
        assertEquals(List.of(), codes(carriedOut, Severity.ERROR));
    }

    @Test
    @DisplayName("one that was drawn up before a change and signed after it names shares that no longer exist")
    void signedAfterwards() {
        EscrowFixture fixture = yearOne().shareChange("2027-01-20", 30, 1, Rounding.UP);
        String number = line(fixture.on("2027-01-12"), 1, 1).instructionId();
        fixture.paper(1, number, 2_700_000, "2027-01-21");
        Determination after = fixture.on("2027-01-22");
        assertEquals(List.of(FindingCode.SHARES_CHANGED), codes(after, Severity.ERROR));
        assertEquals(90_000, line(after, 1, 1).quantity().count());
    }

    @Test
    @DisplayName("the agent carries out what is void all the same: it is confirmed, and not instructed twice")
    void carriedOutAllTheSame() {
        EscrowFixture fixture = yearOne().shareChange("2027-01-20", 30, 1, Rounding.UP);
        String number = line(fixture.on("2027-01-12"), 1, 1).instructionId();
        fixture.paper(1, number, 2_700_000, "2027-01-13").release(1, 1, 90_000, "2027-01-21", number);
        Determination after = fixture.on("2027-01-22");
        assertEquals(0, line(after, 1, 1).quantity().count());
        assertTrue(codes(after, Severity.ERROR).contains(FindingCode.TRANSFER_NOT_INSTRUCTED), codes(after)::toString);
    }

    @Test
    @DisplayName("a deposit after a change is in the new shares")
    void depositAfterwards() {
        Determination after = yearOne()
                .shareChange("2025-12-10", 7, 2, Rounding.UP)
                .deposited("2025-12-23")
                .on("2027-01-12");
        assertEquals(4_285_715, balance(after), "15,000,000 x 2 / 7 = 4,285,714.3, rounded up");
        assertEquals(771_428, line(after, 1, 1).quantity().count(), "2,700,000 x 2 / 7 = 771,428.6");
    }

    @Test
    @DisplayName("a change makes no share worth more: the penalty counts each close in the shares of its own day")
    void penalty() {
        EscrowFixture fixture = yearOne().close("2027-01-28", "1.00");
        Determination unchanged = fixture.copy().on("2027-02-18");
        Determination changed =
                fixture.shareChange("2027-02-08", 30, 1, Rounding.UP).on("2027-02-18");
        assertEquals(
                unchanged.delays().get(0).penalty(), changed.delays().get(0).penalty(), "no close since the change");
        Determination closed = fixture.close("2027-02-08", "30.00").on("2027-02-18");
        assertEquals(unchanged.delays().get(0).penalty(), closed.delays().get(0).penalty(), "30 x 1 = 1 x 30");
        assertEquals(2_700_000, closed.delays().get(0).lateShares().wholeCount(), "signed shares");
    }

    @Test
    @DisplayName("a dividend is paid on the shares in the account on its record date")
    void dividend() {
        Determination after = yearOne()
                .shareChange("2027-03-01", 30, 1, Rounding.UP)
                .dividend("2027-02-01", "0.01", "USD")
                .dividend("2027-04-01", "0.30", "USD")
                .on("2027-05-01");
        assertEquals(
                30_000_000,
                after.position().dividendsDue().orElseThrow().intValueExact(),
                "cents: 150,000 + 150,000 USD");
    }

    @Test
    @DisplayName("a reversal after a change gives back the same signed shares")
    void reversal() {
        EscrowFixture fixture = yearOne().shareChange("2027-03-01", 30, 1, Rounding.UP);
        fixture.paper(1, line(fixture.on("2027-01-12"), 1, 1).instructionId(), 2_700_000, "2027-01-13")
                .transfer(1, 1, io.earnout.escrow.record.Transfer.Kind.RELEASE, 2_700_000, "2027-01-20", "EA-1")
                .reversal(1, 1, 90_000, "2027-03-10", "EA-1");
        assertEquals(410_000, balance(fixture.on("2027-03-09")));
        Determination after = fixture.on("2027-03-10");
        assertEquals(500_000, balance(after));
        assertEquals(0, after.position().released().wholeCount());
        assertEquals(90_000, line(after, 1, 1).quantity().count());
        assertEquals(1, found(after, FindingCode.SHARES_CHANGED).size(), "its instruction names the old shares");
    }

    @Test
    @DisplayName("an announced change is a note, and changes nothing before its day")
    void announced() {
        Determination before =
                yearOne().shareChange("2027-03-01", 30, 1, Rounding.UP).on("2027-01-12");
        assertEquals(1, found(before, FindingCode.SHARE_CHANGE_ANNOUNCED).size());
        assertEquals(2_700_000, line(before, 1, 1).quantity().count());
        assertEquals(15_000_000, balance(before));
    }

    @Test
    @DisplayName("a change in the 90 days before the signature is a note with the other count")
    void beforeTheSignature() {
        Determination noted =
                yearOne().shareChange("2025-12-01", 30, 1, Rounding.UP).on("2027-01-12");
        assertTrue(
                found(noted, FindingCode.SHARE_CHANGE_BEFORE_SIGNING)
                        .get(0)
                        .message()
                        .contains("would be 500,000 "),
                found(noted, FindingCode.SHARE_CHANGE_BEFORE_SIGNING)::toString);
        assertTrue(noted.position().inAccount().isEmpty(), "it changes nothing");
        assertEquals(
                List.of(),
                found(
                        yearOne().shareChange("2025-09-02", 30, 1, Rounding.UP).on("2027-01-12"),
                        FindingCode.SHARE_CHANGE_BEFORE_SIGNING),
                "91 days");
    }
}
