package io.earnout.escrow.determination;

import static io.earnout.escrow.InputFiles.escrow;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.InputFiles;
import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.YearState;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.Kaixin;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows on a day: what to instruct, what is held, what will be cancelled, and where every share is. */
class DeterminationTest {

    private static final LocalDate AFTER_ALL = LocalDate.of(2031, 3, 1);

    private static final Readings LATEST_FIRST = new Readings(
            ExcessCredit.HALF,
            ConversionTarget.EXCESS_YEAR,
            OffsetLimit.BOTH,
            OffsetOrder.LATEST_FIRST,
            MissedTarget.REDUCE);

    // ---- instructions

    @Test
    void aYearsResultIsOneInstructionOnItsOwnTrancheAndThoseThatItRestoresInTrancheOrder() {
        Determination determination = twoShortOneOver();
        List<ReleaseInstruction> lines = linesOf(determination, 3);
        assertEquals(
                List.of(1, 2, 3),
                lines.stream().map(line -> line.tranche().number()).toList());
        assertEquals(1, new HashSet<>(ids(lines)).size(), "one instruction, one number");
        assertLine(lines.get(0), ReleaseInstruction.Kind.RESTORATION, 123_913, List.of(Clause.SPA_5_2_2));
        assertEquals(
                Optional.of(ExactMoney.of(Kaixin.rmb("33250000"))), lines.get(0).revenueOffset());
        assertEquals(new Shares(150_000), lines.get(0).deducted());
        assertLine(lines.get(1), ReleaseInstruction.Kind.RESTORATION, 26_087, List.of(Clause.SPA_5_2_2));
        assertEquals(
                Optional.of(ExactMoney.of(Kaixin.rmb("7000000"))), lines.get(1).revenueOffset());
        assertEquals(new Shares(300_000), lines.get(1).deducted());
        assertLine(lines.get(2), ReleaseInstruction.Kind.RELEASE, 3_000_000, List.of(Clause.SPA_5_1));
        assertEquals(Optional.empty(), lines.get(2).revenueOffset());
        assertEquals(Shares.NONE, lines.get(2).deducted());
    }

    @Test
    void aReducedTrancheCitesBothTheReleaseAndTheDeduction() {
        ReleaseInstruction line = linesOf(twoShortOneOver(), 1).get(0);
        assertLine(line, ReleaseInstruction.Kind.RELEASE, 2_850_000, List.of(Clause.SPA_5_1, Clause.SPA_5_2_1));
        assertEquals("RPT-1", line.reportId());
        assertEquals(new Shares(150_000), line.deducted());
    }

    private static void assertLine(
            ReleaseInstruction line, ReleaseInstruction.Kind kind, long shares, List<Clause> clauses) {
        assertEquals(kind, line.kind());
        assertEquals(new Shares(shares), line.entitled());
        assertEquals(new Shares(shares), line.toInstruct().roundedDown());
        assertEquals(Shares.NONE, line.held().roundedDown());
        assertEquals(ReleaseInstruction.Status.TO_INSTRUCT, line.status());
        assertEquals(List.of(), line.reasons());
        assertEquals(clauses, line.clauses());
    }

    @Test
    void filesNameTheTwoKindsOfMovement() {
        assertEquals("release", ReleaseInstruction.Kind.RELEASE.term());
        assertEquals("restoration", ReleaseInstruction.Kind.RESTORATION.term());
    }

    @Test
    void instructionsStandInTheOrderOfTheYearsThatReleaseThem() {
        assertEquals(
                List.of(1, 2, 3, 3, 3),
                twoShortOneOver().instructions().stream()
                        .map(ReleaseInstruction::assessmentYear)
                        .toList());
    }

    @Test
    void aYearThatEarnsNothingIsInstructedNothing() {
        Determination determination = determined(report(1, "0"));
        assertEquals(List.of(), determination.instructions());
        assertEquals(new Shares(3_000_000), determination.position().deducted().roundedDown());
    }

    @Test
    void withoutAnyReportNothingIsInstructedAndNothingCancelled() {
        Determination determination = Determination.of(Review.of(escrow(), LocalDate.of(2027, 1, 5)));
        assertEquals(List.of(), determination.instructions());
        assertEquals(List.of(), determination.cancellations());
        assertEquals(
                new Shares(15_000_000), determination.position().unassessed().roundedDown());
        assertEquals(List.of(FindingCode.NO_REPORT), codes(determination));
    }

