package io.earnout.escrow.release;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.review.Review;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the open joint written instructions take of each line (EA 3.1(b)): what the agent has an instruction for, and what waits for
 * a signature or its receipt. An open instruction counts tranche by tranche as it was drawn up; what exceeds the entitlement of its tranche
 * is held.
 */
final class OpenInstructions {

    private final ShareChanges changes;
    private final LocalDate asOf;
    private final List<ReleaseLine> lines;
    private final EscrowLedger ledger;
    private final InstructionTransfers instructions;
    private final Findings findings;
    private final Set<Instruction> awaiting = new LinkedHashSet<>();

    OpenInstructions(Review review, List<ReleaseLine> lines, EscrowLedger ledger, InstructionTransfers instructions) {
        this.changes = review.escrow().registers().shareChanges();
        this.asOf = review.asOf();
        this.lines = lines;
        this.ledger = ledger;
        this.instructions = instructions;
        this.findings = new Findings(review.escrow().agreement().id());
    }

    List<Finding> findings() {
        return findings.all();
    }

    /** Those that wait for a signature or their receipt, and for nothing else. */
    Set<Instruction> awaiting() {
        return awaiting;
    }

    /** Instructs what the agent has a complete instruction for. */
    void instruct() {
        instructions.overtaken().forEach(this::findOvertaken);
        for (InstructionTransfers.OpenPart part : instructions.open()) {
            List<ReleaseLine> on = linesFor(part.instruction().year(), part.tranche());
            long room = on.stream().mapToLong(ReleaseLine::free).sum();
            Optional<FindingCode> fault = room < part.shares()
                    ? Optional.of(FindingCode.QUANTITY_DIFFERS)
                    : part.instruction().fault();
            if (room < part.shares()) {
                findExceeding(part, room);
            }
            long left = part.shares();
            for (ReleaseLine line : on) {
                left -= fault.isPresent() ? line.hold(left, fault.get()) : line.instruct(part.instruction(), left);
            }
        }
    }

    /** What it lists and didn't move is free for a draft in the shares of today. */
    private void findOvertaken(Instruction instruction) {
        LocalDate day = instruction.overtakenOn().orElseThrow();
        List<String> ratios = new ArrayList<>(1);
        changes.effectiveOn(asOf).stream()
                .filter(change -> !change.effectiveOn().isBefore(day))
                .forEach(change -> ratios.add(change.ratio() + " on " + change.effectiveOn()));
        long left = instructions.left(instruction);
        lines.stream()
                .filter(line -> line.assessmentYear() == instruction.year()
                        && instruction.lists(line.tranche().number()))
                .forEach(ReleaseLine::overtake);
        findings.find(
                FindingCode.SHARES_CHANGED,
                instruction.year(),
                instruction.source(),
                Field.SHARES,
                Long.toString(instruction.row().shares().count()),
                instruction.number() + " lists " + Phrases.shares(instruction.total())
                        + " as they were counted before the share change"
                        + (ratios.isEmpty() ? "" : " (" + String.join(", ", ratios) + ")")
                        + (left < instruction.totalUnits() ? "; a part was transferred before it, the rest" : "; it")
                        + " can't be carried out any more, and a new draft takes its place",
                "tell the agent, have the instruction withdrawn and record " + Field.WITHDRAWN_ON
                        + "; then sign the new draft");
    }

    private void findExceeding(InstructionTransfers.OpenPart part, long room) {
        if (ledger.isInDoubt(part.tranche())) {
            return; // what can be released of the tranche is not known while a report is in doubt
        }
        Instruction instruction = part.instruction();
        long moved = instruction.units().of(part.tranche()) - part.shares();
        findings.find(
                FindingCode.QUANTITY_DIFFERS,
                instruction.year(),
                instruction.source(),
                Field.SHARES,
                Long.toString(instruction.row().shares().count()),
                instruction.number() + " lists "
                        + Phrases.shares(instruction.shares().of(part.tranche())) + " of tranche " + part.tranche()
                        + (moved > 0 ? ", " + changes.grouped(moved, asOf) + " of them were transferred" : "") + "; "
                        + (room == 0 ? "none" : "only " + changes.grouped(room, asOf))
                        + " can still be released of the tranche"
                        + (room == 0 ? "" : ", and they are held"),
                "tell the agent, have the instruction withdrawn and record " + Field.WITHDRAWN_ON
                        + "; then sign a draft of what is left");
    }

    /** What is not signed by both or not received waits, for its own shares alone. */
    void await() {
        Set<Instruction> exceeding = new LinkedHashSet<>();
        for (InstructionTransfers.OpenPart part : instructions.awaiting()) {
            Instruction instruction = part.instruction();
            List<ReleaseLine> on = linesFor(instruction.year(), part.tranche());
            long room = on.stream().mapToLong(ReleaseLine::roomToAwait).sum();
            FindingCode missing = instruction.row().isSigned()
                    ? FindingCode.INSTRUCTION_NOT_RECEIVED
                    : FindingCode.INSTRUCTION_NOT_SIGNED;
            Optional<FindingCode> fault =
                    room < part.shares() ? Optional.of(FindingCode.QUANTITY_DIFFERS) : instruction.fault();
            if (room < part.shares()) {
                findExceeding(part, room);
                exceeding.add(instruction);
            } else if (fault.isEmpty() && awaiting.add(instruction)) {
                findAwaiting(instruction, missing);
            }
            long left = part.shares();
            for (ReleaseLine line : on) {
                left -= fault.isPresent() ? line.hold(left, fault.get()) : line.await(left, missing);
            }
            awaiting.removeAll(exceeding);
        }
    }

    private void findAwaiting(Instruction instruction, FindingCode missing) {
        JointInstruction row = instruction.row();
        boolean byIssuer = row.signedByIssuerOn().isPresent();
        boolean byPurchaser = row.signedByPurchaserOn().isPresent();
        String waitsFor;
        if (missing == FindingCode.INSTRUCTION_NOT_RECEIVED) {
            waitsFor = "its receipt by the escrow agent";
        } else if (byIssuer || byPurchaser) {
            waitsFor = "the signature of the " + (byIssuer ? "purchaser" : "issuer");
        } else {
            waitsFor = "the signatures of issuer and purchaser";
        }
        findings.find(
                missing,
                instruction.year(),
                instruction.source(),
                missing == FindingCode.INSTRUCTION_NOT_RECEIVED
                        ? Field.RECEIVED_ON
                        : byIssuer ? Field.SIGNED_BY_PURCHASER_ON : Field.SIGNED_BY_ISSUER_ON,
                "",
                instruction.number() + " on " + Phrases.shares(instruction.total()) + " waits for " + waitsFor,
                missing == FindingCode.INSTRUCTION_NOT_RECEIVED
                        ? "send it to the agent, and record the day of its receipt in " + Field.RECEIVED_ON
                        : "have it signed, and record the day");
    }

    /** The lines of a tranche: that of the year first, then the others, the oldest first. */
    private List<ReleaseLine> linesFor(int year, int tranche) {
        List<ReleaseLine> ofTranche = new ArrayList<>(2);
        for (ReleaseLine line : lines) {
            if (line.isOf(tranche) && !line.isWithheld()) {
                ofTranche.add(line.assessmentYear() == year ? 0 : ofTranche.size(), line);
            }
        }
        return ofTranche;
    }
}
