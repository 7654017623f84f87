package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.ApprovedFirms;
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code approved-firms.csv}: the accounting firms that the issuer approved (SPA 4.2); without the file every firm named
 * in a report is taken as approved. {@code agreement_id}, {@code firm}, {@code approved_on} are required; {@code
 * withdrawn_on} is the first day on which the approval does not hold any more; {@code document} says where it stands.
 */
final class ApprovedFirmsFile {

    enum Columns implements Column {
        AGREEMENT_ID,
        FIRM,
        APPROVED_ON,
        WITHDRAWN_ON,
        DOCUMENT;

        @Override
        public boolean required() {
            return this == AGREEMENT_ID || this == FIRM || this == APPROVED_ON;
        }
    }

    private ApprovedFirmsFile() {}

    /** Whether the approval was given only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.peekDate(Columns.APPROVED_ON).filter(asOf::isBefore).isPresent();
    }

    /** The approval, if the row is sound. */
    static Optional<ApprovedFirms.Approval> read(Row row) {
        String firm = row.nameOfSomebody(Columns.FIRM);
        LocalDate approvedOn = row.happenedOn(Columns.APPROVED_ON);
        Optional<LocalDate> withdrawnOn = row.optionalDate(Columns.WITHDRAWN_ON);
        String document = row.optionalDocument(Columns.DOCUMENT);
        Optional<LocalDate> withdrawn = row.happened(Columns.WITHDRAWN_ON, withdrawnOn);
        if (row.isSound() && withdrawnOn.isPresent() && withdrawnOn.get().isBefore(approvedOn)) {
            row.reject(
                    FindingCode.DATES_REVERSED,
                    Columns.WITHDRAWN_ON,
                    "lies before approved_on, " + approvedOn,
                    "correct one of the two days");
        }
        return row.isSound()
                ? Optional.of(new ApprovedFirms.Approval(firm, approvedOn, withdrawn, document, row.source()))
                : Optional.empty();
    }
}
