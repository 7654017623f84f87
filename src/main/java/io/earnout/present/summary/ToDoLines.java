package io.earnout.present.summary;

import io.earnout.input.RowForms;
import io.earnout.present.overview.RunToDo;
import io.earnout.present.papers.DraftedDocument;
import io.earnout.present.todo.ToDo;
import io.earnout.terms.Figures;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be done, in lines: who does what by when, with which paper; below it, further to the right, the figures and the rows to
 * record. A log gets the lines without these (SPA 9).
 */
final class ToDoLines {

    private static final String HEADING = "TO DO";

    /** How many items are told; the report has them all. */
    private static final int MOST = 7;

    /** How many rows of an item are told. */
    private static final int MOST_ROWS = 6;

    private static final String ITEM = "   ";
    private static final String FIGURES = "     ";

    private final Lines lines;
    private final LocalDate asOf;
    private final RowForms forms;
    private final List<DraftedDocument> documents;

    ToDoLines(Lines lines, LocalDate asOf, RowForms forms, List<DraftedDocument> documents) {
        this.lines = lines;
        this.asOf = asOf;
        this.forms = forms;
        this.documents = documents;
    }

    void print(RunToDo toDo) {
        List<ToDo> items = toDo.items();
        if (items.isEmpty()) {
            lines.line(HEADING + ": nothing now");
        } else {
            lines.line(HEADING
                    + (toDo.late() == 0
                            ? ""
                            : ": " + number(toDo.late()) + " of " + number(items.size())
                                    + (toDo.late() == 1 ? " is late" : " are late")));
        }
        for (int i = 0; i < Math.min(MOST, items.size()); i++) {
            print(i + 1, items.get(i));
        }
        if (items.size() > MOST) {
            lines.wrapped(ITEM, ITEM, "and " + number(items.size() - MOST) + " more, see reconciliation-report.html");
        }
        if (toDo.moreAgreements() > 0) {
            lines.wrapped(
                    ITEM,
                    ITEM,
                    "these are of the most pressing agreements; " + number(toDo.moreAgreements())
                            + (toDo.moreAgreements() == 1 ? " more has" : " more have")
                            + " something to sign or to decide, see release-instructions.csv and exceptions.csv");
        }
        if (toDo.reportsAwaited() > 0) {
            lines.wrapped(
                    ITEM,
                    ITEM,
                    number(toDo.reportsAwaited())
                            + (toDo.reportsAwaited() == 1 ? " year waits" : " years wait")
                            + " for the auditor's report, see reconciliation-report.csv");
        }
        lines.blank();
    }

    private void print(int place, ToDo item) {
        lines.wrapped((place + ".  ").substring(0, ITEM.length()), ITEM, item.inShort(asOf));
        if (!item.kind().paper().isEmpty()) {
            lines.line(ITEM + "paper " + paper(item));
        }
        if (!item.details().isEmpty()) {
            lines.wrapped(FIGURES, FIGURES, item.details());
        }
        List<String> rows = item.rows().stream()
                .flatMap(row -> row.lines(forms).stream())
                // how a new file begins is said once
                .filter(line -> !lines.all().contains(FIGURES + line))
                .toList();
        rows.stream().limit(MOST_ROWS).forEach(line -> lines.line(FIGURES + line));
        if (rows.size() > MOST_ROWS) {
            lines.line(FIGURES + "and " + number(rows.size() - MOST_ROWS) + " more, see reconciliation-report.html");
        }
    }

    /** Its file; in a large portfolio, of which a run drafts none, the command that drafts it. */
    private String paper(ToDo item) {
        return documents.stream()
                .filter(document -> document.isOf(item))
                .findFirst()
                .map(DraftedDocument::file)
                .orElseGet(() -> "./run.sh draft " + item.agreementId() + " --into DIR");
    }

    private static String number(long count) {
        return Figures.grouped(Long.toString(count));
    }

    /** The items of a summary without their figures. */
    static List<String> withoutFigures(List<String> summary) {
        return summary.stream()
                .dropWhile(line -> !line.startsWith(HEADING))
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> !line.startsWith(FIGURES))
                .toList();
    }
}
