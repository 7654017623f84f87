package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Adjustment;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code adjustments.csv}: one row per agreement on another quantity or day (SPA 5.3). {@code agreement_id}, {@code
 * assessment_year}, {@code agreed_on}, {@code signed_by} ({@code issuer; purchaser; seller; escrow-agent}) and {@code
 * document} are required, and at least one of {@code release_shares} (0 to the tranche) and {@code release_due_on}.
 */
final class AdjustmentsFile {

    static final Schema COLUMNS = Schema.decidingOnShares();

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<Integer> ASSESSMENT_YEAR = COLUMNS.year(true);
    static final Column<Shares> RELEASE_SHARES = COLUMNS.optional("release_shares", NumberCell.SHARES_OR_NONE);
    static final Column<LocalDate> RELEASE_DUE_ON = COLUMNS.optional("release_due_on", DateCell.DATE);
    static final Column<LocalDate> AGREED_ON = COLUMNS.required("agreed_on", DateCell.DATE);
    static final Column<String> SIGNED_BY = COLUMNS.required("signed_by", TextCell.TEXT);
    static final Column<String> DOCUMENT = COLUMNS.required("document", TextCell.DOCUMENT);

    private AdjustmentsFile() {}

    /** Whether it was agreed only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.isAfter(AGREED_ON, asOf);
    }

    /** The agreement, if the row is sound. */
    static Optional<Adjustment> read(Row row, List<AssessmentYear> years) {
        int year = row.get(ASSESSMENT_YEAR);
        Optional<Shares> shares = row.find(RELEASE_SHARES);
        Optional<LocalDate> due = row.find(RELEASE_DUE_ON);
        LocalDate agreedOn = row.happenedOn(AGREED_ON);
        Set<Adjustment.Signatory> signedBy = Signatories.of(row, SIGNED_BY);
        String document = row.get(DOCUMENT);
        if (row.isSound() && row.isEmpty(RELEASE_SHARES) && row.isEmpty(RELEASE_DUE_ON)) {
            row.reject(
                    FindingCode.ADJUSTMENT_EMPTY,
                    RELEASE_SHARES,
                    "is empty, and so is release_due_on: nothing was agreed",
                    "fill in at least one of them");
        }
        if (row.isSound() && due.isPresent() && year >= 1 && year <= years.size()) {
            LocalDate ends = years.get(year - 1).period().endsOn();
            if (!due.get().isAfter(ends)) {
                row.reject(
                        FindingCode.DATES_REVERSED,
                        RELEASE_DUE_ON,
                        "lies before year " + year + " is over, on " + ends,
                        "correct it: without the year's report nothing can be released (EA 3.1(a))");
            }
        }
        if (row.isSound() && shares.isPresent() && year >= 1 && year <= years.size()) {
            Shares tranche = years.get(year - 1).tranche();
            if (shares.get().compareTo(tranche) > 0) {
                row.reject(
                        FindingCode.ADJUSTMENT_BEYOND_TRANCHE,
                        RELEASE_SHARES,
                        "is more than the tranche of year " + year + ", which is " + tranche,
                        "correct it: an agreement on one year moves shares of its own tranche");
            }
        }
        return row.isSound()
                ? Optional.of(new Adjustment(
                        year, shares, due, agreedOn, signedBy, row.get(SIGNED_BY), document, row.source()))
                : Optional.empty();
    }
}
