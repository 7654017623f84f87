package io.earnout.escrow.release;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Settlement;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the shares of one escrow are on a day, and what may be done with them: the settlement of the reports that count, the
 * transfers that count, what gates hold, and what may be instructed.
 *
 * @param transfers in the order of their days
 */
public record EscrowOnDay(
        Review review,
        Settlement settlement,
        List<Transfer> transfers,
        EscrowLedger ledger,
        Gates gates,
        Releases releases,
        List<Finding> findings) {

    /** As it is on the day of the review, with these instructions on record. */
    public static EscrowOnDay of(Review review, Settlement settlement, List<Instruction> instructions) {
        TransferReview transfers = TransferReview.of(review.escrow());
        EscrowLedger ledger = EscrowLedger.of(settlement, transfers.counted(), review.undecidedTranches(settlement));
        Gates gates = new Gates(review, transfers);
        Releases releases = new Releases(review, settlement, ledger, transfers.counted(), gates, instructions);
        List<Finding> findings = new ArrayList<>(transfers.findings());
        findings.addAll(gates.findings());
        findings.addAll(releases.findings());
        return new EscrowOnDay(review, settlement, transfers.counted(), ledger, gates, releases, findings);
    }
}
