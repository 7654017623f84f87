package io.earnout.present.summary;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Position;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.output.RunTotals;
import io.earnout.output.RunTotals.Total;
import io.earnout.output.UpcomingDeadlines;
import io.earnout.present.changes.Change;
import io.earnout.present.overview.RunOverview;
import io.earnout.present.overview.RunToDo;
import io.earnout.present.papers.DraftedDocument;
import io.earnout.present.report.Written;
import io.earnout.publish.ControlSums;
import io.earnout.settlement.Working;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code summary.txt}: a run on one screen. The console prints it, and a mail can. */
public final class Summary {

    public static final String FILE_NAME = "summary.txt";

    /** Up to this number of agreements have a line each; of more only the totals are shown. */
    private static final int AGREEMENTS = 8;

    private static final int YEARS = 8;
    /** Of more formulas a question shows them all. */
    private static final int WORKINGS = 8;

    private static final int CHANGES = 8;
    private static final int MISSED = 3;
    private static final int LONGEST_ID = 20;

    /** As wide as a terminal of eighty columns has room; only the largest figures run over. */
    private static final String AGREEMENT_ROW = "%-20s %13s %13s %13s %13s";

    private static final String YEAR_ROW = "%-4s  %-14s %19s %12s %12s %12s";

    private final RunOverview overview;
    private final Lines lines = new Lines();

    private Summary(RunOverview overview) {
        this.overview = overview;
    }

