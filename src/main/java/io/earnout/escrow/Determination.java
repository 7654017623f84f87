package io.earnout.escrow;

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
 * held, what will be cancelled, where the shares are, what is late, what is due next, what the thirteen readings would give,
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
        private final Settlement settlement;
        private final ReadingsMatrix readings;
        private final Findings findings;
        private final List<Transfer> transfers;
        private final EscrowLedger ledger;
        private final Gates gates;
        private final Releases releases;

        Drafting(Review review) {
            this.review = review;
            this.agreement = review.escrow().agreement();
            this.findings = new Findings(agreement.id(), review.findings());
            this.settlement = review.settled();
            this.readings = ReadingsMatrix.of(settlement);
            TransferReview transferReview = TransferReview.of(review.escrow(), findings);
            this.transfers = transferReview.counted();
            this.ledger = EscrowLedger.of(settlement, transfers);
            this.gates = new Gates(review, transferReview, findings);
            this.releases = Releases.of(review, settlement, ledger, transfers, gates, findings);
        }

        Determination determination() {
            Remarks.on(review, settlement, readings, releases, gates, findings);
            Reconciliation.of(review, releases, ledger, transfers, findings);
            List<Delay> delays = DelayLedger.of(review, releases, findings);
            List<CancellationNotice> cancellations =
                    Cancellations.of(review, settlement, ledger, releases, gates, transfers, findings);
            MoneyMemo memo = MoneyMemo.of(review, ledger, transfers, findings);
            List<Deadline> deadlines = Timetable.of(review, releases, memo);
            Remarks.onDates(review, releases, deadlines, findings);
            return new Determination(
                    review.asOf(),
                    settlement,
                    years(),
                    ReleaseList.of(review, settlement, ledger, releases),
                    cancellations,
                    position(memo),
                    readings,
                    delays,
                    deadlines,
                    findings.all());
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
                        reviewed.assessment(),
                        credit,
                        settlement.openShortfall(year.number()),
                        entitled.minus(restored),
                        restored,
                        settlement.balance(year, Account.DEDUCTED),
                        entitled,
                        ledger.released(year),
                        ledger.overReleased(year),
                        ledger.returned(year),
                        settlement.balance(year, Account.UNASSESSED)));
            }
            return years;
        }

        private Position position(MoneyMemo memo) {
            long releasable = 0;
            for (ReleaseLine line : releases.lines()) {
                releasable += line.open() + line.instructed();
            }
            long inEscrowEntitled = ledger.balance(Account.RELEASABLE).count();
            return new Position(
                    agreement.considerationShares(),
                    ledger.balance(Account.RELEASED),
                    Shares.of(releasable),
                    Shares.of(inEscrowEntitled - releasable).plus(ledger.balance(Account.WITHHELD)),
                    ledger.balance(Account.DEDUCTED),
                    ledger.balance(Account.UNASSESSED),
                    ledger.balance(Account.RETURNED),
                    readings.lowest(),
                    readings.highest(),
                    memo.fees(),
                    memo.dividends());
        }
    }
}
