package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Position;
import io.earnout.present.explain.TerminalPage.Ink;
import io.earnout.settlement.Account;
import io.earnout.settlement.ReadingsMatrix;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fourteen readings side by side, what it would take to win everything back, and what each party can still reach. */
final class ScenarioTables {

    private final TerminalPage page;
    private final AgreementResult before;
    private final AgreementResult after;
    private final Scenario prospect;
    private final Readings inForce;
    private final String priced;
    private final List<OutcomeRange> reaches = new ArrayList<>();

    private ScenarioTables(AgreementResult before, AgreementResult after, TerminalPage page) {
        this.page = page;
        this.before = before;
        this.after = after;
        this.prospect = Scenario.of(after);
        this.inForce = after.determination().settlement().readings();
        this.priced = after.agreement().offsetDirection().priced();
    }

    static void print(AgreementResult before, AgreementResult after, TerminalPage page) {
        ScenarioTables prospects = new ScenarioTables(before, after, page);
        prospects.readings();
        prospects.winningBack();
        prospects.reach();
    }

    private void readings() {
        List<List<String>> rows = new ArrayList<>();
        for (ReadingsMatrix.Entry entry : after.determination().readings().entries()) {
            Shares was = new Scenario(
                            before.agreement(),
                            before.determination().settlement().assessments(),
                            Map.of())
                    .now(entry.readings())
                    .entitled();
            OutcomeRange reach = OutcomeRange.of(prospect, entry.readings());
            reaches.add(reach);
            rows.add(List.of(
                    name(entry.readings()),
                    was.toString(),
                    entry.entitled().toString(),
                    reach.sellerAtLeast().toString(),
                    reach.sellerAtMost().toString()));
        }
        page.blank()
                .text(
                        0,
                        "THE READINGS SIDE BY SIDE: what the seller is entitled to, and its bounds in the end",
                        Ink.BOLD);
        page.table(2, "lrrrr", List.of("reading", "before", "after", "at least", "at most"), rows);
    }

    /** By what it departs from the reading in force. */
    private String name(Readings readings) {
        if (readings.equals(inForce)) {
            return "in force";
        }
        return String.join(", ", readings.choicesOtherThan(inForce));
    }

    private void winningBack() {
        page.blank().text(0, "TO WIN EVERYTHING BACK (SPA 5.2(2))", Ink.BOLD);
        long deducted = FullRestoration.deductedNow(prospect, inForce);
        if (deducted == 0) {
            page.text(2, "no shares are deducted");
            return;
        }
        page.text(2, Shares.of(deducted) + " shares are deducted so far.");
        OffsetDirection direction = after.agreement().offsetDirection();
        if (!direction.restores() && !prospect.isAnythingRestorable(inForce)) {
            page.text(2, "Impossible: " + direction.inWords() + ".");
            return;
        }
        if (prospect.toCome().isEmpty()) {
            page.text(2, "Impossible: every year is assessed, and only the excess of a later year restores.");
            return;
        }
        page.text(
                2,
                "What one year to come wins back with a revenue, the others exactly on their targets, under the reading"
                        + " in force. Beyond the target a fen less wins back less, and the greatest revenue no more.");
        List<FullRestoration> ways = prospect.toCome().stream()
                .map(year -> FullRestoration.by(year, prospect, inForce))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (FullRestoration way : ways) {
            rows.add(List.of(
                    "year " + way.year().number(),
                    way.revenue().toString(),
                    way.won().toString(),
                    way.left().toString(),
                    result(way)));
        }
        page.table(4, "lrrrl", List.of("", "revenue", "won back", "left", ""), rows);
        if (ways.stream().noneMatch(FullRestoration::isComplete)) {
            why(ways.get(0));
        }
        otherReadings();
    }

    private static String result(FullRestoration way) {
        if (way.isComplete()) {
            return "everything is won back";
        }
        return way.revenue().equals(way.year().target()) ? "an excess wins back no more" : "no excess wins back all";
    }

