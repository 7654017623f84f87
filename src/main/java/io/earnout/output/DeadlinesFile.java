package io.earnout.output;

import static io.earnout.output.Column.agreementId;
import static io.earnout.output.Column.clauses;
import static io.earnout.output.Column.date;
import static io.earnout.output.Column.either;
import static io.earnout.output.Column.number;
import static io.earnout.output.Column.optionalDate;
import static io.earnout.output.Column.term;
import static io.earnout.output.Column.year;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.AgreementResult;
import java.util.List;

/** {@code deadlines.csv}: what is still to be done, and by when; {@code basis} says whether the day is provisional. */
final class DeadlinesFile {

    static final Table<Deadline> TABLE = new Table<>(
            "deadlines.csv",
            agreement -> agreement.determination().deadlines(),
            List.of(
                    agreementId(),
                    year("assessment_year", (agreement, deadline) -> deadline.year()),
                    term("deadline", Deadline.Kind.values(), (agreement, deadline) -> deadline.kind()),
                    date("due_on", (agreement, deadline) -> deadline.dueOn()),
                    optionalDate("send_by", (agreement, deadline) -> deadline.sendBy()),
                    number("days_left", DeadlinesFile::daysLeft),
                    either("status", "MISSED", "OPEN", (agreement, deadline) -> daysLeft(agreement, deadline) < 0),
                    either(
                            "basis",
                            "CERTAIN",
                            "PROVISIONAL",
                            (agreement, deadline) -> deadline.provisional().isEmpty()),
                    clauses((agreement, deadline) -> deadline.kind().clauses())));

    private DeadlinesFile() {}

    private static long daysLeft(AgreementResult agreement, Deadline deadline) {
        return deadline.daysLeft(agreement.determination().asOf());
    }
}
