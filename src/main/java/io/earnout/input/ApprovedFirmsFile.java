package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code approved-firms.csv}: the accounting firms that the issuer approved (SPA 4.2); without the file every firm named
 * in a report is taken as approved. {@code agreement_id}, {@code firm}, {@code approved_on} are required; {@code
 * withdrawn_on} is the first day on which the approval does not hold any more; {@code document} says where it is kept.
 */
final class ApprovedFirmsFile {

    static final Schema COLUMNS =
            Schema.decidingOnShares().whenWithoutRows("if this is intended, no firm is approved and no report counts");

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<String> FIRM = COLUMNS.required("firm", TextCell.PERSON);
    static final Column<LocalDate> APPROVED_ON = COLUMNS.required("approved_on", DateCell.DATE);
    static final Column<LocalDate> WITHDRAWN_ON = COLUMNS.optional("withdrawn_on", DateCell.DATE);
    static final Column<String> DOCUMENT = COLUMNS.optional("document", TextCell.DOCUMENT);

    private ApprovedFirmsFile() {}

    /** Whether the approval was given only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.isAfter(APPROVED_ON, asOf);
    }

    /** The approval, if the row is sound. */
    static Optional<ApprovedFirms.Approval> read(Row row) {
        String firm = row.get(FIRM);
        LocalDate approvedOn = row.happenedOn(APPROVED_ON);
        Optional<LocalDate> withdrawnOn = row.find(WITHDRAWN_ON);
        String document = row.get(DOCUMENT);
        Optional<LocalDate> withdrawn = row.happened(WITHDRAWN_ON, withdrawnOn);
        if (row.isSound() && withdrawnOn.isPresent() && withdrawnOn.get().isBefore(approvedOn)) {
            row.reject(
                    FindingCode.DATES_REVERSED,
                    WITHDRAWN_ON,
                    "lies before approved_on, " + approvedOn,
                    "correct one of the two days");
        }
        return row.isSound()
                ? Optional.of(new ApprovedFirms.Approval(firm, approvedOn, withdrawn, document, row.source()))
                : Optional.empty();
    }
}
