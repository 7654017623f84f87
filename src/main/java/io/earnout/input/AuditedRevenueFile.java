package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Report;
import io.earnout.terms.Money;
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

    enum Columns implements Column {
        AGREEMENT_ID,
        ASSESSMENT_YEAR,
        AUDITED_REVENUE,
        UNIT,
        CURRENCY,
        REPORT_ID,
        FIRM,
        REPORT_DATE,
        RECEIVED_ON,
        OPINION,
        SUPERSEDES,
        CONFIRMED_FIGURE;

        @Override
        public boolean required() {
            return switch (this) {
                case AGREEMENT_ID, ASSESSMENT_YEAR, AUDITED_REVENUE, REPORT_ID, FIRM, REPORT_DATE -> true;
                default -> false;
            };
        }
    }

    private enum Unit {
        YUAN("yuan", 2),
        TEN_THOUSAND_YUAN("ten-thousand-yuan", 6),
        MILLION_YUAN("million-yuan", 8);

        private final String term;
        private final int decimalsToTheFen;

        Unit(String term, int decimalsToTheFen) {
            this.term = term;
            this.decimalsToTheFen = decimalsToTheFen;
        }
    }

    private enum ConfirmedFigure {
        NO("no"),
        YES("yes");

        private final String term;

        ConfirmedFigure(String term) {
            this.term = term;
        }
    }

    private static final Unit[] UNITS = Unit.values();
    private static final ConfirmedFigure[] CONFIRMATIONS = ConfirmedFigure.values();

    private AuditedRevenueFile() {}

    /** Whether the report was made or received only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.peekDate(Columns.REPORT_DATE).filter(asOf::isBefore).isPresent()
                || row.peekDate(Columns.RECEIVED_ON).filter(asOf::isBefore).isPresent();
    }

    /** The report, if the row is sound. */
    static Optional<Report> read(Row row, String agreementCurrency) {
        int year = row.year(Columns.ASSESSMENT_YEAR);
        row.choice(Columns.UNIT, UNITS, unit -> unit.term);
        // where the unit can't be read, the number of decimals is no second fault
        Unit unit = row.peekChoice(Columns.UNIT, UNITS, u -> u.term).orElse(Unit.MILLION_YUAN);
        Money revenue = row.amount(Columns.AUDITED_REVENUE, unit.decimalsToTheFen);
        String currency = row.optionalCurrency(Columns.CURRENCY);
        String reportId = row.name(Columns.REPORT_ID);
        String firm = row.nameOfSomebody(Columns.FIRM);
        LocalDate reportDate = row.happenedOn(Columns.REPORT_DATE);
        Optional<LocalDate> receivedOn = row.happened(Columns.RECEIVED_ON);
        String opinion = row.optionalText(Columns.OPINION);
        String supersedes = row.optionalName(Columns.SUPERSEDES);
        boolean confirmed = row.choice(Columns.CONFIRMED_FIGURE, CONFIRMATIONS, c -> c.term) == ConfirmedFigure.YES;
        if (row.isSound() && receivedOn.isPresent() && receivedOn.get().isBefore(reportDate)) {
            row.reject(
                    FindingCode.DATES_REVERSED,
                    Columns.RECEIVED_ON,
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
}
