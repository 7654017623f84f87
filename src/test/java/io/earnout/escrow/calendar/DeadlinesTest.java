package io.earnout.escrow.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.terms.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    @ParameterizedTest(name = "a year that ends on {0} is released by {1}, because day 60 is a {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-30 | 2027-01-29 | Friday
            2027-11-30 | 2028-01-31 | Saturday, which moves to Monday
            2028-11-30 | 2029-01-29 | Monday
            2029-11-30 | 2030-01-29 | Tuesday
            2030-11-30 | 2031-01-29 | Wednesday
            2022-11-30 | 2023-01-30 | Sunday, which moves to Monday
            2023-12-31 | 2024-02-29 | Thursday of a leap year
            """)
    void daySixtyExcludesTheLastDayOfTheYearAndMovesOffTheWeekend(LocalDate endsOn, LocalDate due, String because) {
        Period year = new Period(endsOn.minusYears(1).plusDays(1), endsOn);
        assertEquals(due, new Deadlines(BusinessCalendar.WEEKENDS_ALONE).releaseDue(year), because);
    }

    /** The days around day 60 of the year that ends on 30 November 2027, Saturday 29 January 2028. */
    private static final LocalDate FIRST = LocalDate.of(2028, 1, 27);

    private static final int DAYS = 6;

    /**
     * Every pair of calendars in which each of six days, Thursday to Tuesday, is out of the ordinary or not in each of two
     * places, against a count day by day.
     */
    @Test
    void everyPairOfCalendarsIsCountedDayByDay() {
        Period year = new Period(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 11, 30));
        LocalDate sixty = LocalDate.of(2028, 1, 29);
        for (int first = 0; first < 1 << DAYS; first++) {
            for (int second = 0; second < 1 << DAYS; second++) {
                int one = first;
                int other = second;
                Deadlines deadlines = new Deadlines(
                        calendar("CN", one, Integer.bitCount(other)).and(calendar("US", other, Integer.bitCount(one))));
                Predicate<LocalDate> inOne = day -> isBusinessDay(day, one);
                Predicate<LocalDate> inBoth = inOne.and(day -> isBusinessDay(day, other));
                LocalDate due = sixty;
                while (!inOne.test(due)) {
                    due = due.plusDays(1);
                }
                assertEquals(due, deadlines.releaseDue(year), "day 60 under the governing law alone");
                for (int back = 0; back < 20; back++) {
                    LocalDate from = sixty.minusDays(back);
                    assertEquals(count(from, 10, inBoth), deadlines.transferDue(from));
                    assertEquals(count(from, 15, inBoth), deadlines.depositDue(from));
                }
                LocalDate latest = sixty;
                while (!inBoth.test(latest) || count(latest, 10, inBoth).isAfter(sixty)) {
                    latest = latest.minusDays(1);
                }
                assertEquals(latest, deadlines.latestReceipt(sixty));
            }
        }
    }

    /** Three years of two places: known or not, whatever the count touches is told, and nothing else. */
    @Test
    void aCountIsCertainOnlyIfAllYearsThatItTouchesAreKnown() {
        for (int known = 0; known < 1 << 6; known++) {
            BusinessCalendar both = years("CN", known & 7).and(years("US", known >> 3));
            for (int days = -400; days <= 400; days += 20) {
                LocalDate from = LocalDate.of(2028, 6, 30);
                LocalDate to = from.plusDays(days);
                Set<String> unknown = new TreeSet<>();
                for (LocalDate day = days < 0 ? to : from; !day.isAfter(days < 0 ? from : to); day = day.plusDays(1)) {
                    int at = day.getYear() - 2027;
                    if (((known >> at) & 1) == 0) {
                        unknown.add("CN " + day.getYear());
                    }
                    if (((known >> (at + 3)) & 1) == 0) {
                        unknown.add("US " + day.getYear());
                    }
                }
                assertEquals(unknown, new Deadlines(both).unknownBetween(from, to));
                assertEquals(unknown, new Deadlines(both).unknownBetween(to, from));
            }
        }
    }

    private static BusinessCalendar years(String name, int known) {
        Map<LocalDate, BusinessCalendar.Kind> days = new TreeMap<>();
        for (int year = 2027; year <= 2029; year++) {
            int holidays = BusinessCalendar.HOLIDAYS_OF_A_KNOWN_YEAR - 1 + ((known >> (year - 2027)) & 1);
            for (int day = 1; day <= holidays; day++) {
                days.put(LocalDate.of(year, 5, day), BusinessCalendar.Kind.HOLIDAY);
            }
        }
        return BusinessCalendar.ofPlace(name, days, Set.of());
    }

    /** What is out of the ordinary: a weekday is a holiday, a weekend a working day; and some holidays far away. */
    private static BusinessCalendar calendar(String name, int special, int farAway) {
        Map<LocalDate, BusinessCalendar.Kind> days = new TreeMap<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            if (((special >> i) & 1) == 1) {
                days.put(
                        day,
                        BusinessCalendar.isWeekend(day)
                                ? BusinessCalendar.Kind.WORKING_DAY
                                : BusinessCalendar.Kind.HOLIDAY);
            }
        }
        for (int i = 0; i < farAway; i++) {
            days.put(LocalDate.of(2029, 5, 1 + i), BusinessCalendar.Kind.HOLIDAY);
        }
        return BusinessCalendar.ofPlace(name, days, Set.of());
    }

    private static boolean isBusinessDay(LocalDate day, int special) {
        boolean weekday = day.getDayOfWeek().getValue() <= 5;
        long at = ChronoUnit.DAYS.between(FIRST, day);
        return weekday != (at >= 0 && at < DAYS && ((special >> at) & 1) == 1);
    }

    private static LocalDate count(LocalDate from, int days, Predicate<LocalDate> isBusinessDay) {
        LocalDate day = from;
        for (int left = days; left > 0; left -= isBusinessDay.test(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }
}
