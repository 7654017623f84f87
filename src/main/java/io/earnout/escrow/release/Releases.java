package io.earnout.escrow.release;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From what was computed to what may be instructed (EA 3), line by line and in this order: what the agent transferred, what is open
 * under instructions that it has, what a gate holds, what is held against an over-release, what waits for a signature or its
 * receipt. What is left is to be instructed. An open instruction counts tranche by tranche as it was drawn up, whatever changes beside
 * it; only what exceeds the entitlement of its tranche holds it.
 */
public final class Releases {

    private static final Comparator<ReleaseLine> IN_ORDER = Comparator.comparingInt(ReleaseLine::assessmentYear)
            .thenComparingInt(line -> line.tranche().number());

    private final Settlement settlement;
    private final ShareChanges changes;
    private final LocalDate asOf;
    private final List<Instruction> instructions;
    private final List<ReleaseLine> lines = new ArrayList<>();
    private final InstructionTransfers carriedOut;
    private final OpenInstructions open;

    Releases(
            Review review,
            Settlement settlement,
            EscrowLedger ledger,
            TransferReview transfers,
            Gates gates,
            List<Instruction> instructions) {
        this.settlement = settlement;
        this.changes = review.escrow().registers().shareChanges();
        this.asOf = review.asOf();
        this.instructions = instructions;
        for (Movement movement : settlement.movements()) {
            if (movement.to() != Account.DEDUCTED) {
                lines.add(new ReleaseLine(movement, settlement.agreement().year(movement.trancheYear()), changes));
            }
        }
        lines.sort(IN_ORDER);
        ConfirmedShares confirmed = ConfirmedShares.of(ledger, transfers.counted(), lines, review);
        this.carriedOut = InstructionTransfers.of(instructions, transfers.counted(), releasable());
        confirmed.assign(carriedOut);
        this.open = new OpenInstructions(review, lines, ledger, carriedOut);
        open.instruct();
        HeldShares held = new HeldShares(review, settlement, ledger, lines);
        held.holdAtClosedGates(gates);
        held.holdUndocumentedReading();
        held.holdForUnsoundInstructions(carriedOut.unsound());
        held.holdAgainstUnknownTransfers();
        held.holdAgainstOverRelease(confirmed.beyondTheLinesWithoutInstruction(carriedOut));
        open.await();
        if (!changes.isEmpty()) {
            held.holdBeyondAccount(AgentAccount.on(asOf, review.escrow(), transfers.entries())
                    .balance()
                    .count());
            lines.forEach(line -> line.setFractionApart(changes, asOf));
        }
    }

    /** What is wrong with the instructions on record. */
    List<Finding> findings() {
        return open.findings();
    }

    /** The lines, by assessment year, within it by tranche. */
    public List<ReleaseLine> lines() {
        return lines;
    }

    /** What is to be instructed of a year's result now, if anything is. */
    Optional<Draft> draft(int year) {
        List<TrancheShares.Part> parts = new ArrayList<>(2);
        for (Movement movement : settlement.movements()) {
            if (movement.assessmentYear() == year && movement.to() != Account.DEDUCTED) {
                long free =
                        changes.wholeOnDay(line(year, movement.trancheYear()).free(), asOf);
                if (free > 0) {
                    parts.add(new TrancheShares.Part(movement.trancheYear(), free));
                }
            }
        }
        return Draft.of(settlement, year, parts, changes.on(asOf));
    }

    /** Which of the year's instructions the next one is: 1 for the first. */
    int nextPlace(int year) {
        if (instructions.isEmpty()) {
            return 1;
        }
        long onRecord = instructions.stream()
                .filter(instruction -> instruction.year() == year)
                .map(Instruction::number)
                .distinct()
                .count();
        return (int) onRecord + 1;
    }

    /** Which of its year's instructions one on record is: 1 for the first that was signed. */
    int placeOf(Instruction sought) {
        Set<String> numbers = new LinkedHashSet<>();
        for (Instruction instruction : instructions) {
            if (instruction.year() == sought.year()) {
                numbers.add(instruction.number());
            }
            if (instruction.number().equals(sought.number())) {
                break;
            }
        }
        return numbers.size();
    }

    /** The instructions of a year that wait for a signature or their receipt, and for nothing else. */
    List<Instruction> awaiting(int year) {
        if (open.awaiting().isEmpty()) {
            return List.of();
        }
        return open.awaiting().stream()
                .filter(instruction -> instruction.year() == year)
                .toList();
    }

    public InstructionTransfers carriedOut() {
        return carriedOut;
    }

    public List<Instruction> instructions() {
        return instructions;
    }

    private ReleaseLine line(int year, int tranche) {
        for (ReleaseLine line : lines) {
            if (line.assessmentYear() == year && line.isOf(tranche)) {
                return line;
            }
        }
        throw new IllegalStateException("no line of year " + year + ", tranche " + tranche);
    }

    /** What can still be released of each tranche in units, by its number. */
    private long[] releasable() {
        long[] releasable = new long[settlement.agreement().years().size() + 1];
        for (ReleaseLine line : lines) {
            releasable[line.tranche().number()] += line.isWithheld() ? 0 : line.free();
        }
        return releasable;
    }
}
