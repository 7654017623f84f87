package io.earnout.escrow.review;

import static io.earnout.escrow.InputFiles.escrow;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.InputFiles;
import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.Rejected;
import io.earnout.settlement.Assessment;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a year's reports counts (SPA 4.2, EA 3.1(a)). */
class ReportReviewTest {

    private static final LocalDate DAY = LocalDate.of(2027, 2, 10);

    @Test
    void aSoundReportCounts() {
        Review review = review(report(1, "598500000"));
        assertAccepted("RPT-1", YearState.SHORTFALL, review);
        assertEquals(List.of(), firstYear(review));
    }

    // ---- the same report twice

    @Test
    void aRowThatSaysTheSameIsIgnoredWithANote() {
        Review review = review(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "598500000").id("RPT-A").line(5));
        assertAccepted("RPT-A", YearState.SHORTFALL, review);
        Finding note = onlyFinding(review);
        assertEquals(FindingCode.REPORT_TWICE, note.code());
        assertEquals(Severity.NOTE, note.code().severity());
        assertEquals("audited-revenue.csv:5", note.source().toString());
        assertEquals("report_id", note.column());
        assertEquals("RPT-A", note.value());
        assertEquals("is identical to audited-revenue.csv:2 and is ignored", note.message());
    }

    @Test
    void ofTwoRowsThatSayTheSameTheFirstInTheFileIsKeptWhicheverIsReadFirst() {
        Review review =
                review(report(1, "598500000").line(5), report(1, "598500000").line(2));
        assertEquals("audited-revenue.csv:5", onlyFinding(review).source().toString());
    }

    @Test
    void threeRowsThatSayTheSameAreOneReportAndTwoNotes() {
        Review review = review(
                report(1, "598500000").line(2),
                report(1, "598500000").line(3),
                report(1, "598500000").line(4));
        assertAccepted("RPT-1", YearState.SHORTFALL, review);
        assertEquals(List.of(FindingCode.REPORT_TWICE, FindingCode.REPORT_TWICE), firstYear(review));
    }

    static Stream<InputFiles.Row> whatDiffers() {
        return Stream.of(
                report(1, "598500000.01"),
                report(1, "598500000").in("USD"),
                report(1, "598500000").by("Another CPA"),
                report(1, "598500000").dated("2027-01-12"),
                report(1, "598500000").received("2027-01-20"),
                report(1, "598500000").opinion("qualified"),
                report(1, "598500000").supersedes("RPT-1"),
                report(1, "598500000").confirmed());
    }

    @ParameterizedTest
    @MethodSource("whatDiffers")
    void anIdThatNamesTwoDifferentReportsHoldsTheYear(InputFiles.Row other) {
        Review review = review(report(1, "598500000").line(2), other.line(3));
        assertHeld(review);
        Finding reused = review.findings().get(0);
        assertEquals(FindingCode.REPORT_ID_REUSED, reused.code());
        assertEquals("audited-revenue.csv:3", reused.source().toString());
        assertEquals("\"RPT-1\" is already the id of a different report of this year", reused.message());
    }

    @Test
    void twoYearsMayHaveReportsOfTheSameId() {
        Review review = Review.of(
                escrow(report(1, "598500000").id("RPT"), report(2, "732000000").id("RPT")), LocalDate.of(2028, 2, 10));
        assertEquals(2, review.assessments().size());
    }

    // ---- two figures

    @Test
    void twoLiveReportsAreAConflictAndBothFiguresAreShown() {
        Review review = review(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "665000000").id("RPT-B").line(3));
        assertHeld(review);
        assertEquals(List.of(FindingCode.REPORT_CONFLICT, FindingCode.REPORT_CONFLICT), firstYear(review));
        assertEquals(
                "year 1 has 2 reports of which none supersedes the others; RPT-A says 598,500,000.00, which would earn"
                        + " 2,700,000 of 3,000,000 shares; undisputed are 2,700,000",
                review.findings().get(0).message());
        assertEquals(
                "year 1 has 2 reports of which none supersedes the others; RPT-B says 665,000,000.00, which would earn"
                        + " 3,000,000 of 3,000,000 shares; undisputed are 2,700,000",
                review.findings().get(1).message());
    }

    @Test
    void twoReportsOfTheSameFigureAreAConflictToo() {
        assertHeld(review(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "598500000").id("RPT-B").line(3)));
    }

    @Test
    void aLaterDateAloneReplacesNothing() {
        assertHeld(review(
                report(1, "598500000").id("RPT-A").dated("2027-01-10").line(2),
                report(1, "665000000").id("RPT-B").dated("2027-02-01").line(3)));
    }

    @Test
    void twoReportsThatSupersedeTheSameOneAreAConflictOfTwo() {
        Review review = review(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "665000000").id("RPT-B").supersedes("RPT-A").line(3),
                report(1, "700000000").id("RPT-C").supersedes("RPT-A").line(4));
        assertHeld(review);
        assertEquals(List.of(FindingCode.REPORT_CONFLICT, FindingCode.REPORT_CONFLICT), firstYear(review));
    }

    // ---- restatements

    @Test
    void aReportThatNamesTheOneItReplacesIsARestatement() {
        Review review = review(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "665000000").id("RPT-B").supersedes("RPT-A").line(3));
        assertAccepted("RPT-B", YearState.TARGET_MET, review);
        Finding note = onlyFinding(review);
        assertEquals(FindingCode.REPORT_RESTATED, note.code());
        assertEquals(Severity.NOTE, note.code().severity());
        assertEquals("RPT-B (665,000,000.00) supersedes RPT-A (598,500,000.00)", note.message());
        assertEquals("supersedes", note.column());
        assertEquals("RPT-A", note.value());
    }

    @Test
    void aChainOfRestatementsEndsInTheLastOneWhateverTheOrderOfTheRows() {
        List<InputFiles.Row> rows = new ArrayList<>(List.of(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "665000000").id("RPT-B").supersedes("RPT-A").line(3),
                report(1, "631750000").id("RPT-C").supersedes("RPT-B").line(4)));
        for (int seed = 0; seed < 12; seed++) {
            Collections.shuffle(rows, new Random(seed));
            Review review = review(rows.toArray(new InputFiles.Row[0]));
            assertAccepted("RPT-C", YearState.SHORTFALL, review);
            assertEquals(
                    "RPT-C (631,750,000.00) supersedes RPT-B (665,000,000.00) supersedes RPT-A (598,500,000.00)",
                    onlyFinding(review).message());
        }
    }

    @Test
    void whatWasWrongWithASupersededReportDoesNotMatter() {
        Review review = review(
                report(1, "598500000")
                        .id("RPT-A")
                        .opinion("qualified")
                        .in("USD")
                        .dated("2026-11-30")
                        .line(2),
                report(1, "598500000").id("RPT-B").supersedes("RPT-A").line(3));
        assertAccepted("RPT-B", YearState.SHORTFALL, review);
    }

    @Test
    void aRestatementThatDoesNotCountHoldsTheYearAndIsNoHistory() {
        Review review = review(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "665000000")
                        .id("RPT-B")
                        .supersedes("RPT-A")
                        .opinion("qualified")
                        .line(3));
        assertHeld(review);
        assertEquals(List.of(FindingCode.OPINION_NOT_UNQUALIFIED), firstYear(review));
    }

    @Test
    void aReportThatSupersedesNothingKnownHoldsTheYear() {
        Review review = review(report(1, "598500000").supersedes("RPT-0"));
        assertHeld(review);
        Finding finding = onlyFinding(review);
        assertEquals(FindingCode.SUPERSEDES_NOTHING, finding.code());
        assertEquals("there is no report \"RPT-0\" of this year", finding.message());
        assertEquals("RPT-0", finding.value());
    }

    @Test
    void aReportOfAnotherYearCannotBeSuperseded() {
        Review review = Review.of(
                escrow(report(1, "598500000"), report(2, "732000000").supersedes("RPT-1")), LocalDate.of(2028, 2, 10));
        assertEquals(Optional.empty(), review.years().get(1).assessment());
        assertEquals(1, review.assessments().size());
        assertEquals(FindingCode.SUPERSEDES_NOTHING, review.findings().get(0).code());
    }

    @ParameterizedTest(name = "A supersedes {0}, B supersedes {1}, C supersedes {2}: {3} in a circle, because {4}")
    @CsvSource(delimiter = '|', textBlock = """
            A | -  | -  | 1 | a report can't replace itself
            B | A  | -  | 2 | two replace each other
            B | C  | A  | 3 | three in a ring
            B | A  | B  | 3 | a chain that leads into a circle has no end either
            -  | B | A  | 1 | the others are no circle
            """)
    void reportsThatSupersedeEachOtherInACircleHoldTheYear(String a, String b, String c, int found, String because) {
        Review review = review(
                report(1, "598500000").id("A").supersedes(a.replace("-", "")).line(2),
                report(1, "665000000").id("B").supersedes(b.replace("-", "")).line(3),
                report(1, "700000000").id("C").supersedes(c.replace("-", "")).line(4));
        assertHeld(review);
        assertEquals(Collections.nCopies(found, FindingCode.SUPERSEDES_IN_A_CIRCLE), firstYear(review), because);
        assertEquals(
                "the reports of this year supersede each other in a circle",
                review.findings().get(0).message());
    }

    @Test
    void aReportThatSupersedesItselfHoldsTheYearThoughItIsAlone() {
        Review review = review(report(1, "598500000").supersedes("RPT-1"));
        assertHeld(review);
        assertEquals(List.of(FindingCode.SUPERSEDES_IN_A_CIRCLE), firstYear(review));
    }

    // ---- the firm

    @ParameterizedTest(name = "a report of {0} dated {1}: {2}, because {3}")
    @CsvSource(delimiter = '|', textBlock = """
            Sound & Fair CPA | 2027-01-15 |                     | approved long before
            Sound & Fair CPA | 2027-01-10 |                     | approved on the report date
            Sound & Fair CPA | 2027-01-09 | FIRM_APPROVED_LATER | approved one day later
            Withdrawn CPA    | 2027-01-14 |                     | the approval holds until the day before
            Withdrawn CPA    | 2027-01-15 | FIRM_WITHDRAWN      | withdrawn on the report date
            Unapproved LLP   | 2027-01-15 | FIRM_NOT_APPROVED   | not on the list
            sound & fair cpa | 2027-01-15 | FIRM_NOT_APPROVED   | a name is a name to the letter
            """)
    void onlyAFirmApprovedOnOrBeforeTheReportDateCounts(
            String firm, String dated, FindingCode objection, String because) {
        ApprovedFirms firms = new ApprovedFirms(
                true,
                List.of(
                        new ApprovedFirms.Approval(InputFiles.FIRM, LocalDate.of(2027, 1, 10), Optional.empty()),
                        new ApprovedFirms.Approval(
                                "Withdrawn CPA", LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2027, 1, 15)))));
        EscrowFile escrow = new EscrowFile(
                Kaixin.agreement(),
                InputFiles.reports(report(1, "665000000").by(firm).dated(dated)),
                firms,
                Registers.NONE,
                Rejected.NOTHING,
                BusinessCalendar.WEEKENDS_ALONE);
        Review review = Review.of(escrow, DAY);
        assertEquals(objection == null ? List.of() : List.of(objection), codes(review), because);
        assertEquals(objection == null, review.years().get(0).assessment().isPresent(), because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-06-01 |            | "Sound & Fair CPA" was approved only after the report of 2027-01-10
            2026-01-01 | 2026-06-01 | the approval of "Sound & Fair CPA" was withdrawn by 2027-01-10
            """, quoteCharacter = '~')
    void anObjectionToAFirmShowsWhatItsFigureWouldEarn(LocalDate approved, LocalDate withdrawn, String message) {
        ApprovedFirms firms = new ApprovedFirms(
                true, List.of(new ApprovedFirms.Approval(InputFiles.FIRM, approved, Optional.ofNullable(withdrawn))));
        Finding finding = onlyFinding(Review.of(
                new EscrowFile(
                        Kaixin.agreement(),
                        InputFiles.reports(report(1, "598500000")),
                        firms,
                        Registers.NONE,
                        Rejected.NOTHING,
                        BusinessCalendar.WEEKENDS_ALONE),
                DAY));
        assertEquals(message + "; its figure would earn 2,700,000 of 3,000,000 shares", finding.message());
        assertEquals("firm", finding.column());
        assertEquals(InputFiles.FIRM, finding.value());
    }

    // ---- opinion, currency, figure, date

    @ParameterizedTest(name = "\"{0}\" holds the year")
    @ValueSource(
            strings = {
                "qualified", "Qualified opinion", "adverse", "disclaimer", "unqualified?",
                        "unqualified except for inventory", "not unqualified",
                "unqualified with going concern", "clean", "TBD", "保留意见", "带强调事项段的保留意见", "否定意见", "无法表示意见"
            })
    void onlyAnUnqualifiedOpinionConfirmsTheYear(String opinion) {
        Review review = review(report(1, "665000000").opinion(opinion));
        assertHeld(review);
        Finding finding = onlyFinding(review);
        assertEquals(FindingCode.OPINION_NOT_UNQUALIFIED, finding.code());
        assertEquals(opinion, finding.value());
        assertEquals("opinion", finding.column());
    }

    @ParameterizedTest(name = "\"{0}\" is unqualified")
    @ValueSource(
            strings = {
                "Unqualified", "UNQUALIFIED", "Unqualified opinion", "an unqualified opinion", "unmodified",
                        "Unmodified Opinion",
                "ｕｎｑｕａｌｉｆｉｅｄ", "un-qualified", "unqualified.", "无保留意见", "标准无保留意见", "标准的无保留意见"
            })
    void anUnqualifiedOpinionIsKnownHoweverItIsWritten(String opinion) {
        Review review = review(report(1, "665000000").opinion(opinion));
        assertEquals(List.of(), firstYear(review));
    }

    @ParameterizedTest(name = "\"{0}\" is unqualified, with a note")
    @ValueSource(
            strings = {
                "unqualified with emphasis of matter", "Unqualified (emphasis of matter)",
                        "unqualified, with an emphasis of matter",
                "Unmodified opinion with emphasis of matter paragraph", "带强调事项段的无保留意见", "无保留意见（带强调事项段）"
            })
    void anEmphasisOfMatterIsANote(String opinion) {
        Review review = review(report(1, "665000000").opinion(opinion));
        assertEquals(List.of(FindingCode.OPINION_WITH_EMPHASIS), firstYear(review));
        assertTrue(review.years().get(0).report().isPresent());
    }

    @Test
    void onlyAModifiedOpinionAsksForAnotherReport() {
        assertEquals(
                "file an unqualified report that supersedes this one",
                onlyFinding(review(report(1, "665000000").opinion("adverse"))).remedy());
        assertEquals(
                "write unqualified or qualified, as the report says",
                onlyFinding(review(report(1, "665000000").opinion("fine"))).remedy());
    }

    @Test
    void aReportInAnotherCurrencyIsNotConverted() {
        Review review = review(report(1, "94200000").in("USD"));
        assertHeld(review);
        Finding finding = onlyFinding(review);
        assertEquals(FindingCode.CURRENCY_DIFFERS, finding.code());
        assertEquals("the agreement's targets are in CNY, the report is in USD", finding.message());
    }

    @ParameterizedTest(name = "{0} against 665 million is taken: {1}, because {2}")
    @CsvSource(delimiter = '|', textBlock = """
            6650000        | true  | exactly 1%
            6649999.99     | false | a fen below
            13300000000    | true  | exactly 2000%
            13300000000.01 | false | a fen above
            0              | true  | nothing at all is no unit error
            0.01           | false | one fen
            665            | false | written in millions
            66500          | false | written in ten-thousands
            """)
    void aFigureThatLooksLikeAWrongUnitIsHeldUntilConfirmed(String revenue, boolean taken, String because) {
        Review review = review(report(1, revenue));
        assertEquals(taken, review.years().get(0).assessment().isPresent(), because);
        assertEquals(taken ? List.of() : List.of(FindingCode.FIGURE_IMPLAUSIBLE), firstYear(review), because);
        Review confirmed = review(report(1, revenue).confirmed());
        assertEquals(true, confirmed.years().get(0).assessment().isPresent(), because);
        assertEquals(List.of(), firstYear(confirmed), because);
    }

    @Test
    void anImplausibleFigureIsShownBesideTheTarget() {
        Finding finding = onlyFinding(review(report(1, "665")));
        assertEquals("665.00 against a target of 665,000,000.00 looks like a wrong unit", finding.message());
        assertEquals("665.00", finding.value());
        assertEquals("audited_revenue", finding.column());
    }

    @Test
    void theLargestFigureAgainstTheLargestTargetIsPlausible() {
        var year = Kaixin.year(1, Kaixin.rmb("100000000000000"), new Shares(1));
        var agreement = Kaixin.agreement("A", Kaixin.defaultOnRecord(), List.of(year));
        assertEquals(
                1,
                Review.of(escrow(agreement, report(1, "99999999999999.99")), DAY)
                        .assessments()
                        .size());
    }

    @ParameterizedTest(name = "dated {0}, read on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-01 | 2027-02-10 |
            2026-11-30 | 2027-02-10 | the report is dated before the year was over: year 1 ends on 2026-11-30
            2026-11-20 | 2026-12-01 | the report is dated before the year was over: year 1 ends on 2026-11-30
            2026-11-20 | 2026-11-30 | the year has not ended: year 1 ends on 2026-11-30
            """)
    void aReportIsDatedAfterTheLastDayOfItsYear(String dated, LocalDate asOf, String message) {
        Review review = Review.of(escrow(report(1, "665000000").dated(dated)), asOf);
        if (message == null) {
            assertEquals(1, review.assessments().size());
            return;
        }
        assertEquals(List.of(), review.assessments());
        Finding finding = review.findings().get(0);
        assertEquals(FindingCode.YEAR_NOT_ENDED, finding.code());
        assertEquals(message, finding.message());
        assertEquals(dated, finding.value());
        assertEquals("file a report on the whole year, dated after 2026-11-30", finding.remedy());
    }

    @Test
    void allThatSpeaksAgainstAReportIsSaidAtOnce() {
        EscrowFile escrow = new EscrowFile(
                Kaixin.agreement(),
                InputFiles.reports(report(1, "665").in("USD").opinion("adverse").dated("2026-11-30")),
                new ApprovedFirms(true, List.of()),
                Registers.NONE,
                Rejected.NOTHING,
                BusinessCalendar.WEEKENDS_ALONE);
        assertEquals(
                List.of(
                        FindingCode.CURRENCY_DIFFERS,
                        FindingCode.YEAR_NOT_ENDED,
                        FindingCode.FIRM_NOT_APPROVED,
                        FindingCode.OPINION_NOT_UNQUALIFIED,
                        FindingCode.FIGURE_IMPLAUSIBLE),
                codes(Review.of(escrow, DAY)));
    }

    // ---- what is unknown

    @Test
    void aRejectedRowHoldsItsYearThoughAnotherRowIsSound() {
        EscrowFile escrow = new EscrowFile(
                Kaixin.agreement(),
                InputFiles.reports(report(1, "598500000"), report(2, "732000000")),
                ApprovedFirms.NO_LIST,
                Registers.NONE,
                new Rejected(Set.of(1), Set.of(), false),
                BusinessCalendar.WEEKENDS_ALONE);
        Review review = Review.of(escrow, LocalDate.of(2028, 2, 10));
        assertEquals(YearState.REPORT_HELD, review.years().get(0).state());
        assertEquals(YearState.TARGET_MET, review.years().get(1).state());
    }

    @Test
    void aRejectedRowAloneHoldsItsYearAndIsNotTakenForNoReport() {
        EscrowFile escrow = new EscrowFile(
                Kaixin.agreement(),
                List.of(),
                ApprovedFirms.NO_LIST,
                Registers.NONE,
                new Rejected(Set.of(1), Set.of(), false),
                BusinessCalendar.WEEKENDS_ALONE);
        assertEquals(
                YearState.REPORT_HELD, Review.of(escrow, DAY).years().get(0).state());
    }

    @Test
    void theFaultOfOneYearHoldsNoOther() {
        Review review = Review.of(
                escrow(report(1, "598500000").opinion("qualified"), report(2, "732000000")), LocalDate.of(2028, 2, 10));
        assertEquals(YearState.REPORT_HELD, review.years().get(0).state());
        assertEquals(YearState.TARGET_MET, review.years().get(1).state());
        assertEquals(1, review.findings().get(0).year());
        assertEquals(Kaixin.ID, review.findings().get(0).agreementId());
    }

    // ---- where a year stands

    @ParameterizedTest(name = "year {0} on {1} without a report: {2}, because {3}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 2026-11-29 | NOT_ENDED       | it has a day left
            1 | 2026-11-30 | NOT_ENDED       | the last day belongs to it
            1 | 2026-12-01 | AWAITING_REPORT | it is over
            1 | 2027-01-28 | AWAITING_REPORT | day 59
            1 | 2027-01-29 | AWAITING_REPORT | day 60 itself is in time
            1 | 2027-01-30 | REPORT_OVERDUE  | day 61
            2 | 2028-01-29 | AWAITING_REPORT | day 60 is a Saturday
            2 | 2028-01-31 | AWAITING_REPORT | which moves to Monday
            2 | 2028-02-01 | REPORT_OVERDUE  | Tuesday is late
            5 | 2027-02-10 | NOT_ENDED       | years ahead
            """)
    void aYearWithoutAReportWaitsUntilDaySixty(int year, LocalDate asOf, YearState state, String because) {
        Review review = Review.of(escrow(), asOf);
        assertEquals(state, review.years().get(year - 1).state(), because);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            598500000    | 2027-02-10 | SHORTFALL
            664999999.99 | 2027-02-10 | SHORTFALL
            665000000    | 2027-02-10 | TARGET_MET
            665000000.01 | 2027-02-10 | EXCESS
            665          | 2027-02-10 | REPORT_HELD
            665          | 2026-12-01 | REPORT_HELD
            665          | 2026-11-30 | NOT_ENDED
            """)
    void aYearWithAReportStandsWhereTheReportPutsIt(String revenue, LocalDate asOf, YearState state) {
        assertEquals(
                state,
                Review.of(escrow(report(1, revenue)), asOf).years().get(0).state());
    }

    private static Review review(InputFiles.Row... rows) {
        return Review.of(escrow(rows), DAY);
    }

    private static List<FindingCode> firstYear(Review review) {
        return review.findings().stream()
                .filter(finding -> finding.year() == 1)
                .map(Finding::code)
                .toList();
    }

    private static List<FindingCode> codes(Review review) {
        return review.findings().stream().map(Finding::code).toList();
    }

    private static Finding onlyFinding(Review review) {
        assertEquals(1, review.findings().size(), () -> review.findings().toString());
        return review.findings().get(0);
    }

    private static void assertHeld(Review review) {
        assertEquals(YearState.REPORT_HELD, review.years().get(0).state());
        assertEquals(Optional.empty(), review.years().get(0).assessment());
    }

    private static void assertAccepted(String reportId, YearState state, Review review) {
        Assessment assessment = review.years().get(0).assessment().orElseThrow();
        assertEquals(reportId, assessment.revenue().reportId());
        assertEquals(state, review.years().get(0).state());
    }
}
