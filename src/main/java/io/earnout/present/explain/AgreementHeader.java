package io.earnout.present.explain;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.delay.Delay;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Position;
import io.earnout.escrow.finding.Finding;
import io.earnout.input.RowForms;
import io.earnout.present.explain.TerminalPage.Ink;
import io.earnout.present.todo.AgreementToDo;
import io.earnout.present.todo.ToDo;
import io.earnout.settlement.ReadingsMatrix;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Figures;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which agreement it is, as of when, where its shares are, and what the readings make of them. */
final class AgreementHeader {

    private static final int MISSED_SHOWN = 3;
    private static final int NEXT_SHOWN = 4;

    private final AgreementResult result;
    private final TerminalPage page;

    private AgreementHeader(AgreementResult result, TerminalPage page) {
        this.result = result;
        this.page = page;
    }

    static void print(Answer.Found found, TerminalPage page) {
        AgreementHeader head = new AgreementHeader(found.result(), page);
        head.title(found.projection());
        for (Finding ofFiles : found.ofFiles()) {
            FoundLines.print(ofFiles, page);
        }
        head.toDo(found.rowForms());
        head.position();
        head.readings();
        head.deadlines();
        head.delays();
    }

    private void title(boolean projection) {
        page.text(0, result.agreementId() + " as of " + result.asOf() + ". Confidential (SPA 9).", Ink.BOLD);
        if (projection) {
            page.text(0, "PROJECTION: that day lies in the future.", Ink.YELLOW);
        }
        Readings inForce = result.determination().settlement().readings();
        page.text(
                0,
                "Reading in force: " + inForce + (inForce.equals(Readings.DEFAULT) ? " (the default)" : "") + "; "
                        + result.escrow().origins().agreement());
        OffsetDirection direction = result.agreement().offsetDirection();
        if (!direction.restores()) {
            page.text(0, "Term: " + direction.inWords() + ".");
        }
    }

    /** What is to be done, by whom, and which rows to record. */
    private void toDo(RowForms forms) {
        page.blank().text(0, "TO DO", Ink.BOLD);
        List<ToDo> items = AgreementToDo.of(result);
        if (items.isEmpty()) {
            page.text(2, "nothing now");
        }
        for (ToDo item : items) {
            page.text(2, item.inShort(result.asOf()), item.isLate() ? Ink.RED : Ink.PLAIN);
            if (!item.details().isEmpty()) {
                page.text(4, item.details());
            }
            item.rows().forEach(row -> row.lines(forms).forEach(line -> page.unbroken(4, line)));
        }
    }

