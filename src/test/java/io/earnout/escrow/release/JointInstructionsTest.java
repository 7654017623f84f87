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
import io.earnout.terms.Agreement;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Joint written instructions beside what is computed (EA 3.1(b)): one share of difference holds. */
class JointInstructionsTest {

    private static final Readings FULL = new Readings(
            ExcessCredit.FULL,
            ConversionTarget.EXCESS_YEAR,
            OffsetLimit.BOTH,
            OffsetOrder.OLDEST_FIRST,
            MissedTarget.REDUCE);

    /** Year 1 is 10% short: 2,700,000 shares; the report is dated 2027-01-08 and came on 2027-01-11. */
    private static EscrowFixture short10() {
        return EscrowFixture.of(report(1, "598500000").dated("2027-01-08").received("2027-01-11"));
    }

    private static String drafted(EscrowFixture fixture, int year, String on) {
        return fixture.on(on).instructions().stream()
                .filter(line -> line.assessmentYear() == year)
                .findFirst()
                .orElseThrow()
                .instructionId();
    }

    @ParameterizedTest(name = "{0} shares, signed {1} and {2}, received {3}: {4}, because {6}")
    @CsvSource(delimiter = '|', textBlock = """
            2700000 | 2027-01-12 | 2027-01-13 | 2027-01-14 | 0 + 2700000 + 0 + 0 INSTRUCTED |                                      | all is there
            2700001 | 2027-01-12 | 2027-01-13 | 2027-01-14 | 0 + 0 + 2700000 + 0 HELD QUANTITY_DIFFERS | QUANTITY_DIFFERS          | a share too many
            2699999 | 2027-01-12 | 2027-01-13 | 2027-01-14 | 0 + 0 + 2700000 + 0 HELD QUANTITY_DIFFERS | QUANTITY_DIFFERS          | a share too few
            2700000 | 2027-01-12 |            | 2027-01-14 | 0 + 0 + 2700000 + 0 AWAITING_SIGNATURE INSTRUCTION_NOT_SIGNED | | the purchaser has not signed
            2700000 |            | 2027-01-12 | 2027-01-14 | 0 + 0 + 2700000 + 0 AWAITING_SIGNATURE INSTRUCTION_NOT_SIGNED | | the issuer has not signed
            2700000 |            |            |            | 0 + 0 + 2700000 + 0 AWAITING_SIGNATURE INSTRUCTION_NOT_SIGNED | | nobody has signed
            2700000 | 2027-01-12 | 2027-01-13 |            | 0 + 0 + 2700000 + 0 AWAITING_RECEIPT INSTRUCTION_NOT_RECEIVED | | the agent does not have it
            2700000 | 2027-01-12 | 2027-01-21 | 2027-01-21 | 0 + 0 + 2700000 + 0 AWAITING_SIGNATURE INSTRUCTION_NOT_SIGNED | | it is signed only tomorrow
            2700000 | 2027-01-07 | 2027-01-13 | 2027-01-14 | 0 + 0 + 2700000 + 0 HELD INSTRUCTION_BEFORE_REPORT | INSTRUCTION_BEFORE_REPORT | it was signed before the report was dated
            2700000 | 2027-01-08 | 2027-01-08 | 2027-01-08 | 0 + 2700000 + 0 + 0 INSTRUCTED |                                      | it was signed on the day of the report
            """)
    void aPaperCountsOnceItIsSignedByBothReceivedAndOfTheComputedQuantity(
            long shares,
            String issuer,
            String purchaser,
            String received,
            String standing,
            FindingCode found,
            String because) {
        EscrowFixture fixture = short10();
        fixture.paper(1, drafted(fixture, 1, "2027-01-20"), shares, given(issuer), given(purchaser), given(received));
        Determination determination = fixture.on("2027-01-20");
        assertEquals("2700000 = " + standing, standing(line(determination, 1, 1)), because);
        assertEquals(found == null ? List.of() : List.of(found), codes(determination, Severity.ERROR), because);
    }

    private static String given(String day) {
        return day == null ? "" : day;
    }

    @Test
    void aPaperHalfSignedThatNamesAnotherQuantityIsHeldForIt() {
        EscrowFixture fixture = short10();
        fixture.paper(1, drafted(fixture, 1, "2027-01-20"), 5, "2027-01-12", "", "");
        Determination determination = fixture.on("2027-01-20");
        assertEquals("2700000 = 0 + 0 + 2700000 + 0 HELD QUANTITY_DIFFERS", standing(line(determination, 1, 1)));
    }

    @Test
    void theSamePaperTwiceIsOnePaper() {
        EscrowFixture fixture = short10();
        String number = drafted(fixture, 1, "2027-01-20");
        fixture.paper(1, number, 2_700_000, "2027-01-12").paper(1, number, 2_700_000, "2027-01-12");
        Determination determination = fixture.on("2027-01-20");
        assertEquals("2700000 = 0 + 2700000 + 0 + 0 INSTRUCTED", standing(line(determination, 1, 1)));
        assertEquals(1, found(determination, FindingCode.INSTRUCTION_TWICE).size());
        assertEquals(List.of(), codes(determination, Severity.ERROR));
    }

