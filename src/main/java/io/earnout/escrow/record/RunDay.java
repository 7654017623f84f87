package io.earnout.escrow.record;

import java.time.LocalDate;

/**
 * The day as of which a run looks at the escrows, and where it lay when the run was made. It decides on rows of what has
 * happened that are dated later: seen from an earlier day they are not known yet; seen from today, or from a day ahead, they
 * can't have happened and are errors.
 *
 * @param asOf the as-of date
 */
public record RunDay(LocalDate asOf, Lies lies) {

    /** Where the as-of date lay when the run was made. */
    public enum Lies {
        EARLIER,
        TODAY,
        AHEAD
    }

    /** The as-of date as it lies on a day. */
    public static RunDay of(LocalDate asOf, LocalDate today) {
        int order = asOf.compareTo(today);
        return new RunDay(asOf, order < 0 ? Lies.EARLIER : order == 0 ? Lies.TODAY : Lies.AHEAD);
    }

    /** Whether the as-of date lies in the future, so that the run is a projection. */
    public boolean isAhead() {
        return lies == Lies.AHEAD;
    }

    /** Whether rows that are dated later are left out; otherwise they are errors. */
    public boolean leavesLaterRowsOut() {
        return lies == Lies.EARLIER;
    }

    /** A day on which a run would see the as-of date where it lies. */
    public LocalDate seenFrom() {
        return switch (lies) {
            case EARLIER -> asOf.plusDays(1);
            case TODAY -> asOf;
            case AHEAD -> asOf.minusDays(1);
        };
    }
}
