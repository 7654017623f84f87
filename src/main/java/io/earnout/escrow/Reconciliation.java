package io.earnout.escrow;

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
    private final EscrowLedger ledger;
    private final Deadlines deadlines;
    private final Findings findings;

    private Reconciliation(Review review, Releases releases, EscrowLedger ledger, Findings findings) {
        this.review = review;
        this.releases = releases;
        this.ledger = ledger;
        this.deadlines = new Deadlines(review.escrow().calendar());
        this.findings = findings;
    }

    static void of(Review review, Releases releases, EscrowLedger ledger, List<Transfer> transfers, Findings findings) {
        Reconciliation reconciliation = new Reconciliation(review, releases, ledger, findings);
        for (ReviewedYear year : review.years()) {
            Papers papers = releases.papers(year.year().number());
            if (papers.signed() > 0 || papers.moved() > 0) {
                reconciliation.quantities(papers);
                reconciliation.overdue(papers);
                reconciliation.afterItsDocuments(papers);
            }
        }
        transfers.forEach(reconciliation::examine);
        review.years().forEach(year -> reconciliation.overReleased(year.year()));
    }

    private void quantities(Papers papers) {
        long signed = papers.signed();
        long moved = papers.moved();
        String bothSides = "instructed " + Shares.of(signed) + " shares, moved " + Shares.of(moved) + " ("
                + references(papers.transfers()) + ")";
        if (moved > 0 && moved < signed) {
            findings.find(
                    Code.TRANSFER_SHORT,
                    papers.year(),
                    bothSides + ": " + Shares.of(signed - moved) + " are missing",
                    "have the agent transfer the rest, or record the transfer that is missing");
        } else if (moved > signed) {
            Optional<Transfer> twice = twice(papers.transfers());
            Code code = twice.isPresent()
                    ? Code.TRANSFERRED_TWICE
                    : signed == 0 ? Code.TRANSFER_NOT_INSTRUCTED : Code.TRANSFER_BEYOND_INSTRUCTION;
            findings.find(
                    code,
                    papers.year(),
                    bothSides + ": " + Shares.of(moved - signed)
                            + (twice.isPresent()
                                    ? " more, and two transfers of "
                                            + twice.get().shares() + " shares of tranche "
                                            + twice.get().trancheYear()
                                    : " without a complete instruction"),
                    "record the joint instruction that is missing, or correct the transfers after the agent's"
                            + " confirmations");
        }
        if (moved <= signed) {
            parts(papers);
        }
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
    private void parts(Papers papers) {
        for (AssessmentYear tranche : review.escrow().agreement().years()) {
            List<Transfer> ofTranche = papers.transfers().stream()
                    .filter(transfer -> transfer.trancheYear() == tranche.number())
                    .toList();
            if (ofTranche.size() > papers.complete().size()) {
                findings.find(
                        Code.TRANSFER_IN_PARTS,
                        papers.year(),
                        "tranche " + tranche.number() + " was moved in " + ofTranche.size() + " transfers ("
                                + references(ofTranche) + ") for "
                                + papers.complete().size()
                                + (papers.complete().size() == 1 ? " instruction" : " instructions"),
                        "see that the agent confirms it was meant so");
            }
        }
    }

    private void overdue(Papers papers) {
        long instructed = releases.lines().stream()
                .filter(line -> line.assessmentYear() == papers.year())
                .mapToLong(ReleaseLine::instructed)
                .sum();
        Optional<LocalDate> due = transferDue(papers, deadlines);
        if (instructed > 0 && due.isPresent() && review.asOf().isAfter(due.get())) {
            findings.find(
                    Code.TRANSFER_OVERDUE,
                    papers.year(),
                    Shares.of(instructed) + " shares are instructed ("
                            + papers.open().get(0).paper().instructionId() + ") and were to be transferred by "
                            + due.get()
                            + "; no transfer is confirmed",
                    "ask the agent for the transfer, or record its confirmation");
        } else if (instructed > 0 && due.isEmpty()) {
            findings.find(
                    Code.RECEIPT_UNKNOWN,
                    papers.year(),
                    "when the agent received the report on year " + papers.year()
                            + " is not on record: its ten business days can't be counted",
                    "fill in received_on of the report");
        }
    }

    /** The day by which the open papers of a year are to be carried out; nothing if that can't be told. */
    static Optional<LocalDate> transferDue(Papers papers, Deadlines deadlines) {
        return papers.open().stream()
                .flatMap(part -> papers.documentsComplete(part.paper()).stream())
                .map(deadlines::transferDue)
                .min(LocalDate::compareTo);
    }

    private void examine(Transfer transfer) {
        if (transfer.isRelease()) {
            ofRightTranche(transfer);
        }
        for (Suspension suspension : review.escrow().registers().suspensions()) {
            if (suspension.covers(transfer.year(), transfer.trancheYear())
                    && suspension.isInForceOn(transfer.confirmedOn())) {
                find(
                        Code.TRANSFER_WHILE_SUSPENDED,
                        transfer,
                        "confirmed_on",
                        transfer.confirmedOn().toString(),
                        transfer.shares() + " shares moved while they were suspended ("
                                + suspension.ground().clause().citation() + ", " + suspension.document() + ", since "
                                + suspension.from() + ")",
                        "ask the agent on what it acted");
            }
        }
    }

    private void ofRightTranche(Transfer transfer) {
        boolean hasLine = releases.lines().stream()
                .anyMatch(line -> line.assessmentYear() == transfer.year()
                        && line.tranche().number() == transfer.trancheYear());
        boolean had = hasLine
                || releases.history()
                        .on(transfer.confirmedOn(), transfer.year())
                        .filter(draft -> !draft.of(transfer.trancheYear()).isNone())
                        .isPresent();
        if (!had) {
            find(
                    Code.TRANSFER_OF_WRONG_TRANCHE,
                    transfer,
                    "tranche_year",
                    Integer.toString(transfer.trancheYear()),
                    "the result of year " + transfer.year() + " releases no share of tranche " + transfer.trancheYear()
                            + ", now or on " + transfer.confirmedOn() + "; " + transfer.shares() + " were moved",
                    "correct assessment_year or tranche_year after the agent's confirmation");
        }
    }

    private void afterItsDocuments(Papers papers) {
        for (Papers.Moved moved : papers.movedUnderPapers()) {
            Transfer transfer = moved.transfer();
            Optional<LocalDate> complete = moved.paper()
                    .flatMap(papers::documentsComplete)
                    .or(() -> moved.paper().flatMap(JointInstruction::receivedOn));
            if (complete.isPresent() && transfer.confirmedOn().isBefore(complete.get())) {
                find(
                        Code.TRANSFER_BEFORE_DOCUMENTS,
                        transfer,
                        "confirmed_on",
                        transfer.confirmedOn().toString(),
                        Shares.of(moved.shares())
                                + " shares moved before the agent had report and instruction, which was on "
                                + complete.get(),
                        "correct the days, or ask the agent on what it acted");
            }
        }
    }

    private void overReleased(AssessmentYear tranche) {
        Shares over = ledger.overReleased(tranche);
        if (over.isNone()) {
            return;
        }
        long held = releases.lines().stream()
                .mapToLong(ReleaseLine::againstOverRelease)
                .sum();
        boolean assessed = review.year(tranche.number()).assessment().isPresent();
        findings.find(
                Code.OVER_RELEASED,
                tranche.number(),
                "tranche " + tranche.number() + ": released " + ledger.released(tranche) + " shares, entitled "
                        + ledger.released(tranche).minus(over)
                        + (assessed ? "" : " while no report on the year counts") + ": " + over
                        + " too many; over all tranches " + Shares.of(held)
                        + " shares otherwise due are held against it",
                "decide: a notice of the issuer (SPA 8.1) or an agreement of all parties (SPA 5.3); correct the row if"
                        + " the transfer is recorded wrongly");
    }

    private void find(Code code, Transfer transfer, String column, String value, String message, String remedy) {
        findings.find(code, transfer.year(), transfer.source(), column, value, message, remedy);
    }
}