    @Test
    void oneNumberOnTwoDifferentDaysContradictsItself() {
        EscrowFixture fixture = short10();
        String number = drafted(fixture, 1, "2027-01-20");
        fixture.paper(1, number, 2_700_000, "2027-01-12").paper(1, number, 2_700_000, "2027-01-13");
        assertEquals(
                "2700000 = 0 + 0 + 2700000 + 0 HELD INSTRUCTION_CONTRADICTORY",
                standing(line(fixture.on("2027-01-20"), 1, 1)),
                "one number is one instruction (rules 3): which days are right can't be told");
    }

    @Test
    void anUnknownNumberHoldsItsYear() {
        Determination determination = short10()
                .paper(1, "KAIXIN-AY1-00000000", 2_700_000, "2027-01-12")
                .on("2027-01-20");
        assertEquals(
                "2700000 = 0 + 0 + 2700000 + 0 HELD INSTRUCTION_UNKNOWN",
                standing(line(determination, 1, 1)),
                "rules 3: an instruction that fits no determination holds");
        assertEquals(List.of(FindingCode.INSTRUCTION_UNKNOWN), codes(determination, Severity.ERROR));
        assertEquals(
                "KAIXIN-AY1-00000000",
                found(determination, FindingCode.INSTRUCTION_UNKNOWN).get(0).value());
    }

    @Test
    void theNumberOfAnotherYearIsUnknownToThisOne() {
        EscrowFixture fixture = short10().reports(report(2, "732000000").received("2028-01-12"));
        fixture.paper(2, drafted(fixture, 1, "2028-01-20"), 3_000_000, "2028-01-14");
        assertEquals(
                1,
                found(fixture.on("2028-01-20"), FindingCode.INSTRUCTION_UNKNOWN).size());
    }

    @Test
    void aPaperOnAYearWithoutAReportWasSignedTooEarly() {
        EscrowFixture fixture = short10().paper(2, "KAIXIN-AY2-00000000", 3_000_000, "2027-12-20");
        Determination before = fixture.on("2027-12-21");
        assertTrue(found(before, FindingCode.INSTRUCTION_BEFORE_REPORT)
                .get(0)
                .message()
                .contains("no report on year 2"));
        fixture.reports(report(2, "732000000").dated("2028-01-05").received("2028-01-07"));
        assertEquals(
                "3000000 = 0 + 0 + 3000000 + 0 HELD INSTRUCTION_UNKNOWN",
                standing(line(fixture.on("2028-01-10"), 2, 2)));
    }

    // ---- restatements while a paper is open

    /** Signed on 598,500,000, restated to another figure afterwards. */
    private static EscrowFixture signedAndRestatedTo(String revenue) {
        EscrowFixture fixture = short10();
        fixture.paper(1, drafted(fixture, 1, "2027-01-12"), 2_700_000, "2027-01-13")
                .reports(report(1, revenue)
                        .id("RPT-1B")
                        .supersedes("RPT-1")
                        .dated("2027-01-15")
                        .received("2027-01-16")
                        .line(7));
        return fixture;
    }

    @Test
    void afterARestatementUpwardWhatIsSignedStaysSignedAndTheDifferenceIsDrafted() {
        Determination determination = signedAndRestatedTo("665000000").on("2027-01-20");
        assertEquals("3000000 = 0 + 2700000 + 0 + 300000 TO_INSTRUCT", standing(line(determination, 1, 1)));
        assertEquals(
                1,
                found(determination, FindingCode.INSTRUCTION_OF_EARLIER_DETERMINATION)
                        .size());
        assertEquals(List.of(), codes(determination, Severity.ERROR));
    }

    @Test
    void onceTheDifferenceIsSignedAsWellNothingIsDrafted() {
        EscrowFixture fixture = signedAndRestatedTo("665000000");
        fixture.paper(1, drafted(fixture, 1, "2027-01-20"), 300_000, "2027-01-21");
        assertEquals("3000000 = 0 + 3000000 + 0 + 0 INSTRUCTED", standing(line(fixture.on("2027-01-22"), 1, 1)));
        fixture.release(1, 1, 2_700_000, "2027-01-25").release(1, 1, 300_000, "2027-01-26");
        Determination moved = fixture.on("2027-01-27");
        assertEquals("3000000 = 3000000 + 0 + 0 + 0 CONFIRMED", standing(line(moved, 1, 1)));
        assertEquals(List.of(), codes(moved, Severity.ERROR, Severity.WARNING), "two papers, two transfers");
    }

