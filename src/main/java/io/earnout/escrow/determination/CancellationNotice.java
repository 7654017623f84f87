package io.earnout.escrow.determination;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.Shares;
import java.util.List;

/**
 * What is to be returned of one tranche for cancellation when the agreement expires (SPA 5.2(1)). Until then a later
 * excess can still restore it.
 *
 * @param deducted what the year's shortfall, or an agreement of all parties, deducted
 * @param restored what later years gave back
 * @param toCancel what is left
 * @param returned what the agent confirmed as returned
 * @param restorable a bound of what the years still to be assessed can give back, whatever their revenue; rounding can keep
 *     what they give back some shares below it
 */
public record CancellationNotice(
        AssessmentYear tranche,
        Shares deducted,
        Shares restored,
        Shares toCancel,
        Shares returned,
        Shares restorable,
        Status status,
        List<Clause> clauses) {

    /** How certain it is. */
    public enum Status {
        /** Later years, transfers or decisions can still change it. */
        PROJECTED,
        /** The agreement has expired and nothing is open: it is to be returned. */
        FINAL,
        /** The agent confirmed the return of all of it. */
        RETURNED
    }

    /** What will be cancelled at least, whatever the years to come bring: a bound on the safe side. */
    public Shares certain() {
        return toCancel.minus(restorable);
    }
}
