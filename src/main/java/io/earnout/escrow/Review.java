package io.earnout.escrow;

import io.earnout.settlement.Assessment;
import io.earnout.terms.AssessmentYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which reports of an agreement count on a day (SPA 4.2, 5.1, EA 3.1(a)), year by year, and what is found on the way.
 *
 * @param years one for each assessment year, in order
 */
public record Review(EscrowFile escrow, LocalDate asOf, List<ReviewedYear> years, List<Finding> findings) {

    public static Review of(EscrowFile escrow, LocalDate asOf) {
        List<Finding> findings = new ArrayList<>();
        List<ReviewedYear> years = new ArrayList<>(escrow.agreement().years().size());
        for (AssessmentYear year : escrow.agreement().years()) {
            List<Report> reports = new ArrayList<>(2);
            for (Report report : escrow.reports()) {
                if (report.year() == year.number()) {
                    reports.add(report);
                }
            }
            Optional<Report> accepted = new ReportReview(escrow, year, asOf, findings).accept(reports);
            boolean held = !reports.isEmpty() || escrow.rejectedReports().contains(year.number());
            years.add(ReviewedYear.of(year, accepted, held, asOf));
        }
        return new Review(escrow, asOf, List.copyOf(years), findings);
    }

    /** The years with an accepted report against their targets, in order. */
    public List<Assessment> assessments() {
        List<Assessment> assessments = new ArrayList<>(years.size());
        for (ReviewedYear year : years) {
            year.assessment().ifPresent(assessments::add);
        }
        return assessments;
    }
}
