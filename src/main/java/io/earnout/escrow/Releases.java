package io.earnout.escrow;

import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Shares;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From what was computed to what may be instructed (EA 3). In this order: the agent's transfers are laid on the lines of
 * their tranche, first on that of their own instruction, then on the oldest assessment year; closed gates hold; an over-release is held against what would be free, oldest
 * first; what is signed and open is not instructed again, provided that the signed quantity is the computed one. What is
 * left is to be instructed.
 */
final class Releases {

    private final Review review;
    private final Settlement settlement;
    private final EscrowLedger ledger;
    private final List<Transfer> transfers;
    private final Gates gates;
    private final History history;
    private final PaperExamination examination;
    private final Findings findings;
    private final List<Draft> drafts;
    private final List<ReleaseLine> lines = new ArrayList<>();
    private final List<Laid> laid = new ArrayList<>();
    private final Map<Integer, Papers> papers = new TreeMap<>();

    private Releases(
            Review review,
            Settlement settlement,
            EscrowLedger ledger,
            List<Transfer> transfers,
            Gates gates,
            Findings findings) {
        this.review = review;
        this.settlement = settlement;
        this.ledger = ledger;
        this.transfers = transfers;
        this.gates = gates;
        this.findings = findings;
        this.history = new History(review.escrow(), review.asOf());
        this.drafts = Draft.of(settlement);
        this.examination = new PaperExamination(review, settlement, drafts, history, gates, findings);
    }

    static Releases of(
            Review review,
            Settlement settlement,
            EscrowLedger ledger,
            List<Transfer> transfers,
            Gates gates,
            Findings findings) {
        Releases releases = new Releases(review, settlement, ledger, transfers, gates, findings);
        releases.draft();
        releases.readPapers();
        releases.layTransfers();
        releases.holdAtClosedGates();
        releases.holdAgainstUnknownTransfers();
        releases.holdAgainstOverRelease();
        releases.weighPapers();
        releases.assignPapers();
        return releases;
    }

    /** The lines, by assessment year, within it by tranche. */
    List<ReleaseLine> lines() {
        return lines;
    }

    /** The papers of an assessment year. */
    Papers papers(int year) {
        return papers.computeIfAbsent(year, number -> Papers.of(review.year(number), List.of(), transfers, findings));
    }

    History history() {
        return history;
    }

    private void draft() {
        for (Draft draft : drafts) {
            for (Movement movement : draft.movements()) {
                lines.add(
                        new ReleaseLine(draft, movement, settlement.agreement().year(movement.trancheYear())));
            }
        }
    }

    /** Shares of one transfer on one line. */
    private record Laid(Transfer transfer, ReleaseLine line, long shares) {}

    private void layTransfers() {
        long[] left = new long[transfers.size()];
        for (int i = 0; i < left.length; i++) {
            Transfer transfer = transfers.get(i);
            left[i] = transfer.isRelease() ? transfer.shares().count() : 0;
            for (ReleaseLine line : lines) {
                // else the open paper of another year's line would seem to be moved, and this year's line, which was,
                // would be instructed a second time
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
                if (lines.get(i).tranche().number() == tranche.number()) {
                    claimed -= lines.get(i).claim(claimed);
                }
            }
        }
    }

    private long lay(Transfer transfer, long shares, ReleaseLine line) {
        if (shares == 0 || line.tranche().number() != transfer.trancheYear() || line.isWithheld()) {
            return 0;
        }
        long confirmed = line.confirm(shares);
        if (confirmed > 0) {
            laid.add(new Laid(transfer, line, confirmed));
        }
        return confirmed;
    }

