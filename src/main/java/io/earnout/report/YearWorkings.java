package io.earnout.report;

import io.earnout.escrow.Adjustment;
import io.earnout.escrow.Dossier;
import io.earnout.escrow.Report;
import io.earnout.escrow.ReviewedYear;
import io.earnout.escrow.Source;
import io.earnout.settlement.Settlement;
import io.earnout.settlement.Working;
import java.util.ArrayList;
import java.util.List;

/**
 * How the numbers of one assessment year came about, clause by clause, and the cells that they rest on.
 *
 * @param reviewed the year with its reports
 * @param lines none while no report is accepted
 */
public record YearWorkings(ReviewedYear reviewed, List<Working> lines, List<Figure> figures) {

    static List<YearWorkings> of(Dossier dossier) {
        Settlement settlement = dossier.determination().settlement();
        List<YearWorkings> all = new ArrayList<>();
        for (ReviewedYear reviewed : dossier.review().years()) {
            List<Working> lines = new ArrayList<>();
            reviewed.assessment().ifPresent(assessment -> {
                lines.addAll(assessment.workings());
                settlement
                        .credit(reviewed.year().number())
                        .ifPresent(credit -> lines.addAll(credit.workings(settlement.readings())));
            });
            all.add(new YearWorkings(reviewed, lines, figures(dossier, reviewed)));
        }
        return all;
    }

    public int year() {
        return reviewed.year().number();
    }

    private static List<Figure> figures(Dossier dossier, ReviewedYear reviewed) {
        int year = reviewed.year().number();
        Source terms = dossier.escrow().origins().year(year);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("target", reviewed.year().target().toString(), terms, "target_revenue"));
        figures.add(new Figure("tranche", reviewed.year().tranche().toString(), terms, "tranche_shares"));
        for (Report report : reviewed.reports()) {
            boolean counts = reviewed.report().filter(report::equals).isPresent();
            figures.add(new Figure(
                    (counts ? "audited revenue, report " : "a report that doesn't count, ") + report.reportId(),
                    report.revenue().toString(),
                    report.source(),
                    "audited_revenue"));
        }
        for (Adjustment adjustment : dossier.escrow().registers().adjustments()) {
            if (adjustment.year() == year && adjustment.releaseShares().isPresent()) {
                figures.add(new Figure(
                        "shares on paper under SPA 5.3, " + adjustment.document(),
                        adjustment.releaseShares().get().toString(),
                        adjustment.source(),
                        "release_shares"));
            }
        }
        return figures;
    }
}
