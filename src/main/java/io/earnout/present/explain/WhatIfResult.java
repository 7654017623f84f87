package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.review.Review;
import io.earnout.present.explain.TerminalPage.Ink;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Settlement;
import io.earnout.settlement.Working;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What would follow for one agreement from what is assumed: unchanged and as it would, side by side. */
public final class WhatIfResult {

    private final TerminalPage page;
    private final AgreementResult before;
    private final AgreementResult after;
    private final Assumptions assumed;

    private WhatIfResult(TerminalPage page, AgreementResult before, Assumptions assumed) {
        this.page = page;
        this.before = before;
        this.after = assumed.of(before);
        this.assumed = assumed;
    }

    /** Prints it. */
    public static void print(Answer.Found answer, Assumptions assumed, TerminalPage page) {
        Answer.Found found = answer.inOrder();
        WhatIfResult outcome = new WhatIfResult(page, found.result(), assumed);
        outcome.head(found);
        outcome.workings();
        BeforeAndAfter sides = new BeforeAndAfter(page, outcome.before, outcome.after);
        sides.position();
        sides.years();
        sides.instructions();
        sides.cancellations();
        ScenarioTables.print(outcome.before, outcome.after, page);
        outcome.found();
    }

    private void head(Answer.Found found) {
        page.text(
                0,
                "WHAT IF, " + before.agreementId() + ". Nothing of this is on record; no run is written."
                        + " Confidential (SPA 9).",
                Ink.BOLD);
        List<List<String>> rows = new ArrayList<>();
        assumed.targets()
                .forEach((number, target) -> rows.add(List.of(
                        "year " + number,
                        "",
                        "target " + target,
                        "on record " + before.agreement().year(number).target())));
        assumed.revenues().forEach((number, revenue) -> {
            AssessmentYear year = after.agreement().year(number);
            Optional<Assessment> now =
                    before.determination().years().get(number - 1).assessment();
            rows.add(List.of(
                    "year " + number,
                    revenue + " " + before.agreement().currency(),
                    "target " + year.target(),
                    now.map(assessment -> "on record "
                                    + assessment.revenue().amount() + ", report "
                                    + assessment.revenue().reportId())
                            .orElse("no report that counts on record")));
        });
        assumed.shareChanges()
                .forEach(change -> rows.add(List.of(
                        change.effectiveOn().toString(),
                        change.ratio(),
                        "share change",
                        "the agent's balance is rounded up")));
        if (!rows.isEmpty()) {
            page.table(2, "lrll", List.of(), rows);
        }
        warnings();
        page.text(
                0,
                "Before: as of " + before.asOf() + (found.projection() ? ", PROJECTION" : "") + ". After: as of "
                        + after.asOf()
                        + (after.asOf().equals(before.asOf())
                                ? "."
                                : ", day 60 after the last assumed year (SPA 5.1); all else as known on "
                                        + before.asOf() + "."));
        Readings inForce = after.determination().settlement().readings();
        page.text(0, "Reading in force: " + inForce + (inForce.equals(Readings.DEFAULT) ? " (the default)." : "."));
        OffsetDirection direction = after.agreement().offsetDirection();
        if (!direction.restores()) {
            page.text(0, "Term: " + direction.inWords() + ".");
        }
        Readings was = before.determination().settlement().readings();
        if (!inForce.equals(was)) {
            page.text(0, "On record: " + was + (was.equals(Readings.DEFAULT) ? " (the default)." : "."));
        }
        found.ofFiles().forEach(finding -> FoundLines.print(finding, page));
    }

    /** A run holds such a report until the figure is confirmed; here it counts. */
    private void warnings() {
        assumed.revenues()
                .forEach((number, revenue) -> Review.objectionToFigure(
                                revenue, after.agreement().year(number))
                        .ifPresent(sentence -> page.labelled(
                                        2, 9, "warning", "year " + number + ": " + sentence, Ink.YELLOW)
                                .text(11, "to do: check the amount; a run holds such a report until it is confirmed")));
    }

    /** The arithmetic of the assumed years, and of others that changed. */
    private void workings() {
        List<List<String>> rows = new ArrayList<>();
        for (YearStatement year : after.determination().years()) {
            int number = year.year().number();
            List<Working> workings = new ArrayList<>();
            List<Working> assessed = assessed(year);
            if (assumed.revenues().containsKey(number)
                    || !assessed.equals(assessed(before.determination().years().get(number - 1)))) {
                workings.addAll(assessed);
            }
            List<Working> credited = credited(after, number);
            if (assumed.revenues().containsKey(number) || !credited.equals(credited(before, number))) {
                workings.addAll(credited);
            }
            for (Working working : workings) {
                rows.add(List.of("year " + number, working.clause().citation(), working.arithmetic()));
            }
        }
        if (!rows.isEmpty()) {
            page.blank().text(0, "HOW", Ink.BOLD).table(2, "lll", List.of(), rows);
        }
    }

    private static List<Working> assessed(YearStatement year) {
        return year.assessment().map(Assessment::workings).orElse(List.of());
    }

    private static List<Working> credited(AgreementResult result, int year) {
        Settlement settlement = result.determination().settlement();
        return settlement
                .credit(year)
                .map(credit -> credit.workings(settlement.readings()))
                .orElse(List.of());
    }

    /** What would need a person that doesn't now. */
    private void found() {
        List<Finding> errors = after.findings().stream()
                .filter(finding -> finding.code().severity() == Severity.ERROR
                        && !before.findings().contains(finding))
                .toList();
        if (!errors.isEmpty()) {
            page.blank().text(0, "WOULD NEED A PERSON", Ink.BOLD);
            errors.forEach(finding -> FoundLines.print(finding, page));
        }
        List<Finding> now = before.findings().stream()
                .filter(finding -> finding.code().severity() == Severity.ERROR)
                .toList();
        if (!now.isEmpty()) {
            page.blank().text(0, "NEEDS A PERSON NOW", Ink.BOLD);
            now.forEach(finding -> FoundLines.print(finding, page));
        }
    }
}