    /** What is found, but for what every agreement without registers is told: no deposit, no prices, what is late. */
    private static List<FindingCode> codes(Determination determination) {
        Set<FindingCode> aside = EnumSet.of(
                FindingCode.DEPOSIT_NOT_RECORDED, FindingCode.PRICES_NOT_ON_RECORD, FindingCode.RELEASE_LATE);
        return determination.findings().stream()
                .map(Finding::code)
                .filter(code -> !aside.contains(code))
                .toList();
    }

    // ---- the number of an instruction

    @Test
    void theSameContentAlwaysHasTheSameNumber() {
        assertEquals(
                List.of("KAIXIN-AY1-48727682", "KAIXIN-AY2-65116ea4"),
                ids(determined(report(1, "598500000"), report(2, "805200000")).instructions()).stream()
                        .distinct()
                        .toList());
    }

    @Test
    void aLaterReportChangesNoNumberOfAnEarlierYear() {
        String before = ids(determined(report(1, "598500000")).instructions()).get(0);
        assertEquals(
                before,
                ids(determined(report(1, "598500000"), report(2, "805200000")).instructions())
                        .get(0));
    }

    @Test
    void anotherQuantityReportReadingYearOrAgreementHasAnotherNumber() {
        List<String> numbers = new ArrayList<>();
        numbers.add(idOfSecondYear(Kaixin.agreement(), report(1, "598500000"), report(2, "805200000")));
        // another quantity of the restored tranche
        numbers.add(idOfSecondYear(Kaixin.agreement(), report(1, "598500000"), report(2, "805200733")));
        // another quantity because year 1 was restated
        numbers.add(idOfSecondYear(Kaixin.agreement(), report(1, "660000000"), report(2, "805200000")));
        // the same quantities by another report
        numbers.add(idOfSecondYear(
                Kaixin.agreement(),
                report(1, "598500000"),
                report(2, "805200000").id("RPT-2B")));
        // the same quantities under another reading
        numbers.add(idOfSecondYear(Kaixin.agreement(LATEST_FIRST), report(1, "598500000"), report(2, "805200000")));
        numbers.add(idOfSecondYear(
                Kaixin.agreement("OTHER", Kaixin.defaultOnRecord(), Kaixin.years()),
                report(1, "598500000"),
                report(2, "805200000")));
        numbers.add(determined(report(1, "598500000")).instructions().get(0).instructionId());
        assertEquals(numbers.size(), new HashSet<>(numbers).size(), () -> "a number twice: " + numbers);
        numbers.forEach(number -> assertTrue(
                number.matches("(KAIXIN|OTHER)-AY[12]-[0-9a-f]{8}"),
                () -> number + " is not <agreement>-AY<year>-<hex>"));
    }

    @Test
    void theSameSharesOfOtherTranchesHaveAnotherNumber() {
        // year 3 gives 100,000 back: to year 1 alone, or to year 2 alone
        String first = linesOf(determined(report(1, "598500000"), report(2, "732000000"), report(3, "858666666.68")), 3)
                .get(0)
                .instructionId();
        String second = linesOf(
                        determined(report(1, "665000000"), report(2, "658800000"), report(3, "858666666.68")), 3)
                .get(0)
                .instructionId();
        assertNotEquals(first, second);
    }

    private static String idOfSecondYear(Agreement agreement, InputFiles.Row... rows) {
        List<ReleaseInstruction> lines = linesOf(Determination.of(Review.of(escrow(agreement, rows), AFTER_ALL)), 2);
        return lines.get(0).instructionId();
    }

    // ---- what is held

