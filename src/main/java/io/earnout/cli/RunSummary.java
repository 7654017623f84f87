package io.earnout.cli;

import io.earnout.batch.RunResults;
import io.earnout.output.CsvRows;
import io.earnout.output.OutputFile;
import io.earnout.output.UpcomingDeadlines;
import io.earnout.present.changes.Change;
import io.earnout.present.overview.ChangeSummary;
import io.earnout.publish.ManifestFile;
import io.earnout.publish.RunIdentity;
import io.earnout.settlement.Working;
import io.earnout.terms.Figures;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A published run in a few lines. The figures are read from the published files, so that the console shows nothing that they
 * don't.
 */
final class RunSummary {

    /** Up to this number of agreements have a line each; of more only the totals are shown. */
    private static final int AGREEMENTS = 8;

    /** How many years of a single agreement are shown. */
    private static final int YEARS = 8;

    /** How many formulas of a single agreement are shown. */
    private static final int WORKINGS = 14;

    private static final int CHANGES = 8;

    private static final int LONGEST_ID = 16;

    private final Path run;
    private final RunIdentity identity;
    private final Map<String, BigInteger> totals;

    private RunSummary(Path run, RunIdentity identity, Map<String, BigInteger> totals) {
        this.run = run;
        this.identity = identity;
        this.totals = totals;
    }

    static RunSummary of(Path run, RunIdentity identity) throws IOException {
        return new RunSummary(run, identity, ManifestFile.read(run).totals());
    }

    /** In one line, for a log: others read logs, and no figure belongs in them (SPA 9). */
    String line() {
        String agreements = total("agreements");
        return "as of " + identity.asOf() + (identity.projection() ? " (PROJECTION)" : "") + ": " + agreements
                + (agreements.equals("1") ? " agreement" : " agreements") + " settled";
    }

