package io.earnout.escrow;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Shares;
import java.util.List;
import java.util.Optional;

/**
 * One line of a joint written instruction (EA 3.1(b)): shares of one tranche that one assessment year's result releases.
 * The lines of one agreement and assessment year are one instruction and share its id.
 *
 * @param assessmentYear the year whose result releases the shares
 * @param tranche the year whose shares move
 * @param deducted what the tranche's own shortfall deducted (SPA 5.2(1))
 * @param revenueOffset the credit laid on the tranche's shortfall; nothing where the year releases its own tranche
 * @param entitled the shares that the seller is entitled to by this line
 * @param held the shares that a gate holds back
 * @param toInstruct the shares to put into the instruction now
 * @param reasons why shares are held; empty where none are
 */
public record ReleaseInstruction(
        int assessmentYear,
        AssessmentYear tranche,
        Kind kind,
        String instructionId,
        Shares deducted,
        Optional<ExactMoney> revenueOffset,
        Shares entitled,
        Shares held,
        Shares toInstruct,
        Status status,
        List<Code> reasons,
        String reportId,
        List<Clause> clauses) {

    /** Under which clause the shares move. */
    public enum Kind {
        /** A year's own tranche (SPA 5.1). */
        RELEASE("release"),
        /** Deducted shares of an earlier year that an excess gives back (SPA 5.2(2)). */
        RESTORATION("restoration");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        /** How files name it. */
        public String term() {
            return term;
        }
    }

    /** Where the line stands. */
    public enum Status {
        /** The draft is ready for signature. */
        TO_INSTRUCT,
        /** A gate is closed; the reasons say which. */
        HELD
    }
}
