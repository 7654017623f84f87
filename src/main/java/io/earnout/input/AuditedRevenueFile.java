package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Report;
import io.earnout.input.csv.CellType;
import io.earnout.input.csv.ChoiceCell;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import io.earnout.terms.Money;
import io.earnout.terms.Term;
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code audited-revenue*.csv}: one row per report on an assessment year.
 *
 * <ul>
 *   <li>{@code agreement_id}, {@code assessment_year}, {@code audited_revenue}, {@code report_id}, {@code firm}, {@code
 *       report_date}: required.
 *   <li>{@code unit}: {@code yuan} (default), {@code ten-thousand-yuan} or {@code million-yuan}; the amount must be exact
 *       to the fen.
 *   <li>{@code currency}: the agreement's by default.
 *   <li>{@code received_on}: the day on which the agent received it.
 *   <li>{@code opinion}: {@code unqualified} by default; anything else holds the year.
 *   <li>{@code supersedes}: the {@code report_id} of the report of the same year that it replaces.
 *   <li>{@code confirmed_figure}: {@code yes} lets a figure through that looks like a wrong unit.
 * </ul>
 */
final class AuditedRevenueFile {

    static final Schema COLUMNS = Schema.decidingOnShares();

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<Integer> ASSESSMENT_YEAR = COLUMNS.year(true);
    static final Column<Money> AUDITED_REVENUE = COLUMNS.required("audited_revenue", NumberCell.MONEY);
    static final Column<Unit> UNIT = COLUMNS.optional("unit", ChoiceCell.withDefault(Unit.values()));
    static final Column<String> CURRENCY = COLUMNS.optional("currency", TextCell.CURRENCY);
    static final Column<String> REPORT_ID = COLUMNS.required("report_id", TextCell.NAME);
    static final Column<String> FIRM = COLUMNS.required("firm", TextCell.PERSON);
    static final Column<LocalDate> REPORT_DATE = COLUMNS.required("report_date", DateCell.DATE);
    static final Column<LocalDate> RECEIVED_ON = COLUMNS.optional("received_on", DateCell.DATE);
    static final Column<String> OPINION = COLUMNS.optional("opinion", TextCell.TEXT);
    static final Column<String> SUPERSEDES = COLUMNS.optional("supersedes", TextCell.NAME);
    static final Column<ConfirmedFigure> CONFIRMED_FIGURE =
            COLUMNS.optional("confirmed_figure", ChoiceCell.withDefault(ConfirmedFigure.values()));

    private AuditedRevenueFile() {}

    /** Whether the report was made or received only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.isAfter(REPORT_DATE, asOf) || row.isAfter(RECEIVED_ON, asOf);
    }

    /** The report, if the row is sound. */
    static Optional<Report> read(Row row, String agreementCurrency) {
        int year = row.get(ASSESSMENT_YEAR);
        // where the unit can't be read, the number of decimals is no second fault
        Unit unit = row.getIfValid(UNIT).orElse(Unit.MILLION_YUAN);
        Money revenue = row.get(AUDITED_REVENUE, unit.amount);
        String currency = row.get(CURRENCY);
        String reportId = row.get(REPORT_ID);
        String firm = row.get(FIRM);
        LocalDate reportDate = row.happenedOn(REPORT_DATE);
        Optional<LocalDate> receivedOn = row.happened(RECEIVED_ON);
        String opinion = row.get(OPINION);
        String supersedes = row.get(SUPERSEDES);
        boolean confirmed = row.get(CONFIRMED_FIGURE) == ConfirmedFigure.YES;
        if (row.isSound() && receivedOn.isPresent() && receivedOn.get().isBefore(reportDate)) {
            row.reject(
                    FindingCode.DATES_REVERSED,
                    RECEIVED_ON,
                    "lies before report_date, " + reportDate,
                    "correct one of the two days");
        }
        if (!row.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new Report(
                year,
                revenue,
                currency.isEmpty() ? agreementCurrency : currency,
                reportId,
                firm,
                reportDate,
                receivedOn,
                opinion.isEmpty() ? Report.UNQUALIFIED : opinion,
                supersedes,
                confirmed,
                row.source()));
    }

    private enum Unit implements Term {
        YUAN("yuan", 2),
        TEN_THOUSAND_YUAN("ten-thousand-yuan", 6),
        MILLION_YUAN("million-yuan", 8);

        private final String term;

        @SuppressWarnings("ImmutableEnumChecker") // keeps nothing of a cell
        private final CellType<Money> amount;

        Unit(String term, int decimalsToTheMinorUnit) {
            this.term = term;
            this.amount = NumberCell.money(decimalsToTheMinorUnit);
        }

        @Override
        public String term() {
            return term;
        }
    }

    private enum ConfirmedFigure implements Term {
        NO("no"),
        YES("yes");

        private final String term;

        ConfirmedFigure(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }
}
