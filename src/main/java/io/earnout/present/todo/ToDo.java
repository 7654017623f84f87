package io.earnout.present.todo;

import io.earnout.terms.Figures;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that somebody has to do about an agreement.
 *
 * @param agreementId empty where it is about the input
 * @param year the assessment year; 0 where it is about the agreement as a whole
 * @param who does it
 * @param what is done, in words after the name of who does it, without a figure: logs show it, and no figure belongs in them (SPA 9)
 * @param details figures and reasons; empty if there are none
 * @param dueOn the day by which it has to be done; nothing if no day is set
 * @param sendBy the last day to hand the paper to the courier (SPA 11.3)
 * @param isLate whether a day has passed on which it was due
 * @param number the number of the paper to sign; empty if there is none
 */
public record ToDo(
        String agreementId,
        int year,
        Kind kind,
        String who,
        String what,
        String details,
        Optional<LocalDate> dueOn,
        Optional<LocalDate> sendBy,
        boolean isLate,
        String number,
        List<RowToRecord> rows) {

    /** What is late first, then what has no day because it is overdue for a decision, then by the day. */
    public static final Comparator<ToDo> MOST_URGENT_FIRST = Comparator.comparing((ToDo item) -> !item.isLate)
            .thenComparing(item -> item.kind != Kind.RESOLVE)
            .thenComparing(item -> item.actBy().orElse(LocalDate.MAX))
            .thenComparing(ToDo::agreementId)
            .thenComparing(ToDo::year)
            .thenComparing(ToDo::kind);

    /** What is to be done. */
    public enum Kind {
        /** What is wrong or in dispute is decided or corrected. */
        RESOLVE(""),
        /** The deposit is made and recorded. */
        DEPOSIT(""),
        /** The auditor's report is filed. */
        REPORT(""),
        /** The draft is signed by both and sent. */
        SIGN("joint-instruction"),
        /** The signature that is missing is added. */
        COMPLETE("joint-instruction"),
        /** The receipt of the signed instruction is recorded. */
        RECEIPT("joint-instruction"),
        /** The day on which the agent received the report is recorded. */
        REPORT_RECEIPT(""),
        /** The agent transfers, and the transfer is recorded. */
        TRANSFER(""),
        /** The day of expiration is recorded. */
        EXPIRY(""),
        /** Deducted shares are returned for cancellation. */
        RETURN("return-instruction");

        private final String paper;

        Kind(String paper) {
            this.paper = paper;
        }

        /** The kind of paper that it is about, as file names have it; empty if it is about none. */
        public String paper() {
            return paper;
        }
    }

    /** The day by which to act: to send, where a paper has to arrive. */
    public Optional<LocalDate> actBy() {
        return sendBy.or(() -> dueOn);
    }

    /** Whose it is: {@code KAIXIN-2025 year 2}. */
    public String subject() {
        return agreementId + (year == 0 ? "" : (agreementId.isEmpty() ? "year " : " year ") + year);
    }

    /**
     * By when: {@code by 2027-01-12 by courier, to be received by 2027-01-15}.
     *
     * @param asOf the day of the run
     */
    public String when(LocalDate asOf) {
        if (dueOn.isEmpty()) {
            return isLate ? "LATE" : "";
        }
        if (dueOn.get().isBefore(asOf)) {
            long days = ChronoUnit.DAYS.between(dueOn.get(), asOf);
            return "LATE, was due by " + dueOn.get() + ", " + Figures.grouped(Long.toString(days))
                    + (days == 1 ? " day ago" : " days ago");
        }
        String late = isLate ? "LATE, " : "";
        return sendBy.map(day -> late + (day.isBefore(asOf) ? "was to be sent by courier by " : "by courier by ") + day
                        + ", to be received by " + dueOn.get())
                .orElseGet(() -> late + "by " + dueOn.get());
    }

    /** In one line without a figure, for logs. */
    public String inShort(LocalDate asOf) {
        String when = when(asOf);
        return (subject().isEmpty() ? "" : subject() + ": ")
                + (when.isEmpty() ? "" : when + ": ")
                + (who.isEmpty() ? "" : who + ": ")
                + what;
    }
}