    @Test
    void afterARestatementDownwardTheSignedQuantityDoesNotFitAnyMore() {
        Determination determination = signedAndRestatedTo("532000000").on("2027-01-20");
        assertEquals("2400000 = 0 + 0 + 2400000 + 0 HELD QUANTITY_DIFFERS", standing(line(determination, 1, 1)));
        assertEquals(List.of(FindingCode.QUANTITY_DIFFERS), codes(determination, Severity.ERROR));
    }

    @Test
    void aRestatementUpwardBesideAnOffsetSplitsTheOpenPaperByItsTranches() {
        EscrowFixture fixture =
                short10().reports(report(2, "805200000").dated("2028-01-07").received("2028-01-10"));
        fixture.carryOut(fixture.on("2027-02-01"), "2027-02-02");
        fixture.paper(2, drafted(fixture, 2, "2028-01-11"), 3_150_000, "2028-01-12")
                .reports(report(2, "878400000")
                        .id("RPT-2B")
                        .supersedes("RPT-2")
                        .dated("2028-01-14")
                        .received("2028-01-14")
                        .line(9));
        Determination determination = fixture.on("2028-01-20");
        assertEquals(
                "272540 = 0 + 150000 + 0 + 122540 TO_INSTRUCT",
                standing(line(determination, 2, 1)),
                "66.5m of the 73.2m credit, at 732m");
        assertEquals("3000000 = 0 + 3000000 + 0 + 0 INSTRUCTED", standing(line(determination, 2, 2)));
    }

    // ---- the reading

    @Test
    void aPaperSignedUnderTheDefaultReadingShowsThatTheReadingWasChangedWithoutADay() {
        EscrowFixture fixture =
                short10().reports(report(2, "805200000").dated("2028-01-07").received("2028-01-10"));
        fixture.carryOut(fixture.on("2027-02-01"), "2027-02-02");
        fixture.paper(2, drafted(fixture, 2, "2028-01-11"), 3_150_000, "2028-01-12")
                .read(new Agreement.ReadingsOnRecord(FULL, Optional.empty(), ""));
        Determination determination = fixture.on("2028-01-20");
        assertEquals(
                List.of(2, 1),
                found(determination, FindingCode.READING_CHANGED).stream()
                        .map(Finding::year)
                        .sorted((a, b) -> b - a)
                        .toList());
        assertTrue(found(determination, FindingCode.READING_CHANGED)
                .get(0)
                .message()
                .startsWith("READING CHANGED"));
        assertEquals(0, found(determination, FindingCode.INSTRUCTION_UNKNOWN).size());
        assertEquals(ReleaseInstruction.Status.HELD, line(determination, 2, 1).status(), "never silently instructed");
    }

    @Test
    void aReadingThatWasAgreedOnLaterLeavesEarlierPapersAsTheyWere() {
        EscrowFixture fixture = short10()
                .reports(report(2, "805200000").dated("2028-01-07").received("2028-01-10"))
                .read(new Agreement.ReadingsOnRecord(FULL, Optional.of(LocalDate.of(2028, 1, 15)), "supplement"));
        fixture.carryOut(fixture.on("2027-02-01"), "2027-02-02");
        fixture.carryOut(fixture.on("2028-01-11"), "2028-01-12");
        Determination determination = fixture.on("2028-01-20");
        assertEquals(List.of(), codes(determination, Severity.ERROR));
        assertEquals("272540 = 150000 + 0 + 0 + 122540 TO_INSTRUCT", standing(line(determination, 2, 1)));
    }

    // ---- the agent's ten business days

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2027-01-28, INSTRUCTED", "2027-01-29, TRANSFER_OVERDUE"})
    void anInstructionIsOverdueAfterTenBusinessDays(String on, ReleaseInstruction.Status status) {
        EscrowFixture fixture = short10();
        fixture.paper(1, drafted(fixture, 1, "2027-01-12"), 2_700_000, "2027-01-13", "2027-01-13", "2027-01-14");
        Determination determination = fixture.on(on);
        assertEquals(status, line(determination, 1, 1).status());
        assertEquals(
                Optional.of(LocalDate.of(2027, 1, 28)),
                line(determination, 1, 1).transferDueOn());
        boolean overdue = status == ReleaseInstruction.Status.TRANSFER_OVERDUE;
        assertEquals(overdue ? List.of(FindingCode.TRANSFER_OVERDUE) : List.of(), codes(determination, Severity.ERROR));
    }

    @Test
    void withoutTheReceiptOfTheReportTheTenDaysCannotBeCounted() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "598500000").dated("2027-01-08"));
        fixture.paper(1, drafted(fixture, 1, "2027-01-12"), 2_700_000, "2027-01-13");
        Determination determination = fixture.on("2027-03-20");
        assertEquals(
                ReleaseInstruction.Status.INSTRUCTED, line(determination, 1, 1).status());
        assertEquals(Optional.empty(), line(determination, 1, 1).documentsCompleteOn());
        assertEquals(1, found(determination, FindingCode.RECEIPT_UNKNOWN).size());
    }
}
