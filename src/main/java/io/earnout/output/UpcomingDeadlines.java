package io.earnout.output;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.Determination;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The next deadlines of all agreements, and how many are missed; the file has them all. */
public final class UpcomingDeadlines {

    private static final int NEXT = 5;

    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry entry) -> entry.deadline().dueOn())
            .thenComparing(Entry::agreementId)
            .thenComparing(entry -> entry.deadline().year())
            .thenComparing(entry -> entry.deadline().kind());

    private final List<Entry> next = new ArrayList<>();
    private long missed;

    /** One deadline of one agreement. */
    public record Entry(String agreementId, Deadline deadline, long daysLeft) {

        /** E.g. {@code 2027-01-29 in 68 days, KAIXIN-2025 year 1: release (SPA 5.1)}. */
        @Override
        public String toString() {
            String days = daysLeft == 0 ? "today" : daysLeft == 1 ? "in 1 day" : "in " + daysLeft + " days";
            return deadline.dueOn() + " " + days + ", " + agreementId
                    + (deadline.year() == 0 ? "" : " year " + deadline.year()) + ": "
                    + deadline.kind().term() + " ("
                    + deadline.kind().clauses().get(0).citation() + ")"
                    + deadline.sendBy().map(day -> ", by courier on " + day).orElse("")
                    + (deadline.provisional().isEmpty() ? "" : ", PROVISIONAL");
        }
    }

    void add(Determination determination) {
        LocalDate asOf = determination.asOf();
        for (Deadline deadline : determination.deadlines()) {
            long daysLeft = deadline.daysLeft(asOf);
            if (daysLeft < 0) {
                missed++;
            } else {
                add(new Entry(determination.agreement().id(), deadline, daysLeft));
            }
        }
    }

    /** Takes what another one found. */
    public void add(UpcomingDeadlines other) {
        missed += other.missed;
        other.next.forEach(this::add);
    }

    private void add(Entry entry) {
        if (next.size() == NEXT && ORDER.compare(entry, next.get(NEXT - 1)) >= 0) {
            return;
        }
        next.add(entry);
        next.sort(ORDER);
        if (next.size() > NEXT) {
            next.remove(NEXT);
        }
    }

    /** The next ones, the earliest first. */
    public List<Entry> next() {
        return List.copyOf(next);
    }

    /** How many are missed. */
    public long missed() {
        return missed;
    }
}
