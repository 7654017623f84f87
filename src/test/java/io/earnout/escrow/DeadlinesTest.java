package io.earnout.escrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.terms.Period;
import java.time.LocalDate;
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
}
