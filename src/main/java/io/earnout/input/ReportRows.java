package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Rejected.Register;
import io.earnout.escrow.record.Report;
import io.earnout.input.csv.Row;
import io.earnout.terms.Agreement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sound reports on one agreement's audited revenue; the year of an invalid one waits. */
final class ReportRows {

    private final Row row;
    private final LocalDate asOf;
    private final TermsRows terms;
    private final HeldYears held;
    private final List<Report> reports = new ArrayList<>();

    ReportRows(Row row, LocalDate asOf, TermsRows terms, HeldYears held) {
        this.row = row;
        this.asOf = asOf;
        this.terms = terms;
        this.held = held;
    }

    void clear() {
        reports.clear();
    }

    /** The reports taken so far. */
    List<Report> taken() {
        return reports;
    }

    /** Takes the row if it is sound, after the terms were closed. */
    void take() {
        if (!terms.isKnownOnTheDay()) {
            row.reject(
                    FindingCode.REPORT_BEFORE_SIGNING,
                    AuditedRevenueFile.REPORT_DATE,
                    "is the date of a report, but the agreement was signed only after " + asOf,
                    "correct report_date, or signed_on in agreements.csv");
            return;
        }
        Optional<Report> report = AuditedRevenueFile.read(
                row, terms.agreement().map(Agreement::currency).orElse(""));
        if (terms.rejectIfNobodyKnowsIt(AuditedRevenueFile.AGREEMENT_ID)
                || terms.agreement().isEmpty()) {
            return;
        }
        held.checkYear(AuditedRevenueFile.ASSESSMENT_YEAR);
        if (row.isSound()) {
            report.ifPresent(reports::add);
        } else {
            held.holdYear(row.year(), Register.REPORTS);
        }
    }
}
