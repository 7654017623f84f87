package io.earnout.escrow.release;

import io.earnout.escrow.record.Transfer;
import io.earnout.settlement.Settlement;
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

    private final List<Transfer> transfers;
    private final List<ReleaseLine> lines;
    private final List<Confirmed> confirmed = new ArrayList<>();

    private ConfirmedShares(List<Transfer> transfers, List<ReleaseLine> lines) {
        this.transfers = transfers;
        this.lines = lines;
    }

    /** Counts the transfers on the lines. */
    static ConfirmedShares of(
            Settlement settlement, EscrowLedger ledger, List<Transfer> transfers, List<ReleaseLine> lines) {
        ConfirmedShares shares = new ConfirmedShares(transfers, lines);
        shares.countTransfers();
        shares.countReturnsOfEntitledShares(settlement, ledger);
        return shares;
    }

    /** Shares of one transfer on one line. */
    private record Confirmed(Transfer transfer, ReleaseLine line, long shares) {}

    private void countTransfers() {
        long[] left = new long[transfers.size()];
        for (int i = 0; i < left.length; i++) {
            Transfer transfer = transfers.get(i);
            left[i] = transfer.isRelease() ? transfer.shares().count() : 0;
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

    private void countReturnsOfEntitledShares(Settlement settlement, EscrowLedger ledger) {
        for (AssessmentYear tranche : settlement.agreement().years()) {
            long claimed = ledger.returnedThoughEntitled(tranche).count();
            for (int i = lines.size() - 1; i >= 0 && claimed > 0; i--) {
                if (lines.get(i).isOf(tranche.number())) {
                    claimed -= lines.get(i).claim(claimed);
                }
            }
        }
    }

    private long confirm(Transfer transfer, long shares, ReleaseLine line) {
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
        for (Transfer transfer : transfers) {
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
        for (Transfer transfer : transfers) {
            long tooMuch = transfer.isRelease() ? transfer.shares().count() : 0;
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
