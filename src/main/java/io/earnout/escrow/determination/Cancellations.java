package io.earnout.escrow.determination;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.release.CountedTransfer;
import io.earnout.escrow.release.DraftHistory;
import io.earnout.escrow.release.EscrowLedger;
import io.earnout.escrow.release.EscrowOnDay;
import io.earnout.escrow.release.ReleaseLine;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cancellation list of one agreement (SPA 5.2(1)). It is final when nothing can change it any more: all years are
 * assessed, every share that could be released is, nothing is suspended, undecided or over-released, and the agreement has
 * expired. How the shares then get back to the issuer the Escrow Agreement does not say (EA 3).
 */
final class Cancellations {

    private final EscrowOnDay escrow;
    private final Review review;
    private final Settlement settlement;
    private final EscrowLedger ledger;
    private final ShareChanges changes;
    private final Findings findings;

    private Cancellations(EscrowOnDay escrow) {
        this.escrow = escrow;
        this.review = escrow.review();
        this.settlement = escrow.settlement();
        this.ledger = escrow.ledger();
        this.changes = escrow.changes();
        this.findings = new Findings(settlement.agreement().id());
    }

    static Found<List<CancellationNotice>> of(EscrowOnDay escrow, DraftHistory history) {
        Cancellations cancellations = new Cancellations(escrow);
        boolean isFinal = cancellations.isFinal();
        List<CancellationNotice> notices = cancellations.notices(isFinal);
        cancellations.findReturns(history);
        if (isFinal) {
            cancellations.findBlocked(notices);
        }
        return new Found<>(notices, cancellations.findings.all());
    }

    private List<CancellationNotice> notices(boolean isFinal) {
        List<CancellationNotice> notices = new ArrayList<>();
        for (ReviewedYear reviewed : review.years()) {
            AssessmentYear year = reviewed.year();
            Optional<Assessment> assessment = settlement.assessment(year.number());
            Shares deducted = assessment.map(Assessment::deducted).orElse(Shares.NONE);
            if (!deducted.isNone()) {
                Shares restored = settlement.restoredInto(year);
                Shares toCancel = deducted.minus(restored);
                ExactShares returned = ledger.returned(year);
                long left = Math.max(0, changes.units(toCancel) - ledger.returnedUnits(year));
                notices.add(new CancellationNotice(
                        year,
                        deducted,
                        restored,
                        toCancel,
                        returned,
                        isFinal ? ExactShares.NONE : restorable(year, left),
                        returnQuantity(left),
                        status(isFinal, left, returned),
                        assessment.flatMap(Assessment::agreed).isPresent()
                                ? List.of(Clause.SPA_5_2_1, Clause.SPA_5_3)
                                : List.of(Clause.SPA_5_2_1)));
            }
        }
        return isFinal && !changes.isEmpty() ? withAllThatIsLeft(notices) : notices;
    }

    /** In whole shares of the day; nothing where these are signed shares. */
    private Optional<Shares> returnQuantity(long left) {
        return changes.isEmpty() ? Optional.empty() : Optional.of(Shares.of(changes.wholeOnDay(left, review.asOf())));
    }

    /**
     * The final return is all that is left in the agent's account: what fractions and roundings left goes back with the last tranche
     * of the list, and no more goes back than there is.
     */
    private List<CancellationNotice> withAllThatIsLeft(List<CancellationNotice> notices) {
        long left = escrow.accountOn(review.asOf()).balance().count();
        List<CancellationNotice> all = new ArrayList<>(notices.size() + 1);
        for (CancellationNotice notice : notices) {
            long quantity = notice.returnQuantity().orElseThrow().count();
            boolean last = all.size() == notices.size() - 1;
            long returned = last ? left : Math.min(left, quantity);
            left -= returned;
            all.add(notice.returning(Shares.of(returned)));
        }
        if (left > 0) {
            List<ReviewedYear> years = review.years();
            all.add(new CancellationNotice(
                    years.get(years.size() - 1).year(),
                    Shares.NONE,
                    Shares.NONE,
                    Shares.NONE,
                    ExactShares.NONE,
                    ExactShares.NONE,
                    Optional.of(Shares.of(left)),
                    CancellationNotice.Status.FINAL,
                    List.of(Clause.SPA_5_2_1)));
        }
        return all;
    }

    /** What is returned can't be restored. */
    private ExactShares restorable(AssessmentYear year, long left) {
        return changes.signed(Math.min(left, changes.units(settlement.restorableInto(year))));
    }

    private CancellationNotice.Status status(boolean isFinal, long left, ExactShares returned) {
        if (!returned.isNone() && changes.wholeOnDay(left, review.asOf()) == 0) {
            return CancellationNotice.Status.RETURNED;
        }
        return isFinal ? CancellationNotice.Status.FINAL : CancellationNotice.Status.PROJECTED;
    }