    /** Which paper stands behind which confirmed share. */
    private void assignPapers() {
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
            for (Papers.Moved part : papers(transfer.year()).movedUnderPapers()) {
                long left = part.transfer().equals(transfer) ? part.shares() : 0;
                while (left > 0 && !onLines.isEmpty()) {
                    Laid on = onLines.remove();
                    long shares = Math.min(left, on.shares());
                    on.line().movedUnder(new Papers.Moved(transfer, part.paper(), shares));
                    left -= shares;
                    if (shares < on.shares()) {
                        onLines.addFirst(new Laid(transfer, on.line(), on.shares() - shares));
                    }
                }
            }
        }
    }

    private void readPapers() {
        List<JointInstruction> onRecord = review.escrow().registers().instructions();
        if (onRecord.isEmpty()) {
            return;
        }
        for (ReviewedYear year : review.years()) {
            Papers ofYear = Papers.of(year, onRecord, transfers, findings);
            papers.put(ofYear.year(), ofYear);
            ofYear.complete().forEach(paper -> examination.examine(paper, year));
            ofYear.incomplete().forEach(paper -> examination.examine(paper, year));
        }
    }

    private void holdAtClosedGates() {
        for (ReleaseLine line : lines) {
            List<Code> closed = new ArrayList<>(
                    gates.closedFor(line.assessmentYear(), line.tranche().number()));
            if (line.isWithheld()) {
                closed.add(0, Code.MISSED_TARGET_BLOCKS);
            }
            if (line.open() > 0 && !closed.isEmpty()) {
                line.hold(closed);
            }
        }
    }

    /**
     * A transfer that was rejected, of a tranche that is released in full without it, would be an over-release, and nobody
     * knows of how many shares: all that is otherwise due is held until the row is corrected.
     */
    private void holdAgainstUnknownTransfers() {
        for (AssessmentYear tranche : settlement.agreement().years()) {
            boolean unknown = review.escrow().rejected().transfers().contains(tranche.number());
            if (unknown && ledger.isReleasedInFull(tranche)) {
                lines.stream().filter(line -> line.open() > 0).forEach(line -> line.hold(List.of(Code.ROW_REJECTED)));
            }
        }
    }

    private void holdAgainstOverRelease() {
        long overReleased = ledger.tooMany().count();
        for (ReleaseLine line : lines) {
            overReleased -= line.holdAgainstOverRelease(overReleased);
        }
    }

    private void weighPapers() {
        for (Papers ofYear : List.copyOf(papers.values())) {
            if (!ofYear.areNone()) {
                weigh(ofYear);
            }
        }
    }

    /** What is signed against what is computed: one share of difference holds it. */
    private void weigh(Papers onRecord) {
        List<ReleaseLine> ofInstruction = lines.stream()
                .filter(line -> line.assessmentYear() == onRecord.year())
                .toList();
        long computed = ofInstruction.stream().mapToLong(ReleaseLine::open).sum();
        // what a gate holds stays computed: a paper that covers it is right
        long gated = ofInstruction.stream().mapToLong(ReleaseLine::gated).sum();
        Papers ofYear = whicheverFits(onRecord, computed, gated);
        papers.put(ofYear.year(), ofYear);
        long open = ofYear.openShares();
        boolean allHeld = computed == 0 && ofInstruction.stream().anyMatch(line -> line.held() > 0);
        if (!ofYear.incomplete().isEmpty() && (computed > open || allHeld)) {
            ofYear.incomplete().forEach(paper -> holdForIncomplete(paper, computed - open, ofInstruction));
        } else if (fits(ofYear, computed, gated)) {
            carry(ofYear.open(), ofInstruction, open > computed);
        } else if (open == 0 || allHeld) {
            return; // nothing is signed for, or nothing could be moved whatever is signed
        } else if (open > computed || !allRestOnEarlierDetermination(ofYear.open())) {
            findDifference(ofYear, open, ofInstruction);
            ofInstruction.forEach(line -> holdFor(line, Code.QUANTITY_DIFFERS));
        } else {
            instructAsSigned(ofYear, ofInstruction);
        }
    }

    /**
     * A paper is carried out by what is moved after it was signed. Only where that leaves another quantity open than is
     * computed, and counting what was moved before does not, it was signed for that afterwards.
     */
    private static Papers whicheverFits(Papers signedFirst, long computed, long gated) {
        if (fits(signedFirst, computed, gated)) {
            return signedFirst;
        }
        Papers afterwards = signedFirst.signedAfterwards();
        return fits(afterwards, computed, gated) ? afterwards : signedFirst;
    }

    /** Whether exactly what is computed is signed for and open, with what a gate holds of it or without. */
    private static boolean fits(Papers papers, long computed, long gated) {
        long open = papers.openShares();
        return open == computed || open == computed + gated;
    }

    private void holdForIncomplete(JointInstruction paper, long computed, List<ReleaseLine> ofInstruction) {
        Code missing = paper.isSigned() ? Code.INSTRUCTION_NOT_RECEIVED : Code.INSTRUCTION_NOT_SIGNED;
        if (computed > 0 && paper.shares().count() != computed) {
            findings.find(
                    Code.QUANTITY_DIFFERS,
                    paper.year(),
                    paper.source(),
                    "shares",
                    Long.toString(paper.shares().count()),
                    "the instruction names " + Words.shares(paper.shares().count()) + ", computed are "
                            + Shares.of(computed),
                    "draft it anew with the computed quantity before it is signed");
            ofInstruction.forEach(line -> holdFor(line, Code.QUANTITY_DIFFERS));
        }
        String waiting = paper.isSigned()
                ? "signed by both, but not received by the agent"
                : "signed by " + (paper.signedByIssuerOn().isPresent() ? "the issuer" : "")
                        + (paper.signedByPurchaserOn().isPresent() ? "the purchaser" : "")
                        + (paper.firstSignedOn().isPresent() ? " alone" : "nobody");
        findings.find(
                missing,
                paper.year(),
                paper.source(),
                paper.isSigned()
                        ? "received_on"
                        : paper.signedByIssuerOn().isPresent() ? "signed_by_purchaser_on" : "signed_by_issuer_on",
                "",
                "the instruction on " + Words.shares(paper.shares().count()) + " is " + waiting
                        + ": "
                        + (computed > 0 ? Words.shares(computed) + " are held" : "it is not counted"),
                paper.isSigned()
                        ? "record in received_on when the agent received it"
                        : "record the missing signature, or delete the row and draft anew");
        ofInstruction.forEach(line -> holdFor(line, missing));
    }

    private static void holdFor(ReleaseLine line, Code reason) {
        if (line.open() > 0 || line.held() > 0) {
            line.hold(List.of(reason));
        }
    }

    private void findDifference(Papers ofYear, long open, List<ReleaseLine> ofInstruction) {
        long computed = ofInstruction.stream().mapToLong(ReleaseLine::open).sum();
        long aside = ofInstruction.stream().mapToLong(ReleaseLine::held).sum();
        List<Papers.OpenPart> parts = ofYear.open();
        List<String> papers = parts.stream()
                .map(part -> part.paper().instructionId() + " of "
                        + part.paper().source() + " with " + Shares.of(part.shares()))
                .toList();
        findings.find(
                Code.QUANTITY_DIFFERS,
                ofYear.year(),
                parts.get(0).paper().source(),
                "shares",
                Long.toString(parts.get(0).paper().shares().count()),
                Words.shares(open) + " are signed for and not moved (" + String.join("; ", papers) + "), computed are "
                        + Shares.of(computed) + (aside == 0 ? "" : " beside " + Shares.of(aside) + " that are held")
                        + (computed == 0 ? "" : ": until both agree these are held as well"),
                examination.isReadingChanged(ofYear.year())
                        ? "decide on the reading first"
                        : "have one instruction on the computed quantity signed, and take out the papers withdrawn for"
                                + " it; of one carried out in part leave what was moved");
    }

    private boolean allRestOnEarlierDetermination(List<Papers.OpenPart> open) {
        for (Papers.OpenPart part : open) {
            if (!examination.restsOnEarlierDetermination(part.paper())) {
                return false;
            }
        }
        return !open.isEmpty();
    }

    /** What is signed for and not moved is instructed, line by line. */
    private static void carry(List<Papers.OpenPart> open, List<ReleaseLine> ofInstruction, boolean gatedAsWell) {
        for (Papers.OpenPart part : open) {
            long left = part.shares();
            for (ReleaseLine line : ofInstruction) {
                left -= line.instruct(part.paper(), left);
                left -= gatedAsWell ? line.coverGated(part.paper(), left) : 0;
            }
        }
    }

    /** A restatement upward while a paper is open: what is signed stays signed, the difference is instructed (rule 4). */
    private void instructAsSigned(Papers ofYear, List<ReleaseLine> ofInstruction) {
        for (Papers.OpenPart part : ofYear.open()) {
            Draft signed = examination.determinationOf(part.paper()).orElseThrow();
            long left = part.shares();
            for (ReleaseLine line : ofInstruction) {
                long ofTranche =
                        ofYear.openOf(part.paper(), signed, line.tranche().number());
                left -= line.instruct(part.paper(), Math.min(left, ofTranche));
            }
            for (ReleaseLine line : ofInstruction) {
                left -= line.instruct(part.paper(), left);
            }
        }
    }
}
