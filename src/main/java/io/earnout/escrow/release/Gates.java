package io.earnout.escrow.release;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.review.Review;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What must be fulfilled before a computed quantity is instructed (EA 3.1, 3.3; SPA 5.3, 8.1), line by line. A gate that is about
 * one year closes the instruction of that year and every line that moves shares of its tranche.
 */
public final class Gates {

    private final Review review;
    private final Rejected rejected;
    private final Set<Integer> rejectedRows;
    private final TransferReview transfers;
    private final List<Suspension> suspensions = new ArrayList<>();
    private final Findings findings;

    Gates(Review review, TransferReview transfers) {
        this.findings = new Findings(review.escrow().agreement().id());
        this.review = review;
        this.rejected = review.escrow().rejected();
        this.rejectedRows = rejected.rows();
        this.transfers = transfers;
        LocalDate asOf = review.asOf();
        for (Suspension suspension : review.escrow().registers().suspensions()) {
            if (suspension.isLiftedInVain()) {
                findLifting(suspension);
            } else if (suspension.liftedOn().isPresent()
                    && suspension.liftingDocument().isEmpty()) {
                findings.find(
                        FindingCode.LIFTING_WITHOUT_DOCUMENT,
                        suspension.year(),
                        suspension.source(),
                        Field.LIFTING_DOCUMENT,
                        "",
                        "lifted on " + suspension.liftedOn().get() + " without a document on record",
                        "record where the "
                                + suspension.liftedBy().orElseThrow().term() + " is kept");
            }
            if (suspension.isInForceOn(asOf)) {
                suspensions.add(suspension);
            }
        }
    }

    /** What is wrong with the liftings on record. */
    List<Finding> findings() {
        return findings.all();
    }

    private void findLifting(Suspension suspension) {
        boolean dispute = suspension.ground() == Suspension.Ground.DISPUTE;
        String ways = dispute ? "settlement or ruling" : "settlement, ruling or withdrawal";
        if (suspension.liftedBy().isEmpty()) {
            findings.find(
                    FindingCode.LIFTING_INCOMPLETE,
                    suspension.year(),
                    suspension.source(),
                    Field.LIFTED_BY,
                    "",
                    "how it was lifted is missing: it stays in force",
                    "fill in " + Field.LIFTED_BY + ": " + ways);
        } else if (suspension.liftedOn().isEmpty()) {
            findings.find(
                    FindingCode.LIFTING_INCOMPLETE,
                    suspension.year(),
                    suspension.source(),
                    Field.LIFTED_ON,
                    "",
                    "the day of the lifting is missing: it stays in force",
                    "fill in " + Field.LIFTED_ON);
        } else {
            findings.find(
                    FindingCode.LIFTING_INCOMPLETE,
                    suspension.year(),
                    suspension.source(),
                    Field.LIFTED_BY,
                    suspension.liftedBy().get().term(),
                    "a dispute ends with a settlement signed by all parties or an effective ruling, not with a"
                            + " withdrawal: it stays in force",
                    "record the settlement or the ruling");
        }
    }

    /** The gates that are closed for shares of a tranche under the instruction of an assessment year. */
    List<FindingCode> closedFor(int assessmentYear, int trancheYear) {
        if (areAllOpen()) {
            return List.of();
        }
        List<FindingCode> closed = new ArrayList<>(2);
        if (rejected.whole()
                || transfers.heldWhole()
                || isAbout(rejectedRows, assessmentYear, trancheYear)
                || isAbout(transfers.heldYears(), assessmentYear, trancheYear)) {
            closed.add(FindingCode.ROW_REJECTED);
        }
        for (Suspension suspension : suspensions) {
            FindingCode gate = suspension.ground().gate();
            if (suspension.covers(assessmentYear, trancheYear) && !closed.contains(gate)) {
                closed.add(gate);
            }
        }
        if (isAbout(review.adjustments().undecided(), assessmentYear, trancheYear)) {
            closed.add(FindingCode.ADJUSTMENT_UNDECIDED);
        }
        if (isAbout(review.amendments().undecided(), assessmentYear, trancheYear)) {
            closed.add(FindingCode.AMENDMENT_UNDECIDED);
        }
        return closed;
    }

    private static boolean isAbout(Set<Integer> years, int assessmentYear, int trancheYear) {
        return years.contains(assessmentYear) || years.contains(trancheYear);
    }

    /** The suspensions in force. */
    public List<Suspension> suspensions() {
        return Collections.unmodifiableList(suspensions);
    }

    /** Whether anything at all is suspended, undecided or rejected. */
    public boolean areAllOpen() {
        return suspensions.isEmpty()
                && review.adjustments().undecided().isEmpty()
                && review.amendments().undecided().isEmpty()
                && !rejected.whole()
                && !transfers.heldWhole()
                && rejectedRows.isEmpty()
                && rejected.reports().isEmpty()
                && transfers.heldYears().isEmpty();
    }
}
