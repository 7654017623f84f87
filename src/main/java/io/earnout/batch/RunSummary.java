package io.earnout.batch;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.CSVReaderHeaderAwareBuilder;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvValidationException;
import io.earnout.output.OutputFile;
import io.earnout.output.UpcomingDeadlines;
import io.earnout.publish.Manifest;
import io.earnout.publish.RunIdentity;
import io.earnout.settlement.Working;
import io.earnout.terms.Figures;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A published run in a few lines. The figures are read from the published files, so that the console can't say anything
 * else than they do.
 */
final class RunSummary {

    /** So many agreements are told one by one; of more only the totals. */
    private static final int TOLD_ONE_BY_ONE = 8;

    /** So many years of a single agreement are told. */
    private static final int YEARS_TOLD = 8;

    /** So many lines of its arithmetic. */
    private static final int WORKINGS_TOLD = 14;

    private final Path run;
    private final RunIdentity identity;
    private final Map<String, BigInteger> totals;

    private RunSummary(Path run, RunIdentity identity, Map<String, BigInteger> totals) {
        this.run = run;
        this.identity = identity;
        this.totals = totals;
    }

    static RunSummary of(Path run, RunIdentity identity) throws IOException {
        return new RunSummary(run, identity, Manifest.of(run).totals());
    }

    /** In one line, for a log: logs are read by others, and no figure belongs in them (SPA 9). */
    String line() {
        String agreements = total("agreements");
        return "as of " + identity.asOf() + (identity.projection() ? " (PROJECTION)" : "") + ": " + agreements
                + (agreements.equals("1") ? " agreement" : " agreements") + " settled";
    }

