package io.earnout.output;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.Determination;

/** {@code deadlines.csv}: what is still to be done, and by when; {@code basis} says whether the day is provisional. */
final class DeadlinesFile {

    private DeadlinesFile() {}

    static void write(Determination determination, CsvBuffer rows) {
        for (Deadline deadline : determination.deadlines()) {
            long left = deadline.daysLeft(determination.asOf());
            rows.text(determination.agreement().id());
            if (deadline.year() == 0) {
                rows.empty();
            } else {
                rows.number(deadline.year());
            }
            rows.text(deadline.kind().term())
                    .date(deadline.dueOn())
                    .date(deadline.sendBy())
                    .number(left)
                    .text(left < 0 ? "MISSED" : "OPEN")
                    .text(deadline.provisional().isEmpty() ? "CERTAIN" : "PROVISIONAL")
                    .clauses(deadline.kind().clauses())
                    .endRow();
        }
    }
}
