package io.earnout.escrow.determination;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.DraftHistory;
import io.earnout.escrow.release.EscrowLedger;
import io.earnout.escrow.release.EscrowOnDay;
import io.earnout.escrow.release.Instruction;
import io.earnout.escrow.release.InstructionTransfers;
import io.earnout.escrow.release.ReleaseLine;
import io.earnout.escrow.release.Releases;
import io.earnout.escrow.release.TransferDays;
import io.earnout.escrow.review.Review;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was instructed against what was moved, from both sides, to the share: instructed and not moved, moved and not
 * instructed, moved twice, moved in another quantity, of another tranche, before its documents or while it was suspended.
 * It finds; what it means for the next instruction is decided by the over-release alone.
 */
final class Reconciliation {

    private final Review review;
    private final Releases releases;
    private final InstructionTransfers carriedOut;
    private final EscrowLedger ledger;
    private final DraftHistory history;
    private final TransferDays days;
    private final Findings findings;

    private Reconciliation(EscrowOnDay escrow, DraftHistory history) {
        this.review = escrow.review();
        this.releases = escrow.releases();
        this.carriedOut = releases.carriedOut();
        this.ledger = escrow.ledger();
        this.history = history;
        this.days = new TransferDays(review);
        this.findings = new Findings(escrow.settlement().agreement().id());
    }

    static List<Finding> of(EscrowOnDay escrow, DraftHistory history) {
        if (escrow.transfers().isEmpty() && escrow.releases().instructions().isEmpty()) {
            return List.of();
        }
        Reconciliation reconciliation = new Reconciliation(escrow, history);
        escrow.review()
                .years()
                .forEach(year -> reconciliation.quantities(year.year().number()));
        escrow.releases().lines().forEach(reconciliation::overdue);
        reconciliation.beforeTheirDocuments();
        escrow.transfers().forEach(reconciliation::examine);
        escrow.review().years().forEach(year -> reconciliation.overReleased(year.year(), escrow.transfers()));
        return reconciliation.findings.all();
    }

    private void quantities(int year) {
        List<Transfer> transfers = carriedOut.transfers(year);
        if (transfers.isEmpty()) {
            return;
        }
        long missing = 0;
        for (ReleaseLine line : releases.lines()) {
            for (ReleaseLine.Covered covered : line.covered()) {
                boolean begun = carriedOut.left(covered.instruction())
                        < covered.instruction().total();
                missing += covered.instruction().year() == year && begun ? covered.shares() : 0;
            }
        }
        if (missing > 0) {
            find(
                    FindingCode.TRANSFER_SHORT,
                    last(transfers),
                    bothSides(year, transfers) + ": " + Phrases.shares(missing) + " missing"
                            + transferDue(year).map(day -> ", due by " + day).orElse(""),
                    "have the agent transfer the rest, or record the transfer that is missing");
        }
        long withoutInstruction = carriedOut.moved().stream()
                .filter(moved ->
                        moved.transfer().year() == year && moved.under().isEmpty())
                .mapToLong(InstructionTransfers.Moved::shares)
                .sum();
        if (withoutInstruction == 0) {
            parts(year, transfers);
        } else if (!review.escrow().rejected().rows().contains(year)) {
            tooMuch(year, transfers, withoutInstruction);
        }
    }

    /** The first day by which an open instruction of a year is to be carried out; nothing if that can't be told. */
    private Optional<LocalDate> transferDue(int year) {
        Optional<LocalDate> first = Optional.empty();
        for (ReleaseLine line : releases.lines()) {
            for (ReleaseLine.Covered covered : line.covered()) {
                Optional<LocalDate> due = covered.instruction().year() == year
                        ? days.transferDue(line, covered.instruction())
                        : Optional.empty();
                if (first.isEmpty() || due.filter(first.get()::isAfter).isPresent()) {
                    first = due;
                }
            }
        }
        return first;
    }

    private void tooMuch(int year, List<Transfer> transfers, long withoutInstruction) {
        String more = bothSides(year, transfers) + ": " + Phrases.shares(withoutInstruction) + " ";
        Optional<Transfer> twice = twice(transfers);
        if (twice.isPresent()) {
            find(
                    FindingCode.TRANSFERRED_TWICE,
                    twice.get(),
                    more + "too many, and two transfers of "
                            + Phrases.shares(twice.get().shares().count()) + " of tranche "
                            + twice.get().trancheYear(),
                    "ask the agent whether it moved them twice; if it is recorded twice, delete the row");
        } else if (withoutInstruction == moved(transfers)) {
            find(
                    FindingCode.TRANSFER_NOT_INSTRUCTED,
                    last(transfers),
                    more + "without a complete instruction",
                    "record the joint instruction, signed and received, or ask the agent on which instruction it acted");
        } else {
            find(
                    FindingCode.TRANSFER_BEYOND_INSTRUCTION,
                    last(transfers),
                    more + "too many",
                    "correct the row as the agent confirmed it, or ask the agent on which instruction it acted");
        }
    }

