package io.earnout.escrow.determination;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.record.Amendment;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.release.CountedTransfer;
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
import io.earnout.terms.ExactShares;
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
    private final ShareChanges changes;
    private final DraftHistory history;
    private final TransferDays days;
    private final Findings findings;

    private Reconciliation(EscrowOnDay escrow, DraftHistory history) {
        this.review = escrow.review();
        this.releases = escrow.releases();
        this.carriedOut = releases.carriedOut();
        this.ledger = escrow.ledger();
        this.changes = escrow.changes();
        this.history = history;
        this.days = new TransferDays(review);
        this.findings = new Findings(escrow.settlement().agreement().id());
    }

    static List<Finding> of(EscrowOnDay escrow, DraftHistory history) {
        if (escrow.transfers().isEmpty() && escrow.releases().instructions().isEmpty()) {
            return List.of();
        }
        Reconciliation reconciliation = new Reconciliation(escrow, history);
        escrow.releases().lines().forEach(reconciliation::overdue);
        reconciliation.beforeTheirDocuments();
        escrow.transfers().forEach(reconciliation::examine);
        escrow.review().years().forEach(year -> reconciliation.overReleased(year.year(), escrow.transfers()));
        List<Finding> all = new ArrayList<>(QuantityReconciliation.of(escrow));
        all.addAll(reconciliation.findings.all());
        return all;
    }

    private void overdue(ReleaseLine line) {
        if (line.instructed() == 0) {
            return;
        }
        for (ReleaseLine.Covered covered : line.covered()) {
            Instruction instruction = covered.instruction();
            boolean untouched = carriedOut.left(instruction) == instruction.totalUnits();
            if (days.isOverdue(line, instruction)) {
                findings.find(
                        FindingCode.TRANSFER_OVERDUE,
                        line.assessmentYear(),
                        instruction.source(),
                        Field.RECEIVED_ON,
                        instruction.receivedOn().map(LocalDate::toString).orElse(""),
                        shares(covered.shares()) + " of tranche "
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

    private void examine(CountedTransfer transfer) {
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
                        Phrases.shares(transfer.row().shares().count()) + " moved while suspended ("
                                + suspension.ground().clause().citation() + ", " + suspension.document() + ", since "
                                + suspension.from() + ")",
                        "ask the agent on which instruction it acted");
            }
        }
    }

    private void ofRightTranche(CountedTransfer transfer) {
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
                            + ", now or on " + transfer.confirmedOn() + "; "
                            + transfer.row().shares() + " were moved",
                    "correct " + Field.ASSESSMENT_YEAR + " or " + Field.TRANCHE_YEAR + " as the agent confirmed it");
        }
    }

    private void ofKnownInstruction(CountedTransfer transfer) {
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
            CountedTransfer transfer = moved.transfer();
            Optional<LocalDate> complete = moved.under()
                    .flatMap(Instruction::documentsComplete)
                    .or(() -> moved.under().flatMap(Instruction::receivedOn));
            if (complete.isPresent() && transfer.confirmedOn().isBefore(complete.get())) {
                find(
                        FindingCode.TRANSFER_BEFORE_DOCUMENTS,
                        transfer,
                        Field.CONFIRMED_ON,
                        transfer.confirmedOn().toString(),
                        shares(moved.shares())
                                + " moved before the agent had report and instruction, which was on "
                                + complete.get(),
                        "correct the days, or ask the agent on which instruction it acted");
            }
        }
    }

    private void overReleased(AssessmentYear tranche, List<CountedTransfer> transfers) {
        ExactShares over = ledger.overReleased(tranche);
        if (over.isNone()) {
            return;
        }
        long held = releases.lines().stream()
                .mapToLong(ReleaseLine::againstOverRelease)
                .sum();
        boolean assessed = review.year(tranche.number()).assessment().isPresent();
        CountedTransfer last = QuantityReconciliation.last(transfers.stream()
                .filter(transfer -> transfer.isRelease() && transfer.trancheYear() == tranche.number())
                .toList());
        findings.find(
                FindingCode.OVER_RELEASED,
                tranche.number(),
                last.source(),
                Field.SHARES,
                Long.toString(last.row().shares().count()),
                "tranche " + tranche.number() + ": released "
                        + ledger.released(tranche) + " shares, entitled "
                        + ledger.released(tranche).minus(over)
                        + (assessed ? "" : " while no report on the year counts") + ": " + over + " too many"
                        + amendedSince(last.confirmedOn()) + "; "
                        + (held == 0
                                ? "no shares are due that could be withheld for it"
                                : "over all tranches " + shares(held) + " that are due are withheld for it"),
                "decide: a notice of the issuer (SPA 8.1) or an agreement of all parties (SPA 5.3); correct the row if"
                        + " the transfer is recorded wrongly");
    }

    /** The amendments that were agreed after a day, each with its document (SPA 11.2). */
    private String amendedSince(LocalDate day) {
        StringBuilder since = new StringBuilder();
        for (Amendment amendment : review.amendments().inForce().values()) {
            if (amendment.agreedOn().isAfter(day)) {
                since.append(", since the amendment of year ")
                        .append(amendment.year())
                        .append("'s target on ")
                        .append(amendment.agreedOn())
                        .append(" (")
                        .append(amendment.document())
                        .append(')');
            }
        }
        return since.toString();
    }

    /** In shares of today. */
    private String shares(long units) {
        return Phrases.shares(changes.wholeOnDay(units, review.asOf()));
    }

    private void find(
            FindingCode code, CountedTransfer transfer, Field field, String value, String message, String remedy) {
        findings.find(code, transfer.year(), transfer.source(), field, value, message, remedy);
    }
}