    /** For a screen: some forty lines. */
    List<String> lines(RunResults results) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Earn-out escrow as of " + identity.asOf() + ". Confidential (SPA 9).");
        if (identity.projection()) {
            lines.add("PROJECTION: this day lies in the future.");
        }
        lines.add("");
        if (totalOf("agreements").compareTo(BigInteger.valueOf(AGREEMENTS)) <= 0) {
            agreements(lines);
        } else {
            portfolio(lines);
        }
        lines.add("entitled: " + total("entitled_shares") + " shares (" + total("lowest_entitlement") + " to "
                + total("highest_entitlement") + ", depending on how the contract is read)");
        lines.add("");
        workings(results.workings(), lines);
        deadlines(results.deadlines(), lines);
        changes(results.changes(), lines);
        return lines;
    }

    private static void workings(List<Working> workings, List<String> lines) {
        if (workings.isEmpty()) {
            return;
        }
        workings.stream().limit(WORKINGS).forEach(working -> lines.add(working.toString()));
        if (workings.size() > WORKINGS) {
            lines.add("and " + (workings.size() - WORKINGS) + " more");
        }
        lines.add("");
    }

    private static void deadlines(UpcomingDeadlines deadlines, List<String> lines) {
        long missed = deadlines.missed();
        if (deadlines.next().isEmpty() && missed == 0) {
            return;
        }
        lines.add("next deadlines"
                + (missed == 0
                        ? ""
                        : "; " + missed + (missed == 1 ? " deadline was" : " deadlines were")
                                + " missed, see deadlines.csv"));
        deadlines.next().forEach(deadline -> lines.add("  " + deadline));
        lines.add("");
    }

    private static void changes(ChangeSummary changes, List<String> lines) {
        if (changes.count() == 0) {
            return;
        }
        lines.add("changes since the previous run");
        List<Change> shown = changes.first().stream().limit(CHANGES).toList();
        shown.forEach(change -> lines.add("  " + change));
        if (changes.count() > shown.size()) {
            lines.add("  and " + (changes.count() - shown.size()) + " more, see changes.csv");
        }
        lines.add("");
    }

    private void agreements(List<String> lines) throws IOException {
        lines.add(row("shares", "released", "to instruct", "instructed", "held", "deducted", "unassessed", "returned"));
        List<Map<String, String>> positions = rows(OutputFile.POSITIONS);
        List<Map<String, String>> instructions = rows(OutputFile.RELEASE_INSTRUCTIONS);
        for (Map<String, String> position : positions) {
            String id = cell(position, "agreement_id");
            List<Map<String, String>> own = instructions.stream()
                    .filter(line -> cell(line, "agreement_id").equals(id))
                    .toList();
            lines.add(row(
                    id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID - 1) + "\u2026" : id,
                    figure(position, "confirmed_released"),
                    sum(own, "shares_to_instruct"),
                    sum(own, "instructed_shares"),
                    figure(position, "held"),
                    figure(position, "deducted"),
                    figure(position, "unassessed"),
                    figure(position, "confirmed_returned")));
        }
        for (Map<String, String> position : positions) {
            if (!cell(position, "agent_balance").isEmpty()) {
                sharesOfTheDay(position, instructions, lines);
            }
        }
        lines.add("");
        if (positions.size() == 1) {
            years(lines);
            lines.add("");
        }
    }

    /** What people act on where a share change came after the signature. */
    private static void sharesOfTheDay(
            Map<String, String> position, List<Map<String, String>> instructions, List<String> lines) {
        String id = cell(position, "agreement_id");
        List<Map<String, String>> own = instructions.stream()
                .filter(line -> cell(line, "agreement_id").equals(id))
                .toList();
        String factor = own.isEmpty() ? "" : " (x " + cell(own.get(0), "share_factor") + ")";
        lines.add(id + ": the table counts signed shares; in shares of the day" + factor + " "
                + sum(own, "quantity") + " are to be instructed, and the agent holds "
                + figure(position, "agent_balance"));
    }

    private void portfolio(List<String> lines) {
        lines.add(total("agreements") + " agreements, shares:");
        Map<String, String> names = new LinkedHashMap<>();
        names.put("released", "confirmed_released");
        names.put("to instruct", "shares_to_instruct");
        names.put("instructed", "instructed_shares");
        names.put("held", "held_shares");
        names.put("to be cancelled", "shares_to_cancel");
        names.put("not yet assessed", "unassessed_shares");
        names.put("returned", "confirmed_returned");
        names.put("all", "consideration_shares");
        names.forEach((name, total) -> lines.add("  %-16s%28s".formatted(name, total(total))));
        lines.add("");
    }

    private void years(List<String> lines) throws IOException {
        for (Map<String, String> year :
                rows(OutputFile.RECONCILIATION_REPORT).stream().limit(YEARS).toList()) {
            String begin = "year %-3s%-16s".formatted(cell(year, "assessment_year"), cell(year, "state"));
            lines.add(
                    cell(year, "audited_revenue").isEmpty()
                            ? begin + "tranche  %11s".formatted(figure(year, "tranche_shares"))
                            : begin
                                    + "entitled %11s, released %11s, deducted %9s  revenue %16s"
                                            .formatted(
                                                    figure(year, "entitled_shares"),
                                                    figure(year, "confirmed_released_shares"),
                                                    figure(year, "outstanding_deducted_shares"),
                                                    figure(year, "audited_revenue")));
        }
    }

    private List<Map<String, String>> rows(OutputFile file) throws IOException {
        return CsvRows.of(run.resolve(file.fileName()));
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private BigInteger totalOf(String name) {
        return totals.getOrDefault(name, BigInteger.ZERO);
    }

    private String total(String name) {
        return Figures.grouped(totalOf(name).toString());
    }

    private static String figure(Map<String, String> row, String column) {
        String figure = cell(row, column);
        return Figures.grouped(figure.indexOf('/') < 0 ? figure : Long.toString(whole(figure)));
    }

    /** The whole shares of a quotient. */
    private static long whole(String figure) {
        int line = figure.indexOf('/');
        return line < 0
                ? Long.parseLong(figure)
                : Long.parseLong(figure.substring(0, line)) / Long.parseLong(figure.substring(line + 1));
    }

    private static String sum(List<Map<String, String>> rows, String column) {
        long sum = rows.stream()
                .map(row -> cell(row, column))
                .filter(figure -> !figure.isEmpty())
                .mapToLong(RunSummary::whole)
                .sum();
        return Figures.grouped(Long.toString(sum));
    }

    private static String row(String name, String... figures) {
        StringBuilder row = new StringBuilder("%-16s".formatted(name));
        for (String figure : figures) {
            row.append(" %11s".formatted(figure));
        }
        return row.toString().stripTrailing();
    }
}