    @Test
    void aBlockedYearIsComputedAndHeld() {
        Determination determination = Determination.of(Review.of(
                escrow(Kaixin.agreement(Kaixin.BLOCK), report(1, "598500000"), report(2, "805200000")), AFTER_ALL));
        ReleaseInstruction blocked = linesOf(determination, 1).get(0);
        assertEquals(ReleaseInstruction.Status.HELD, blocked.status());
        assertEquals(List.of(FindingCode.MISSED_TARGET_BLOCKS), blocked.reasons());
        assertEquals(new Shares(2_700_000), blocked.entitled());
        assertEquals(new Shares(2_700_000), blocked.held().roundedDown());
        assertEquals(Shares.NONE, blocked.toInstruct().roundedDown());
        assertEquals(List.of(Clause.SPA_5_1, Clause.SPA_5_2_1, Clause.EA_3_1_A), blocked.clauses());
        assertEquals(
                "2,700,000 shares wait because the year missed its target and the agreed reading blocks the release",
                found(determination, FindingCode.MISSED_TARGET_BLOCKS).message());
        assertEquals(1, found(determination, FindingCode.MISSED_TARGET_BLOCKS).year());
        // what a later excess restores is no part of the missed year's own result
        assertEquals(
                new Shares(150_000),
                linesOf(determination, 2).get(0).toInstruct().roundedDown());
        assertEquals(List.of(3_150_000L, 2_700_000L, 150_000L, 9_000_000L), parts(determination.position()));
        assertEquals(Shares.NONE, determination.years().get(0).earned());
        assertEquals(new Shares(150_000), determination.years().get(0).entitled());
    }

    @Test
    void aRowThatMayBelongToAnyYearHoldsTheWholeAgreement() {
        Determination determination = Determination.of(Review.of(
                new EscrowFile(
                        Kaixin.agreement(),
                        InputFiles.reports(report(1, "631750000"), report(2, "658800000"), report(3, "885500000")),
                        ApprovedFirms.NO_LIST,
                        Registers.NONE,
                        new Rejected(Set.of(), Set.of(), true),
                        BusinessCalendar.WEEKENDS_ALONE),
                AFTER_ALL));
        assertEquals(5, determination.instructions().size());
        for (ReleaseInstruction line : determination.instructions()) {
            assertEquals(ReleaseInstruction.Status.HELD, line.status());
            assertEquals(List.of(FindingCode.ROW_REJECTED), line.reasons());
            assertEquals(Shares.NONE, line.toInstruct().roundedDown());
            assertEquals(line.entitled(), line.held().roundedDown(), "what is held stays computed and visible");
        }
        assertEquals(Shares.NONE, determination.position().releasable().roundedDown());
        assertEquals(new Shares(8_700_000), determination.position().held().roundedDown());
    }

    @Test
    void twoClosedGatesAreBothNamed() {
        Determination determination = Determination.of(Review.of(
                new EscrowFile(
                        Kaixin.agreement(Kaixin.BLOCK),
                        InputFiles.reports(report(1, "598500000")),
                        ApprovedFirms.NO_LIST,
                        Registers.NONE,
                        new Rejected(Set.of(), Set.of(), true),
                        BusinessCalendar.WEEKENDS_ALONE),
                AFTER_ALL));
        assertEquals(
                List.of(FindingCode.MISSED_TARGET_BLOCKS, FindingCode.ROW_REJECTED),
                determination.instructions().get(0).reasons());
    }

    @Test
    void aConflictHoldsItsYearAndEveryLaterOffsetButNoLaterTranche() {
        Determination determination = determined(
                report(1, "598500000").id("RPT-A"),
                report(1, "665000000").id("RPT-B").line(9),
                report(2, "805200000"),
                report(3, "885500000"));
        assertEquals(List.of(), linesOf(determination, 1));
        assertEquals(1, linesOf(determination, 2).size());
        assertEquals(
                new Shares(3_000_000),
                linesOf(determination, 2).get(0).toInstruct().roundedDown());
        assertEquals(1, linesOf(determination, 3).size());
        assertEquals(
                List.of(2, 3),
                determination.findings().stream()
                        .filter(finding -> finding.code() == FindingCode.OFFSET_WAITS)
                        .map(Finding::year)
                        .toList());
        assertEquals(
                "a credit of 36,600,000.00 waits: an earlier year has no accepted report",
                found(determination, FindingCode.OFFSET_WAITS).message());
    }

    @Test
    void anOverdueReportIsAnErrorAndAnAwaitedOneANote() {
        Determination overdue = Determination.of(Review.of(escrow(), LocalDate.of(2027, 1, 30)));
        Finding late = found(overdue, FindingCode.REPORT_OVERDUE);
        assertEquals("no report on year 1, whose shares were to be released by 2027-01-29", late.message());
        assertEquals("file the report; it is late, but no share is forfeited", late.remedy());
        assertEquals(List.of(FindingCode.REPORT_OVERDUE), codes(overdue));
        Determination awaited = Determination.of(Review.of(escrow(), LocalDate.of(2027, 1, 29)));
        assertEquals(
                "year 1 has ended; its shares are to be released by 2027-01-29",
                found(awaited, FindingCode.NO_REPORT).message());
        assertEquals(List.of(FindingCode.NO_REPORT, FindingCode.DOCUMENTS_LATE), codes(awaited));
    }

