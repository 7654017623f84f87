package io.earnout.escrow.review;

import io.earnout.escrow.calendar.Deadlines;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.Report;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Readings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which reports of an agreement count on a day (SPA 4.2, 5.1, EA 3.1(a)), year by year, what all parties agreed on beside
 * them (SPA 5.3), and what is found on the way.
 *
 * @param years one for each assessment year, in order
 */
public record Review(
        EscrowFile escrow,
        LocalDate asOf,
        List<ReviewedYear> years,
        Adjustments adjustments,
        Amendments amendments,
        List<Finding> findings) {

    /** Why a revenue of the year is taken for a unit error, if it is. */
    public static Optional<String> objectionToFigure(Money revenue, AssessmentYear year) {
        return ReportObjections.objectionToFigure(revenue, year);
    }

    public static Review of(EscrowFile filed, LocalDate asOf) {
        List<Finding> findings = new ArrayList<>();
        Found<Amendments> amended = Amendments.of(filed);
        findings.addAll(amended.findings());
        Amendments amendments = amended.value();
        EscrowFile escrow = amendments.inForce().isEmpty() ? filed : filed.with(amendments.amended(filed.asSigned()));
        Found<Adjustments> agreed = Adjustments.of(escrow);
        findings.addAll(agreed.findings());
        Adjustments adjustments = agreed.value();
        Deadlines deadlines = new Deadlines(escrow.calendar());
        List<ReviewedYear> years = new ArrayList<>(escrow.agreement().years().size());
        for (AssessmentYear year : escrow.agreement().years()) {
            List<Report> reports = new ArrayList<>(2);
            for (Report report : escrow.reports()) {
                if (report.year() == year.number()) {
                    reports.add(report);
                }
            }
            Found<Optional<Report>> reviewed = ReportReview.of(escrow, year, asOf, reports);
            findings.addAll(reviewed.findings());
            Optional<Report> accepted = reviewed.value();
            boolean held = !reports.isEmpty() || escrow.rejected().reports().contains(year.number());
            LocalDate due = adjustments.dueDateOf(year).orElseGet(() -> deadlines.releaseDue(year.period()));
            Optional<Assessment> assessment = accepted.map(report -> assess(year, report, adjustments));
            YearState state = assessment
                    .map(ReviewedYear::stateOf)
                    .orElseGet(() -> ReviewedYear.stateWithoutReport(year, held, due, asOf));
            years.add(new ReviewedYear(year, state, assessment, accepted, reports, due));
        }
        return new Review(escrow, asOf, List.copyOf(years), adjustments, amendments, findings);
    }

    private static Assessment assess(AssessmentYear year, Report report, Adjustments adjustments) {
        Assessment byFormula = Assessment.of(year, report.confirms());
        return adjustments.quantityOf(year).map(byFormula::agreedAt).orElse(byFormula);
    }

    /** The agreement of all parties on the shares of a year (SPA 5.3), where one is in force. */
    public Optional<Adjustment> agreedQuantity(int year) {
        return Optional.ofNullable(adjustments.quantities().get(year));
    }

    /** The year of that number, 1 to n. */
    public ReviewedYear year(int number) {
        return years.get(number - 1);
    }

    /**
     * The tranches of which it can't be told what may be released, because a report is in doubt: those of the undecided years,
     * and those that a later year's excess would restore, whose offset waits for them.
     */
    public Set<Integer> undecidedTranches(Settlement settlement) {
        Set<Integer> undecided = new TreeSet<>();
        for (ReviewedYear year : years) {
            if (isUndecided(year)) {
                undecided.add(year.year().number());
            }
        }
        if (undecided.isEmpty()) {
            return undecided;
        }
        if (escrow.agreement().offsetDirection() == OffsetDirection.FORWARD) {
            return withThoseThatWait(undecided, settlement);
        }
        Set<Integer> inDoubt = new TreeSet<>(undecided);
        for (Credit credit : settlement.credits()) {
            int excess = credit.year().year().number();
            boolean waitsForDoubtAlone = credit.waits()
                    && years.stream()
                            .filter(earlier -> earlier.year().number() < excess
                                    && earlier.assessment().isEmpty())
                            .allMatch(this::isUndecided);
            for (int earlier = 1; earlier < excess && waitsForDoubtAlone; earlier++) {
                inDoubt.add(earlier);
            }
        }
        return inDoubt;
    }

    /** Looking forward, a year that is short waits for the credits of earlier ones. */
    private Set<Integer> withThoseThatWait(Set<Integer> undecided, Settlement settlement) {
        Set<Integer> inDoubt = new TreeSet<>(undecided);
        for (ReviewedYear year : years) {
            if (year.assessment().isEmpty() && !isUndecided(year)) {
                return inDoubt; // behind a year whose report is missing no credit was ever applied
            }
            if (!settlement.restorableInto(year.year()).isNone()) {
                inDoubt.add(year.year().number());
            }
        }
        return inDoubt;
    }

    /** Whether reports were filed for a year, readable or not, and none counts. */
    private boolean isUndecided(ReviewedYear year) {
        return year.report().isEmpty()
                && (!year.reports().isEmpty()
                        || escrow.rejected().reports().contains(year.year().number()));
    }

    /** The settlement of the years with an accepted report, under the reading in force. */
    public Settlement settled() {
        return settledUnder(escrow.agreement().readings().inForceOn(asOf));
    }

    /** The same under any reading. */
    public Settlement settledUnder(Readings readings) {
        return Settlement.of(escrow.agreement(), readings, assessments());
    }

    /** The years with an accepted report against their targets, in order. */
    List<Assessment> assessments() {
        List<Assessment> assessments = new ArrayList<>(years.size());
        for (ReviewedYear year : years) {
            year.assessment().ifPresent(assessments::add);
        }
        return assessments;
    }
}
