package io.earnout.escrow.calendar;

import static io.earnout.escrow.InputFiles.report;
import static io.earnout.escrow.WorkedCases.day;
import static io.earnout.escrow.WorkedCases.number;
import static io.earnout.escrow.WorkedCases.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.WorkedCases;
import io.earnout.escrow.delay.Delay;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.determination.Position;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.Kaixin;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked dates: day 60, the last receipt that still meets it, the deposit, and whose the days of a delay are. */
class WorkedDatesTest {

    private static final Map<?, ?> DATES = WorkedCases.object(WorkedCases.all(), "dates");
    private static final List<Map<?, ?>> YEARS = WorkedCases.list(DATES, "assessment_years");

    @TestFactory
    Stream<DynamicTest> everyYearIsDueOnTheWorkedDays() {
        assertEquals(5, YEARS.size());
        return YEARS.stream()
                .map(worked -> DynamicTest.dynamicTest("year " + text(worked, "period"), () -> compare(worked)));
    }

    private static void compare(Map<?, ?> worked) {
        int year = (int) number(worked, "period");
        LocalDate ends = day(worked, "year_end");
        assertEquals(Kaixin.years().get(year - 1).period().endsOn(), ends);
        LocalDate sixty = day(worked, "day60_start_excluded");
        assertEquals(ends.plusDays(60), sixty);
        assertEquals(sixty.minusDays(1), day(worked, "day60_start_included"), "which is not how it is counted");
        assertEquals(text(worked, "weekday"), sixty.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        assertEquals(day(worked, "rolled_PRC_statutory"), due("PRC", year, Deadline.Kind.RELEASE));
        assertEquals(day(worked, "rolled_US"), due("US", year, Deadline.Kind.RELEASE));
        for (String calendar : List.of("PRC", "US", "BOTH", "WEEKDAYS")) {
            assertEquals(
                    day(worked, "last_doc_receipt_" + calendar),
                    due(calendar, year, Deadline.Kind.DOCUMENTS),
                    () -> "the last receipt under " + calendar);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRC", "US", "BOTH", "WEEKDAYS"})
    void theDepositIsDueFifteenBusinessDaysAfterTheSigning(String calendar) {
        assertEquals(
                day(WorkedCases.object(DATES, "deposit_deadline_from_2025_12_02"), calendar),
                due(calendar, 0, Deadline.Kind.DEPOSIT));
    }

    @TestFactory
    Stream<DynamicTest> theDaysOfADelayFallToTheIssuerFirstAndThenToTheAgent() {
        List<Map<?, ?>> examples = WorkedCases.list(DATES, "attribution_example");
        assertEquals(2, examples.size());
        return examples.stream()
                .map(worked -> DynamicTest.dynamicTest(text(worked, "calendar"), () -> attribute(worked)));
    }

    private static void attribute(Map<?, ?> worked) {
        EscrowFixture fixture = EscrowFixture.of(report(1, "665000000").received("2027-01-12"))
                .calendar(calendar(text(worked, "calendar")))
                .close("2027-01-04", "1.00");
        String number = fixture.on("2027-01-20").instructions().get(0).instructionId();
        fixture.paper(1, number, 3_000_000, "2027-01-25", "2027-01-28", text(worked, "docs_received"))
                .release(1, 1, 3_000_000, text(worked, "released"));
        Determination determination = fixture.on("2027-03-10");
        ReleaseInstruction line = determination.instructions().get(0);
        assertEquals(day(worked, "day60"), line.releaseDueOn());
        assertEquals(Optional.of(day(worked, "ten_bd_end")), line.transferDueOn());
        assertEquals(ReleaseInstruction.Status.CONFIRMED, line.status());
        Delay issuer = determination.delays().get(0);
        Delay agent = determination.delays().get(1);
        assertEquals(2, determination.delays().size());
        assertEquals(Delay.Party.ISSUER, issuer.party());
        assertEquals(Delay.Party.ESCROW_AGENT, agent.party());
        assertEquals(number(worked, "party_A_days"), issuer.days());
        assertEquals(number(worked, "party_D_days"), agent.days());
        assertEquals(number(worked, "total_days_late"), issuer.days() + agent.days());
        assertEquals(day(worked, "ten_bd_end"), issuer.lastDay());
        assertEquals(day(worked, "released"), agent.lastDay());
        assertEquals(
                text(worked, "penalty_A") + ".00",
                issuer.penalty().orElseThrow().plain());
        assertEquals(
                text(worked, "penalty_D") + ".00", agent.penalty().orElseThrow().plain());
        assertEquals(number(worked, "penalty_total"), number(worked, "penalty_A") + number(worked, "penalty_D"));
        assertEquals(List.of(), EscrowFixture.codes(determination, Severity.ERROR));
    }

    @Test
    void theEscrowFeeCountsAStartedYearInFull() {
        Map<?, ?> worked = WorkedCases.object(DATES, "escrow_fee_example");
        EscrowFixture fixture = EscrowFixture.of(
                        report(1, "665000000"),
                        report(2, "732000000"),
                        report(3, "805000000"),
                        report(4, "885000000"),
                        report(5, "974000000"))
                .deposited(text(worked, "start"));
        for (int year = 1; year <= 4; year++) {
            fixture.release(year, year, 3_000_000, "2030-06-03");
        }
        assertEquals(fee(worked, "complete_years"), fees(fixture, "2030-12-22"), "the day before its sixth year");
        fixture.release(5, 5, 3_000_000, text(worked, "stop"));
        assertEquals(fee(worked, "part_year_counts_full"), fees(fixture, text(worked, "stop")));
        assertEquals(
                fee(worked, "part_year_counts_full"),
                fees(fixture, "2035-01-01"),
                "an escrow that is empty costs nothing more");
    }

    private static String fee(Map<?, ?> worked, String name) {
        return text(worked, name) + ".00";
    }

    private static String fees(EscrowFixture fixture, String on) {
        return Position.plain(fixture.on(on).position().feesDue().orElseThrow());
    }

    private static LocalDate due(String calendar, int year, Deadline.Kind kind) {
        Determination determination =
                EscrowFixture.of().notDeposited().calendar(calendar(calendar)).on("2025-12-05");
        return determination.deadlines().stream()
                .filter(deadline -> deadline.year() == year && deadline.kind() == kind)
                .findFirst()
                .orElseThrow()
                .dueOn();
    }

    // ---- the calendars behind the worked dates

    private static BusinessCalendar calendar(String name) {
        return switch (name) {
            case "PRC" -> place("PRC", statutoryHolidaysOfThePrc());
            case "US" -> place("US", federalHolidays());
            case "BOTH" -> calendar("PRC").and(calendar("US"));
            default -> BusinessCalendar.WEEKENDS_ALONE;
        };
    }

    private static BusinessCalendar place(String name, Set<LocalDate> holidays) {
        Map<LocalDate, BusinessCalendar.Kind> days = new TreeMap<>();
        holidays.forEach(holiday -> days.put(holiday, BusinessCalendar.Kind.HOLIDAY));
        return BusinessCalendar.ofPlace(name, days, Set.of());
    }

    /** New Year's Day, and of the Spring Festival its eve and its first three days. */
    private static Set<LocalDate> statutoryHolidaysOfThePrc() {
        Set<LocalDate> holidays = new TreeSet<>();
        for (Map<?, ?> worked : YEARS) {
            LocalDate springFestival = day(worked, "cny");
            holidays.add(LocalDate.of(springFestival.getYear(), 1, 1));
            for (int after = -1; after <= 2; after++) {
                holidays.add(springFestival.plusDays(after));
            }
        }
        return holidays;
    }

    private static Set<LocalDate> federalHolidays() {
        Set<LocalDate> holidays = new TreeSet<>();
        for (int year = 2025; year <= 2031; year++) {
            holidays.addAll(List.of(
                    LocalDate.of(year, 1, 1),
                    nth(3, DayOfWeek.MONDAY, year, Month.JANUARY),
                    nth(3, DayOfWeek.MONDAY, year, Month.FEBRUARY),
                    nth(-1, DayOfWeek.MONDAY, year, Month.MAY),
                    LocalDate.of(year, 6, 19),
                    LocalDate.of(year, 7, 4),
                    nth(1, DayOfWeek.MONDAY, year, Month.SEPTEMBER),
                    nth(2, DayOfWeek.MONDAY, year, Month.OCTOBER),
                    LocalDate.of(year, 11, 11),
                    nth(4, DayOfWeek.THURSDAY, year, Month.NOVEMBER),
                    LocalDate.of(year, 12, 25)));
        }
        return holidays;
    }

    private static LocalDate nth(int nth, DayOfWeek day, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
    }
}
