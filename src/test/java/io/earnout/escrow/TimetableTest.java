package io.earnout.escrow;

import static io.earnout.escrow.Docket.codes;
import static io.earnout.escrow.Docket.found;
import static io.earnout.escrow.Filed.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is still to be done, by when, and how certain the day is. */
class TimetableTest {

    private static List<String> of(Determination determination, int year) {
        return determination.deadlines().stream()
                .filter(deadline -> deadline.year() == year)
                .map(deadline ->
                        deadline.kind().term() + " " + deadline.dueOn() + " " + deadline.daysLeft(determination.asOf()))
                .toList();
    }

    @Test
    void beforeAnyReportHasComeTheCountdownRuns() {
        Determination determination = Docket.of().expires("2031-06-30").on("2026-12-01");
        assertEquals(List.of("escrow-fee 2026-12-23 22", "expiration 2031-06-30 1672"), of(determination, 0));
        assertEquals(List.of("report-and-instruction 2027-01-15 45", "release 2027-01-29 59"), of(determination, 1));
        Deadline documents = determination.deadlines().stream()
                .filter(deadline -> deadline.kind() == Deadline.Kind.DOCUMENTS)
                .findFirst()
                .orElseThrow();
        assertEquals(LocalDate.of(2027, 1, 12), documents.sendBy().orElseThrow(), "given on the third day (SPA 11.3)");
    }

    @Test
    void aMissedDayCountsBelowZeroAndAMissedReceiptIsNoDeadlineAnyMore() {
        assertEquals(List.of("release 2027-01-29 -3"), of(Docket.of().on("2027-02-01"), 1));
        assertEquals(
                List.of("report-and-instruction 2027-01-15 0", "release 2027-01-29 14"),
                of(Docket.of().on("2027-01-15"), 1));
        assertEquals(List.of("release 2027-01-29 13"), of(Docket.of().on("2027-01-16"), 1));
    }

    @Test
    void whatIsInstructedIsToBeTransferredAndWhatIsTransferredIsDone() {
        Docket docket = Docket.of(report(1, "665000000").received("2027-01-11"));
        docket.paper(1, docket.on("2027-01-12").instructions().get(0).instructionId(), 3_000_000, "2027-01-13");
        assertEquals(List.of("transfer 2027-01-27 12", "release 2027-01-29 14"), of(docket.on("2027-01-15"), 1));
        docket.release(1, 1, 3_000_000, "2027-01-18");
        assertEquals(List.of(), of(docket.on("2027-01-18"), 1));
    }

    @Test
    void theDepositIsADeadlineUntilItIsOnRecord() {
        assertEquals(
                List.of("deposit 2025-12-23 13"), of(Docket.of().notDeposited().on("2025-12-10"), 0));
        assertEquals(
                List.of("escrow-fee 2026-12-10 365"),
                of(Docket.of().deposited("2025-12-10").on("2025-12-10"), 0));
    }

    @Test
    void aCalendarWithoutDataForAYearIsProvisional() {
        BusinessCalendar known = BusinessCalendar.of(
                "CN", Map.of(LocalDate.of(2027, 1, 1), BusinessCalendar.Kind.HOLIDAY), Set.of(2026, 2027));
        Determination determination = Docket.of().calendar(known).on("2026-12-01");
        assertEquals(
                List.of("CN 2028", "CN 2029", "CN 2030", "CN 2031"),
                determination.deadlines().stream()
                        .flatMap(deadline -> deadline.provisional().stream())
                        .distinct()
                        .sorted()
                        .toList());
        assertEquals(1, found(determination, Code.DATES_PROVISIONAL).size());
        assertEquals(
                List.of(),
                determination.deadlines().stream()
                        .filter(deadline -> deadline.year() == 1)
                        .flatMap(deadline -> deadline.provisional().stream())
                        .toList(),
                "all is known of year 1");
        assertEquals(List.of(), codes(determination, Severity.ERROR, Severity.WARNING));
    }

    @Test
    void aWeekendThatIsMadeAWorkingDayCounts() {
        BusinessCalendar calendar = BusinessCalendar.of(
                "CN",
                Map.of(
                        LocalDate.of(2028, 1, 29), BusinessCalendar.Kind.WORKING_DAY,
                        LocalDate.of(2029, 1, 29), BusinessCalendar.Kind.HOLIDAY),
                Set.of(2028, 2029));
        Determination determination = Docket.of().calendar(calendar).on("2026-12-01");
        assertEquals(
                List.of("report-and-instruction 2028-01-17", "release 2028-01-29"),
                of(determination, 2).stream()
                        .map(deadline -> deadline.substring(0, deadline.lastIndexOf(' ')))
                        .toList(),
                "the Saturday is the tenth day itself");
        assertEquals(
                "release 2029-01-30",
                of(determination, 3).get(1).substring(0, 18),
                "the Monday is a holiday: the next day");
    }

    @Test
    void inAJoinedCalendarADayCountsIfItDoesInBothPlaces() {
        BusinessCalendar one = BusinessCalendar.of(
                "CN", Map.of(LocalDate.of(2028, 1, 29), BusinessCalendar.Kind.WORKING_DAY), Set.of(2028));
        BusinessCalendar other = BusinessCalendar.of(
                "US", Map.of(LocalDate.of(2028, 1, 31), BusinessCalendar.Kind.HOLIDAY), Set.of(2028));
        Determination determination = Docket.of().calendar(one.and(other)).on("2026-12-01");
        assertEquals(
                "release 2028-02-01",
                of(determination, 2).get(1).substring(0, 18),
                "the Saturday is none in the US, the Monday is a holiday there");
    }
}
