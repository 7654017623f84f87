package io.earnout.escrow.determination;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.release.CountedTransfer;
import io.earnout.escrow.release.EscrowOnDay;
import io.earnout.escrow.release.Instruction;
import io.earnout.escrow.release.InstructionTransfers;
import io.earnout.escrow.release.ReleaseLine;
import io.earnout.escrow.release.Releases;
import io.earnout.escrow.release.TransferDays;
import io.earnout.escrow.review.Review;
import io.earnout.terms.AssessmentYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** For each assessment year, the shares that were instructed against those that were moved (EA 3.1(b), 3.2). */
final class QuantityReconciliation {

    private final Review review;
    private final Releases releases;
    private final InstructionTransfers carriedOut;
    private final ShareChanges changes;
    private final TransferDays days;
    private final Findings findings;

    private QuantityReconciliation(EscrowOnDay escrow) {
        this.review = escrow.review();
        this.releases = escrow.releases();
        this.carriedOut = releases.carriedOut();
        this.changes = escrow.changes();
        this.days = new TransferDays(review);
        this.findings = new Findings(escrow.settlement().agreement().id());
    }

    static List<Finding> of(EscrowOnDay escrow) {
        QuantityReconciliation quantities = new QuantityReconciliation(escrow);
        escrow.review()
                .years()
                .forEach(year -> quantities.quantities(year.year().number()));
        return quantities.findings.all();
    }

    private void quantities(int year) {
        List<CountedTransfer> transfers = carriedOut.transfers(year);
        if (transfers.isEmpty()) {
            return;
        }
        long missing = 0;
        for (ReleaseLine line : releases.lines()) {
            for (ReleaseLine.Covered covered : line.covered()) {
                boolean begun = carriedOut.left(covered.instruction())
                        < covered.instruction().totalUnits();
                missing += covered.instruction().year() == year && begun ? covered.shares() : 0;
            }
        }
        if (missing > 0) {
            find(
                    FindingCode.TRANSFER_SHORT,
                    last(transfers),
                    bothSides(year, transfers) + ": " + shares(missing) + " missing"
                            + transferDue(year).map(day -> ", due by " + day).orElse(""),
                    "have the agent transfer the rest, or record the transfer that is missing");
        }
        long withoutInstruction = 0;
        for (InstructionTransfers.Moved moved : carriedOut.moved()) {
            boolean without = moved.transfer().year() == year && moved.under().isEmpty();
            withoutInstruction += without ? moved.shares() : 0;
        }
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

    private void tooMuch(int year, List<CountedTransfer> transfers, long withoutInstruction) {
        String more = bothSides(year, transfers) + ": " + shares(withoutInstruction) + " ";
        Optional<CountedTransfer> twice = twice(transfers);
        if (twice.isPresent()) {
            find(
                    FindingCode.TRANSFERRED_TWICE,
                    twice.get(),
                    more + "too many, and two transfers of "
                            + Phrases.shares(twice.get().row().shares().count()) + " of tranche "
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

    private String bothSides(int year, List<CountedTransfer> transfers) {
        long signed = carriedOut.complete(year).stream()
                .mapToLong(Instruction::totalUnits)
                .sum();
        return "instructed " + shares(signed) + ", moved " + changes.grouped(moved(transfers), review.asOf()) + " ("
                + references(transfers) + ")";
    }

    /** In shares of today. */
    private String shares(long units) {
        return Phrases.shares(changes.wholeOnDay(units, review.asOf()));
    }

    private static long moved(List<CountedTransfer> transfers) {
        return transfers.stream().mapToLong(CountedTransfer::units).sum();
    }

    static CountedTransfer last(List<CountedTransfer> transfers) {
        return transfers.get(transfers.size() - 1);
    }

    private static String references(List<CountedTransfer> transfers) {
        if (transfers.isEmpty()) {
            return "no transfer";
        }
        List<String> references = new ArrayList<>();
        for (CountedTransfer transfer : transfers) {
            if (references.size() == 6) {
                references.add("and " + (transfers.size() - 6) + " more");
                break;
            }
            references.add(transfer.reference() + " of " + transfer.confirmedOn());
        }
        return String.join(", ", references);
    }

    private static Optional<CountedTransfer> twice(List<CountedTransfer> transfers) {
        for (int i = 0; i < transfers.size(); i++) {
            for (int j = 0; j < i; j++) {
                CountedTransfer one = transfers.get(j);
                CountedTransfer other = transfers.get(i);
                if (one.trancheYear() == other.trancheYear() && one.units() == other.units()) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    /** An instruction is carried out by one transfer of each tranche (EA 3.2); more is worth a look. */
    private void parts(int year, List<CountedTransfer> transfers) {
        int instructions = carriedOut.complete(year).size();
        if (transfers.size() <= instructions) {
            return;
        }
        for (AssessmentYear tranche : review.escrow().agreement().years()) {
            List<CountedTransfer> ofTranche = transfers.stream()
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

    private void find(FindingCode code, CountedTransfer transfer, String message, String remedy) {
        find(code, transfer, Field.SHARES, Long.toString(transfer.row().shares().count()), message, remedy);
    }

    private void find(
            FindingCode code, CountedTransfer transfer, Field field, String value, String message, String remedy) {
        findings.find(code, transfer.year(), transfer.source(), field, value, message, remedy);
    }
}
