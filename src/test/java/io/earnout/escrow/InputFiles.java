package io.earnout.escrow;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.terms.Agreement;
import io.earnout.terms.Kaixin;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is filed with the escrow agent of the Kaixin agreement, for the tests. */
public final class InputFiles {

    public static final String FIRM = "Sound & Fair CPA";

    private InputFiles() {}

    /** A sound report on a year, as a starting point; all else is said by {@link Row}. */
    public static Row report(int year, String revenue) {
        return new Row(year, revenue);
    }

    public static EscrowFile escrow(Row... rows) {
        return escrow(Kaixin.agreement(Kaixin.defaultOnRecord()), rows);
    }

    public static EscrowFile escrow(Agreement agreement, Row... rows) {
        return new EscrowFile(
                agreement,
                reports(rows),
                ApprovedFirms.NO_LIST,
                Registers.NONE,
                Rejected.NOTHING,
                BusinessCalendar.WEEKENDS_ALONE);
    }

    public static List<Report> reports(Row... rows) {
        return List.of(rows).stream().map(Row::filed).toList();
    }

    /** A report in the making. */
    public static final class Row {

        private final int year;
        private final String revenue;
        private String currency = "CNY";
        private String reportId;
        private String firm = FIRM;
        private LocalDate dated;
        private Optional<LocalDate> receivedOn = Optional.empty();
        private String opinion = Report.UNQUALIFIED;
        private String supersedes = "";
        private boolean confirmedFigure = false;
        private int line;

        private Row(int year, String revenue) {
            this.year = year;
            this.revenue = revenue;
            this.reportId = "RPT-" + year;
            this.dated = Kaixin.START.plusYears(year).plusDays(40);
            this.line = year + 1;
        }

        public Row id(String id) {
            reportId = id;
            return this;
        }

        public Row in(String code) {
            currency = code;
            return this;
        }

        public Row by(String name) {
            firm = name;
            return this;
        }

        public Row dated(String day) {
            dated = LocalDate.parse(day);
            return this;
        }

        public Row received(String day) {
            receivedOn = Optional.of(LocalDate.parse(day));
            return this;
        }

        public Row opinion(String words) {
            opinion = words;
            return this;
        }

        public Row supersedes(String id) {
            supersedes = id;
            return this;
        }

        public Row confirmed() {
            confirmedFigure = true;
            return this;
        }

        public Row line(int number) {
            line = number;
            return this;
        }

        public Report filed() {
            return new Report(
                    year,
                    Kaixin.rmb(revenue),
                    currency,
                    reportId,
                    firm,
                    dated,
                    receivedOn,
                    opinion,
                    supersedes,
                    confirmedFigure,
                    new Source("audited-revenue.csv", line));
        }
    }
}
