package io.earnout.input;

import io.earnout.escrow.record.Dividend;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import io.earnout.terms.PerShare;
import java.time.LocalDate;

/**
 * {@code dividends.csv}: one row per dividend on the issuer's shares (SPA 3.2, EA 1.3). {@code agreement_id}, {@code
 * record_date}, {@code per_share} (up to six decimals) and {@code currency} are required.
 */
final class DividendsFile {

    static final Schema COLUMNS = Schema.ofAgreements();

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<LocalDate> RECORD_DATE = COLUMNS.required("record_date", DateCell.DATE);
    static final Column<PerShare> PER_SHARE = COLUMNS.required("per_share", NumberCell.PER_SHARE);
    static final Column<String> CURRENCY = COLUMNS.required("currency", TextCell.CURRENCY);

    private DividendsFile() {}

    /** Whether its record date is after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.isAfter(RECORD_DATE, asOf);
    }

    static Dividend read(Row row) {
        return new Dividend(row.get(RECORD_DATE), row.get(PER_SHARE), row.get(CURRENCY), row.source());
    }
}
