package io.earnout.terms;

import java.time.LocalDate;

/**
 * The days of an assessment year (SPA 1.4, 4.1).
 *
 * @param startsOn its first day
 * @param endsOn its last day, not before the first
 */
public record Period(LocalDate startsOn, LocalDate endsOn) {

    private static final int DAYS_TO_RELEASE = 60;

    public Period {
        if (endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException("a period that ends on " + endsOn + " can't start on " + startsOn);
        }
    }

    /**
     * Day 60 after the last day, which itself is not counted (SPA 5.1). Whether it is a business day is for the calendar to
     * say.
     */
    public LocalDate sixtiethDayAfter() {
        return sixtiethDayAfter(endsOn);
    }

    /** The same, of a year that ends on a day. */
    public static LocalDate sixtiethDayAfter(LocalDate endsOn) {
        return endsOn.plusDays(DAYS_TO_RELEASE);
    }

    /** Whether the last day is over on the given day. */
    public boolean hasEndedBy(LocalDate day) {
        return day.isAfter(endsOn);
    }
}
