package io.earnout.escrow.release;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is held of the lines (EA 3.1, 3.3; SPA 5.3, 8.1), reason by reason. */
final class HeldShares {

    private final Review review;
    private final Settlement settlement;
    private final EscrowLedger ledger;
    private final List<ReleaseLine> lines;

    HeldShares(Review review, Settlement settlement, EscrowLedger ledger, List<ReleaseLine> lines) {
        this.review = review;
        this.settlement = settlement;
        this.ledger = ledger;
        this.lines = lines;
    }

    void holdAtClosedGates(Gates gates) {
        for (ReleaseLine line : lines) {
            List<FindingCode> closed =
                    gates.closedFor(line.assessmentYear(), line.tranche().number());
            if (line.isWithheld()) {
                List<FindingCode> first = new ArrayList<>(List.of(FindingCode.MISSED_TARGET_BLOCKS));
                first.addAll(closed);
                line.close(first);
            } else if (!closed.isEmpty()) {
                line.close(closed);
            }
        }
    }

    /** What an undocumented reading gives beyond the default is held until its document is on record (rules 2). */
    void holdUndocumentedReading() {
        if (settlement.readings().equals(Readings.DEFAULT)
                || review.escrow().agreement().readings().isDocumentedOn(review.asOf())) {
            return;
        }
        ShareChanges changes = review.escrow().registers().shareChanges();
        Settlement byDefault = review.settledUnder(Readings.DEFAULT);
        for (ReleaseLine line : lines) {
            long beyond = line.entitled();
            for (Movement movement : byDefault.movements()) {
                boolean ofLine = movement.to() == Account.RELEASABLE
                        && movement.assessmentYear() == line.assessmentYear()
                        && line.isOf(movement.trancheYear());
                beyond -= ofLine ? changes.units(movement.shares()) : 0;
            }
            line.holdUndocumented(Math.max(0, beyond));
        }
    }

    /** What an instruction of unknown content is about can't be told: what others don't instruct of its year is held. */
    void holdForUnsoundInstructions(List<Instruction> unsound) {
        for (Instruction instruction : unsound) {
            for (ReleaseLine line : lines) {
                if (line.assessmentYear() == instruction.year()
                        && instruction.lists(line.tranche().number())) {
                    line.hold(line.free(), instruction.fault().orElseThrow());
                }
            }
        }
    }

    /**
     * A transfer that was rejected, of a tranche that is released in full without it, would be an over-release of an unknown size:
     * everything that is due and not instructed is held until the row is corrected.
     */
    void holdAgainstUnknownTransfers() {
        Set<Integer> rejected = review.escrow().rejected().transfers();
        if (rejected.isEmpty()) {
            return;
        }
        for (AssessmentYear tranche : settlement.agreement().years()) {
            if (rejected.contains(tranche.number()) && ledger.isReleasedInFull(tranche)) {
                lines.forEach(line -> line.hold(line.free(), FindingCode.ROW_REJECTED));
            }
        }
    }

    /**
     * What was released too much is withheld from what is due, the oldest line first.
     *
     * @param withoutInstruction the shares transferred beyond the lines without an instruction for them
     */
    void holdAgainstOverRelease(long withoutInstruction) {
        long overReleased = ledger.tooMany();
        if (overReleased == 0) {
            return;
        }
        for (ReleaseLine line : lines) {
            overReleased -= line.holdAgainstOverRelease(overReleased);
        }
        // what is instructed stays instructed; but what the agent moved too much without an instruction may be what it
        // was
        // instructed to move, and shares that are no longer in escrow can't be moved
        long instructed = lines.stream().mapToLong(ReleaseLine::instructed).sum();
        long toHold = Math.max(Math.min(overReleased, withoutInstruction), instructed - ledger.inEscrow());
        for (ReleaseLine line : lines) {
            toHold -= line.holdInstructedAgainstOverRelease(Math.max(0, toHold));
        }
    }

    /**
     * The agent can't move shares that it doesn't hold: what the lines have beyond its account, because a resolution rounded its
     * balance down, is held, of the last line first.
     */
    void holdBeyondAccount(long inAccount) {
        ShareChanges changes = review.escrow().registers().shareChanges();
        long left = inAccount;
        for (ReleaseLine line : lines) {
            left -= Math.min(left, changes.wholeOnDay(line.instructed() + line.awaiting(), review.asOf()));
        }
        for (ReleaseLine line : lines) {
            long shares = changes.wholeOnDay(line.free(), review.asOf());
            long most = Math.min(left, shares);
            left -= most;
            if (most < shares) {
                line.hold(changes.units(shares - most, review.asOf()), FindingCode.AGENT_BALANCE_SHORT);
            }
        }
    }
}
