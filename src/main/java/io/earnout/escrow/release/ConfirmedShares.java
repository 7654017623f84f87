package io.earnout.escrow.release;

import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.review.Review;
import io.earnout.terms.AssessmentYear;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Which shares of the agent's transfers confirm which line (EA 3.2): each transfer first the line of its own assessment year and
 * tranche, then the other lines of its tranche, the oldest year first.
 */
final class ConfirmedShares {

    private final List<CountedTransfer> transfers;
    private final List<ReleaseLine> lines;
    private final List<Confirmed> confirmed = new ArrayList<>();

    private ConfirmedShares(List<CountedTransfer> transfers, List<ReleaseLine> lines) {
        this.transfers = transfers;
        this.lines = lines;
    }

    /** Counts the transfers on the lines. */
    static ConfirmedShares of(
            EscrowLedger ledger, List<CountedTransfer> transfers, List<ReleaseLine> lines, Review review) {
        ConfirmedShares shares = new ConfirmedShares(transfers, lines);
        shares.countTransfers();
        shares.countReturnsOfEntitledShares(ledger, review);
        return shares;
    }

    /** Shares of one transfer on one line. */
    private record Confirmed(CountedTransfer transfer, ReleaseLine line, long shares) {}

    private void countTransfers() {
        long[] left = new long[transfers.size()];
        for (int i = 0; i < left.length; i++) {
            CountedTransfer transfer = transfers.get(i);
            left[i] = transfer.isRelease() ? transfer.units() : 0;
            for (ReleaseLine line : lines) {
                // otherwise another year's open instruction would seem to be carried out, and this year's line, whose
                // shares were transferred, would be instructed a second time
                if (line.assessmentYear() == transfer.year()) {
                    left[i] -= confirm(transfer, left[i], line);
                }
            }
        }
        for (int i = 0; i < left.length; i++) {
            for (ReleaseLine line : lines) {
                left[i] -= confirm(transfers.get(i), left[i], line);
            }
        }
    }

    private void countReturnsOfEntitledShares(EscrowLedger ledger, Review review) {
        ShareChanges changes = review.escrow().registers().shareChanges();
        for (AssessmentYear tranche : review.escrow().agreement().years()) {
            long claimed = ledger.returnedThoughEntitled(tranche);
            for (int i = lines.size() - 1; i >= 0 && claimed > 0; i--) {
                if (lines.get(i).isOf(tranche.number())) {
                    ReleaseLine line = lines.get(i);
                    boolean fraction = changes.wholeOnDay(Math.min(claimed, line.free()), review.asOf()) == 0;
                    claimed -= fraction ? line.giveBack(claimed) : line.claim(claimed);
                }
            }
        }
    }

    private long confirm(CountedTransfer transfer, long shares, ReleaseLine line) {
        if (shares == 0 || !line.isOf(transfer.trancheYear()) || line.isWithheld()) {
            return 0;
        }
        long counted = line.confirm(shares);
        if (counted > 0) {
            confirmed.add(new Confirmed(transfer, line, counted));
        }
        return counted;
    }

    /** Which instruction is behind which confirmed share. */
    void assign(InstructionTransfers instructions) {
        for (CountedTransfer transfer : transfers) {
            Deque<Confirmed> onLines = new ArrayDeque<>(2);
            for (Confirmed part : confirmed) {
                if (part.transfer().equals(transfer)) {
                    onLines.add(part);
                }
            }
            if (onLines.isEmpty()) {
                continue;
            }
            for (InstructionTransfers.Moved part : instructions.moved()) {
                long left = part.transfer().equals(transfer) ? part.shares() : 0;
                while (left > 0 && !onLines.isEmpty()) {
                    Confirmed on = onLines.remove();
                    long shares = Math.min(left, on.shares());
                    on.line().movedUnder(new InstructionTransfers.Moved(transfer, part.under(), shares));
                    left -= shares;
                    if (shares < on.shares()) {
                        onLines.addFirst(new Confirmed(transfer, on.line(), on.shares() - shares));
                    }
                }
            }
        }
    }

    /** The shares that were transferred beyond the lines of their tranche without an instruction for them. */
    long beyondTheLinesWithoutInstruction(InstructionTransfers instructions) {
        long sum = 0;
        for (CountedTransfer transfer : transfers) {
            long tooMuch = transfer.isRelease() ? transfer.units() : 0;
            for (Confirmed part : confirmed) {
                tooMuch -= part.transfer().equals(transfer) ? part.shares() : 0;
            }
            long withoutInstruction = 0;
            for (InstructionTransfers.Moved part : instructions.moved()) {
                boolean without = part.under().isEmpty() && part.transfer().equals(transfer);
                withoutInstruction += without ? part.shares() : 0;
            }
            sum += Math.min(tooMuch, withoutInstruction);
        }
        return sum;
    }
}
