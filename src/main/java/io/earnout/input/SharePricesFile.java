package io.earnout.input;

import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import io.earnout.terms.PerShare;
import java.time.LocalDate;

/**
 * {@code share-prices.csv}: the close of the share on a day (SPA 8.2). {@code agreement_id}, {@code date}, {@code close} (up
 * to six decimals) and {@code currency} are required.
 */
final class SharePricesFile {

    static final Schema COLUMNS = Schema.ofAgreements();

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<LocalDate> DATE = COLUMNS.required("date", DateCell.DATE);
    static final Column<PerShare> CLOSE = COLUMNS.required("close", NumberCell.PER_SHARE);
    static final Column<String> CURRENCY = COLUMNS.required("currency", TextCell.CURRENCY);

    private SharePricesFile() {}

    /** The close of one day. */
    record Close(LocalDate day, PerShare price, String currency) {}

    /** Whether it is of a day after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.isAfter(DATE, asOf);
    }

    static Close read(Row row) {
        return new Close(row.happenedOn(DATE), row.get(CLOSE), row.get(CURRENCY));
    }
}