    @Test
    void aLateReportForfeitsNothing() {
        Determination determination = Determination.of(Review.of(
                escrow(report(1, "665000000").dated("2027-02-20").received("2027-02-28")), LocalDate.of(2027, 3, 1)));
        assertEquals(
                new Shares(3_000_000),
                determination.instructions().get(0).toInstruct().roundedDown());
        assertEquals(List.of(FindingCode.REPORT_LATE, FindingCode.DELAY_EXCUSED), codes(determination));
        assertEquals(
                "the report came on 2027-02-28, the shares were to be released by 2027-01-29: this delays the release, but"
                        + " no share is forfeited",
                found(determination, FindingCode.REPORT_LATE).message());
    }

    // ---- cancellation, position, years

    @Test
    void theCancellationListNamesWhatWasDeductedWhatCameBackAndWhatIsLeft() {
        assertEquals(
                List.of(
                        // its revenue shortfall is covered, at a rate that gave fewer shares back than it took
                        "year 1: 150,000 - 123,913 = 26,087, at most 0 restorable, 26,087 certain, PROJECTED",
                        // 66.2 / 885 x 3,000,000 = 224,406.8: year 4 has the better rate of the two years to come; and
                        // a share by
                        // the rounding of year 5, if year 4 falls short as well
                        "year 2: 300,000 - 26,087 = 273,913, at most 224,407 restorable, 49,506 certain, PROJECTED"),
                notices(twoShortOneOver()));
    }

    private static List<String> notices(Determination determination) {
        return determination.cancellations().stream()
                .map(notice -> "year " + notice.tranche().number() + ": " + notice.deducted() + " - "
                        + notice.restored() + " = " + notice.toCancel() + ", at most " + notice.restorable()
                        + " restorable, " + notice.certain() + " certain, " + notice.status())
                .toList();
    }

    private static List<Long> parts(Position position) {
        return List.of(
                position.releasable().wholeCount(),
                position.held().wholeCount(),
                position.deducted().wholeCount(),
                position.unassessed().wholeCount());
    }

    @Test
    void aDeductionThatIsWhollyRestoredStaysListedWithNothingToCancel() {
        Readings full = new Readings(
                ExcessCredit.FULL,
                ConversionTarget.SHORTFALL_YEAR,
                OffsetLimit.BOTH,
                OffsetOrder.OLDEST_FIRST,
                MissedTarget.REDUCE);
        Determination determination = Determination.of(
                Review.of(escrow(Kaixin.agreement(full), report(1, "598500000"), report(2, "805200000")), AFTER_ALL));
        assertEquals(
                List.of("year 1: 300,000 - 300,000 = 0, at most 0 restorable, 0 certain, PROJECTED"),
                notices(determination));
    }