    /**
     * Writes the file.
     *
     * @param documents the papers that the run drafted
     * @param run the staged run folder
     * @param sums over the files written
     */
    public static void write(RunOverview overview, List<DraftedDocument> documents, Path run, ControlSums sums)
            throws IOException {
        String text = String.join("\n", new Summary(overview).lines(documents)) + "\n";
        try (OutputStream out = sums.createForPeople(run, FILE_NAME)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The lines of a published run; none of a run of an earlier version, which has no summary. */
    public static List<String> read(Path run) throws IOException {
        Path file = run.resolve(FILE_NAME);
        return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    }

    /** What is to be done, without figures, for a log that others read (SPA 9). */
    public static List<String> forLogs(List<String> summary) {
        return ToDoLines.withoutFigures(summary);
    }

    private List<String> lines(List<DraftedDocument> documents) {
        lines.line("Earn-out escrow as of " + overview.identity().asOf() + ". Confidential (SPA 9).");
        if (overview.identity().projection()) {
            lines.line("PROJECTION: this day lies in the future.");
        }
        lines.blank();
        missed();
        new ToDoLines(lines, overview.identity().asOf(), overview.rowForms(), documents).print(RunToDo.of(overview));
        deadlines();
        if (overview.totals().agreements() <= AGREEMENTS) {
            agreements();
        } else {
            portfolio();
        }
        lines.line("entitled: " + total(Total.ENTITLED) + " shares");
        lines.line("(" + total(Total.LOWEST_ENTITLEMENT) + " to " + total(Total.HIGHEST_ENTITLEMENT)
                + ", depending on how the contract is read)");
        lines.blank();
        if (overview.totals().agreements() == 1 && overview.results().size() == 1) {
            years(overview.results().get(0));
            workings(overview.results().get(0));
        }
        changes();
        List<String> all = lines.all();
        return all.get(all.size() - 1).isEmpty() ? all.subList(0, all.size() - 1) : all;
    }

    private void missed() {
        UpcomingDeadlines countdown = overview.totals().countdown();
        if (countdown.missed() == 0) {
            return;
        }
        lines.line("MISSED: " + Written.count(countdown.missed(), "deadline"));
        countdown.firstMissed().stream().limit(MISSED).forEach(this::deadline);
        if (countdown.missed() > MISSED) {
            lines.line("  and " + Written.number(countdown.missed() - MISSED) + " more, see deadlines.csv");
        }
        lines.blank();
    }

    private void deadlines() {
        List<UpcomingDeadlines.Entry> next = overview.totals().countdown().next();
        if (!next.isEmpty()) {
            lines.line("next deadlines");
            next.forEach(this::deadline);
            lines.blank();
        }
    }

    private void deadline(UpcomingDeadlines.Entry entry) {
        Deadline due = entry.deadline();
        lines.wrapped(
                "  ",
                "    ",
                due.dueOn() + " " + Written.daysLeft(entry.daysLeft()) + ", " + entry.agreementId()
                        + (due.year() == 0 ? "" : " year " + due.year()) + ": " + Written.deadline(due.kind()) + " ("
                        + due.kind().clauses().get(0).citation() + ")"
                        + due.sendBy().map(day -> ", by courier by " + day).orElse("")
                        + (due.provisional().isEmpty() ? "" : ", PROVISIONAL"));
    }

    private void agreements() {
        lines.line(row("shares", "released", "to instruct", "in signature", "instructed"));
        for (AgreementResult result : overview.results()) {
            Position position = result.determination().position();
            long toInstruct = 0;
            ExactShares instructed = ExactShares.NONE;
            for (ReleaseInstruction line : result.determination().instructions()) {
                toInstruct += line.toInstruct().wholeCount();
                instructed = instructed.plus(line.instructed());
            }
            lines.line(row(
                    name(result),
                    figure(position.released()),
                    Written.number(toInstruct),
                    figure(result.awaiting()),
                    figure(instructed)));
        }
        lines.line(row("", "held", "deducted", "not assessed", "returned"));
        for (AgreementResult result : overview.results()) {
            Position position = result.determination().position();
            lines.line(row(
                    name(result),
                    figure(result.heldByGates()),
                    figure(position.deducted()),
                    figure(position.unassessed()),
                    figure(position.returned())));
        }
        lines.blank();
        overview.results().forEach(this::sharesOfTheDay);
        lines.blank();
    }

    /** What people act on where a share change came after the signature. */
    private void sharesOfTheDay(AgreementResult result) {
        result.determination().position().inAccount().ifPresent(account -> {
            long quantity = result.determination().instructions().stream()
                    .mapToLong(line -> line.quantity().count())
                    .sum();
            lines.wrapped(
                    "",
                    "  ",
                    name(result) + ": the table counts signed shares; in shares of the day (x " + account.factor()
                            + ") " + Shares.of(quantity) + " are to be instructed, and the agent holds "
                            + account.balance());
        });
    }

    private static String name(AgreementResult result) {
        String id = result.agreementId();
        return id.length() >= LONGEST_ID ? id.substring(0, LONGEST_ID - 2) + "\u2026" : id;
    }

    private static String figure(ExactShares shares) {
        return Written.number(shares.wholeCount());
    }

    private void portfolio() {
        RunTotals totals = overview.totals();
        lines.line(Written.number(totals.agreements()) + " agreements, shares:");
        List<Map.Entry<String, Total>> parts = List.of(
                Map.entry("released", Total.RELEASED),
                Map.entry("to instruct", Total.TO_INSTRUCT),
                Map.entry("in signature", Total.AWAITING),
                Map.entry("instructed", Total.INSTRUCTED),
                Map.entry("held", Total.HELD),
                Map.entry("deducted", Total.DEDUCTED),
                Map.entry("not assessed", Total.UNASSESSED),
                Map.entry("returned", Total.RETURNED),
                Map.entry("all", Total.CONSIDERATION));
        parts.forEach(part -> lines.line("  %-16s%28s".formatted(part.getKey(), total(part.getValue()))));
        lines.blank();
    }

    private void years(AgreementResult result) {
        lines.line(YEAR_ROW.formatted("year", "", "audited revenue", "entitled", "released", "deducted"));
        List<YearStatement> years = result.determination().years();
        for (YearStatement year : years.subList(0, Math.min(YEARS, years.size()))) {
            boolean assessed = year.assessment().isPresent();
            lines.line(YEAR_ROW.formatted(
                    year.year().number(),
                    Written.words(year.state()),
                    year.assessment()
                            .map(assessment -> assessment.revenue().amount().toString())
                            .orElse(""),
                    assessed ? year.entitled() : "",
                    assessed ? figure(year.released()) : "",
                    assessed ? year.outstandingDeducted() : ""));
        }
        if (years.size() > YEARS) {
            lines.line("and " + (years.size() - YEARS) + " more, see reconciliation-report.csv");
        }
        lines.blank();
    }

    private void workings(AgreementResult result) {
        List<Working> workings = result.determination().settlement().workings();
        if (workings.size() <= WORKINGS) {
            workings.forEach(working -> lines.wrapped("", "  ", working.toString()));
        } else {
            lines.wrapped("", "  ", "how each number was calculated: ./run.sh explain " + result.agreementId());
        }
        lines.blank();
    }

    private void changes() {
        if (overview.changed() == 0) {
            return;
        }
        lines.line("changes since the previous run");
        List<Change> shown =
                new ArrayList<>(overview.changes().stream().limit(CHANGES).toList());
        shown.forEach(change -> lines.wrapped("  ", "    ", change.inWords()));
        if (overview.changed() > shown.size()) {
            lines.line("  and " + Written.number(overview.changed() - shown.size()) + " more, see changes.csv");
        }
    }

    private String total(Total total) {
        return Written.number(overview.totals().shares(total));
    }

    private static String row(String name, String... figures) {
        return AGREEMENT_ROW.formatted(name, figures[0], figures[1], figures[2], figures[3]);
    }
}
