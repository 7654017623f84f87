package io.earnout.escrow.review;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.Report;
import io.earnout.settlement.Assessment;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether one of a year's reports counts, and which (SPA 4.2, EA 3.1(a)). Reports that say the same are one; a report
 * that another one supersedes is history; of the others exactly one must be left, and nothing may speak against it.
 */
final class ReportReview {

    private final EscrowFile escrow;
    private final AssessmentYear year;
    private final LocalDate asOf;
    private final Findings findings;

    private ReportReview(EscrowFile escrow, AssessmentYear year, LocalDate asOf) {
        this.escrow = escrow;
        this.year = year;
        this.asOf = asOf;
        this.findings = new Findings(escrow.agreement().id());
    }

    /**
     * The report that counts, if one does.
     *
     * @param filed all reports of the year
     */
    static Found<Optional<Report>> of(EscrowFile escrow, AssessmentYear year, LocalDate asOf, List<Report> filed) {
        if (filed.isEmpty()) {
            return new Found<>(Optional.empty(), List.of());
        }
        ReportReview review = new ReportReview(escrow, year, asOf);
        Optional<Report> accepted = review.accept(filed);
        return new Found<>(accepted, review.findings.all());
    }

    private Optional<Report> accept(List<Report> filed) {
        List<Report> reports = withoutDoubles(filed);
        if (!followable(reports)) {
            return Optional.empty();
        }
        List<Report> live = live(reports);
        if (live.size() > 1) {
            live.forEach(report -> conflict(report, live));
            return Optional.empty();
        }
        Report report = live.get(0);
        findings.add(ReportObjections.to(report, escrow, year, asOf));
        boolean objected =
                findings.all().stream().anyMatch(finding -> finding.code().severity() == Severity.ERROR);
        if (objected || escrow.rejected().reports().contains(year.number())) {
            return Optional.empty();
        }
        if (reports.size() > 1) {
            note(report, history(report, reports));
        }
        return Optional.of(report);
    }

    private List<Report> withoutDoubles(List<Report> filed) {
        if (filed.size() == 1) {
            return filed;
        }
        List<Report> inFileOrder = new ArrayList<>(filed);
        inFileOrder.sort(Comparator.comparing(Report::source));
        List<Report> reports = new ArrayList<>(filed.size());
        for (Report report : inFileOrder) {
            Optional<Report> same =
                    reports.stream().filter(report::saysTheSameAs).findFirst();
            if (same.isPresent()) {
                find(
                        FindingCode.REPORT_TWICE,
                        report,
                        Field.REPORT_ID,
                        report.reportId(),
                        "is identical to " + same.get().source() + " and is ignored",
                        "");
            } else {
                reports.add(report);
            }
        }
        return reports;
    }

    /** Whether every report has its own id and supersedes one that is there, without going in a circle. */
    private boolean followable(List<Report> reports) {
        if (reports.size() == 1 && reports.get(0).supersedes().isEmpty()) {
            return true;
        }
        boolean followable = true;
        Set<String> ids = new HashSet<>();
        for (Report report : reports) {
            if (!ids.add(report.reportId())) {
                followable = false;
                find(
                        FindingCode.REPORT_ID_REUSED,
                        report,
                        Field.REPORT_ID,
                        report.reportId(),
                        "\"" + report.reportId() + "\" is already the id of a different report of this year",
                        "give each report its own " + Field.REPORT_ID + ", or delete the wrong row");
            }
        }
        for (Report report : reports) {
            if (!report.supersedes().isEmpty() && !ids.contains(report.supersedes())) {
                followable = false;
                if (escrow.rejected().reports().contains(year.number())) {
                    continue; // it may name the row that was rejected, which is fault enough
                }
                find(
                        FindingCode.SUPERSEDES_NOTHING,
                        report,
                        Field.SUPERSEDES,
                        report.supersedes(),
                        "there is no report \"" + report.supersedes() + "\" of this year",
                        "name the " + Field.REPORT_ID
                                + " of the report that it replaces, in the same agreement and year");
            }
        }
        return followable && noCircle(reports);
    }

    private boolean noCircle(List<Report> reports) {
        boolean noCircle = true;
        for (Report report : reports) {
            Report at = report;
            // without a circle a chain is over after as many steps as there are reports
            for (int steps = 0; steps < reports.size() && !at.supersedes().isEmpty(); steps++) {
                at = named(at.supersedes(), reports);
            }
            if (!at.supersedes().isEmpty()) {
                noCircle = false;
                find(
                        FindingCode.SUPERSEDES_IN_A_CIRCLE,
                        report,
                        Field.SUPERSEDES,
                        report.supersedes(),
                        "the reports of this year supersede each other in a circle",
                        "leave supersedes empty in the report that came first");
            }
        }
        return noCircle;
    }

    private static Report named(String reportId, List<Report> reports) {
        return reports.stream()
                .filter(report -> report.reportId().equals(reportId))
                .findFirst()
                .orElseThrow();
    }

    private static List<Report> live(List<Report> reports) {
        if (reports.size() == 1) {
            return reports;
        }
        Set<String> superseded = new HashSet<>();
        reports.forEach(report -> superseded.add(report.supersedes()));
        return reports.stream()
                .filter(report -> !superseded.contains(report.reportId()))
                .toList();
    }

    private void conflict(Report report, List<Report> live) {
        Shares least = earnedBy(live.get(0));
        for (Report other : live) {
            least = earnedBy(other).compareTo(least) < 0 ? earnedBy(other) : least;
        }
        find(
                FindingCode.REPORT_CONFLICT,
                report,
                Field.SUPERSEDES,
                report.supersedes(),
                "year " + year.number() + " has " + live.size() + " reports of which none supersedes the others; "
                        + report.reportId() + " says " + report.revenue() + ", which would earn " + earnedBy(report)
                        + " of " + year.tranche() + " shares; undisputed are " + least,
                "name the replaced " + Field.REPORT_ID + " in supersedes of the report that counts");
    }

    private Shares earnedBy(Report report) {
        return Assessment.of(year, report.confirms()).earned();
    }

    private static String history(Report report, List<Report> reports) {
        StringBuilder history = new StringBuilder(report.reportId() + " (" + report.revenue() + ")");
        Report at = report;
        while (!at.supersedes().isEmpty()) {
            at = named(at.supersedes(), reports);
            history.append(" supersedes ")
                    .append(at.reportId())
                    .append(" (")
                    .append(at.revenue())
                    .append(")");
        }
        return history.toString();
    }

    private void note(Report report, String message) {
        find(FindingCode.REPORT_RESTATED, report, Field.SUPERSEDES, report.supersedes(), message, "");
    }

    private void find(FindingCode code, Report report, Field field, String value, String message, String remedy) {
        findings.find(code, year.number(), report.source(), field, value, message, remedy);
    }
}
