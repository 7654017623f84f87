package io.earnout.escrow.determination;

import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.InputFiles;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Shares;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What follows on a day where credits look forward: what waits, what is certain, and what is in doubt. */
@DisplayName("Credits that look forward, on a day")
class ForwardDeterminationTest {

    private static EscrowFixture forward(InputFiles.Row... reports) {
        return EscrowFixture.of(reports).offsets(OffsetDirection.FORWARD);
    }

    private static List<Integer> waiting(Determination determination) {
        return determination.findings().stream()
                .filter(finding -> finding.code() == FindingCode.OFFSET_WAITS)
                .map(finding -> finding.year())
                .toList();
    }

    private static ReleaseInstruction line(Determination determination, int year) {
        return determination.instructions().stream()
                .filter(line -> line.assessmentYear() == year)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsDeductedIsCertainlyCancelledUnlessAnEarlierYearIsMissing() {
        Determination assessed =
                forward(report(1, "598500000"), report(2, "805200000")).on("2028-03-01");
        assertEquals(
                List.of("300,000 certain 300,000"),
                assessed.cancellations().stream()
                        .map(notice -> notice.toCancel() + " certain "
                                + notice.certain().roundedDown())
                        .toList());
        assertEquals(List.of(), waiting(assessed), "years to come change nothing");

        Determination missing =
                forward(report(1, "765000000"), report(3, "724500000")).on("2029-03-01");
        assertEquals(
                List.of("300,000 certain 0"),
                missing.cancellations().stream()
                        .map(notice -> notice.toCancel() + " certain "
                                + notice.certain().roundedDown())
                        .toList());
        assertEquals(List.of(3), waiting(missing));
    }

    @Test
    void theReportOfTheMissingYearIsATrueUpOfTheDifference() {
        EscrowFixture fixture =
                forward(report(1, "765000000"), report(3, "724500000")).release(3, 3, 2_700_000, "2029-02-20");
        assertEquals(Shares.NONE, line(fixture.on("2029-03-01"), 3).toInstruct().roundedDown());

        Determination complete = fixture.copy()
                .reports(report(2, "732000000").dated("2029-03-10"))
                .on("2029-04-01");

        // 50 million of year 1 are left for the 80.5 million of year 3
        assertEquals(new Shares(2_886_335), line(complete, 3).entitled());
        assertEquals(new Shares(186_335), line(complete, 3).toInstruct().roundedDown());
        assertEquals(List.of(), waiting(complete));
    }

    /** The days before the missing year's report was there are attributed to no one for the shares that rest on it. */
    @Test
    void theSharesOfALateCreditWereDueOnlySinceItsReport() {
        Determination complete = forward(
                        report(1, "765000000"), report(2, "732000000").dated("2029-03-10"), report(3, "724500000"))
                .on("2029-04-02");
        List<String> ofYearThree = complete.delays().stream()
                .filter(delay -> delay.year() == 3)
                .map(delay -> delay.party().term() + " " + delay.lateShares() + " " + delay.firstDay() + " to "
                        + delay.lastDay())
                .toList();
        assertEquals(
                List.of(
                        "issuer 2,700,000 2029-01-30 to 2029-04-02",
                        "nobody 186,335 2029-01-30 to 2029-03-09",
                        "issuer 186,335 2029-03-10 to 2029-04-02"),
                ofYearThree);
    }

    /** Two live reports of year 1: what was released of year 2 on its credit may be right or not. */
    @Test
    void whatWasReleasedOnACreditInDoubtIsUndecidedAndNotTooMuch() {
        EscrowFixture sound =
                forward(report(1, "765000000"), report(2, "692000000")).release(2, 2, 3_000_000, "2028-02-20");
        assertEquals(
                Shares.NONE,
                sound.on("2028-03-01").years().get(1).overReleased().roundedDown());

        Determination doubt = sound.copy()
                .reports(report(1, "665000000").id("RPT-1B").line(9))
                .on("2028-03-01");
        assertEquals(Shares.NONE, doubt.years().get(1).overReleased().roundedDown());
        assertEquals(new Shares(163_935), doubt.years().get(1).undecided().roundedDown());

        Determination restated = sound.copy()
                .reports(report(1, "665000000").id("RPT-1B").supersedes("RPT-1").line(9))
                .on("2028-03-01");
        assertEquals(new Shares(163_935), restated.years().get(1).overReleased().roundedDown(), "decided: no credit");
    }

    @Test
    void withoutAnOffsetNothingWaits() {
        Determination none = EscrowFixture.of(report(1, "765000000"), report(3, "724500000"))
                .offsets(OffsetDirection.NONE)
                .on("2029-03-01");
        assertEquals(List.of(), waiting(none));
        assertEquals(new Shares(300_000), none.cancellations().get(0).certain().roundedDown());
    }
}
