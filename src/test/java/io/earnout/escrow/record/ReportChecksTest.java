package io.earnout.escrow.record;

import static io.earnout.escrow.InputFiles.escrow;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.InputFiles;
import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.YearState;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked checks on reports that were agreed with the rules, by their numbers in the contract's cases. */
class ReportChecksTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Test
    void v01TwoDifferentFiguresHoldTheYearAndBothAreShown() {
        Determination determination = determined(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "665000000").id("RPT-B").line(3));
        assertReleases(0, YearState.REPORT_HELD, determination);
        List<String> messages =
                determination.findings().stream().map(Finding::message).toList();
        assertTrue(messages.get(0)
                .endsWith("RPT-A says 598,500,000.00, which would earn 2,700,000 of 3,000,000 shares;"
                        + " undisputed are 2,700,000"));
        assertTrue(messages.get(1)
                .endsWith("RPT-B says 665,000,000.00, which would earn 3,000,000 of 3,000,000 shares;"
                        + " undisputed are 2,700,000"));
    }

    @Test
    void v02AByteIdenticalRowIsIgnored() {
        Determination determination = determined(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "598500000").id("RPT-A").line(3));
        assertReleases(2_700_000, YearState.SHORTFALL, determination);
        assertFound(FindingCode.REPORT_TWICE, determination);
    }

    @Test
    void v03ASupersedingReportIsARestatementWithItsHistory() {
        Determination determination = determined(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "665000000").id("RPT-B").supersedes("RPT-A").line(3));
        assertReleases(3_000_000, YearState.TARGET_MET, determination);
        assertFound(FindingCode.REPORT_RESTATED, determination);
        assertTrue(determination.findings().get(0).message().contains("RPT-B"));
        assertTrue(determination.findings().get(0).message().contains("RPT-A"));
    }

    @Test
    void v04AnUnapprovedFirmReleasesNothingAndItsFigureIsIndicativeOnly() {
        ApprovedFirms firms = new ApprovedFirms(
                true, List.of(new ApprovedFirms.Approval(InputFiles.FIRM, LocalDate.of(2026, 1, 1), Optional.empty())));
        Determination determination =
                determined(firms, report(1, "665000000").id("RPT-X").by("Unapproved LLP"));
        assertReleases(0, YearState.REPORT_HELD, determination);
        assertFound(FindingCode.FIRM_NOT_APPROVED, determination);
        assertTrue(determination.findings().get(0).message().contains("would earn 3,000,000"));
    }

    @Test
    void v05AFirmApprovedAfterTheReportDateReleasesNothing() {
        ApprovedFirms firms = new ApprovedFirms(
                true,
                List.of(new ApprovedFirms.Approval(InputFiles.FIRM, LocalDate.of(2027, 1, 20), Optional.empty())));
        Determination determination = determined(firms, report(1, "665000000").dated("2027-01-15"));
        assertReleases(0, YearState.REPORT_HELD, determination);
        assertFound(FindingCode.FIRM_APPROVED_LATER, determination);
    }

    @Test
    void v06ANegativeRevenueIsNoAmountAndNeverZero() {
        assertThrows(IllegalArgumentException.class, () -> new Money(-100_000_000));
        assertReleases(0, YearState.REPORT_HELD, ofARejectedRow());
    }

    @Test
    void v07V21ABlankOrMoreThanExactFigureHoldsTheYearAndIsNeverTreatedAsZero() {
        Determination determination = ofARejectedRow();
        assertReleases(0, YearState.REPORT_HELD, determination);
        assertEquals(
                Shares.NONE, determination.position().deducted().roundedDown(), "zero would deduct the whole tranche");
        assertEquals(
                new Shares(15_000_000), determination.position().unassessed().roundedDown());
    }

    @Test
    void v09AnotherCurrencyReleasesNothing() {
        Determination determination = determined(report(1, "94200000").in("USD"));
        assertReleases(0, YearState.REPORT_HELD, determination);
        assertFound(FindingCode.CURRENCY_DIFFERS, determination);
    }

    @Test
    void v16AReportOnDayNinetyReleasesEverything() {
        assertReleases(
                3_000_000,
                YearState.TARGET_MET,
                determined(report(1, "665000000").dated("2027-02-25").received("2027-02-28")));
    }

    @Test
    void v20TheOrderOfTheRowsChangesNothing() {
        LocalDate asOf = LocalDate.of(2029, 3, 1);
        Determination shuffled = Determination.of(
                Review.of(escrow(report(3, "885500000"), report(1, "631750000"), report(2, "658800000")), asOf));
        Determination sorted = Determination.of(
                Review.of(escrow(report(1, "631750000"), report(2, "658800000"), report(3, "885500000")), asOf));
        assertEquals(sorted.instructions(), shuffled.instructions());
        assertEquals(new Shares(8_700_000), shuffled.settlement().entitled());
    }

    @Test
    void v23AYearThatHasNotEndedReleasesNothing() {
        Determination determination = Determination.of(
                Review.of(escrow(report(1, "665000000").dated("2026-11-25")), LocalDate.of(2026, 11, 30)));
        assertReleases(0, YearState.NOT_ENDED, determination);
        assertFound(FindingCode.YEAR_NOT_ENDED, determination);
    }

    @Test
    void v26WithoutReportsThereIsOnlyADeadline() {
        Determination determination = Determination.of(Review.of(escrow(), LocalDate.of(2026, 12, 15)));
        assertReleases(0, YearState.AWAITING_REPORT, determination);
        assertFound(FindingCode.NO_REPORT, determination);
        assertTrue(determination.findings().get(0).message().contains("2027-01-29"));
        assertEquals(Severity.NOTE, FindingCode.NO_REPORT.severity());
    }

    private static Determination ofARejectedRow() {
        return Determination.of(Review.of(
                new EscrowFile(
                        Kaixin.agreement(),
                        List.of(),
                        ApprovedFirms.NO_LIST,
                        Registers.NONE,
                        new Rejected(Set.of(1), Set.of(), false),
                        BusinessCalendar.WEEKENDS_ALONE),
                DAY));
    }

    private static Determination determined(InputFiles.Row... rows) {
        return determined(ApprovedFirms.NO_LIST, rows);
    }

    private static Determination determined(ApprovedFirms firms, InputFiles.Row... rows) {
        return Determination.of(Review.of(
                new EscrowFile(
                        Kaixin.agreement(Kaixin.defaultOnRecord()),
                        InputFiles.reports(rows),
                        firms,
                        Registers.NONE,
                        Rejected.NOTHING,
                        BusinessCalendar.WEEKENDS_ALONE),
                DAY));
    }

    private static void assertReleases(long shares, YearState state, Determination determination) {
        assertEquals(new Shares(shares), determination.position().releasable().roundedDown());
        assertEquals(state, determination.years().get(0).state());
    }

    private static void assertFound(FindingCode code, Determination determination) {
        assertTrue(
                determination.findings().stream().anyMatch(finding -> finding.code() == code),
                () -> code + " is not among " + determination.findings());
    }
}