    /** Why even the greatest revenue leaves shares deducted. */
    private void why(FullRestoration way) {
        Settlement ending = FullRestoration.ending(way.year(), Scenario.HOWEVER_MUCH, prospect, inForce);
        page.text(4, "With the greatest revenue of year " + way.year().number() + ":");
        for (AssessmentYear year : prospect.assessedYears()) {
            Shares left = ending.balance(year, Account.DEDUCTED);
            if (left.isNone()) {
                continue;
            }
            ExactMoney open = ending.openShortfall(year.number());
            String because;
            if (!after.agreement().offsetDirection().restores()) {
                because = year.number() > way.year().number()
                        ? "a year between them has no accepted report, or the credit is not enough"
                        : "it comes before year " + way.year().number() + ", and credits only help later years";
            } else if (year.number() > way.year().number()) {
                because = "it comes after year " + way.year().number() + ", and an excess only restores earlier years";
            } else if (open.isZero() && inForce.offsetLimit() == OffsetLimit.BOTH) {
                because =
                        "no revenue shortfall of it is left to offset, and what was offset makes fewer shares than were"
                                + " deducted (offset_limit = "
                                + inForce.offsetLimit().term()
                                + ", conversion_target = "
                                + inForce.conversionTarget().term() + ")";
            } else {
                because = "the credit is not enough";
            }
            page.text(4, "year " + year.number() + " keeps " + left + " deducted: " + because + ".");
        }
    }

    /** What the next year to come would need under each of the other readings that make a difference. */
    private void otherReadings() {
        AssessmentYear next = prospect.toCome().get(0);
        List<List<String>> rows = new ArrayList<>();
        for (ReadingsMatrix.Entry entry : after.determination().readings().entries()) {
            if (entry.readings().equals(inForce)) {
                continue;
            }
            FullRestoration way = FullRestoration.by(next, prospect, entry.readings());
            rows.add(List.of(
                    name(entry.readings()),
                    way.revenue().toString(),
                    way.won().toString(),
                    way.left().toString(),
                    result(way)));
        }
        page.text(2, "Year " + next.number() + " under the others of the " + priced + " readings:");
        page.table(4, "lrrrl", List.of("reading", "revenue", "won back", "left", ""), rows);
    }

    private void reach() {
        OutcomeRange own = reaches.get(0); // the reading in force comes first
        Optional<OutcomeRange> over = OutcomeRange.over(reaches);
        Position position = after.determination().position();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("seller is entitled to, reading in force", own.sellerAtLeast(), own.sellerAtMost()));
        over.ifPresent(all -> rows.add(
                row("seller is entitled to, the " + priced + " readings", all.sellerAtLeast(), all.sellerAtMost())));
        rows.add(row("stays deducted, reading in force", own.cancelledAtLeast(), own.cancelledAtMost()));
        over.ifPresent(all -> rows.add(
                row("stays deducted, the " + priced + " readings", all.cancelledAtLeast(), all.cancelledAtMost())));
        page.blank().text(0, "IN THE END, whatever the years to come bring", Ink.BOLD);
        page.table(2, "lrr", List.of("shares", "at least", "at most"), rows);
        page.text(
                2,
                prospect.toCome().isEmpty()
                        ? "Every year is assessed: only the reading is open."
                        : !after.agreement().offsetDirection().restores()
                                ? "The least is without any revenue in the years to come, the most with the greatest."
                                : "These are bounds: no revenue of the years to come gives the seller less or more. The least is"
                                        + " without any revenue in these years; rounding, and one revenue that can't help all"
                                        + " earlier years, can keep the result some shares below the most.");
        boolean restores = after.agreement().offsetDirection().restores();
        prospect.holdingUpAnOffset()
                .filter(year -> restores)
                .ifPresent(year -> page.text(
                        2,
                        "An offset waits for year " + year.number()
                                + ": what it will restore is not counted in the seller's least."));
        page.text(2, position.released() + " shares are with the seller already (EA 3.2).");
    }

    private static List<String> row(String name, Shares least, Shares most) {
        return List.of(name, least.toString(), most.toString());
    }
}
