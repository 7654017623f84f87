package io.earnout.input;

import io.earnout.terms.PerShare;
import java.time.LocalDate;

/**
 * {@code share-prices.csv}: the close of the share on a day (SPA 8.2). {@code agreement_id}, {@code date}, {@code close} (up
 * to six decimals) and {@code currency} are required.
 */
final class SharePricesFile {

    enum Columns implements Column {
        AGREEMENT_ID,
        DATE,
        CLOSE,
        CURRENCY;

        @Override
        public boolean required() {
            return true;
        }
    }

    private SharePricesFile() {}

    /** The close of one day. */
    record Close(LocalDate day, PerShare price, String currency) {}

    /** Whether it is of a day after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.peekDate(Columns.DATE).filter(asOf::isBefore).isPresent();
    }

    static Close read(Row row) {
        return new Close(row.happenedOn(Columns.DATE), row.perShare(Columns.CLOSE), row.currency(Columns.CURRENCY));
    }
}
