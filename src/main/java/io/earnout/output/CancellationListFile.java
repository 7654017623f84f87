package io.earnout.output;

import static io.earnout.output.Column.agreementId;
import static io.earnout.output.Column.clauses;
import static io.earnout.output.Column.constant;
import static io.earnout.output.Column.exactShares;
import static io.earnout.output.Column.number;
import static io.earnout.output.Column.optionalDate;
import static io.earnout.output.Column.sharesOfTheDay;
import static io.earnout.output.Column.summed;
import static io.earnout.output.Column.summedExactly;
import static io.earnout.output.Column.text;

import io.earnout.escrow.determination.CancellationNotice;
import java.util.List;

/**
 * {@code cancellation-list.csv}: one row per agreement and year with deducted shares. Until the agreement
 * expires a later excess can still restore them (SPA 5.2(1), 5.2(2)).
 */
final class CancellationListFile {

    static final Table<CancellationNotice> TABLE = new Table<CancellationNotice>(
                    "cancellation-list.csv",
                    agreement -> agreement.determination().cancellations(),
                    List.of(
                            agreementId(),
                            number(
                                    "assessment_year",
                                    (agreement, notice) -> notice.tranche().number()),
                            summed("deducted_shares", (agreement, notice) -> notice.deducted()),
                            summed("restored_shares", (agreement, notice) -> notice.restored()),
                            summed("shares_to_cancel", (agreement, notice) -> notice.toCancel()),
                            summedExactly("confirmed_returned", (agreement, notice) -> notice.returned()),
                            constant(
                                    "status",
                                    CancellationNotice.Status.values(),
                                    (agreement, notice) -> notice.status()),
                            optionalDate(
                                    "expires_on",
                                    (agreement, notice) ->
                                            agreement.agreement().expiration().on()),
                            text(
                                    "return_to",
                                    (agreement, notice) ->
                                            agreement.agreement().parties().issuer()),
                            clauses((agreement, notice) -> notice.clauses()),
                            exactShares("restorable_at_most", (agreement, notice) -> notice.restorable()),
                            exactShares("cancelled_at_least", (agreement, notice) -> notice.certain()),
                            sharesOfTheDay("return_quantity", (agreement, notice) -> notice.returnQuantity())))
            .withKey("agreement_id", "assessment_year")
            .comparing("shares_to_cancel", "status");

    private CancellationListFile() {}
}