    private void position() {
        Position position = result.determination().position();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("confirmed_released", position.released(), "out of escrow, to the seller (EA 3.2)"));
        rows.add(row("releasable", position.releasable(), "instructed, or to be instructed now (EA 3.1)"));
        rows.add(row("held", result.heldByGates(), "earned or restored: a gate is closed (EA 3)"));
        rows.add(row("in signature", result.awaiting(), "a signature or the receipt is missing (EA 3.1(b))"));
        rows.add(row("deducted", position.deducted(), "in escrow until expiration (SPA 5.2(1))"));
        rows.add(row("unassessed", position.unassessed(), "of years without a report that counts (SPA 4.2)"));
        rows.add(row("confirmed_returned", position.returned(), "out of escrow, to the issuer (SPA 5.2(1))"));
        rows.add(row(
                "consideration_shares", ExactShares.of(position.considerationShares()), "the sum of these (SPA 1.1)"));
        page.blank().table(2, "lrl", List.of(), rows);
        position.inAccount()
                .ifPresent(account -> page.text(
                        2,
                        "These are signed shares; one is " + account.factor() + " of a share of the day. agent_balance "
                                + account.balance() + " shares of the day, rounding_shares " + account.rounding()));
        List<String> money = new ArrayList<>();
        position.feesDue()
                .ifPresent(cents -> money.add(
                        "fees_due " + Figures.grouped(Position.plain(cents)) + " USD so far, 5,000 for each escrow"
                                + " year that has begun (" + Clause.EA_4_4.citation() + ")"));
        position.dividendsDue()
                .filter(cents -> cents.signum() > 0)
                .ifPresent(cents -> money.add("dividends_due " + Figures.grouped(Position.plain(cents))
                        + " so far, to the seller (" + Clause.SPA_3_2.citation() + ")"));
        money.forEach(line -> page.text(2, line));
    }

    private static List<String> row(String name, ExactShares shares, String words) {
        return List.of(name, shares.toString(), words);
    }

    /** The reading in force, and those of the fourteen that give another number. */
    private void readings() {
        ReadingsMatrix matrix = result.determination().readings();
        Shares own = matrix.own().entitled();
        List<List<String>> rows = new ArrayList<>();
        for (ReadingsMatrix.Entry entry : matrix.entries()) {
            boolean inForce = entry.readings().equals(matrix.own().readings());
            if (inForce || !entry.entitled().equals(own)) {
                rows.add(List.of(
                        entry.readings().toString(),
                        entry.entitled().toString(),
                        BeforeAndAfter.difference(own, entry.entitled()),
                        extreme(matrix, entry.entitled()) + (inForce ? "in force" : "")));
            }
        }
        page.blank()
                .text(
                        0,
                        "ENTITLED SO FAR, under those of the "
                                + result.agreement().offsetDirection().priced() + " readings that differ")
                .table(2, "lrrl", List.of(), rows);
    }

    private static String extreme(ReadingsMatrix matrix, Shares entitled) {
        if (matrix.lowest().equals(matrix.highest())) {
            return "";
        }
        if (entitled.equals(matrix.lowest())) {
            return "lowest_entitlement ";
        }
        return entitled.equals(matrix.highest()) ? "highest_entitlement " : "";
    }

    /** SPA 8.2: a memo, never netted against shares. */
    private void delays() {
        List<List<String>> rows = new ArrayList<>();
        for (Delay delay : result.determination().delays()) {
            rows.add(List.of(
                    "year " + delay.year(),
                    delay.party().term(),
                    delay.firstDay() + " to " + delay.lastDay(),
                    days(delay.days()),
                    delay.lateShares() + " shares",
                    delay.penalty()
                            .map(penalty -> Figures.grouped(penalty.plain()) + " " + penalty.currency()
                                    + (delay.capped() ? ", capped" : ""))
                            .orElse("market value not known")));
        }
        if (!rows.isEmpty()) {
            page.blank()
                    .text(0, "LATE RELEASES: 0.01% a day of the market value, at most 5% of it (SPA 8.2, EA 5.2)")
                    .table(2, "lllrrl", List.of(), rows);
        }
    }

    /** What was missed last, and what comes next. */
    private void deadlines() {
        List<Deadline> inTime = result.determination().deadlines().stream()
                .sorted(Comparator.comparing(Deadline::dueOn).thenComparing(Deadline::year))
                .toList();
        int missed = (int) inTime.stream()
                .filter(deadline -> deadline.daysLeft(result.asOf()) < 0)
                .count();
        List<List<String>> rows =
                inTime
                        .subList(Math.max(0, missed - MISSED_SHOWN), Math.min(inTime.size(), missed + NEXT_SHOWN))
                        .stream()
                        .map(this::deadline)
                        .toList();
        if (!rows.isEmpty()) {
            page.blank().text(0, "DUE").table(2, "lrl", List.of(), rows);
        }
    }

    private List<String> deadline(Deadline deadline) {
        long days = deadline.daysLeft(result.asOf());
        return List.of(
                deadline.dueOn().toString(),
                days < 0 ? days(-days) + " ago" : days == 0 ? "today" : "in " + days(days),
                (deadline.year() == 0 ? "" : "year " + deadline.year() + " ")
                        + deadline.kind().term() + " ("
                        + deadline.kind().clauses().get(0).citation() + ")"
                        + (deadline.provisional().isEmpty() ? "" : ", PROVISIONAL"));
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
