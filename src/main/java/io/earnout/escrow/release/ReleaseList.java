package io.earnout.escrow.release;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Restoration;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of the joint written instructions as they go out, each with its status, its days and its clauses. */
public final class ReleaseList {

    private final Review review;
    private final Settlement settlement;
    private final EscrowLedger ledger;
    private final Releases releases;
    private final ShareChanges changes;
    private final TransferDays days;

    private ReleaseList(EscrowOnDay escrow) {
        this.review = escrow.review();
        this.settlement = escrow.settlement();
        this.ledger = escrow.ledger();
        this.releases = escrow.releases();
        this.changes = escrow.changes();
        this.days = new TransferDays(review);
    }

    /**
     * The lines, by assessment year, within it by tranche.
     *
     * @param toSign the drafts and the instructions that wait
     */
    public static List<ReleaseInstruction> of(EscrowOnDay escrow, List<InstructionToSign> toSign) {
        ReleaseList list = new ReleaseList(escrow);
        List<ReleaseInstruction> instructions =
                new ArrayList<>(escrow.releases().lines().size());
        int year = 0;
        String number = "";
        for (ReleaseLine line : escrow.releases().lines()) {
            if (line.assessmentYear() != year) {
                year = line.assessmentYear();
                number = list.number(year, toSign);
            }
            instructions.add(list.instruction(line, number));
        }
        return instructions;
    }

    private ReleaseInstruction instruction(ReleaseLine line, String number) {
        Movement movement = line.movement();
        Assessment assessed = settlement.assessment(line.tranche().number()).orElseThrow();
        boolean restores = movement.from() == Account.DEDUCTED;
        Optional<Instruction> acted = actedOn(line);
        return new ReleaseInstruction(
                line.assessmentYear(),
                line.tranche(),
                restores ? ReleaseInstruction.Kind.RESTORATION : ReleaseInstruction.Kind.RELEASE,
                number,
                assessed.deducted(),
                restores
                        ? Optional.empty()
                        : assessed.agreed()
                                .map(agreed -> agreed.count()
                                        - assessed.earnedByFormula().count()),
                restores ? Optional.of(applied(movement)) : Optional.empty(),
                movement.shares(),
                changes.signed(line.confirmed()),
                changes.signed(line.instructed()),
                changes.signed(line.held()),
                changes.signed(line.awaiting()),
                changes.signed(line.free() + line.fraction()),
                ofTheDay(line),
                status(line),
                reasons(line),
                settlement
                        .assessment(line.assessmentYear())
                        .orElseThrow()
                        .revenue()
                        .reportId(),
                review.year(line.assessmentYear()).releaseDue(),
                acted.flatMap(Instruction::documentsComplete),
                acted.flatMap(instruction -> days.transferDue(line, instruction)),
                clauses(movement, assessed));
    }

    /** The number of the year's draft; otherwise of the instruction that waits or is open; otherwise of what the result releases. */
    private String number(int year, List<InstructionToSign> toSign) {
        String awaiting = "";
        for (InstructionToSign instruction : toSign) {
            if (instruction.year() == year && instruction.onRecord().isEmpty()) {
                return instruction.number();
            }
            boolean first = awaiting.isEmpty() && instruction.year() == year;
            awaiting = first ? instruction.number() : awaiting;
        }
        if (!awaiting.isEmpty()) {
            return awaiting;
        }
        for (ReleaseLine line : releases.lines()) {
            for (ReleaseLine.Covered covered : line.covered()) {
                if (covered.instruction().year() == year) {
                    return covered.instruction().number();
                }
            }
        }
        // where no line has a whole share of the day, of the signed shares
        return Draft.ofAll(settlement, year, changes, review.asOf())
                .or(() -> Draft.ofAll(settlement, year, ShareChanges.NONE, review.asOf()))
                .orElseThrow()
                .number(1);
    }

