package io.earnout.present.explain;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.escrow.review.YearState;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What isn't known of a year while no report on it counts, and why (SPA 4.2, EA 3.1(a)). */
final class UnassessedDerivation {

    private final SourceCells evidence;
    private final ReviewedYear reviewed;
    private final LocalDate asOf;

    UnassessedDerivation(SourceCells evidence, ReviewedYear reviewed, LocalDate asOf) {
        this.evidence = evidence;
        this.reviewed = reviewed;
        this.asOf = asOf;
    }

    List<Derivation> derivations() {
        AssessmentYear year = reviewed.year();
        List<DerivationBuilder> noted = new ArrayList<>();
        noted.add(unknown(Quantity.AUDITED_REVENUE, Clause.SPA_4_2, why())
                .on(reviewed.reports().stream().map(evidence::revenue).toList())
                .because(findings()));
        String waits = "not known until a report on year " + year.number() + " counts";
        noted.add(unknown(Quantity.EARNED_SHARES, Clause.SPA_5_1, waits + "; from 0 to " + year.tranche())
                .on(evidence.target(year), evidence.tranche(year)));
        noted.add(unknown(Quantity.DEDUCTED_SHARES, Clause.SPA_5_2_1, waits));
        noted.add(unknown(Quantity.CREDIT_REVENUE, Clause.SPA_5_2_2, waits));
        noted.add(DerivationBuilder.of(Quantity.UNASSESSED_SHARES, year.number())
                .is(Result.of(year.tranche()))
                .by(Clause.SPA_1_1, Clause.SPA_5_1)
                .from("the whole tranche waits in escrow; release due on " + reviewed.releaseDue())
                .on(evidence.tranche(year)));
        return noted.stream().map(DerivationBuilder::derivation).toList();
    }

    private DerivationBuilder unknown(Quantity quantity, Clause clause, String why) {
        return DerivationBuilder.of(quantity, reviewed.year().number())
                .by(clause)
                .from(why);
    }

    private String why() {
        YearState state = reviewed.state();
        LocalDate ends = reviewed.year().period().endsOn();
        return switch (state) {
            case NOT_ENDED -> "the year ends on " + ends + ", after " + asOf;
            case AWAITING_REPORT -> "no report is on record; release due on " + reviewed.releaseDue();
            case REPORT_OVERDUE -> "no report is on record, and the release was due on " + reviewed.releaseDue();
            default -> {
                List<String> ids = reviewed.reports().stream()
                        .map(Report::reportId)
                        .distinct()
                        .toList();
                yield ids.isEmpty()
                        ? "the row of the report was rejected"
                        : "no report counts: " + String.join(", ", ids);
            }
        };
    }

    private List<Finding> findings() {
        return evidence
                .findings(
                        code -> code.severity() == Severity.ERROR,
                        reviewed.year().number())
                .stream()
                .filter(finding -> finding.year() != 0)
                .toList();
    }
}
