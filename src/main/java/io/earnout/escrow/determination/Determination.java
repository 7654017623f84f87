package io.earnout.escrow.determination;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.delay.Delay;
import io.earnout.escrow.delay.DelayLedger;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.release.DraftHistory;
import io.earnout.escrow.release.EscrowLedger;
import io.earnout.escrow.release.EscrowOnDay;
import io.earnout.escrow.release.Instruction;
import io.earnout.escrow.release.InstructionReview;
import io.earnout.escrow.release.InstructionToSign;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.escrow.release.ReleaseLine;
import io.earnout.escrow.release.ReleaseList;
import io.earnout.escrow.release.Releases;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.settlement.Account;
import io.earnout.settlement.Credit;
import io.earnout.settlement.ReadingsMatrix;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that follows on a day for one agreement: the settlement under its reading, what moved, what to instruct and what is
 * held, what will be cancelled, where the shares are, what is late, what is due next, what the fourteen readings would give,
 * and what needs a person.
 */
public record Determination(
        LocalDate asOf,
        Settlement settlement,
        List<YearStatement> years,
        List<ReleaseInstruction> instructions,
        List<CancellationNotice> cancellations,
        Position position,
        ReadingsMatrix readings,
        List<Delay> delays,
        List<Deadline> deadlines,
        List<InstructionToSign> toSign,
        List<Finding> findings) {

    public static Determination of(Review review) {
        return new Drafting(review).determination();
    }

    public Agreement agreement() {
        return settlement.agreement();
    }

    /** Draws up one determination. */
    private static final class Drafting {

        private final Review review;
        private final Agreement agreement;
        private final DraftHistory history;
        private final EscrowOnDay escrow;
        private final Settlement settlement;
        private final ReadingsMatrix readings;
        private final List<Finding> findings;
        private final EscrowLedger ledger;
        private final Releases releases;
        private final ShareChanges changes;

        Drafting(Review review) {
            this.review = review;
            this.agreement = review.escrow().agreement();
            this.settlement = review.settled();
            this.history = new DraftHistory(review.escrow(), review.asOf());
            Found<List<Instruction>> instructions = InstructionReview.of(review, settlement, history);
            this.escrow = EscrowOnDay.of(review, settlement, instructions.value());
            this.findings = new ArrayList<>(review.findings());
            findings.addAll(instructions.findings());
            findings.addAll(escrow.findings());
            this.readings = ReadingsMatrix.of(settlement);
            this.ledger = escrow.ledger();
            this.releases = escrow.releases();
            this.changes = escrow.changes();
        }

        Determination determination() {
            findings.addAll(ContractNotes.on(escrow, readings));
            findings.addAll(Reconciliation.of(escrow, history));
            List<Delay> delays = kept(DelayLedger.of(escrow, history));
            List<CancellationNotice> cancellations = kept(Cancellations.of(escrow, history));
            MoneyMemo memo = kept(MoneyMemo.of(escrow));
            List<Deadline> deadlines = Timetable.of(review, releases, memo);
            findings.addAll(ContractNotes.onDates(review, releases, deadlines));
            List<InstructionToSign> toSign = InstructionToSign.of(releases);
            findings.addAll(LateDocuments.of(review, toSign, findings));
            return new Determination(
                    review.asOf(),
                    settlement,
                    years(),
                    ReleaseList.of(escrow, toSign),
                    cancellations,
                    position(memo),
                    readings,
                    delays,
                    deadlines,
                    toSign,
                    List.copyOf(findings));
        }

        private <T> T kept(Found<T> found) {
            findings.addAll(found.findings());
            return found.value();
        }

        private List<YearStatement> years() {
            List<YearStatement> years = new ArrayList<>(review.years().size());
            for (ReviewedYear reviewed : review.years()) {
                AssessmentYear year = reviewed.year();
                Optional<Credit> credit = settlement.credit(year.number());
                Shares restored = settlement.restoredInto(year);
                Shares entitled = settlement.balance(year, Account.RELEASABLE);
                years.add(new YearStatement(
                        year,
                        reviewed.state(),
                        settlement.assessment(year.number()),
                        credit,
                        settlement.openShortfall(year.number()),
                        entitled.minus(restored),
                        restored,
                        settlement.balance(year, Account.DEDUCTED),
                        entitled,
                        ledger.released(year),
                        ledger.overReleased(year),
                        ledger.returned(year),
                        settlement.balance(year, Account.UNASSESSED),
                        ledger.releasedUndecided(year)));
            }
            return years;
        }

        private Optional<Position.InAccount> inAccount() {
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Position.InAccount(
                            changes.on(review.asOf()),
                            escrow.accountOn(review.asOf()).balance(),
                            changes.onDay(ledger.inEscrow(), review.asOf())));
        }

        private Position position(MoneyMemo memo) {
            long releasable = 0;
            for (ReleaseLine line : releases.lines()) {
                releasable += line.free() + line.fraction() + line.instructed();
            }
            long entitled = ledger.balance(Account.RELEASABLE);
            // what was released too much is missing somewhere else, as long as the agent has an instruction for these
            // shares
            long missing = Math.max(0, releasable - entitled);
            long deducted = ledger.balance(Account.DEDUCTED);
            long withheld = ledger.balance(Account.WITHHELD);
            long ofDeducted = Math.min(missing, deducted);
            long ofWithheld = Math.min(missing - ofDeducted, withheld);
            long ofUnassessed = missing - ofDeducted - ofWithheld;
            return new Position(
                    agreement.considerationShares(),
                    changes.signed(ledger.balance(Account.RELEASED)),
                    changes.signed(releasable),
                    changes.signed(entitled + missing - releasable + withheld - ofWithheld),
                    changes.signed(deducted - ofDeducted),
                    changes.signed(ledger.balance(Account.UNASSESSED) - ofUnassessed),
                    changes.signed(ledger.balance(Account.RETURNED)),
                    readings.lowest(),
                    readings.highest(),
                    inAccount(),
                    memo.fees(),
                    memo.dividends());
        }
    }
}