    /** The open instruction that is due first, otherwise the one that was carried out last; nothing while shares wait for one. */
    private Optional<Instruction> actedOn(ReleaseLine line) {
        if (line.instructed() > 0) {
            Optional<Instruction> first = Optional.empty();
            for (ReleaseLine.Covered covered : line.covered()) {
                if (first.isEmpty() || isEarlier(covered.instruction(), first.get())) {
                    first = Optional.of(covered.instruction());
                }
            }
            return first;
        }
        if (line.free() + line.held() > 0) {
            return Optional.empty();
        }
        Optional<Instruction> last = Optional.empty();
        for (InstructionTransfers.Moved piece : line.pieces()) {
            Optional<Instruction> before = last;
            boolean later = before.isEmpty()
                    || piece.under()
                            .filter(under -> isEarlier(before.get(), under))
                            .isPresent();
            last = later ? piece.under() : last;
        }
        return last;
    }

    private static boolean isEarlier(Instruction one, Instruction other) {
        Optional<LocalDate> complete = one.documentsComplete();
        return complete.isPresent()
                && other.documentsComplete()
                        .filter(day -> !complete.get().isBefore(day))
                        .isEmpty();
    }

    private ReleaseInstruction.Status status(ReleaseLine line) {
        if (days.isOverdue(line)) {
            return ReleaseInstruction.Status.TRANSFER_OVERDUE;
        }
        if (line.free() > 0) {
            return ReleaseInstruction.Status.TO_INSTRUCT;
        }
        if (line.held() > line.awaiting()) {
            return ReleaseInstruction.Status.HELD;
        }
        if (line.awaiting() > 0) {
            return line.reasons().contains(FindingCode.INSTRUCTION_NOT_SIGNED)
                    ? ReleaseInstruction.Status.AWAITING_SIGNATURE
                    : ReleaseInstruction.Status.AWAITING_RECEIPT;
        }
        if (line.instructed() > 0) {
            return ReleaseInstruction.Status.INSTRUCTED;
        }
        boolean asComputed =
                line.claimed() == 0 && ledger.overReleased(line.tranche()).isNone();
        return asComputed ? ReleaseInstruction.Status.CONFIRMED : ReleaseInstruction.Status.NOTHING_DUE;
    }

    private List<FindingCode> reasons(ReleaseLine line) {
        List<FindingCode> reasons = new ArrayList<>(line.reasons());
        if (line.claimed() > 0) {
            reasons.add(FindingCode.CLAIM_AFTER_CANCELLATION);
        }
        if (line.isOvertaken()) {
            reasons.add(FindingCode.SHARES_CHANGED);
        }
        if (line.due() == 0
                && line.held() == 0
                && !ledger.overReleased(line.tranche()).isNone()) {
            reasons.add(FindingCode.OVER_RELEASED);
        }
        return reasons;
    }

    /** What the joint instruction says of the line; nothing where shares of the day are signed shares. */
    private Optional<ReleaseInstruction.OfTheDay> ofTheDay(ReleaseLine line) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        long open = line.free() + line.fraction();
        return Optional.of(new ReleaseInstruction.OfTheDay(
                changes.on(review.asOf()),
                Shares.of(changes.wholeOnDay(open, review.asOf())),
                changes.onDay(open, review.asOf()).remainder()));
    }

    private ExactMoney applied(Movement restoration) {
        for (Restoration restored :
                settlement.credit(restoration.assessmentYear()).orElseThrow().restorations()) {
            if (restored.year().number() == restoration.trancheYear()) {
                return restored.laid();
            }
        }
        throw new IllegalStateException("a restoration without a credit: " + restoration);
    }

    private static List<Clause> clauses(Movement movement, Assessment assessed) {
        if (movement.from() == Account.DEDUCTED) {
            return List.of(movement.clause());
        }
        if (assessed.meetsTarget() && movement.clause() == Clause.SPA_5_1) {
            return List.of(Clause.SPA_5_1);
        }
        List<Clause> clauses = new ArrayList<>(4);
        clauses.add(Clause.SPA_5_1);
        if (!assessed.meetsTarget()) {
            clauses.add(Clause.SPA_5_2_1);
        }
        if (!assessed.credited().isZero()) {
            clauses.add(Clause.SPA_5_2_2);
        }
        if (movement.clause() != Clause.SPA_5_1) {
            clauses.add(movement.clause());
        }
        return clauses;
    }
}
