package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.determination.Position;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.present.explain.TerminalPage.Ink;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Figures;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An agreement unchanged and as it would, figure by figure. */
final class BeforeAndAfter {

    private static final String SAME = "";

    private final TerminalPage page;
    private final AgreementResult before;
    private final AgreementResult after;

    BeforeAndAfter(TerminalPage page, AgreementResult before, AgreementResult after) {
        this.page = page;
        this.before = before;
        this.after = after;
    }

    void position() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(position("confirmed_released", Position::released));
        rows.add(position("releasable", Position::releasable));
        rows.add(position("held", Position::held));
        rows.add(position("deducted", Position::deducted));
        rows.add(position("unassessed", Position::unassessed));
        rows.add(position("confirmed_returned", Position::returned));
        rows.add(change(
                "entitled",
                before.determination().settlement().entitled(),
                after.determination().settlement().entitled()));
        rows.add(position("lowest_entitlement", of -> ExactShares.of(of.lowestEntitlement())));
        rows.add(position("highest_entitlement", of -> ExactShares.of(of.highestEntitlement())));
        page.blank().text(0, "POSITION, shares", Ink.BOLD);
        page.table(2, "lrrr", List.of("", "before", "after", "change"), rows);
        sharesOfTheDay("before", before);
        sharesOfTheDay("after", after);
    }

    private void sharesOfTheDay(String side, AgreementResult result) {
        result.determination()
                .position()
                .inAccount()
                .ifPresent(account -> page.text(
                        2,
                        side + ": these are signed shares; one is " + account.factor()
                                + " of a share of the day, and the" + " agent holds " + account.balance()
                                + " shares of the day"));
    }

    private List<String> position(String name, Function<Position, ExactShares> figure) {
        ExactShares was = figure.apply(before.determination().position());
        ExactShares is = figure.apply(after.determination().position());
        return List.of(name, was.toString(), is.toString(), difference(was.roundedDown(), is.roundedDown()));
    }

    private static List<String> change(String name, Shares was, Shares is) {
        return List.of(name, was.toString(), is.toString(), difference(was, is));
    }

    static String difference(Shares was, Shares is) {
        long difference = is.count() - was.count();
        return difference == 0 ? SAME : (difference > 0 ? "+" : "") + Figures.grouped(Long.toString(difference));
    }

    void years() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < after.determination().years().size(); i++) {
            YearStatement was = before.determination().years().get(i);
            YearStatement is = after.determination().years().get(i);
            rows.add(List.of(
                    Integer.toString(is.year().number()),
                    was.state() == is.state() ? is.state().name() : was.state() + " -> " + is.state(),
                    changed(was.earned(), is.earned()),
                    changed(was.outstandingDeducted(), is.outstandingDeducted()),
                    changed(was.restoredInto(), is.restoredInto()),
                    changed(was.entitled(), is.entitled())));
        }
        page.blank().text(0, "YEARS, before -> after where it differs", Ink.BOLD);
        page.table(
                2, "rlllll", List.of("year", "state", "earned", "still deducted", "restored into", "entitled"), rows);
    }

    private static String changed(Shares was, Shares is) {
        return was.equals(is) ? is.toString() : was + " -> " + is;
    }

    /** What the joint written instructions would say, line by line. */
    void instructions() {
        List<ReleaseInstruction> lines = new ArrayList<>(after.determination().instructions());
        before.determination().instructions().stream()
                .filter(line -> sameLine(after, line).isEmpty())
                .forEach(lines::add);
        lines.sort(Comparator.comparingInt(ReleaseInstruction::assessmentYear)
                .thenComparing(line -> line.tranche().number()));
        List<List<String>> rows = lines.stream().map(this::instruction).toList();
        page.blank().text(0, "JOINT WRITTEN INSTRUCTIONS (EA 3.1(b)), would say", Ink.BOLD);
        if (rows.isEmpty()) {
            page.text(2, "nothing: no year releases shares");
            return;
        }
        page.table(2, "rrllll", List.of("year", "tranche", "movement", "entitled", "to instruct", "status"), rows);
        numbers();
    }

    /** A line of either side; on the side that doesn't have it there are no shares. */
    private List<String> instruction(ReleaseInstruction line) {
        Optional<ReleaseInstruction> was = sameLine(before, line);
        Optional<ReleaseInstruction> is = sameLine(after, line);
        return List.of(
                Integer.toString(line.assessmentYear()),
                Integer.toString(line.tranche().number()),
                line.kind().term(),
                changed(shares(was, ReleaseInstruction::entitled), shares(is, ReleaseInstruction::entitled)),
                changed(shares(was, ReleaseInstruction::quantity), shares(is, ReleaseInstruction::quantity)),
                status(was, is));
    }

    private static Shares shares(Optional<ReleaseInstruction> line, Function<ReleaseInstruction, Shares> figure) {
        return line.map(figure).orElse(Shares.NONE);
    }

    private static String status(Optional<ReleaseInstruction> was, Optional<ReleaseInstruction> is) {
        String before = was.map(line -> line.status().name()).orElse("none");
        String after = is.map(line -> line.status().name()).orElse("none");
        String reasons = is.filter(line -> !line.reasons().isEmpty())
                .map(line -> ": "
                        + String.join(
                                ", ",
                                line.reasons().stream().map(FindingCode::name).toList()))
                .orElse("");
        return (before.equals(after) ? after : before + " -> " + after) + reasons;
    }

    private static Optional<ReleaseInstruction> sameLine(AgreementResult result, ReleaseInstruction line) {
        return result.determination().instructions().stream()
                .filter(other -> other.assessmentYear() == line.assessmentYear()
                        && other.tranche().number() == line.tranche().number()
                        && other.kind() == line.kind())
                .findFirst();
    }

    /** What each paper would be about in all. */
    private void numbers() {
        List<String> papers = new ArrayList<>();
        for (YearStatement year : after.determination().years()) {
            long shares = 0;
            for (ReleaseInstruction line : after.determination().instructions()) {
                shares += line.assessmentYear() == year.year().number()
                        ? line.quantity().count()
                        : 0;
            }
            if (shares > 0) {
                papers.add("year " + year.year().number() + " about " + Shares.of(shares) + " shares");
            }
        }
        page.text(
                2, papers.isEmpty() ? "no instruction to sign" : "instructions to sign: " + String.join("; ", papers));
    }

    void cancellations() {
        List<List<String>> rows = new ArrayList<>();
        for (CancellationNotice notice : after.determination().cancellations()) {
            Optional<CancellationNotice> was = before.determination().cancellations().stream()
                    .filter(other ->
                            other.tranche().number() == notice.tranche().number())
                    .findFirst();
            rows.add(List.of(
                    Integer.toString(notice.tranche().number()),
                    changed(was.map(CancellationNotice::deducted).orElse(Shares.NONE), notice.deducted()),
                    changed(was.map(CancellationNotice::restored).orElse(Shares.NONE), notice.restored()),
                    changed(was.map(CancellationNotice::toCancel).orElse(Shares.NONE), notice.toCancel()),
                    notice.certain().toString(),
                    notice.status().name()));
        }
        page.blank().text(0, "CANCELLATION LIST (SPA 5.2(1)), would say", Ink.BOLD);
        if (rows.isEmpty()) {
            page.text(2, "nothing: no shares are deducted");
            return;
        }
        page.table(2, "rlllrl", List.of("tranche", "deducted", "restored", "to cancel", "at least", "status"), rows);
    }
}
