package io.earnout.terms;

import java.time.LocalDate;

/**
 * The days of an assessment year (SPA 1.4, 4.1).
 *
 * @param startsOn its first day
 * @param endsOn its last day, not before the first
 */
public record Period(LocalDate startsOn, LocalDate endsOn) {

    public Period {
        if (endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException("a period that ends on " + endsOn + " can't start on " + startsOn);
        }
    }

    /** Whether the last day is over on the given day. */
    public boolean hasEndedBy(LocalDate day) {
        return day.isAfter(endsOn);
    }
}
