package io.earnout.escrow;

import io.earnout.settlement.Assessment;
import io.earnout.terms.AssessmentYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One assessment year after its reports were reviewed.
 *
 * @param report the report that counts; nothing while none does
 * @param reports all sound reports on the year, superseded ones included
 * @param releaseDue the day by which its shares are to be released (SPA 5.1), or as all parties agreed (5.3)
 */
public record ReviewedYear(
        AssessmentYear year,
        State state,
        Optional<Assessment> assessment,
        Optional<Report> report,
        List<Report> reports,
        LocalDate releaseDue) {

    /** The day on which the agent received the first of the reports; nothing if that is not on record. */
    Optional<LocalDate> firstReceivedOn() {
        Optional<LocalDate> first = Optional.empty();
        for (Report filed : reports) {
            Optional<LocalDate> received = filed.receivedOn();
            if (first.isEmpty() || (received.isPresent() && received.get().isBefore(first.get()))) {
                first = received;
            }
        }
        return first;
    }

    /** The day on which the first of the reports became known; nothing if there is none. */
    Optional<LocalDate> firstCame() {
        LocalDate first = LocalDate.MAX;
        for (Report filed : reports) {
            LocalDate came = filed.knownSince();
            first = came.isBefore(first) ? came : first;
        }
        return reports.isEmpty() ? Optional.empty() : Optional.of(first);
    }

    /** The date of the first of the reports; nothing if there is none. */
    Optional<LocalDate> firstReportDate() {
        return reports.stream().map(Report::reportDate).min(LocalDate::compareTo);
    }

    static State stateOf(Assessment assessment) {
        if (!assessment.meetsTarget()) {
            return State.SHORTFALL;
        }
        return assessment.excess().isZero() ? State.TARGET_MET : State.EXCESS;
    }

    static State stateWithoutReport(AssessmentYear year, boolean held, LocalDate releaseDue, LocalDate asOf) {
        if (!year.period().hasEndedBy(asOf)) {
            return State.NOT_ENDED;
        }
        if (held) {
            return State.REPORT_HELD;
        }
        return asOf.isAfter(releaseDue) ? State.REPORT_OVERDUE : State.AWAITING_REPORT;
    }
}
