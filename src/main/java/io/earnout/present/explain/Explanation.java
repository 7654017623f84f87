package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.present.explain.TerminalPage.Ink;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the numbers of one agreement was calculated, year by year, on the terminal. */
public final class Explanation {

    private static final int LABEL = 11;

    /** After these a number of another kind begins. */
    private static final Set<Quantity> OF_A_LINE = Set.of(
            Quantity.LINE_ENTITLED_SHARES,
            Quantity.CONFIRMED_SHARES,
            Quantity.INSTRUCTED_SHARES,
            Quantity.HELD_SHARES,
            Quantity.SHARES_TO_INSTRUCT);

    private final TerminalPage page;
    private final AgreementResult dossier;
    private final Optional<Integer> year;

    private Explanation(TerminalPage page, AgreementResult dossier, Optional<Integer> year) {
        this.page = page;
        this.dossier = dossier;
        this.year = year;
    }

    /**
     * Prints the derivations.
     *
     * @param year nothing for all of them
     */
    public static void print(Answer.Found answer, Optional<Integer> year, TerminalPage page) {
        Answer.Found found = answer.inOrder();
        Explanation explanation = new Explanation(page, found.result(), year);
        AgreementHeader.print(found, page);
        for (DerivedYear derived : Derivations.of(found.result())) {
            if (year.isEmpty() || year.get() == derived.number()) {
                explanation.print(derived);
            }
        }
        explanation.whatIsFound();
    }

    private void print(DerivedYear derived) {
        AssessmentYear of = derived.statement().year();
        page.blank()
                .text(
                        0,
                        "YEAR " + of.number() + "  " + of.period().startsOn() + " to "
                                + of.period().endsOn() + "  "
                                + derived.statement().state(),
                        Ink.BOLD);
        List<Derivation> zeros = new ArrayList<>();
        Optional<Derivation> before = Optional.empty();
        for (Derivation number : derived.numbers()) {
            if (beginsAnother(before, number)) {
                zeros(zeros);
                heading(number);
            }
            before = Optional.of(number);
            if (number.isZero()) {
                zeros.add(number);
            } else {
                print(number);
            }
        }
        zeros(zeros);
    }

    /** Whether the number is the first of a line of an instruction, or the first after these. */
    private static boolean beginsAnother(Optional<Derivation> before, Derivation number) {
        if (number.quantity() == Quantity.LINE_ENTITLED_SHARES) {
            return true;
        }
        boolean wasOfLine =
                before.isPresent() && OF_A_LINE.contains(before.get().quantity());
        boolean isFirstOfTranche = number.quantity() == Quantity.OPEN_SHORTFALL_REVENUE
                || (number.quantity() == Quantity.ENTITLED_SHARES
                        && before.isPresent()
                        && before.get().quantity() == Quantity.UNASSESSED_SHARES);
        return isFirstOfTranche || (wasOfLine && !OF_A_LINE.contains(number.quantity()));
    }

    private void heading(Derivation number) {
        page.blank();
        if (number.quantity() != Quantity.LINE_ENTITLED_SHARES) {
            page.text(2, "tranche of year " + number.trancheYear() + ", where its shares are", Ink.BOLD);
            return;
        }
        for (ReleaseInstruction line : dossier.determination().instructions()) {
            if (line.assessmentYear() == number.assessmentYear()
                    && line.tranche().number() == number.trancheYear()) {
                page.text(
                        2,
                        "joint written instruction " + line.instructionId() + ", "
                                + line.kind().term() + " of tranche " + number.trancheYear() + ": " + line.status(),
                        Ink.BOLD);
            }
        }
    }

    private void zeros(List<Derivation> zeros) {
        if (!zeros.isEmpty()) {
            List<List<String>> rows = zeros.stream()
                    .map(zero -> List.of(
                            zero.result().map(Result::toString).orElse(""),
                            zero.quantity().column(),
                            cited(zero.clauses()),
                            zero.arithmetic()))
                    .toList();
            page.table(2, "llll", List.of(), rows);
            zeros.clear();
        }
    }

    private void print(Derivation number) {
        boolean ofEarlier = number.trancheYear() != number.assessmentYear();
        String shown = number.result()
                .map(result -> result
                        + (result.unit() == Result.Unit.SHARES
                                ? " shares"
                                : " " + dossier.agreement().currency()))
                .orElse("not known yet");
        page.text(
                2,
                number.quantity().column() + (ofEarlier ? " of year " + number.trancheYear() : "") + "  " + shown
                        + "  (" + number.quantity().words() + ")",
                number.result().isEmpty() || number.quantity() == Quantity.HELD_SHARES ? Ink.YELLOW : Ink.BOLD);
        line(cited(number.clauses()), number.arithmetic());
        number.rounding().ifPresent(this::rounding);
        number.readings().forEach(this::reading);
        number.report()
                .filter(report ->
                        number.cells().stream().noneMatch(cell -> cell.source().equals(report.source())))
                .ifPresent(report -> line("report", report.reportId() + " (" + report.source() + ")"));
        cells(number.cells());
        for (Finding finding : number.findings()) {
            line(
                    number.result().isEmpty() ? "because" : finding.code().isOfProgress() ? "waits for" : "held by",
                    finding.code() + place(finding.source()) + ": " + finding.message());
            if (!finding.remedy().isEmpty()) {
                line(finding.code().isOfProgress() ? "to do" : "opens", finding.remedy());
            }
        }
    }

    private static String place(Source source) {
        return source.equals(Source.NONE) ? "" : " (" + source + ")";
    }

    private void line(String label, String text) {
        page.labelled(4, LABEL, label, text, Ink.PLAIN);
    }

    private void rounding(Rounding rounding) {
        line("exactly", rounding.toString());
    }

    private void reading(Choice choice) {
        line(
                "reading",
                choice
                        + (choice.isDefault() ? ", the default" : "")
                        + choice.cell()
                                .map(cell -> ", " + cell.place())
                                .orElse(", in force until the one on record is agreed on"));
    }

    private void cells(List<Cell> cells) {
        page.table(
                4,
                "lrl",
                List.of(),
                cells.stream()
                        .map(cell -> List.of(cell.place(), cell.value(), cell.figure()))
                        .toList());
    }

    private static String cited(List<Clause> clauses) {
        return String.join(
                ", ", clauses.stream().map(Clause::citation).distinct().toList());
    }

    /** What needs a person or somebody's eye, of the year or of all. */
    private void whatIsFound() {
        List<Finding> found = dossier.findings().stream()
                .filter(finding -> year.isEmpty() || finding.year() == 0 || finding.year() == year.get())
                .sorted(Comparator.comparing(finding -> finding.code().severity()))
                .toList();
        if (found.isEmpty()) {
            return;
        }
        page.blank().text(0, "FOUND", Ink.BOLD);
        for (Finding finding : found) {
            FoundLines.print(finding, page);
        }
    }
}
