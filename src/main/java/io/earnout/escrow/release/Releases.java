package io.earnout.escrow.release;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
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

    private final Review review;
    private final Settlement settlement;
    private final EscrowLedger ledger;
    private final List<Transfer> transfers;
    private final Gates gates;
    private final Findings findings;
    private final List<Instruction> instructions;
    private final List<ReleaseLine> lines = new ArrayList<>();
    private final List<Laid> laid = new ArrayList<>();
    private final Set<Instruction> awaiting = new LinkedHashSet<>();
    private final InstructionTransfers carriedOut;

    private Releases(
            Review review,
            Settlement settlement,
            EscrowLedger ledger,
            List<Transfer> transfers,
            Gates gates,
            List<Instruction> instructions) {
        this.review = review;
        this.settlement = settlement;
        this.ledger = ledger;
        this.transfers = transfers;
        this.gates = gates;
        this.instructions = instructions;
        this.findings = new Findings(settlement.agreement().id());
        for (Movement movement : settlement.movements()) {
            if (movement.to() != Account.DEDUCTED) {
                lines.add(new ReleaseLine(movement, settlement.agreement().year(movement.trancheYear())));
            }
        }
        lines.sort(Comparator.comparingInt(ReleaseLine::assessmentYear)
                .thenComparingInt(line -> line.tranche().number()));
        layTransfers();
        this.carriedOut = InstructionTransfers.of(instructions, transfers, releasable());
    }

    static Releases of(
            Review review,
            Settlement settlement,
            EscrowLedger ledger,
            List<Transfer> transfers,
            Gates gates,
            List<Instruction> instructions) {
        Releases releases = new Releases(review, settlement, ledger, transfers, gates, instructions);
        releases.assignPieces();
        releases.layOpenInstructions();
        releases.holdAtClosedGates();
        releases.holdUndocumentedReading();
        releases.holdForUnsoundInstructions();
        releases.holdAgainstUnknownTransfers();
        releases.holdAgainstOverRelease();
        releases.await();
        return releases;
    }

    /** What is wrong with the instructions on record. */
    List<Finding> findings() {
        return findings.all();
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
                long free = line(year, movement.trancheYear()).free();
                if (free > 0) {
                    parts.add(new TrancheShares.Part(movement.trancheYear(), free));
                }
            }
        }
        return Draft.of(settlement, year, parts);
    }

    /** Which of the year's instructions the next one is: 1 for the first. */
    int nextPlace(int year) {
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
        return awaiting.stream()
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

    /** Shares of one transfer on one line. */
    private record Laid(Transfer transfer, ReleaseLine line, long shares) {}

    private void layTransfers() {
        long[] left = new long[transfers.size()];
        for (int i = 0; i < left.length; i++) {
            Transfer transfer = transfers.get(i);
            left[i] = transfer.isRelease() ? transfer.shares().count() : 0;
            for (ReleaseLine line : lines) {
                // else the open instruction of another year's line would seem to be carried out, and this year's line,
                // which
                // was moved, would be instructed a second time
                if (line.assessmentYear() == transfer.year()) {
                    left[i] -= lay(transfer, left[i], line);
                }
            }
        }
        for (int i = 0; i < left.length; i++) {
            for (ReleaseLine line : lines) {
                left[i] -= lay(transfers.get(i), left[i], line);
            }
        }
        for (AssessmentYear tranche : settlement.agreement().years()) {
            long claimed = ledger.returnedThoughEntitled(tranche).count();
            for (int i = lines.size() - 1; i >= 0 && claimed > 0; i--) {
                if (lines.get(i).isOf(tranche.number())) {
                    claimed -= lines.get(i).claim(claimed);
                }
            }
        }
    }

    private long lay(Transfer transfer, long shares, ReleaseLine line) {
        if (shares == 0 || !line.isOf(transfer.trancheYear()) || line.isWithheld()) {
            return 0;
        }
        long confirmed = line.confirm(shares);
        if (confirmed > 0) {
            laid.add(new Laid(transfer, line, confirmed));
        }
        return confirmed;
    }

    /** What can still be released of each tranche, by its number. */
    private long[] releasable() {
        long[] releasable = new long[settlement.agreement().years().size() + 1];
        for (ReleaseLine line : lines) {
            releasable[line.tranche().number()] += line.isWithheld() ? 0 : line.free();
        }
        return releasable;
    }

    /** Which instruction is behind which confirmed share. */
    private void assignPieces() {
        for (Transfer transfer : transfers) {
            Deque<Laid> onLines = new ArrayDeque<>(2);
            for (Laid part : laid) {
                if (part.transfer().equals(transfer)) {
                    onLines.add(part);
                }
            }
            if (onLines.isEmpty()) {
                continue;
            }
            for (InstructionTransfers.Moved part : carriedOut.moved()) {
                long left = part.transfer().equals(transfer) ? part.shares() : 0;
                while (left > 0 && !onLines.isEmpty()) {
                    Laid on = onLines.remove();
                    long shares = Math.min(left, on.shares());
                    on.line().movedUnder(new InstructionTransfers.Moved(transfer, part.under(), shares));
                    left -= shares;
                    if (shares < on.shares()) {
                        onLines.addFirst(new Laid(transfer, on.line(), on.shares() - shares));
                    }
                }
            }
        }
    }

    /** The lines on which shares of a year and tranche are laid: that of the year, then the others of the tranche, the oldest first. */
    private List<ReleaseLine> linesFor(int year, int tranche) {
        List<ReleaseLine> ofTranche = new ArrayList<>(2);
        for (ReleaseLine line : lines) {
            if (line.isOf(tranche) && !line.isWithheld()) {
                ofTranche.add(line.assessmentYear() == year ? 0 : ofTranche.size(), line);
            }
        }
        return ofTranche;
    }

    private void layOpenInstructions() {
        for (InstructionTransfers.OpenPart part : carriedOut.open()) {
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

    private void findExceeding(InstructionTransfers.OpenPart part, long room) {
        if (ledger.isInDoubt(part.tranche())) {
            return; // what can be released of the tranche is not known while a report is in doubt
        }
        Instruction instruction = part.instruction();
        long moved = instruction.shares().of(part.tranche()) - part.shares();
        findings.find(
                FindingCode.QUANTITY_DIFFERS,
                instruction.year(),
                instruction.source(),
                Field.SHARES,
                Long.toString(instruction.row().shares().count()),
                instruction.number() + " lists "
                        + Phrases.shares(instruction.shares().of(part.tranche())) + " of tranche " + part.tranche()
                        + (moved > 0 ? ", " + Shares.of(moved) + " of them were transferred" : "") + "; "
                        + (room == 0 ? "none" : "only " + Shares.of(room)) + " can still be released of the tranche"
                        + (room == 0 ? "" : ", and they are held"),
                "tell the agent, have the instruction withdrawn and record " + Field.WITHDRAWN_ON
                        + "; then sign a draft of what is left");
    }

    private void holdAtClosedGates() {
        for (ReleaseLine line : lines) {
            List<FindingCode> closed = new ArrayList<>(
                    gates.closedFor(line.assessmentYear(), line.tranche().number()));
            if (line.isWithheld()) {
                closed.add(0, FindingCode.MISSED_TARGET_BLOCKS);
            }
            if (!closed.isEmpty()) {
                line.close(closed);
            }
        }
    }

    /** What an undocumented reading gives beyond the default is held until its document is on record (rules 2). */
    private void holdUndocumentedReading() {
        if (settlement.readings().equals(Readings.DEFAULT)
                || review.escrow().agreement().readings().isDocumentedOn(review.asOf())) {
            return;
        }
        Settlement byDefault = review.settledUnder(Readings.DEFAULT);
        for (ReleaseLine line : lines) {
            long beyond = line.entitled();
            for (Movement movement : byDefault.movements()) {
                boolean ofLine = movement.to() == Account.RELEASABLE
                        && movement.assessmentYear() == line.assessmentYear()
                        && line.isOf(movement.trancheYear());
                beyond -= ofLine ? movement.shares().count() : 0;
            }
            line.holdUndocumented(Math.max(0, beyond));
        }
    }

    /** What an instruction of unknown content is about can't be told: what others don't instruct of its year is held. */
    private void holdForUnsoundInstructions() {
        for (Instruction instruction : carriedOut.unsound()) {
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
     * all that is otherwise due and not instructed is held until the row is corrected.
     */
    private void holdAgainstUnknownTransfers() {
        for (AssessmentYear tranche : settlement.agreement().years()) {
            boolean unknown = review.escrow().rejected().transfers().contains(tranche.number());
            if (unknown && ledger.isReleasedInFull(tranche)) {
                lines.forEach(line -> line.hold(line.free(), FindingCode.ROW_REJECTED));
            }
        }
    }

    private void holdAgainstOverRelease() {
        long overReleased = ledger.tooMany().count();
        if (overReleased == 0) {
            return;
        }
        for (ReleaseLine line : lines) {
            overReleased -= line.holdAgainstOverRelease(overReleased);
        }
        // what is instructed stays instructed; but what the agent moved too much without an instruction may be what it
        // was
        // instructed to move, and shares that are no longer there can't be moved
        long instructed = lines.stream().mapToLong(ReleaseLine::instructed).sum();
        long toHold = Math.max(
                Math.min(overReleased, movedTooMuchWithoutInstruction()),
                instructed - ledger.inEscrow().count());
        for (ReleaseLine line : lines) {
            toHold -= line.holdInstructedAgainstOverRelease(Math.max(0, toHold));
        }
    }

    private long movedTooMuchWithoutInstruction() {
        long sum = 0;
        for (Transfer transfer : transfers) {
            long tooMuch = transfer.isRelease() ? transfer.shares().count() : 0;
            for (Laid part : laid) {
                tooMuch -= part.transfer().equals(transfer) ? part.shares() : 0;
            }
            long withoutInstruction = 0;
            for (InstructionTransfers.Moved part : carriedOut.moved()) {
                boolean without = part.under().isEmpty() && part.transfer().equals(transfer);
                withoutInstruction += without ? part.shares() : 0;
            }
            sum += Math.min(tooMuch, withoutInstruction);
        }
        return sum;
    }

    /** What is signed by one alone, by nobody, or not received waits, for its own shares alone. */
    private void await() {
        Set<Instruction> exceeding = new LinkedHashSet<>();
        for (InstructionTransfers.OpenPart part : carriedOut.awaiting()) {
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
}
