package io.earnout.escrow.release;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.ShareFactor;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import io.earnout.terms.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Shares of one tranche that one assessment year's result releases, and how far their joint written instruction has come (EA
 * 3.1(b)). What is to be instructed of one agreement and assessment year is one draft and shares its number.
 *
 * @param assessmentYear the year whose result releases the shares
 * @param tranche the year whose shares move
 * @param instructionId the number of the year's draft; without one of the instruction that waits or is open; otherwise of all that
 *     the year's result releases
 * @param deducted what is deducted of the tranche by its own result (SPA 5.2(1)), or as all parties agreed (5.3)
 * @param adjustment what the agreement of all parties adds to the formula's shares, below zero for fewer; nothing without one
 * @param revenueOffset the credit applied to the tranche's shortfall; nothing where the year releases its own tranche
 * @param entitled the shares that the year's result gives the seller by this line, whatever holds them: confirmed,
 *     instructed, held, and to instruct add up to them, unless some were returned before
 * @param confirmed the part of them that the agent has transferred
 * @param instructed the part that is signed and received, and not transferred yet
 * @param held the shares that must not be instructed now
 * @param awaiting the part of them that waits for a signature on an instruction, or for its receipt, and for nothing else
 * @param toInstruct the shares to put into the instruction now, and what is left of a share of the day
 * @param ofTheDay the same in shares of the day; nothing while no share has changed since the signature, so that they are the same
 * @param reasons why shares are held
 * @param documentsCompleteOn when the agent had report and instruction; nothing while it hasn't, or if it isn't on record
 * @param transferDueOn ten business days later (EA 3.2)
 */
public record ReleaseInstruction(
        int assessmentYear,
        AssessmentYear tranche,
        Kind kind,
        String instructionId,
        Shares deducted,
        Optional<Long> adjustment,
        Optional<ExactMoney> revenueOffset,
        Shares entitled,
        ExactShares confirmed,
        ExactShares instructed,
        ExactShares held,
        ExactShares awaiting,
        ExactShares toInstruct,
        Optional<OfTheDay> ofTheDay,
        Status status,
        List<FindingCode> reasons,
        String reportId,
        LocalDate releaseDueOn,
        Optional<LocalDate> documentsCompleteOn,
        Optional<LocalDate> transferDueOn,
        List<Clause> clauses) {

    /**
     * What is to be instructed, in shares of the day.
     *
     * @param factor how many shares of the day one signed share is
     * @param quantity what the joint instruction says
     * @param fractionLeft what is left of a share: it is never instructed, and goes back at the end
     */
    public record OfTheDay(ShareFactor factor, Shares quantity, ExactShares fractionLeft) {}

    /** The shares to put into the joint instruction now, as it says them: whole shares of the day. */
    public Shares quantity() {
        return ofTheDay.map(OfTheDay::quantity).orElseGet(toInstruct::roundedDown);
    }

    /** Under which clause the shares move. */
    public enum Kind implements Term {
        /** A year's own tranche (SPA 5.1). */
        RELEASE("release"),
        /** Deducted shares of an earlier year that an excess gives back (SPA 5.2(2)). */
        RESTORATION("restoration");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /** The state of the line. */
    public enum Status {
        /** The draft is ready for signature. */
        TO_INSTRUCT,
        /** Signed and received; the agent's ten business days run. */
        INSTRUCTED,
        /** They have run out. */
        TRANSFER_OVERDUE,
        /** The agent has transferred all of it. */
        CONFIRMED,
        /** A gate is closed; the reasons say which. */
        HELD,
        /** The instruction is drawn up; a signature is missing. */
        AWAITING_SIGNATURE,
        /** The instruction is signed by both, and the agent has not received it. */
        AWAITING_RECEIPT,
        /** Nothing can be instructed: more was released than is due, or the shares were returned, or none are due. */
        NOTHING_DUE
    }
}