    private String bothSides(int year, List<Transfer> transfers) {
        long signed =
                carriedOut.complete(year).stream().mapToLong(Instruction::total).sum();
        return "instructed " + Phrases.shares(signed) + ", moved " + Shares.of(moved(transfers)) + " ("
                + references(transfers) + ")";
    }

    private static long moved(List<Transfer> transfers) {
        return transfers.stream()
                .mapToLong(transfer -> transfer.shares().count())
                .sum();
    }

    private static Transfer last(List<Transfer> transfers) {
        return transfers.get(transfers.size() - 1);
    }

    private static String references(List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            return "no transfer";
        }
        List<String> references = new ArrayList<>();
        for (Transfer transfer : transfers) {
            if (references.size() == 6) {
                references.add("and " + (transfers.size() - 6) + " more");
                break;
            }
            references.add(transfer.reference() + " of " + transfer.confirmedOn());
        }
        return String.join(", ", references);
    }

    private static Optional<Transfer> twice(List<Transfer> transfers) {
        for (int i = 0; i < transfers.size(); i++) {
            for (int j = 0; j < i; j++) {
                Transfer one = transfers.get(j);
                Transfer other = transfers.get(i);
                if (one.trancheYear() == other.trancheYear() && one.shares().equals(other.shares())) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    /** An instruction is carried out by one transfer of each tranche (EA 3.2); more is worth a look. */
    private void parts(int year, List<Transfer> transfers) {
        int instructions = carriedOut.complete(year).size();
        for (AssessmentYear tranche : review.escrow().agreement().years()) {
            List<Transfer> ofTranche = transfers.stream()
                    .filter(transfer -> transfer.trancheYear() == tranche.number())
                    .toList();
            if (ofTranche.size() > instructions) {
                findings.find(
                        FindingCode.TRANSFER_IN_PARTS,
                        year,
                        "tranche " + tranche.number() + " was moved in " + ofTranche.size() + " transfers ("
                                + references(ofTranche) + ") for " + instructions
                                + (instructions == 1 ? " instruction" : " instructions"),
                        "have the agent confirm that this was intended");
            }
        }
    }

    private void overdue(ReleaseLine line) {
        if (line.instructed() == 0) {
            return;
        }
        for (ReleaseLine.Covered covered : line.covered()) {
            Instruction instruction = covered.instruction();
            boolean untouched = carriedOut.left(instruction) == instruction.total();
            if (days.isOverdue(line, instruction)) {
                findings.find(
                        FindingCode.TRANSFER_OVERDUE,
                        line.assessmentYear(),
                        instruction.source(),
                        Field.RECEIVED_ON,
                        instruction.receivedOn().map(LocalDate::toString).orElse(""),
                        Phrases.shares(covered.shares()) + " of tranche "
                                + line.tranche().number() + " instructed by " + instruction.number()
                                + ", to be transferred by "
                                + days.transferDue(line, instruction).orElseThrow()
                                + (untouched ? "; no transfer is confirmed" : ""),
                        "ask the agent for the transfer, or record its confirmation");
            } else if (instruction.reportReceivedOn().isEmpty()) {
                findings.find(
                        FindingCode.RECEIPT_UNKNOWN,
                        line.assessmentYear(),
                        "when the agent received the report on year " + instruction.year()
                                + " is not on record: its ten business days can't be counted",
                        "fill in " + Field.RECEIVED_ON + " of the report");
            }
        }
    }

    private void examine(Transfer transfer) {
        if (transfer.isRelease()) {
            ofRightTranche(transfer);
            ofKnownInstruction(transfer);
        }
        for (Suspension suspension : review.escrow().registers().suspensions()) {
            if (suspension.covers(transfer.year(), transfer.trancheYear())
                    && suspension.isInForceOn(transfer.confirmedOn())) {
                find(
                        FindingCode.TRANSFER_WHILE_SUSPENDED,
                        transfer,
                        Field.CONFIRMED_ON,
                        transfer.confirmedOn().toString(),
                        Phrases.shares(transfer.shares().count()) + " moved while suspended ("
                                + suspension.ground().clause().citation() + ", " + suspension.document() + ", since "
                                + suspension.from() + ")",
                        "ask the agent on which instruction it acted");
            }
        }
    }

    private void ofRightTranche(Transfer transfer) {
        boolean hasLine = releases.lines().stream()
                .anyMatch(line -> line.assessmentYear() == transfer.year() && line.isOf(transfer.trancheYear()));
        boolean had = hasLine
                || carriedOut.moved().stream()
                        .anyMatch(moved -> moved.transfer().equals(transfer)
                                && moved.under().isPresent())
                || history.ofAll(transfer.confirmedOn(), transfer.year())
                        .filter(draft -> draft.shares().of(transfer.trancheYear()) > 0)
                        .isPresent();
        if (!had && !ledger.isInDoubt(transfer.trancheYear())) {
            find(
                    FindingCode.TRANSFER_OF_WRONG_TRANCHE,
                    transfer,
                    Field.TRANCHE_YEAR,
                    Integer.toString(transfer.trancheYear()),
                    "the result of year " + transfer.year() + " releases no share of tranche " + transfer.trancheYear()
                            + ", now or on " + transfer.confirmedOn() + "; " + transfer.shares() + " were moved",
                    "correct " + Field.ASSESSMENT_YEAR + " or " + Field.TRANCHE_YEAR + " as the agent confirmed it");
        }
    }

    private void ofKnownInstruction(Transfer transfer) {
        String named = transfer.instructionId();
        boolean known = named.isEmpty()
                || releases.instructions().stream()
                        .anyMatch(instruction -> instruction.year() == transfer.year()
                                && instruction.number().equals(named));
        if (!known && !review.escrow().rejected().rows().contains(transfer.year())) {
            find(
                    FindingCode.TRANSFER_OF_UNKNOWN_INSTRUCTION,
                    transfer,
                    Field.INSTRUCTION_ID,
                    named,
                    "no instruction \"" + named + "\" of year " + transfer.year()
                            + " is on record: the transfer carries out none",
                    "correct " + Field.INSTRUCTION_ID + ", or record the instruction in " + Records.JOINT_INSTRUCTIONS);
        }
    }

    private void beforeTheirDocuments() {
        for (InstructionTransfers.Moved moved : carriedOut.moved()) {
            Transfer transfer = moved.transfer();
            Optional<LocalDate> complete = moved.under()
                    .flatMap(Instruction::documentsComplete)
                    .or(() -> moved.under().flatMap(Instruction::receivedOn));
            if (complete.isPresent() && transfer.confirmedOn().isBefore(complete.get())) {
                find(
                        FindingCode.TRANSFER_BEFORE_DOCUMENTS,
                        transfer,
                        Field.CONFIRMED_ON,
                        transfer.confirmedOn().toString(),
                        Phrases.shares(moved.shares())
                                + " moved before the agent had report and instruction, which was on "
                                + complete.get(),
                        "correct the days, or ask the agent on which instruction it acted");
            }
        }
    }

    private void overReleased(AssessmentYear tranche, List<Transfer> transfers) {
        Shares over = ledger.overReleased(tranche);
        if (over.isNone()) {
            return;
        }
        long held = releases.lines().stream()
                .mapToLong(ReleaseLine::againstOverRelease)
                .sum();
        boolean assessed = review.year(tranche.number()).assessment().isPresent();
        Transfer last = last(transfers.stream()
                .filter(transfer -> transfer.isRelease() && transfer.trancheYear() == tranche.number())
                .toList());
        findings.find(
                FindingCode.OVER_RELEASED,
                tranche.number(),
                last.source(),
                Field.SHARES,
                Long.toString(last.shares().count()),
                "tranche " + tranche.number() + ": released "
                        + Phrases.shares(ledger.released(tranche).count()) + ", entitled "
                        + ledger.released(tranche).minus(over)
                        + (assessed ? "" : " while no report on the year counts") + ": " + over + " too many; "
                        + (held == 0
                                ? "no shares are due that could be withheld for it"
                                : "over all tranches " + Phrases.shares(held) + " that are due are withheld for it"),
                "decide: a notice of the issuer (SPA 8.1) or an agreement of all parties (SPA 5.3); correct the row if"
                        + " the transfer is recorded wrongly");
    }

    private void find(FindingCode code, Transfer transfer, String message, String remedy) {
        find(code, transfer, Field.SHARES, Long.toString(transfer.shares().count()), message, remedy);
    }

    private void find(FindingCode code, Transfer transfer, Field field, String value, String message, String remedy) {
        findings.find(code, transfer.year(), transfer.source(), field, value, message, remedy);
    }
}