    @Test
    void thePositionAddsUpAndShowsFloorAndCeiling() {
        Position position =
                determined(report(1, "500000000"), report(2, "900000000")).position();
        assertEquals(List.of(2_255_639L + 3_000_000 + 344_262, 0L, 400_099L, 9_000_000L), parts(position));
        assertEquals(new Shares(15_000_000), position.considerationShares());
        assertEquals(0, position.check());
        assertEquals(new Shares(3_344_262), position.lowestEntitlement());
        assertEquals(new Shares(6_000_000), position.highestEntitlement());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, 0, 0",
        "0, 1, 0, 0, 0, 0",
        "0, 0, 1, 0, 0, 0",
        "0, 0, 0, 1, 0, 0",
        "0, 0, 0, 0, 1, 0",
        "0, 0, 0, 0, 0, 1"
    })
    void sharesThatAreNotConservedAreNoPosition(
            long released, long releasable, long held, long deducted, long unassessed, long returned) {
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> position(
                        5_000_000 + released,
                        2_000_000 + releasable,
                        4_000_000 + held,
                        2_000_000 + deducted,
                        1_000_000 + unassessed,
                        1_000_000 + returned));
        assertEquals(
                "shares are not conserved: " + Shares.of(5_000_000 + released) + " released, "
                        + Shares.of(2_000_000 + releasable) + " releasable, " + Shares.of(4_000_000 + held) + " held, "
                        + Shares.of(2_000_000 + deducted) + " deducted, " + Shares.of(1_000_000 + unassessed)
                        + " unassessed, " + Shares.of(1_000_000 + returned) + " returned of 15,000,000",
                refusal.getMessage());
        assertThrows(IllegalStateException.class, () -> position(0, 0, 0, 0, 0, 0));
        assertEquals(
                0,
                position(5_000_000, 2_000_000, 4_000_000, 2_000_000, 1_000_000, 1_000_000)
                        .check());
    }

    private static Position position(
            long released, long releasable, long held, long deducted, long unassessed, long returned) {
        return new Position(
                new Shares(15_000_000),
                exactly(released),
                exactly(releasable),
                exactly(held),
                exactly(deducted),
                exactly(unassessed),
                exactly(returned),
                Shares.NONE,
                Shares.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ExactShares exactly(long shares) {
        return ExactShares.of(Shares.of(shares));
    }

    @Test
    void everyYearIsStatedAssessedOrNot() {
        List<YearStatement> years = twoShortOneOver().years();
        assertEquals(5, years.size());
        YearStatement second = years.get(1);
        assertEquals(YearState.SHORTFALL, second.state());
        assertEquals(ExactMoney.of(Kaixin.rmb("66200000")), second.openShortfall());
        assertEquals(new Shares(2_700_000), second.earned());
        assertEquals(new Shares(26_087), second.restoredInto());
        assertEquals(new Shares(273_913), second.outstandingDeducted());
        assertEquals(new Shares(2_726_087), second.entitled());
        assertEquals(Shares.NONE, second.unassessed());
        assertEquals(Optional.empty(), second.credit());
        assertEquals(true, years.get(2).credit().isPresent());
        YearStatement fourth = years.get(3);
        assertEquals(YearState.REPORT_OVERDUE, fourth.state());
        assertEquals(Optional.empty(), fourth.assessment());
        assertEquals(new Shares(3_000_000), fourth.unassessed());
        assertEquals(Shares.NONE, fourth.entitled());
    }

    @Test
    void theOrderOfTheRowsNeverMatters() {
        List<InputFiles.Row> rows = new ArrayList<>(List.of(
                report(1, "598500000").id("RPT-A").line(2),
                report(1, "631750000").id("RPT-B").supersedes("RPT-A").line(3),
                report(1, "631750000").id("RPT-B").supersedes("RPT-A").line(4),
                report(2, "658800000").line(5),
                report(3, "885500000").line(6),
                report(4, "1").id("RPT-C").line(7),
                report(4, "885000000").id("RPT-D").line(8),
                report(5, "1200000000").line(9)));
        Determination expected = determined(rows.toArray(new InputFiles.Row[0]));
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(rows, new Random(seed));
            Determination shuffled = determined(rows.toArray(new InputFiles.Row[0]));
            assertEquals(expected.instructions(), shuffled.instructions());
            assertEquals(expected.cancellations(), shuffled.cancellations());
            assertEquals(expected.position(), shuffled.position());
            assertEquals(expected.findings(), shuffled.findings());
        }
    }

    // ---- readings on record

    @ParameterizedTest(name = "latest-first agreed on {0} in \"{1}\", read on 2031-03-01: {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2031-03-01 | supplement | latest-first |
            2030-01-01 | supplement | latest-first |
            2031-03-02 | supplement | oldest-first | READINGS_NOT_YET_AGREED
            2030-01-01 |            | latest-first | READINGS_WITHOUT_DOCUMENT;READING_UNDOCUMENTED
                       | supplement | latest-first | READINGS_WITHOUT_DOCUMENT;READING_UNDOCUMENTED
                       |            | latest-first | READINGS_WITHOUT_DOCUMENT;READING_UNDOCUMENTED
            """)
    void aReadingNeedsItsDayAndItsDocument(LocalDate agreedOn, String document, String order, String found) {
        var onRecord = new Agreement.ReadingsOnRecord(
                LATEST_FIRST, Optional.ofNullable(agreedOn), document == null ? "" : document);
        Determination determination =
                Determination.of(Review.of(escrow(Kaixin.agreement(onRecord), allReported()), AFTER_ALL));
        assertEquals(order, determination.settlement().readings().offsetOrder().term());
        assertEquals(
                determination.settlement().readings(),
                determination.readings().own().readings());
        assertEquals(
                found == null ? "" : found,
                codes(determination).stream()
                        .map(FindingCode::name)
                        .filter(code -> code.startsWith("READING"))
                        .collect(Collectors.joining(";")));
    }

    @Test
    void aReadingThatIsNotAgreedYetSaysFromWhenItIs() {
        var onRecord =
                new Agreement.ReadingsOnRecord(LATEST_FIRST, Optional.of(LocalDate.of(2031, 3, 2)), "supplement");
        Determination determination =
                Determination.of(Review.of(escrow(Kaixin.agreement(onRecord), allReported()), AFTER_ALL));
        assertEquals(
                "the reading half, excess-year, both, latest-first, reduce is agreed only from 2031-03-02: the"
                        + " default applies",
                found(determination, FindingCode.READINGS_NOT_YET_AGREED).message());
    }

    @Test
    void aDepartureFromTheDefaultWithoutADocumentIsAWarningThatAsksForIt() {
        var onRecord = new Agreement.ReadingsOnRecord(LATEST_FIRST, Optional.empty(), "");
        Finding warning = found(
                Determination.of(Review.of(escrow(Kaixin.agreement(onRecord), allReported()), AFTER_ALL)),
                FindingCode.READINGS_WITHOUT_DOCUMENT);
        assertEquals(
                "the reading half, excess-year, both, latest-first, reduce departs from the default without a document"
                        + " on record",
                warning.message());
        assertTrue(warning.remedy().contains("all four parties"), warning::remedy);
        assertEquals(0, warning.year());
    }

    @ParameterizedTest
    @CsvSource({"2031-03-02", "2020-01-01", ","})
    void theDefaultNeedsNoDocument(LocalDate agreedOn) {
        var onRecord = new Agreement.ReadingsOnRecord(Readings.DEFAULT, Optional.ofNullable(agreedOn), "");
        Determination determination =
                Determination.of(Review.of(escrow(Kaixin.agreement(onRecord), allReported()), AFTER_ALL));
        assertEquals(List.of(), codes(determination));
        assertEquals(Kaixin.ID, determination.agreement().id());
    }

    private static InputFiles.Row[] allReported() {
        return new InputFiles.Row[] {
            report(1, "631750000"),
            report(2, "658800000"),
            report(3, "885500000"),
            report(4, "885000000"),
            report(5, "974000000")
        };
    }

    private static Determination twoShortOneOver() {
        return determined(report(1, "631750000"), report(2, "658800000"), report(3, "885500000"));
    }

    private static Determination determined(InputFiles.Row... rows) {
        return Determination.of(Review.of(escrow(rows), AFTER_ALL));
    }

    private static List<ReleaseInstruction> linesOf(Determination determination, int assessmentYear) {
        return determination.instructions().stream()
                .filter(line -> line.assessmentYear() == assessmentYear)
                .toList();
    }

    private static List<String> ids(List<ReleaseInstruction> lines) {
        return lines.stream().map(ReleaseInstruction::instructionId).toList();
    }

    private static Finding found(Determination determination, FindingCode code) {
        return determination.findings().stream()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .orElseThrow();
    }

    // ---- the floor

    @Test
    void whereAnotherReadingIsBelowTheDefaultTheAgreementSaysSo() {
        List<AssessmentYear> falling = List.of(
                Kaixin.year(1, Kaixin.rmb("200"), new Shares(100)), Kaixin.year(2, Kaixin.rmb("100"), new Shares(100)));
        Determination determination = EscrowFixture.of(falling)
                .reports(report(1, "100"), report(2, "140"))
                .on("2028-01-20");
        // 20 of credit restore 20 / 100 x 100 shares under the default, and 20 / 200 x 100 with the shortfall year's
        // target
        assertEquals(
                1,
                EscrowFixture.found(determination, FindingCode.DEFAULT_NOT_LOWEST)
                        .size());
        assertEquals(
                List.of(),
                EscrowFixture.found(
                        EscrowFixture.of(report(1, "598500000")).on("2027-01-20"), FindingCode.DEFAULT_NOT_LOWEST));
    }
}
