package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.ShareChange;
import io.earnout.input.csv.ChoiceCell;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code share-changes.csv}: one row per consolidation or subdivision of the issuer's shares, in the order of their days. All columns are
 * required: {@code agreement_id}, {@code effective_on}, {@code old_shares} and {@code new_shares} (30 and 1: thirty shares become one), {@code
 * rounding} ({@code up}, {@code down} or {@code whole}) and {@code document} (the resolution).
 */
final class ShareChangesFile {

    static final Schema COLUMNS = Schema.decidingOnShares();

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<LocalDate> EFFECTIVE_ON = COLUMNS.required("effective_on", DateCell.DATE);
    static final Column<Long> OLD_SHARES = COLUMNS.required("old_shares", NumberCell.RATIO);
    static final Column<Long> NEW_SHARES = COLUMNS.required("new_shares", NumberCell.RATIO);
    static final Column<ShareChange.Rounding> ROUNDING =
            COLUMNS.required("rounding", ChoiceCell.of(ShareChange.Rounding.values()));
    static final Column<String> DOCUMENT = COLUMNS.required("document", TextCell.DOCUMENT);

    private ShareChangesFile() {}

    /** The change, if the row is sound. One that is resolved and not effective yet is known before its day. */
    static Optional<ShareChange> read(Row row) {
        LocalDate effectiveOn = row.get(EFFECTIVE_ON);
        long oldShares = row.get(OLD_SHARES);
        long newShares = row.get(NEW_SHARES);
        ShareChange.Rounding rounding = row.get(ROUNDING);
        String document = row.get(DOCUMENT);
        if (row.isSound() && oldShares == newShares) {
            row.reject(
                    FindingCode.SHARE_CHANGE_NO_RATIO,
                    NEW_SHARES,
                    "is the number of old_shares: nothing changes",
                    "write how many old shares become how many new ones, e.g. 30 and 1; or take the row out");
        }
        return row.isSound()
                ? Optional.of(new ShareChange(effectiveOn, oldShares, newShares, rounding, document, row.source()))
                : Optional.empty();
    }
}
