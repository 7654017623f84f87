package io.earnout.escrow.release;

import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Settlement;
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
        Releases releases) {

    /** As it is on the day of the review. */
    public static EscrowOnDay of(Review review, DraftHistory history, Findings findings) {
        Settlement settlement = review.settled();
        TransferReview transfers = TransferReview.of(review.escrow(), findings);
        List<Instruction> instructions = InstructionReview.of(review, settlement, history, findings);
        return of(review, settlement, transfers, instructions, findings);
    }

    /** As it was on an earlier day, on which these instructions were on record. */
    public static EscrowOnDay of(Review known, Settlement settlement, List<Instruction> instructions) {
        Findings unsaid = new Findings(known.escrow().agreement().id(), List.of());
        return of(known, settlement, TransferReview.of(known.escrow(), unsaid), instructions, unsaid);
    }

    private static EscrowOnDay of(
            Review review,
            Settlement settlement,
            TransferReview transfers,
            List<Instruction> instructions,
            Findings findings) {
        EscrowLedger ledger = EscrowLedger.of(settlement, transfers.counted(), review.undecidedTranches(settlement));
        Gates gates = new Gates(review, transfers, findings);
        Releases releases = Releases.of(review, settlement, ledger, transfers.counted(), gates, instructions, findings);
        return new EscrowOnDay(review, settlement, transfers.counted(), ledger, gates, releases);
    }
}
