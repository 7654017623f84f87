package io.earnout.escrow.determination;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.util.List;
import java.util.Optional;

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
 * @param returnQuantity what is still to be returned of it, in whole shares of the day, with the last tranche of a final list all that is
 *     left in the agent's account; nothing while no share has changed since the signature
 */
public record CancellationNotice(
        AssessmentYear tranche,
        Shares deducted,
        Shares restored,
        Shares toCancel,
        ExactShares returned,
        ExactShares restorable,
        Optional<Shares> returnQuantity,
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

    CancellationNotice returning(Shares quantity) {
        return new CancellationNotice(
                tranche, deducted, restored, toCancel, returned, restorable, Optional.of(quantity), status, clauses);
    }

    /** What will be cancelled at least, whatever the years to come bring: a bound on the safe side. */
    public ExactShares certain() {
        return ExactShares.of(toCancel).minus(restorable);
    }
}
