package io.earnout.escrow.release;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Settlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the shares of one escrow are on a day, and what may be done with them: the settlement of the reports that count, the
 * transfers that count, what gates hold, and what may be instructed.
 *
 * @param transfers those that count, in the order of their days
 * @param entries what was paid in and out of the agent's account
 */
public record EscrowOnDay(
        Review review,
        Settlement settlement,
        List<CountedTransfer> transfers,
        List<AgentAccount.Entry> entries,
        EscrowLedger ledger,
        Gates gates,
        Releases releases,
        List<Finding> findings) {

    /** As it is on the day of the review, with these instructions on record. */
    public static EscrowOnDay of(Review review, Settlement settlement, List<Instruction> instructions) {
        TransferReview transfers = TransferReview.of(review.escrow(), review.asOf());
        EscrowLedger ledger = EscrowLedger.of(
                settlement,
                transfers.counted(),
                review.undecidedTranches(settlement),
                review.escrow().registers().shareChanges());
        Gates gates = new Gates(review, transfers);
        Releases releases = new Releases(review, settlement, ledger, transfers, gates, instructions);
        List<Finding> findings = new ArrayList<>(transfers.findings());
        findings.addAll(gates.findings());
        findings.addAll(releases.findings());
        return new EscrowOnDay(
                review, settlement, transfers.counted(), transfers.entries(), ledger, gates, releases, findings);
    }

    /** How the shares are counted on the days of their movements. */
    public ShareChanges changes() {
        return review.escrow().registers().shareChanges();
    }

    /** The agent's account on a day. */
    public AgentAccount accountOn(LocalDate day) {
        return AgentAccount.on(day, review.escrow(), entries);
    }
}
