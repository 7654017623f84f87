package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Severity;
import io.earnout.present.explain.TerminalPage.Ink;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Settlement;
import io.earnout.settlement.Working;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Money;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would follow for one agreement if years came out so: unchanged and as it would, side by side. */
public final class WhatIfResult {

    private final TerminalPage page;
    private final AgreementResult before;
    private final AgreementResult after;
    private final Map<Integer, Money> revenues;

    private WhatIfResult(TerminalPage page, AgreementResult before, Map<Integer, Money> revenues) {
        this.page = page;
        this.before = before;
        this.after = AssumedRevenue.of(before, revenues);
        this.revenues = revenues;
    }

    /**
     * Prints it.
     *
     * @param revenues the assumed revenue, by assessment year
     */
    public static void print(Answer.Found answer, Map<Integer, Money> revenues, TerminalPage page) {
        Answer.Found found = answer.inOrder();
        WhatIfResult outcome = new WhatIfResult(page, found.result(), revenues);
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
        revenues.forEach((number, revenue) -> {
            AssessmentYear year = before.agreement().year(number);
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
        page.table(2, "lrll", List.of(), rows);
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
        found.ofFiles().forEach(finding -> FoundLines.print(finding, page));
    }

    /** The arithmetic of the assumed years, and of the credits of others that changed. */
    private void workings() {
        List<List<String>> rows = new ArrayList<>();
        for (YearStatement year : after.determination().years()) {
            int number = year.year().number();
            List<Working> workings = new ArrayList<>();
            if (revenues.containsKey(number) || isCreditedOtherwise(year)) {
                year.assessment().ifPresent(assessment -> workings.addAll(assessment.workings()));
            }
            List<Working> credited = credited(after, number);
            if (revenues.containsKey(number) || !credited.equals(credited(before, number))) {
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

    /** Whether the credits of earlier years take another part off its shortfall than before. */
    private boolean isCreditedOtherwise(YearStatement year) {
        ExactMoney now = year.assessment().map(Assessment::credited).orElse(ExactMoney.ZERO);
        ExactMoney was = before.determination()
                .years()
                .get(year.year().number() - 1)
                .assessment()
                .map(Assessment::credited)
                .orElse(ExactMoney.ZERO);
        return now.compareTo(was) != 0;
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
