package io.earnout.escrow.determination;

import static io.earnout.escrow.EscrowFixture.codes;
import static io.earnout.escrow.EscrowFixture.found;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
        Determination determination = EscrowFixture.of().expires("2031-06-30").on("2026-12-01");
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
        assertEquals(List.of("release 2027-01-29 -3"), of(EscrowFixture.of().on("2027-02-01"), 1));
        assertEquals(
                List.of("report-and-instruction 2027-01-15 0", "release 2027-01-29 14"),
                of(EscrowFixture.of().on("2027-01-15"), 1));
        assertEquals(List.of("release 2027-01-29 13"), of(EscrowFixture.of().on("2027-01-16"), 1));
    }

    @Test
    void whatIsInstructedIsToBeTransferredAndWhatIsTransferredIsDone() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "665000000").received("2027-01-11"));
        fixture.paper(1, fixture.on("2027-01-12").instructions().get(0).instructionId(), 3_000_000, "2027-01-13");
        assertEquals(List.of("transfer 2027-01-27 12", "release 2027-01-29 14"), of(fixture.on("2027-01-15"), 1));
        fixture.release(1, 1, 3_000_000, "2027-01-18");
        assertEquals(List.of(), of(fixture.on("2027-01-18"), 1));
    }

    @Test
    void theDepositIsADeadlineUntilItIsOnRecord() {
        assertEquals(
                List.of("deposit 2025-12-23 13"),
                of(EscrowFixture.of().notDeposited().on("2025-12-10"), 0));
        assertEquals(
                List.of("escrow-fee 2026-12-10 365"),
                of(EscrowFixture.of().deposited("2025-12-10").on("2025-12-10"), 0));
    }

    /** Five holidays of each of the years, in September, which no day here rests on, and what else is given. */
    private static BusinessCalendar known(String name, Map<LocalDate, BusinessCalendar.Kind> days, int... years) {
        Map<LocalDate, BusinessCalendar.Kind> all = new TreeMap<>(days);
        for (int year : years) {
            for (int day = 1; day <= BusinessCalendar.HOLIDAYS_OF_A_KNOWN_YEAR; day++) {
                all.put(LocalDate.of(year, 9, day), BusinessCalendar.Kind.HOLIDAY);
            }
        }
        return BusinessCalendar.ofPlace(name, all, Set.of());
    }

    private static List<String> provisional(Determination determination, int year) {
        return determination.deadlines().stream()
                .filter(deadline -> year < 0 || deadline.year() == year)
                .flatMap(deadline -> deadline.provisional().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void aCalendarWithoutDataForAYearIsProvisional() {
        Map<LocalDate, BusinessCalendar.Kind> days = new TreeMap<>();
        days.put(LocalDate.of(2028, 1, 3), BusinessCalendar.Kind.HOLIDAY);
        for (int day = 1; day < BusinessCalendar.HOLIDAYS_OF_A_KNOWN_YEAR; day++) {
            days.put(LocalDate.of(2029, 9, day), BusinessCalendar.Kind.HOLIDAY);
        }
        // weekends that are worked are no holidays, however many
        LocalDate saturday = LocalDate.of(2030, 9, 7);
        for (int week = 0; week < 8; week++) {
            days.put(saturday.plusWeeks(week), BusinessCalendar.Kind.WORKING_DAY);
        }
        Determination determination =
                EscrowFixture.of().calendar(known("CN", days, 2026, 2027)).on("2026-12-01");
        assertEquals(List.of("CN 2028", "CN 2029", "CN 2030", "CN 2031"), provisional(determination, -1));
        assertEquals(
                List.of("PROVISIONAL: holidays.csv has 1 holiday of CN 2028; 4 holidays of CN 2029; none of CN 2030,"
                        + " CN 2031; at least 5 holidays of a year are expected, and days that depend on these years"
                        + " may move"),
                found(determination, FindingCode.DATES_PROVISIONAL).stream()
                        .map(Finding::message)
                        .toList());
        assertEquals(List.of(), provisional(determination, 1), "all is known of year 1");
        assertEquals(List.of(), codes(determination, Severity.ERROR, Severity.WARNING));
    }

    @Test
    void aYearWithARowAtFaultIsNotKnownHoweverManyHolidaysAreListed() {
        BusinessCalendar faulty = known("CN", Map.of(), 2026, 2027, 2028, 2029, 2030, 2031)
                .and(BusinessCalendar.ofPlace("US", Map.of(), Set.of(2027)));
        Determination determination = EscrowFixture.of().calendar(faulty).on("2026-12-01");
        assertTrue(found(determination, FindingCode.DATES_PROVISIONAL)
                .get(0)
                .message()
                .startsWith("PROVISIONAL: holidays.csv has an invalid row of US 2027; none of US 2028, "));
    }

    @Test
    void aWeekendThatIsMadeAWorkingDayCounts() {
        BusinessCalendar calendar = known(
                "CN",
                Map.of(
                        LocalDate.of(2028, 1, 29), BusinessCalendar.Kind.WORKING_DAY,
                        LocalDate.of(2029, 1, 29), BusinessCalendar.Kind.HOLIDAY),
                2028,
                2029);
        Determination determination = EscrowFixture.of().calendar(calendar).on("2026-12-01");
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
    void theGoverningLawsCalendarAloneMovesDaySixtyAndAllThatAreNamedCountTheBusinessDays() {
        // Saturday 29 January 2028 is day 60; the Saturday is worked in the PRC, the Monday a holiday in the US
        BusinessCalendar prc =
                known("CN", Map.of(LocalDate.of(2028, 1, 29), BusinessCalendar.Kind.WORKING_DAY), 2027, 2028);
        BusinessCalendar us = known("US", Map.of(LocalDate.of(2028, 1, 31), BusinessCalendar.Kind.HOLIDAY), 2027);
        Determination prcFirst = EscrowFixture.of().calendar(prc.and(us)).on("2026-12-01");
        Determination usFirst = EscrowFixture.of().calendar(us.and(prc)).on("2026-12-01");
        assertEquals("release 2028-01-29", of(prcFirst, 2).get(1).substring(0, 18));
        assertEquals(
                "release 2028-02-01",
                of(usFirst, 2).get(1).substring(0, 18),
                "under the law of the US neither the Saturday nor the Monday");
        for (Determination determination : List.of(prcFirst, usFirst)) {
            assertEquals(
                    "report-and-instruction 2028-01-14",
                    of(determination, 2).get(0).substring(0, 33),
                    "the ten business days go by both, in any order");
        }
        assertEquals(
                List.of("report-and-instruction [US 2028]", "release []"),
                prcFirst.deadlines().stream()
                        .filter(deadline -> deadline.year() == 2)
                        .map(deadline -> deadline.kind().term() + " " + deadline.provisional())
                        .toList(),
                "day 60 rests on no holiday of the US");
    }

    @Test
    void aDayThatAllPartiesAgreedOnIsCertainWhateverHolidaysAreKnown() {
        Determination determination = EscrowFixture.of()
                .calendar(BusinessCalendar.ofPlace("CN", Map.of(), Set.of()))
                .agreed(1, Optional.empty(), "2027-05-15", "2026-11-01", EscrowFixture.ALL_FOUR)
                .on("2026-12-01");
        assertEquals(
                List.of("report-and-instruction 2027-04-30 [CN 2027]", "release 2027-05-15 []"),
                determination.deadlines().stream()
                        .filter(deadline -> deadline.year() == 1)
                        .map(deadline -> deadline.kind().term() + " " + deadline.dueOn() + " " + deadline.provisional())
                        .toList());
    }
}
