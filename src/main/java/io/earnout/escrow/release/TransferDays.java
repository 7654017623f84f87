package io.earnout.escrow.release;

import io.earnout.escrow.calendar.Deadlines;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.review.Review;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * By when the agent is to transfer what it has an instruction for (EA 3.2): ten business days after the later of the instruction and the
 * report on which it rests was received, not counting days on which the shares were suspended (EA 3.3).
 */
public final class TransferDays {

    private final Review review;
    private final Deadlines deadlines;

    public TransferDays(Review review) {
        this.review = review;
        this.deadlines = new Deadlines(review.escrow().calendar());
    }

    /** The last day for shares of a line; nothing if a receipt isn't on record, or while they are suspended. */
    public Optional<LocalDate> transferDue(ReleaseLine line, Instruction instruction) {
        return instruction.documentsComplete().flatMap(day -> deadlines.transferDue(day, suspensionsOf(line)));
    }

    /** Whether the last day for a part of what is instructed of a line has passed. */
    public boolean isOverdue(ReleaseLine line) {
        return line.instructed() > 0
                && line.covered().stream().anyMatch(covered -> isOverdue(line, covered.instruction()));
    }

    /** Whether the last day for shares of a line under an instruction has passed. */
    public boolean isOverdue(ReleaseLine line, Instruction instruction) {
        return transferDue(line, instruction).filter(review.asOf()::isAfter).isPresent();
    }

    /** The places and years without holiday data on which that day rests; empty if it is certain. */
    public Set<String> unknown(ReleaseLine line, Instruction instruction) {
        Optional<LocalDate> due = transferDue(line, instruction);
        return due.isEmpty()
                ? Set.of()
                : deadlines.unknownBetween(instruction.documentsComplete().orElseThrow(), due.get());
    }

    /** The suspensions on record that are about the shares of a line. */
    public List<Suspension> suspensionsOf(ReleaseLine line) {
        List<Suspension> suspensions = review.escrow().registers().suspensions();
        return suspensions.isEmpty()
                ? suspensions
                : suspensions.stream()
                        .filter(suspension -> suspension.covers(
                                line.assessmentYear(), line.tranche().number()))
                        .toList();
    }
}
