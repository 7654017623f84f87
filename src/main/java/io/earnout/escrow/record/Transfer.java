package io.earnout.escrow.record;

import io.earnout.escrow.finding.Source;
import io.earnout.terms.Shares;
import io.earnout.terms.Term;
import java.time.LocalDate;

/**
 * A transfer out of escrow that the agent confirmed (EA 3.2), or one that it took back. Nothing else moves shares for good.
 *
 * @param year the assessment year whose instruction it carries out
 * @param shares of the day on which it was confirmed
 * @param trancheYear the year whose shares moved
 * @param instructionId the number of that instruction; empty if the record doesn't name it
 * @param reference what the agent calls it; with its tranche it names the transfer
 */
public record Transfer(
        int year,
        int trancheYear,
        Kind kind,
        Shares shares,
        LocalDate confirmedOn,
        String instructionId,
        String reference,
        Source source) {

    /** To whom the shares went. */
    public enum Kind implements Term {
        /** To the seller (SPA 5.1, 5.2(2)). */
        RELEASE("release"),
        /** Back to the issuer for cancellation (SPA 5.2(1)). */
        RETURN("return"),
        /** Back into the escrow: the agent takes back a transfer that it confirmed, whose reference the row has. */
        REVERSAL("reversal");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    public boolean isReversal() {
        return kind == Kind.REVERSAL;
    }

    public boolean isRelease() {
        return kind == Kind.RELEASE;
    }
}
