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
        review.years().forEach(year -> reconciliation.overReleased(year.year(), transfers));
    }

    private void quantities(Papers papers) {
        long missing = papers.open().stream()
                .filter(Papers.OpenPart::isCarriedOutInPart)
                .mapToLong(Papers.OpenPart::shares)
                .sum();
        if (missing > 0) {
            Optional<LocalDate> due = transferDue(papers, deadlines);
            find(
                    Code.TRANSFER_SHORT,
                    last(papers.transfers()),
                    bothSides(papers) + ": " + Words.shares(missing) + " missing"
                            + due.map(day -> ", due by " + day).orElse(""),
                    "have the agent transfer the rest, or record the transfer that is missing");
        }
        if (papers.movedWithoutPaper() > 0) {
            tooMuch(papers);
        } else {
            parts(papers);
        }
    }

    private void tooMuch(Papers papers) {
        String more = bothSides(papers) + ": " + Words.shares(papers.movedWithoutPaper()) + " ";
        Optional<Transfer> twice = twice(papers.transfers());
        if (twice.isPresent()) {
            find(
                    Code.TRANSFERRED_TWICE,
                    twice.get(),
                    more + "too many, and two transfers of "
                            + Words.shares(twice.get().shares().count()) + " of tranche "
                            + twice.get().trancheYear(),
                    "ask the agent whether it moved them twice; if it is recorded twice, delete the row");
        } else if (papers.movedWithoutPaper() == papers.moved()) {
            find(
                    Code.TRANSFER_NOT_INSTRUCTED,
                    last(papers.transfers()),
                    more + "without a complete instruction",
                    "record the joint instruction, signed and received, or ask the agent on what it acted");
        } else {
            find(
                    Code.TRANSFER_BEYOND_INSTRUCTION,
                    last(papers.transfers()),
                    more + "too many",
                    "correct the row after the agent's confirmation, or ask the agent on what it acted");
        }
    }

    private static String bothSides(Papers papers) {
        return "instructed " + Words.shares(papers.signed()) + ", moved " + Shares.of(papers.moved()) + " ("
                + references(papers.transfers()) + ")";
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
        List<Papers.OpenPart> late = papers.open().stream()
                .filter(part -> !part.isCarriedOutInPart() && isOverdue(papers, part.paper()))
                .toList();
        if (instructed > 0 && !late.isEmpty()) {
            JointInstruction paper = late.get(0).paper();
            LocalDate due =
                    deadlines.transferDue(papers.documentsComplete(paper).orElseThrow());
            findings.find(
                    Code.TRANSFER_OVERDUE,
                    papers.year(),
                    paper.source(),
                    "received_on",
                    paper.receivedOn().map(LocalDate::toString).orElse(""),
                    Words.shares(late.stream()
                                    .mapToLong(Papers.OpenPart::shares)
                                    .sum()) + " instructed by " + paper.instructionId() + ", to be transferred by "
                            + due + "; no transfer is confirmed",
                    "ask the agent for the transfer, or record its confirmation");
        } else if (instructed > 0 && transferDue(papers, deadlines).isEmpty()) {
            findings.find(
                    Code.RECEIPT_UNKNOWN,
                    papers.year(),
                    "when the agent received the report on year " + papers.year()
                            + " is not on record: its ten business days can't be counted",
                    "fill in received_on of the report");
        }
    }

    private boolean isOverdue(Papers papers, JointInstruction paper) {
        return papers.documentsComplete(paper)
                .map(deadlines::transferDue)
                .filter(review.asOf()::isAfter)
                .isPresent();
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
                        Words.shares(transfer.shares().count()) + " moved while suspended ("
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
                        Words.shares(moved.shares())
                                + " moved before the agent had report and instruction, which was on "
                                + complete.get(),
                        "correct the days, or ask the agent on what it acted");
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
                Code.OVER_RELEASED,
                tranche.number(),
                last.source(),
                "shares",
                Long.toString(last.shares().count()),
                "tranche " + tranche.number() + ": released "
                        + Words.shares(ledger.released(tranche).count()) + ", entitled "
                        + ledger.released(tranche).minus(over)
                        + (assessed ? "" : " while no report on the year counts") + ": " + over + " too many; "
                        + (held == 0
                                ? "nothing is due that could be held against it"
                                : "over all tranches " + Words.shares(held) + " otherwise due are held against it"),
                "decide: a notice of the issuer (SPA 8.1) or an agreement of all parties (SPA 5.3); correct the row if"
                        + " the transfer is recorded wrongly");
    }

    private void find(Code code, Transfer transfer, String message, String remedy) {
        find(code, transfer, "shares", Long.toString(transfer.shares().count()), message, remedy);
    }

    private void find(Code code, Transfer transfer, String column, String value, String message, String remedy) {
        findings.find(code, transfer.year(), transfer.source(), column, value, message, remedy);
    }
}
