package io.earnout.escrow.determination;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.release.EscrowOnDay;
import io.earnout.escrow.release.Gates;
import io.earnout.escrow.release.ReleaseLine;
import io.earnout.escrow.release.Releases;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.settlement.Account;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Agreement;
import io.earnout.terms.Shares;
import java.util.List;

/** Why shares are held, and what has to happen for each reason (EA 3.1, 3.3; SPA 5.3, 8.1). */
final class HeldNotes {

    private final Review review;
    private final Agreement agreement;
    private final Settlement settlement;
    private final Releases releases;
    private final Gates gates;
    private final ShareChanges changes;
    private final Findings findings;

    private HeldNotes(EscrowOnDay escrow) {
        this.review = escrow.review();
        this.agreement = review.escrow().agreement();
        this.settlement = escrow.settlement();
        this.releases = escrow.releases();
        this.gates = escrow.gates();
        this.changes = escrow.changes();
        this.findings = new Findings(agreement.id());
    }

    static List<Finding> of(EscrowOnDay escrow) {
        if (isNothingHeld(escrow)) {
            return List.of();
        }
        HeldNotes notes = new HeldNotes(escrow);
        notes.findWithheld();
        notes.findSuspended();
        notes.findHeld(
                FindingCode.ROW_REJECTED,
                " shares are held because a row that may be about them was rejected",
                "correct the row; it is listed with its file and line");
        notes.findHeld(
                FindingCode.HELD_AGAINST_OVER_RELEASE,
                " shares that are due are withheld because too many shares were released before",
                "a decision on the over-release: a notice (SPA 8.1) or an agreement of all parties (SPA 5.3)");
        notes.findHeld(
                FindingCode.READING_UNDOCUMENTED,
                " shares are held: the reading " + escrow.settlement().readings()
                        + " gives more than the default, and its day or its document is not on record",
                "record in " + Field.READINGS_AGREED_ON + " and " + Field.READINGS_DOCUMENT
                        + " when and where all four parties agreed to it");
        notes.findHeld(
                FindingCode.AGENT_BALANCE_SHORT,
                " shares are held: the agent's account has fewer shares than are due, because a share change rounded it down",
                "an agreement of all parties on the shares that the rounding took (SPA 5.3)");
        return notes.findings.all();
    }

    private static boolean isNothingHeld(EscrowOnDay escrow) {
        boolean held = !escrow.gates().suspensions().isEmpty();
        for (ReleaseLine line : escrow.releases().lines()) {
            held |= line.isWithheld() || line.held() > 0;
        }
        return !held;
    }

    /** SPA 5.2(1) against EA 3.1(a), read as {@code block}. */
    private void findWithheld() {
        for (ReleaseLine line : releases.lines()) {
            if (line.isWithheld()) {
                findings.find(
                        FindingCode.MISSED_TARGET_BLOCKS,
                        line.assessmentYear(),
                        changes.grouped(line.held(), review.asOf())
                                + " shares wait because the year missed its target and the agreed"
                                + " reading blocks the release",
                        "an agreement of all parties on the quantity (SPA 5.3)");
            }
        }
    }

    /** What is suspended stays computed and visible; disputed and undisputed shares are told apart. */
    private void findSuspended() {
        for (Suspension suspension : gates.suspensions()) {
            long held = 0;
            for (ReleaseLine line : releases.lines()) {
                if (suspension.covers(line.assessmentYear(), line.tranche().number())) {
                    held += line.held();
                }
            }
            String disputed = suspension
                    .disputed()
                    .map(shares -> disputed(suspension, shares))
                    .orElseGet(() -> suspension
                            .disputedBy()
                            .map(side -> "; disputed by the " + side.term())
                            .orElse(""));
            boolean dispute = suspension.ground() == Suspension.Ground.DISPUTE;
            findings.find(
                    suspension.ground().gate(),
                    suspension.year(),
                    suspension.source(),
                    Field.FROM,
                    suspension.from().toString(),
                    (dispute ? "disputed" : "suspended for breach") + " since " + suspension.from() + " ("
                            + suspension.document() + "): " + changes.grouped(held, review.asOf())
                            + " computed shares are held"
                            + disputed,
                    dispute
                            ? "a settlement signed by all parties, or an effective ruling (EA 3.3); then fill in" + " "
                                    + Field.LIFTED_ON + " and " + Field.LIFTED_BY
                            : "a withdrawal of the notice, a settlement or a ruling; then fill in " + Field.LIFTED_ON
                                    + " and" + " " + Field.LIFTED_BY);
        }
    }

    /** A closed gate that no row of its own tells of. */
    private void findHeld(FindingCode gate, String why, String opens) {
        for (ReviewedYear year : review.years()) {
            long held = 0;
            for (ReleaseLine line : releases.lines()) {
                if (line.assessmentYear() == year.year().number()
                        && line.reasons().contains(gate)) {
                    held += heldBy(gate, line);
                }
            }
            if (held > 0) {
                findings.find(gate, year.year().number(), changes.grouped(held, review.asOf()) + why, opens);
            }
        }
    }

    private static long heldBy(FindingCode gate, ReleaseLine line) {
        return switch (gate) {
            case HELD_AGAINST_OVER_RELEASE -> line.againstOverRelease();
            case READING_UNDOCUMENTED -> line.undocumented();
            default -> line.held();
        };
    }

    /** What is in dispute and what is not, of the tranche or of all tranches. */
    private String disputed(Suspension suspension, Shares shares) {
        boolean all = suspension.year() == 0;
        Shares tranche = all
                ? agreement.considerationShares()
                : agreement.year(suspension.year()).tranche();
        Shares computed = all
                ? settlement.balance(Account.RELEASABLE)
                : settlement.balance(agreement.year(suspension.year()), Account.RELEASABLE);
        boolean beyondComputed = suspension.isOfSharesBeyondTheComputed();
        Shares most = beyondComputed ? tranche.minus(computed) : tranche;
        if (shares.compareTo(most) > 0) {
            findings.find(
                    FindingCode.DISPUTED_BEYOND_TRANCHE,
                    suspension.year(),
                    suspension.source(),
                    Field.DISPUTED_SHARES,
                    Long.toString(shares.count()),
                    "more shares are in dispute than there are: " + most
                            + (beyondComputed ? " beyond the computed ones" : ""),
                    "correct " + Field.DISPUTED_SHARES + " after the document");
        }
        String ofAll = suspension.undisputedOf(computed) + " of " + (all ? "all " : "the tranche of ") + tranche;
        if (suspension.disputedBy().isEmpty()) {
            return "; " + shares + " are in dispute, " + computed + " computed; " + Field.DISPUTED_BY
                    + " is not given, so at least " + ofAll + " are undisputed";
        }
        return (beyondComputed
                        ? "; the seller claims " + shares + " beyond the "
                        : "; the issuer disputes " + shares + " of the ")
                + computed + " computed; undisputed are " + ofAll;
    }
}