    /** For a screen: some forty lines. */
    List<String> lines(RunState state) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Earn-out escrow as of " + identity.asOf() + ". Confidential (SPA 9).");
        if (identity.projection()) {
            lines.add("PROJECTION: that day lies in the future.");
        }
        lines.add("");
        if (totalOf("agreements").compareTo(BigInteger.valueOf(TOLD_ONE_BY_ONE)) <= 0) {
            agreements(lines);
        } else {
            portfolio(lines);
        }
        lines.add("");
        workings(state.workings(), lines);
        countdown(state.tally().countdown(), lines);
        changes(state, lines);
        return lines;
    }

    private static void workings(List<Working> workings, List<String> lines) {
        if (workings.isEmpty()) {
            return;
        }
        workings.stream().limit(WORKINGS_TOLD).forEach(working -> lines.add(working.toString()));
        if (workings.size() > WORKINGS_TOLD) {
            lines.add("and " + (workings.size() - WORKINGS_TOLD) + " more");
        }
        lines.add("");
    }

    private static void countdown(UpcomingDeadlines countdown, List<String> lines) {
        if (countdown.next().isEmpty() && countdown.missed() == 0) {
            return;
        }
        long missed = countdown.missed();
        lines.add("due next"
                + (missed == 0
                        ? ""
                        : "; " + missed + (missed == 1 ? " deadline is" : " deadlines are")
                                + " missed, see deadlines.csv"));
        countdown.next().forEach(entry -> lines.add("  " + entry));
        lines.add("");
    }

    private static void changes(RunState state, List<String> lines) {
        if (state.changes() == 0) {
            return;
        }
        lines.add("changed since the run before");
        state.firstChanges().forEach(change -> lines.add("  " + change));
        long more = state.changes() - state.firstChanges().size();
        if (more > 0) {
            lines.add("  and " + more + " more, see changes.csv");
        }
        lines.add("");
    }

    private void agreements(List<String> lines) throws IOException {
        lines.add(row("shares", "released", "to instruct", "instructed", "held", "deducted", "unassessed", "returned"));
        List<Map<String, String>> positions = rows(OutputFile.POSITIONS);
        List<Map<String, String>> instructions = rows(OutputFile.RELEASE_INSTRUCTIONS);
        for (Map<String, String> position : positions) {
            lines.add(position(position, instructions));
        }
        if (positions.size() == 1) {
            lines.add("");
            years(lines);
        }
        lines.add("");
        lines.add("entitled " + total("entitled_shares") + "; under the thirteen readings from "
                + total("lowest_entitlement") + " to " + total("highest_entitlement"));
    }

    private void portfolio(List<String> lines) {
        lines.add(total("agreements") + " agreements, shares:");
        lines.add("  released        " + left(total("confirmed_released"), 28));
        lines.add("  to instruct     " + left(total("shares_to_instruct"), 28));
        lines.add("  instructed      " + left(total("instructed_shares"), 28));
        lines.add("  held            " + left(total("held_shares"), 28));
        lines.add("  to be cancelled " + left(total("shares_to_cancel"), 28));
        lines.add("  not yet assessed" + left(total("unassessed_shares"), 28));
        lines.add("  returned        " + left(total("confirmed_returned"), 28));
        lines.add("  all             " + left(total("consideration_shares"), 28));
        lines.add("  entitled        " + left(total("entitled_shares"), 28) + "  under the readings in force");
        lines.add("    at the lowest " + left(total("lowest_entitlement"), 28) + "  of the thirteen readings");
        lines.add("    at the highest" + left(total("highest_entitlement"), 28));
    }

    private static String position(Map<String, String> position, List<Map<String, String>> instructions) {
        String id = cell(position, "agreement_id");
        List<Map<String, String>> own = instructions.stream()
                .filter(line -> cell(line, "agreement_id").equals(id))
                .toList();
        return row(
                id,
                figure(position, "confirmed_released"),
                sum(own, "shares_to_instruct"),
                sum(own, "instructed_shares"),
                figure(position, "held"),
                figure(position, "deducted"),
                figure(position, "unassessed"),
                figure(position, "confirmed_returned"));
    }

    private void years(List<String> lines) throws IOException {
        List<Map<String, String>> years = rows(OutputFile.RECONCILIATION_REPORT);
        for (Map<String, String> year : years.subList(0, Math.min(years.size(), YEARS_TOLD))) {
            boolean assessed = !cell(year, "audited_revenue").isEmpty();
            lines.add("year " + pad(cell(year, "assessment_year"), 3) + pad(cell(year, "state"), 16)
                    + (assessed
                            ? "entitled " + left(figure(year, "entitled_shares"), 11) + ", released "
                                    + left(figure(year, "confirmed_released_shares"), 11) + ", deducted "
                                    + left(figure(year, "outstanding_deducted_shares"), 9) + "  revenue "
                                    + left(figure(year, "audited_revenue"), 16)
                            : "tranche  " + left(figure(year, "tranche_shares"), 11)));
        }
    }

    private List<Map<String, String>> rows(OutputFile file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        // the default parser takes a backslash for an escape
        try (CSVReaderHeaderAware reader = new CSVReaderHeaderAwareBuilder(
                        Files.newBufferedReader(run.resolve(file.fileName()), StandardCharsets.UTF_8))
                .withCSVParser(new RFC4180Parser())
                .build()) {
            for (Map<String, String> row = reader.readMap(); row != null; row = reader.readMap()) {
                rows.add(row);
            }
            return rows;
        } catch (CsvValidationException e) {
            throw new IOException(e);
        }
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
        return Figures.grouped(cell(row, column));
    }

    private static String sum(List<Map<String, String>> rows, String column) {
        long sum = rows.stream()
                .mapToLong(row -> Long.parseLong(cell(row, column)))
                .sum();
        return Figures.grouped(Long.toString(sum));
    }

    private static String row(String name, String... figures) {
        StringBuilder row = new StringBuilder(pad(name.length() > 16 ? name.substring(0, 15) + "\u2026" : name, 16));
        for (String figure : figures) {
            row.append(' ').append(left(figure, 11));
        }
        return row.toString().stripTrailing();
    }

    private static String left(String figure, int width) {
        return " ".repeat(Math.max(0, width - figure.length())) + figure;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
