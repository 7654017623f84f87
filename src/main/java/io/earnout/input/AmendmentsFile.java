package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Adjustment.Signatory;
import io.earnout.escrow.record.Amendment;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import io.earnout.terms.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * {@code amendments.csv}: one row per amendment of a year's target (SPA 11.2). All columns are required: {@code agreement_id}, {@code
 * assessment_year}, {@code target_revenue} (the new target), {@code agreed_on}, {@code signed_by} ({@code issuer; purchaser; seller;
 * escrow-agent}) and {@code document}.
 */
final class AmendmentsFile {

    static final Schema COLUMNS = Schema.decidingOnShares();

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<Integer> ASSESSMENT_YEAR = COLUMNS.year(true);
    static final Column<Money> TARGET_REVENUE = COLUMNS.required("target_revenue", NumberCell.MONEY);
    static final Column<LocalDate> AGREED_ON = COLUMNS.required("agreed_on", DateCell.DATE);
    static final Column<String> SIGNED_BY = COLUMNS.required("signed_by", TextCell.TEXT);
    static final Column<String> DOCUMENT = COLUMNS.required("document", TextCell.DOCUMENT);

    private AmendmentsFile() {}

    /** Whether it was agreed only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.isAfter(AGREED_ON, asOf);
    }

    /**
     * The amendment, if the row is sound.
     *
     * @param signedOn when the agreement was signed
     */
    static Optional<Amendment> read(Row row, LocalDate signedOn) {
        int year = row.get(ASSESSMENT_YEAR);
        Money target = row.get(TARGET_REVENUE);
        LocalDate agreedOn = row.happenedOn(AGREED_ON);
        Set<Signatory> signedBy = Signatories.of(row, SIGNED_BY);
        String document = row.get(DOCUMENT);
        if (row.isSound() && target.isZero()) {
            row.reject(
                    FindingCode.NOT_ABOVE_ZERO,
                    TARGET_REVENUE,
                    "is not above zero",
                    "write the operating revenue that the year shall not be less than");
        }
        if (row.isSound() && agreedOn.isBefore(signedOn)) {
            row.reject(
                    FindingCode.ROW_BEFORE_SIGNING,
                    AGREED_ON,
                    "lies before the day on which the agreement was signed, " + signedOn,
                    "correct the day; the terms as signed are in assessment-years.csv");
        }
        return row.isSound()
                ? Optional.of(
                        new Amendment(year, target, agreedOn, signedBy, row.get(SIGNED_BY), document, row.source()))
                : Optional.empty();
    }
}
