package io.earnout.output;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.input.csv.FieldForm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The CSV files of a run. */
public enum OutputFile {
    RELEASE_INSTRUCTIONS(ReleaseInstructionsFile.TABLE),
    CANCELLATION_LIST(CancellationListFile.TABLE),
    RECONCILIATION_REPORT(ReconciliationReportFile.TABLE),
    POSITIONS(PositionsFile.TABLE),
    READINGS(ReadingsFile.TABLE),
    DELAYS(DelaysFile.TABLE),
    DEADLINES(DeadlinesFile.TABLE),
    /** The terms of each agreement, which the next run compares. */
    TERMS(TermsFile.TABLE),
    /** The holidays and working weekends of all calendars, which the next run compares. */
    CALENDARS(Table.of(
                    "calendars.csv",
                    List.of(
                            Column.named("calendar", FieldForm.TEXT),
                            Column.named("date", FieldForm.DATE),
                            Column.named("kind", FieldForm.oneOf(BusinessCalendar.Kind.values()))))
            .withKey("calendar", "date")),
    /** The differences from the previous run. */
    CHANGES(Table.of(
            "changes.csv",
            List.of(
                    Column.named("agreement_id", FieldForm.TEXT),
                    Column.named("assessment_year", FieldForm.ORDINAL),
                    Column.named("tranche_year", FieldForm.ORDINAL),
                    Column.named("what", FieldForm.TEXT),
                    Column.named("before", FieldForm.TEXT),
                    Column.named("after", FieldForm.TEXT),
                    Column.named("cause", FieldForm.TEXT)))),
    EXCEPTIONS(ExceptionsFile.TABLE);

    @SuppressWarnings("ImmutableEnumChecker") // a record of columns that keep nothing
    private final Table<?> table;

    OutputFile(Table<?> table) {
        this.table = table;
    }

    public String fileName() {
        return table.fileName();
    }

    /** Writes the header line. */
    public void writeHeader(OutputStream out) throws IOException {
        out.write((String.join(",", columns()) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the rows of an agreement; none for a file that isn't made agreement by agreement. */
    void write(AgreementResult agreement, CsvBuffer cells) {
        table.write(agreement, cells);
    }

    /** The names of the columns, in their order. */
    public List<String> columns() {
        return table.columns().stream().map(Column::name).toList();
    }

    /** The columns, in their order. */
    public List<? extends Column<?>> fields() {
        return table.columns();
    }

    /** The names of the columns in which no two rows are the same; empty if rows may be. */
    public List<String> key() {
        return table.key();
    }

    /** The columns whose changes from run to run are listed in {@code changes.csv}, in that order. */
    public List<String> comparedColumns() {
        return table.compared();
    }

    /** The columns of whole shares that are added up again before the run is published. */
    public List<String> summedColumns() {
        return table.columns().stream().filter(Column::summed).map(Column::name).toList();
    }
}
