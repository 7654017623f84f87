package io.earnout.escrow.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {

    @Test
    void aFindingInAFileSaysPlaceColumnAndRemedy() {
        Finding finding = new Finding(
                FindingCode.NEGATIVE,
                "KAIXIN",
                1,
                new Source("audited-revenue.csv", 3),
                "audited_revenue",
                "-1",
                "\"-1\" is below zero",
                "write what was earned");
        assertEquals(
                "audited-revenue.csv:3: audited_revenue: \"-1\" is below zero\n  write what was earned",
                finding.toString());
    }

    @Test
    void aFindingAboutAFileAsAWholeNamesNoLine() {
        Finding finding =
                new Finding(FindingCode.FILE_EMPTY, "", 0, new Source("agreements.csv", 0), "", "", "is empty", "");
        assertEquals("agreements.csv: is empty", finding.toString());
    }

    @Test
    void aFindingThatFollowsFromSeveralFactsNamesTheAgreementAndTheYear() {
        assertEquals(
                "KAIXIN year 2: waits\n  file it",
                new Finding(FindingCode.NO_REPORT, "KAIXIN", 2, Source.NONE, "", "", "waits", "file it").toString());
        assertEquals(
                "KAIXIN: waits",
                new Finding(FindingCode.NO_REPORT, "KAIXIN", 0, Source.NONE, "", "", "waits", "").toString());
        assertEquals("waits", new Finding(FindingCode.PROJECTION, "", 0, Source.NONE, "", "", "waits", "").toString());
    }

    @Test
    void placesAreOrderedByFileAndLine() {
        Source third = new Source("audited-revenue.csv", 3);
        assertTrue(third.compareTo(new Source("audited-revenue.csv", 20)) < 0);
        assertTrue(third.compareTo(new Source("audited-revenue.csv", 2)) > 0);
        assertTrue(third.compareTo(new Source("agreements.csv", 20)) > 0);
        assertEquals(0, third.compareTo(new Source("audited-revenue.csv", 3)));
    }

    @ParameterizedTest
    @EnumSource(
            value = FindingCode.class,
            names = {
                "REPORT_CONFLICT",
                "REPORT_ID_REUSED",
                "SUPERSEDES_NOTHING",
                "SUPERSEDES_IN_A_CIRCLE",
                "FIRM_NOT_APPROVED",
                "FIRM_APPROVED_LATER",
                "FIRM_WITHDRAWN",
                "OPINION_NOT_UNQUALIFIED",
                "CURRENCY_DIFFERS",
                "YEAR_NOT_ENDED",
                "FIGURE_IMPLAUSIBLE",
                "REPORT_OVERDUE",
                "OFFSET_WAITS",
                "MISSED_TARGET_BLOCKS",
                "ROW_REJECTED",
                "NEGATIVE",
                "VALUE_MISSING",
                "TOO_MANY_DECIMALS"
            })
    void whatHoldsAReleaseIsAnErrorAndStopsNoOther(FindingCode code) {
        assertEquals(Severity.ERROR, code.severity());
        assertEquals(false, code.stopsTheRun());
    }

    @ParameterizedTest
    @EnumSource(
            value = FindingCode.class,
            names = {
                "FILE_MISSING",
                "NOT_UTF_8",
                "COLUMN_MISSING",
                "AGREEMENT_TWICE",
                "YEARS_OVERLAP",
                "TRANCHES_DONT_ADD_UP"
            })
    void termsThatCannotBeTrustedStopTheRun(FindingCode code) {
        assertEquals(Severity.ERROR, code.severity());
        assertEquals(true, code.stopsTheRun());
    }

    @Test
    void warningsAndNotesHoldNothing() {
        assertEquals(Severity.WARNING, FindingCode.READINGS_WITHOUT_DOCUMENT.severity());
        assertEquals(Severity.WARNING, FindingCode.APPROVED_FIRMS_ABSENT.severity());
        assertEquals(Severity.NOTE, FindingCode.REPORT_TWICE.severity());
        assertEquals(Severity.NOTE, FindingCode.REPORT_RESTATED.severity());
        assertEquals(Severity.NOTE, FindingCode.NO_REPORT.severity());
        assertEquals(Severity.NOTE, FindingCode.READINGS_NOT_YET_AGREED.severity());
        assertEquals(false, FindingCode.REPORT_TWICE.stopsTheRun());
        assertEquals("error", Severity.ERROR.term());
        assertEquals("warning", Severity.WARNING.term());
        assertEquals("note", Severity.NOTE.term());
    }
}
