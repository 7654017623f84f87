package io.earnout.output;

import io.earnout.escrow.determination.AgreementResult;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code terms.csv}: one row per agreement with its terms, for the next run to compare. The terms of the years are listed in
 * {@code reconciliation-report.csv}, the reading in {@code readings.csv}.
 */
final class TermsFile {

    static final Table<AgreementResult> TABLE = new Table<>("terms.csv", List::of, columns()).withKey("agreement_id");

    private TermsFile() {}

    private static List<Column<AgreementResult>> columns() {
        List<Column<AgreementResult>> columns = new ArrayList<>();
        columns.add(Column.agreementId());
        for (AgreedTerm term : AgreedTerm.values()) {
            columns.add(Column.of(term.column(), term.form(), (agreement, row, cells) -> term.write(agreement, cells)));
        }
        return columns;
    }
}
