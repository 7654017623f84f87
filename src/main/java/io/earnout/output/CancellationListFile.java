package io.earnout.output;

import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.determination.Determination;
import io.earnout.terms.Agreement;

/**
 * {@code cancellation-list.csv}: one row per agreement and year with deducted shares. Until the agreement
 * expires a later excess can still restore them (SPA 5.2(1), 5.2(2)).
 */
final class CancellationListFile {

    private CancellationListFile() {}

    static void write(Determination determination, CsvBuffer rows) {
        Agreement agreement = determination.agreement();
        for (CancellationNotice notice : determination.cancellations()) {
            rows.text(agreement.id())
                    .number(notice.tranche().number())
                    .shares(notice.deducted())
                    .shares(notice.restored())
                    .shares(notice.toCancel())
                    .shares(notice.returned())
                    .text(notice.status().name())
                    .date(agreement.expiration().on())
                    .text(agreement.parties().issuer())
                    .clauses(notice.clauses())
                    .shares(notice.restorable())
                    .shares(notice.certain())
                    .endRow();
        }
    }
}
