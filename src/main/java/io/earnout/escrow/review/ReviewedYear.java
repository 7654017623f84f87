package io.earnout.escrow.review;

import io.earnout.escrow.record.Report;
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
        YearState state,
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
    public Optional<LocalDate> firstCame() {
        LocalDate first = LocalDate.MAX;
        for (Report filed : reports) {
            LocalDate came = filed.knownSince();
            first = came.isBefore(first) ? came : first;
        }
        return reports.isEmpty() ? Optional.empty() : Optional.of(first);
    }

    /** The date of the first of the reports; nothing if there is none. */
    public Optional<LocalDate> firstReportDate() {
        return reports.stream().map(Report::reportDate).min(LocalDate::compareTo);
    }

    static YearState stateOf(Assessment assessment) {
        if (!assessment.meetsTarget()) {
            return YearState.SHORTFALL;
        }
        return assessment.excess().isZero() ? YearState.TARGET_MET : YearState.EXCESS;
    }

    static YearState stateWithoutReport(AssessmentYear year, boolean held, LocalDate releaseDue, LocalDate asOf) {
        if (!year.period().hasEndedBy(asOf)) {
            return YearState.NOT_ENDED;
        }
        if (held) {
            return YearState.REPORT_HELD;
        }
        return asOf.isAfter(releaseDue) ? YearState.REPORT_OVERDUE : YearState.AWAITING_REPORT;
    }
}
