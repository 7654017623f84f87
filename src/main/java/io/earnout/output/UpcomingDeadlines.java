package io.earnout.output;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.Determination;
import io.earnout.terms.Figures;
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
    private final List<Entry> firstMissed = new ArrayList<>();
    private long missed;

    /** One deadline of one agreement. */
    public record Entry(String agreementId, Deadline deadline, long daysLeft) {

        /** E.g. {@code 2027-01-29 in 68 days, KAIXIN-2025 year 1: release (SPA 5.1)}. */
        @Override
        public String toString() {
            long count = Math.abs(daysLeft);
            String counted = Figures.grouped(Long.toString(count)) + (count == 1 ? " day" : " days");
            String days = daysLeft == 0 ? "today" : daysLeft > 0 ? "in " + counted : counted + " ago";
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
            }
            add(new Entry(determination.agreement().id(), deadline, daysLeft));
        }
    }

    /** Takes what another one found. */
    public void add(UpcomingDeadlines other) {
        missed += other.missed;
        other.next.forEach(this::add);
        other.firstMissed.forEach(this::add);
    }

    private void add(Entry entry) {
        List<Entry> kept = entry.daysLeft() < 0 ? firstMissed : next;
        if (kept.size() == NEXT && ORDER.compare(entry, kept.get(NEXT - 1)) >= 0) {
            return;
        }
        kept.add(entry);
        kept.sort(ORDER);
        if (kept.size() > NEXT) {
            kept.remove(NEXT);
        }
    }

    /** The first that were missed, the earliest first. */
    public List<Entry> firstMissed() {
        return List.copyOf(firstMissed);
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
