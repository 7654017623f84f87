package io.earnout.escrow.determination;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.SharePrices;
import io.earnout.escrow.release.CountedTransfer;
import io.earnout.escrow.release.DraftHistory;
import io.earnout.escrow.release.Instruction;
import io.earnout.escrow.release.InstructionReview;
import io.earnout.escrow.release.InstructionToSign;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.escrow.release.TransferReview;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.terms.Agreement;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One agreement as people look at it: what is on record, and all that follows from it on the day. Whatever is drawn, printed
 * or explained of an agreement is a view of this; nothing is computed a second time.
 *
 * @param review the file of the escrow with the reports that count
 * @param determination what follows
 * @param findings all that was found about it, those of its rows included
 */
public record AgreementResult(Review review, Determination determination, List<Finding> findings) {

    /** The most pressing first: what needs a person, then by the shares that are to be decided on, then by id. */
    public static final Comparator<AgreementResult> MOST_PRESSING_FIRST = Comparator.comparing(
                    AgreementResult::needsAPerson)
            .reversed()
            .thenComparing(
                    Comparator.comparingLong(AgreementResult::sharesToDecide).reversed())
            .thenComparing(AgreementResult::agreementId);

    /**
     * The same without the closes of the share: they come by the thousand, what follows from them is in the determination, and
     * many results are kept at a time.
     */
    public AgreementResult withoutPrices() {
        Registers all = escrow().registers();
        Registers kept = new Registers(
                all.instructions(),
                all.transfers(),
                all.suspensions(),
                all.adjustments(),
                SharePrices.NONE,
                all.dividends(),
                all.dividendsTrusted(),
                all.parties(),
                all.shareChanges(),
                all.amendments());
        EscrowFile escrow = new EscrowFile(
                escrow().agreement(),
                escrow().asSigned(),
                escrow().reports(),
                escrow().approvedFirms(),
                kept,
                escrow().rejected(),
                escrow().calendar(),
                escrow().origins());
        return new AgreementResult(
                new Review(
                        escrow,
                        review.asOf(),
                        review.years(),
                        review.adjustments(),
                        review.amendments(),
                        review.findings()),
                determination,
                findings);
    }

    public Agreement agreement() {
        return determination.agreement();
    }

    public String agreementId() {
        return agreement().id();
    }

    public EscrowFile escrow() {
        return review.escrow();
    }

    public LocalDate asOf() {
        return determination.asOf();
    }

    /** Whether something is held, overdue, over-released or in conflict. */
    public boolean needsAPerson() {
        for (Finding finding : findings) {
            if (finding.code().severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is anything to sign or to decide. */
    public boolean hasSomethingToDecide() {
        return needsAPerson() || sharesToDecide() > 0;
    }

    /** The shares that need a decision: to be instructed, or held. */
    public long sharesToDecide() {
        long shares = 0;
        for (ReleaseInstruction line : determination.instructions()) {
            shares += line.held().wholeCount()
                    + (line.ofTheDay().isEmpty()
                            ? line.toInstruct().wholeCount()
                            : line.quantity().count());
        }
        return shares;
    }

    /** The shares that wait for a signature on their instruction, or for its receipt, and for nothing else. */
    public ExactShares awaiting() {
        ExactShares awaiting = ExactShares.NONE;
        for (ReleaseInstruction line : determination.instructions()) {
            awaiting = line.awaiting().isNone() ? awaiting : awaiting.plus(line.awaiting());
        }
        return awaiting;
    }

    /** The shares that a dispute, another gate or an over-release holds. */
    public ExactShares heldByGates() {
        ExactShares held = determination.position().held();
        ExactShares awaiting = awaiting();
        // an over-release elsewhere can leave fewer than the lines add up to
        return awaiting.compareTo(held) > 0 ? ExactShares.NONE : held.minus(awaiting);
    }

    /** Of the deducted shares in escrow, those that will be cancelled at least, whatever the years to come bring (5.2(1)). */
    public Shares certainlyCancelled() {
        long certain = determination.position().deducted().wholeCount();
        for (CancellationNotice notice : determination.cancellations()) {
            certain -= notice.restorable().wholeCount();
        }
        return Shares.of(Math.max(0, certain));
    }

    /**
     * The numbers that a joint written instruction has had as a draft, the first first, as reports, agreements and readings
     * became known; each supersedes the one before it, and the last is the one in force.
     */
    public List<String> instructionNumbers(InstructionToSign instruction) {
        DraftHistory history = new DraftHistory(escrow(), asOf());
        List<Instruction> others = InstructionReview.of(review, determination.settlement(), history).value().stream()
                .filter(other -> !other.number().equals(instruction.number()))
                .toList();
        LocalDate last =
                instruction.onRecord().flatMap(JointInstruction::firstSignedOn).orElse(asOf());
        return history.numbers(instruction.year(), instruction.place(), last, others);
    }

    /**
     * The numbers of what a year's result releases, the first first, as reports, agreements and readings became known; the
     * last is that of today. None while it releases nothing.
     */
    public List<String> resultNumbers(int assessmentYear) {
        return new DraftHistory(escrow(), asOf()).resultNumbers(assessmentYear);
    }

    /** The share changes that lie between the signature and the day. */
    public List<ShareChanges.Step> shareChanges() {
        return escrow().registers().shareChanges().stepsUntil(asOf());
    }

    /** The agent's confirmed transfers that count, in the order of their days. */
    public List<CountedTransfer> countedTransfers() {
        return TransferReview.of(escrow(), asOf()).counted();
    }

    /** The signed shares that a transfer moved. */
    public ExactShares signed(CountedTransfer transfer) {
        return escrow().registers().shareChanges().signed(transfer.units());
    }
}
