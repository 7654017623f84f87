package io.earnout.present.deadlines;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.publish.SafeName;
import io.earnout.terms.Clause;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One deadline of one agreement as an event of a whole day. No figure is in it: calendars are shown to others (SPA 9).
 *
 * @param asOf a missed deadline is an event of this day, since no program shows what lies behind
 */
record DeadlineEvent(String agreementId, Deadline deadline, LocalDate asOf) {

    private static final String DOMAIN = "@earnout-escrow";

    /** The part of an event's identifier after the agreement's. */
    private static final String YEAR_AND_KIND = "-[0-9]+-("
            + Stream.of(Deadline.Kind.values()).map(Deadline.Kind::term).collect(Collectors.joining("|")) + ")"
            + DOMAIN;

    /** Its identifier, the same in every run: one agreement, one year, one kind of deadline. */
    String uid() {
        return SafeName.of(agreementId) + "-" + deadline.year() + "-"
                + deadline.kind().term() + DOMAIN;
    }

    /** Whether an event is about an agreement. */
    static boolean isAbout(String agreementId, String uid) {
        String begin = SafeName.of(agreementId);
        return uid.startsWith(begin) && uid.substring(begin.length()).matches(YEAR_AND_KIND);
    }

    private boolean isMissed() {
        return deadline.daysLeft(asOf) < 0;
    }

    /** The day of the event. */
    LocalDate day() {
        return isMissed() ? asOf : deadline.dueOn();
    }

    /** The day of its alarm: the last one for the courier where a document has to arrive, and not a day that has passed. */
    LocalDate alarmOn() {
        LocalDate day = deadline.sendBy().orElse(day());
        return day.isBefore(asOf) ? asOf : day;
    }

    /** E.g. {@code KAIXIN-2025 year 1: report and instruction (EA 3.2)}. */
    String summary() {
        return (isMissed() ? "MISSED: " : "") + agreementId
                + (deadline.year() == 0 ? "" : " year " + deadline.year()) + ": "
                + deadline.kind().term().replace('-', ' ') + " ("
                + deadline.kind().clauses().get(0).citation() + ")"
                + (deadline.provisional().isEmpty() ? "" : ", PROVISIONAL");
    }

    /** What to know about it. */
    String description() {
        String clauses =
                deadline.kind().clauses().stream().map(Clause::citation).collect(Collectors.joining(", "));
        String courier = deadline.sendBy()
                .map(day -> day.isBefore(asOf)
                        ? " The last day for the courier was " + day + "."
                        : " Give the documents to the courier by " + day + " (SPA 11.3).")
                .orElse("");
        String provisional = deadline.provisional().isEmpty()
                ? ""
                : " The day is provisional, because holidays are not known: "
                        + String.join(
                                ", ", deadline.provisional().stream().sorted().toList()) + ".";
        return (isMissed() ? "Was due on " : "Due on ") + deadline.dueOn() + " (" + clauses + ")." + courier
                + provisional + " Confidential (SPA 9).";
    }
}
