package io.earnout.escrow;

import io.earnout.settlement.Assessment;
import io.earnout.terms.AssessmentYear;
import java.time.LocalDate;
import java.util.Optional;

/** One assessment year after its reports were reviewed. */
public record ReviewedYear(AssessmentYear year, State state, Optional<Assessment> assessment) {

    static ReviewedYear of(AssessmentYear year, Optional<Report> accepted, boolean held, LocalDate asOf) {
        Optional<Assessment> assessment = accepted.map(report -> Assessment.of(year, report.confirms()));
        return new ReviewedYear(
                year,
                assessment.map(ReviewedYear::stateOf).orElseGet(() -> stateWithout(year, held, asOf)),
                assessment);
    }

    private static State stateOf(Assessment assessment) {
        if (!assessment.meetsTarget()) {
            return State.SHORTFALL;
        }
        return assessment.excess().isZero() ? State.TARGET_MET : State.EXCESS;
    }

    private static State stateWithout(AssessmentYear year, boolean held, LocalDate asOf) {
        if (!year.period().hasEndedBy(asOf)) {
            return State.NOT_ENDED;
        }
        if (held) {
            return State.REPORT_HELD;
        }
        return asOf.isAfter(Deadlines.releaseDue(year.period())) ? State.REPORT_OVERDUE : State.AWAITING_REPORT;
    }
}
