package io.earnout.escrow;

import io.earnout.terms.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** The days by which something is due. Business days are computed on weekends alone. */
final class Deadlines {

    private static final int DAYS_TO_RELEASE = 60;

    private Deadlines() {}

    /**
     * The last day for the release of a year's tranche (SPA 5.1): day 60 after the year's end, which itself is not
     * counted; if that is no business day, the next one (PRC Civil Code 201, 203).
     */
    static LocalDate releaseDue(Period year) {
        LocalDate day = year.endsOn().plusDays(DAYS_TO_RELEASE);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
