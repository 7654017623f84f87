package io.earnout.input;

import io.earnout.escrow.record.Dividend;
import java.time.LocalDate;

/**
 * {@code dividends.csv}: one row per dividend on the issuer's shares (SPA 3.2, EA 1.3). {@code agreement_id}, {@code
 * record_date}, {@code per_share} (up to six decimals) and {@code currency} are required.
 */
final class DividendsFile {

    enum Columns implements Column {
        AGREEMENT_ID,
        RECORD_DATE,
        PER_SHARE,
        CURRENCY;

        @Override
        public boolean required() {
            return true;
        }
    }

    private DividendsFile() {}

    /** Whether its record date is after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.peekDate(Columns.RECORD_DATE).filter(asOf::isBefore).isPresent();
    }

    static Dividend read(Row row) {
        return new Dividend(
                row.date(Columns.RECORD_DATE),
                row.perShare(Columns.PER_SHARE),
                row.currency(Columns.CURRENCY),
                row.source());
    }
}
