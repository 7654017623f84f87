package io.earnout.present.overview;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.review.YearState;
import io.earnout.present.changes.Change;
import io.earnout.present.todo.AgreementToDo;
import io.earnout.present.todo.ToDo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done about all agreements of a run, the most urgent first. Of a large portfolio these are the items of its most
 * pressing agreements.
 *
 * @param moreAgreements how many agreements have something to decide beside those whose items these are
 * @param reportsAwaited how many years of all agreements have ended and wait for their report, where not all agreements are here
 */
public record RunToDo(List<ToDo> items, long moreAgreements, long reportsAwaited) {

    /** All that follows from a run. */
    public static RunToDo of(RunOverview overview) {
        List<ToDo> items = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (AgreementResult result : overview.results()) {
            shown.add(result.agreementId());
            items.addAll(AgreementToDo.of(result));
        }
        for (Finding error : overview.totals().errors()) {
            boolean isOfNoResult = overview.holdsAll()
                    ? !shown.contains(error.agreementId())
                    : error.agreementId().isEmpty();
            if (isOfNoResult) {
                items.add(AgreementToDo.of(error));
            }
        }
        overview.changes().stream()
                .filter(Change::needsDocument)
                .map(RunToDo::document)
                .forEach(items::add);
        items.sort(ToDo.MOST_URGENT_FIRST);
        return new RunToDo(
                List.copyOf(items),
                overview.holdsAll()
                        ? 0
                        : overview.toDecide() - overview.results().size(),
                overview.holdsAll()
                        ? 0
                        : overview.totals().years(YearState.AWAITING_REPORT)
                                + overview.totals().years(YearState.REPORT_OVERDUE));
    }

    private static ToDo document(Change change) {
        return new ToDo(
                change.agreementId(),
                change.year(),
                ToDo.Kind.RESOLVE,
                "",
                (change.isOfReading() ? "the reading" : "a term")
                        + " is another than in the previous run: record the document on which all parties agreed, or take"
                        + " the change back (changes.csv)",
                change.toString(),
                Optional.empty(),
                Optional.empty(),
                false,
                "",
                List.of());
    }

    /** How many of the items are late. */
    public long late() {
        return items.stream().filter(ToDo::isLate).count();
    }
}
