package io.earnout.escrow;

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
final class ReleaseList {

    private final Review review;
    private final Settlement settlement;
    private final EscrowLedger ledger;
    private final Releases releases;
    private final Deadlines deadlines;

    private ReleaseList(Review review, Settlement settlement, EscrowLedger ledger, Releases releases) {
        this.review = review;
        this.settlement = settlement;
        this.ledger = ledger;
        this.releases = releases;
        this.deadlines = new Deadlines(review.escrow().calendar());
    }

    static List<ReleaseInstruction> of(Review review, Settlement settlement, EscrowLedger ledger, Releases releases) {
        ReleaseList list = new ReleaseList(review, settlement, ledger, releases);
        List<ReleaseInstruction> instructions = new ArrayList<>(releases.lines().size());
        for (ReleaseLine line : releases.lines()) {
            instructions.add(list.instruction(line));
        }
        return instructions;
    }

    private ReleaseInstruction instruction(ReleaseLine line) {
        Movement movement = line.movement();
        Assessment assessed = settlement.assessment(line.tranche().number()).orElseThrow();
        boolean restores = movement.from() == Account.DEDUCTED;
        Optional<LocalDate> complete = documentsComplete(line);
        Optional<LocalDate> transferDue = complete.map(deadlines::transferDue);
        return new ReleaseInstruction(
                line.assessmentYear(),
                line.tranche(),
                restores ? ReleaseInstruction.Kind.RESTORATION : ReleaseInstruction.Kind.RELEASE,
                line.draft().instructionId(),
                assessed.deducted(),
                restores
                        ? Optional.empty()
                        : assessed.agreed()
                                .map(agreed -> agreed.count()
                                        - assessed.earnedByFormula().count()),
                restores ? Optional.of(laid(movement)) : Optional.empty(),
                Shares.of(line.entitled()),
                Shares.of(line.confirmed()),
                Shares.of(line.instructed()),
                Shares.of(line.held()),
                Shares.of(line.open()),
                status(line, transferDue),
                reasons(line),
                line.draft().reportId(),
                review.year(line.assessmentYear()).releaseDue(),
                complete,
                transferDue,
                clauses(movement, assessed));
    }

    /** Of the first open paper, otherwise of the last that was carried out; nothing while shares are to be signed for. */
    private Optional<LocalDate> documentsComplete(ReleaseLine line) {
        if (line.instructed() > 0) {
            Papers papers = releases.papers(line.assessmentYear());
            return line.covered().stream()
                    .flatMap(covered -> papers.documentsComplete(covered.paper()).stream())
                    .min(LocalDate::compareTo);
        }
        if (line.open() + line.held() > 0) {
            return Optional.empty();
        }
        Optional<LocalDate> last = Optional.empty();
        for (Papers.Moved piece : line.pieces()) {
            Papers papers = releases.papers(piece.transfer().year());
            Optional<LocalDate> complete = piece.paper().flatMap(papers::documentsComplete);
            if (last.isEmpty() || (complete.isPresent() && complete.get().isAfter(last.get()))) {
                last = complete;
            }
        }
        return last;
    }

    private ReleaseInstruction.Status status(ReleaseLine line, Optional<LocalDate> transferDue) {
        if (line.open() > 0) {
            return ReleaseInstruction.Status.TO_INSTRUCT;
        }
        if (line.held() > 0) {
            return ReleaseInstruction.Status.HELD;
        }
        if (line.instructed() > 0) {
            boolean overdue = transferDue.filter(review.asOf()::isAfter).isPresent();
            return overdue ? ReleaseInstruction.Status.TRANSFER_OVERDUE : ReleaseInstruction.Status.INSTRUCTED;
        }
        boolean asComputed =
                line.claimed() == 0 && ledger.overReleased(line.tranche()).isNone();
        return asComputed ? ReleaseInstruction.Status.CONFIRMED : ReleaseInstruction.Status.NOTHING_DUE;
    }

    private List<Code> reasons(ReleaseLine line) {
        List<Code> reasons = new ArrayList<>(line.reasons());
        if (line.claimed() > 0) {
            reasons.add(Code.CLAIM_AFTER_CANCELLATION);
        }
        if (line.due() == 0
                && line.held() == 0
                && !ledger.overReleased(line.tranche()).isNone()) {
            reasons.add(Code.OVER_RELEASED);
        }
        return reasons;
    }

    private ExactMoney laid(Movement restoration) {
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
        List<Clause> clauses = new ArrayList<>(3);
        clauses.add(Clause.SPA_5_1);
        if (!assessed.meetsTarget()) {
            clauses.add(Clause.SPA_5_2_1);
        }
        if (movement.clause() != Clause.SPA_5_1) {
            clauses.add(movement.clause());
        }
        return clauses;
    }
}