    /** Whether nothing can change the list any more; what still can is said once the agreement has expired. */
    private boolean isFinal() {
        Optional<LocalDate> expires = review.escrow().agreement().expiration().on();
        if (!hasExpired(escrow)) {
            return false;
        }
        List<String> open = open(escrow);
        if (!open.isEmpty()) {
            findings.find(
                    FindingCode.CANCELLATION_WAITS,
                    0,
                    "the agreement expired on " + expires.orElseThrow() + ", but its cancellation list is not final: "
                            + String.join("; ", open),
                    "resolve the open items");
        }
        return open.isEmpty();
    }

    /** Expiration is the end of the recorded day. */
    private static boolean hasExpired(EscrowOnDay escrow) {
        return escrow.review()
                .escrow()
                .agreement()
                .expiration()
                .on()
                .filter(escrow.review().asOf()::isAfter)
                .isPresent();
    }

    /** What can still change the list. */
    private static List<String> open(EscrowOnDay escrow) {
        List<String> open = new ArrayList<>();
        if (escrow.settlement().assessments().size() < escrow.review().years().size()) {
            open.add("not every year has an accepted report");
        }
        if (escrow.releases().lines().stream().anyMatch(line -> line.due() > 0 || line.held() > 0)) {
            open.add("shares are still to be released");
        }
        if (escrow.releases().carriedOut().isAnyOpen()) {
            open.add("an instruction is neither carried out in full nor withdrawn");
        }
        if (!escrow.gates().areAllOpen()) {
            open.add("a suspension, an undecided year or a rejected row remains");
        }
        if (escrow.review().years().stream()
                .anyMatch(year -> !escrow.ledger().overReleased(year.year()).isNone())) {
            open.add("shares are over-released");
        }
        return open;
    }

    private void findReturns(DraftHistory history) {
        for (CountedTransfer transfer : escrow.transfers()) {
            if (transfer.isRelease()) {
                continue;
            }
            EscrowOnDay then =
                    history.on(transfer.confirmedOn(), escrow.releases().instructions());
            List<String> open = open(then);
            if (!hasExpired(then)) {
                open.add(
                        0,
                        "the agreement had not expired ("
                                + review.escrow()
                                        .agreement()
                                        .expiration()
                                        .on()
                                        .map(day -> "it expires at the end of " + day)
                                        .orElse("no day is on record")
                                + ")");
            }
            if (!open.isEmpty()) {
                findings.find(
                        FindingCode.RETURN_BEFORE_FINAL,
                        transfer.year(),
                        transfer.source(),
                        Field.CONFIRMED_ON,
                        transfer.confirmedOn().toString(),
                        transfer.row().shares() + " shares of tranche " + transfer.trancheYear()
                                + " were returned before the cancellation list was final: " + String.join("; ", open),
                        "correct the row or " + Field.EXPIRES_ON
                                + ", or ask the agent on which instruction it acted; what is returned can't be"
                                + " restored");
            }
        }
        for (ReviewedYear year : review.years()) {
            long claimed = 0;
            long fractions = 0;
            for (ReleaseLine line : escrow.releases().lines()) {
                boolean ofTranche = line.isOf(year.year().number());
                claimed += ofTranche ? line.claimed() : 0;
                fractions += ofTranche ? line.givenBack() : 0;
            }
            ExactShares returned = ledger.returned(year.year());
            Shares deducted = settlement
                    .assessment(year.year().number())
                    .map(assessment -> assessment.deducted().minus(settlement.restoredInto(year.year())))
                    .orElse(Shares.NONE);
            long beyond = ledger.returnedUnits(year.year()) - changes.units(deducted) - fractions;
            if (claimed > 0) {
                findings.find(
                        FindingCode.CLAIM_AFTER_CANCELLATION,
                        year.year().number(),
                        "tranche " + year.year().number() + ": " + returned + " shares were returned, " + deducted
                                + " are to be cancelled: the seller is entitled to " + changes.signed(claimed)
                                + " of them, which is a claim for new shares or money and can't be instructed",
                        "decide: an agreement of all parties (SPA 5.3) on new shares or money");
            } else if (beyond > 0) {
                findings.find(
                        FindingCode.RETURN_BEYOND_DEDUCTED,
                        year.year().number(),
                        "tranche " + year.year().number() + ": " + returned + " shares were returned, but only "
                                + deducted + " are deducted",
                        "correct the row as the agent confirmed it, or ask the agent on which instruction it acted");
            }
        }
    }

    private void findBlocked(List<CancellationNotice> notices) {
        long open = 0;
        for (CancellationNotice notice : notices) {
            if (notice.status() == CancellationNotice.Status.FINAL) {
                open += notice.returnQuantity()
                        .map(Shares::count)
                        .orElseGet(() -> Math.max(
                                0, notice.toCancel().count() - notice.returned().wholeCount()));
            }
        }
        if (changes.isEmpty()) {
            open = Math.min(open, ledger.balance(Account.DEDUCTED));
        }
        if (open > 0) {
            findings.find(
                    FindingCode.RETURN_BLOCKED,
                    0,
                    "the return of " + Shares.of(open)
                            + " shares to the issuer is BLOCKED: EA 3 has no mechanism for a return,"
                            + " and the agent acts on EA 3 alone (EA 4.3)",
                    "have the agent agree in writing to act on a return instruction; then record the return in" + " "
                            + Records.TRANSFERS);
        }
    }
}
