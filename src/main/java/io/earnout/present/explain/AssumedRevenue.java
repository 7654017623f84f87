package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An agreement as it would stand if years came out so. A year that is assessed is restated by the assumed report; for any
 * other year it is the only one. All else stays as it was known on the day of the question; only the day moves on to the
 * sixtieth after the last assumed year (SPA 5.1), if that is later, since an earlier report couldn't count.
 */
final class AssumedRevenue {

    /** The sixtieth day after the year (SPA 5.1): by then its report is there. */
    private static final String FIRM = "what-if";

    private final AgreementResult onRecord;
    private final Map<Integer, Money> revenues;
    private final LocalDate asOf;

    private AssumedRevenue(AgreementResult onRecord, Map<Integer, Money> revenues) {
        this.onRecord = onRecord;
        this.revenues = revenues;
        LocalDate day = onRecord.asOf();
        for (int year : revenues.keySet()) {
            LocalDate reported = reportedOn(onRecord.agreement().year(year));
            day = reported.isAfter(day) ? reported : day;
        }
        this.asOf = day;
    }

    /** The agreement with these revenues, by assessment year. */
    static AgreementResult of(AgreementResult onRecord, Map<Integer, Money> revenues) {
        return new AssumedRevenue(onRecord, revenues).result();
    }

    private LocalDate reportedOn(AssessmentYear year) {
        LocalDate sixtieth = year.period().sixtiethDayAfter();
        return sixtieth.isAfter(onRecord.asOf()) ? sixtieth : onRecord.asOf();
    }

    private AgreementResult result() {
        List<Report> reports = new ArrayList<>(onRecord.escrow().reports());
        Set<Integer> rejectedReports =
                new TreeSet<>(onRecord.escrow().rejected().reports());
        revenues.forEach((year, revenue) -> {
            Optional<Report> counts = onRecord.review().years().get(year - 1).report();
            if (counts.isPresent() && counts.get().revenue().equals(revenue)) {
                return; // it is on record as it is assumed
            }
            if (counts.isEmpty()) {
                reports.removeIf(report -> report.year() == year);
                rejectedReports.remove(year);
            }
            reports.add(assumed(year, revenue, counts, reports));
        });
        EscrowFile escrow = onRecord.escrow();
        Review review = Review.of(
                new EscrowFile(
                        escrow.agreement(),
                        reports,
                        withTheFirm(escrow.approvedFirms()),
                        escrow.registers(),
                        escrow.rejected().withReports(rejectedReports),
                        escrow.calendar(),
                        escrow.origins()),
                asOf);
        Determination determination = Determination.of(review);
        return new AgreementResult(review, determination, determination.findings());
    }

    private Report assumed(int year, Money revenue, Optional<Report> restates, List<Report> reports) {
        String id = FIRM + "-" + year;
        while (isTaken(id, reports)) {
            id += "-again";
        }
        LocalDate day = reportedOn(onRecord.agreement().year(year));
        return Report.assumed(
                year,
                revenue,
                onRecord.agreement().currency(),
                id,
                FIRM,
                day,
                restates.map(Report::reportId).orElse(""));
    }

    private static boolean isTaken(String id, List<Report> reports) {
        return reports.stream().anyMatch(report -> report.reportId().equals(id));
    }

    private static ApprovedFirms withTheFirm(ApprovedFirms firms) {
        if (!firms.listed()) {
            return firms;
        }
        List<ApprovedFirms.Approval> approvals = new ArrayList<>(firms.approvals());
        approvals.add(new ApprovedFirms.Approval(FIRM, LocalDate.MIN, Optional.empty()));
        return new ApprovedFirms(true, approvals);
    }
}
