package io.earnout.job;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvValidationException;
import io.earnout.output.Manifest;
import io.earnout.output.OutputFile;
import io.earnout.output.RunIdentity;
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

    private final Path run;
    private final RunIdentity identity;
    private final Map<?, ?> totals;

    private RunSummary(Path run, RunIdentity identity, Map<?, ?> totals) {
        this.run = run;
        this.identity = identity;
        this.totals = totals;
    }

    static RunSummary of(Path run, RunIdentity identity) throws IOException {
        Map<String, Object> manifest = Manifest.read(run.resolve(Manifest.FILE_NAME));
        if (!(manifest.get("totals") instanceof Map<?, ?> totals)) {
            throw new IOException("the manifest has no totals: " + run);
        }
        return new RunSummary(run, identity, totals);
    }

    /** In one line, for a log. */
    String line() {
        return "as of " + identity.asOf() + (identity.projection() ? " (PROJECTION)" : "") + ": "
                + total("agreements") + " agreement(s), to instruct " + total("shares_to_instruct") + " shares, held "
                + total("held_shares") + ", to be cancelled " + total("shares_to_cancel") + ", not yet assessed "
                + total("unassessed_shares");
    }

    /** For a screen. */
    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Earn-out escrow, as of " + identity.asOf() + "      CONFIDENTIAL (SPA 9)");
        if (identity.projection()) {
            lines.add("PROJECTION: that day lies in the future");
        }
        lines.add("");
        if (totalOf("agreements").compareTo(BigInteger.valueOf(TOLD_ONE_BY_ONE)) <= 0) {
            agreements(lines);
        } else {
            lines.add("  agreements       " + right(total("agreements")));
            lines.add("  in escrow        " + right(total("consideration_shares")) + " shares");
            lines.add("  to instruct      " + right(total("shares_to_instruct")));
            lines.add("  held             " + right(total("held_shares")));
            lines.add("  to be cancelled  " + right(total("shares_to_cancel")) + " projected");
            lines.add("  not yet assessed " + right(total("unassessed_shares")));
            lines.add("  entitled         " + right(total("entitled_shares")) + " under the readings in force; from "
                    + total("lowest_entitlement") + " to " + total("highest_entitlement") + " over all");
        }
        lines.add("");
        return lines;
    }

    private void agreements(List<String> lines) throws IOException {
        List<Map<String, String>> positions = rows(OutputFile.POSITIONS);
        List<Map<String, String>> years = rows(OutputFile.RECONCILIATION_REPORT);
        List<Map<String, String>> releases = rows(OutputFile.RELEASE_INSTRUCTIONS);
        for (Map<String, String> position : positions) {
            String id = cell(position, "agreement_id");
            lines.add(id + ": " + Figures.grouped(cell(position, "consideration_shares")) + " shares; to instruct "
                    + Figures.grouped(cell(position, "releasable")) + ", held "
                    + Figures.grouped(cell(position, "held"))
                    + ", to be cancelled " + Figures.grouped(cell(position, "deducted"))
                    + " (projected), not yet assessed "
                    + Figures.grouped(cell(position, "unassessed")));
            lines.add("  entitlement from " + Figures.grouped(cell(position, "lowest_entitlement")) + " to "
                    + Figures.grouped(cell(position, "highest_entitlement")) + " over the readings (readings.csv)");
            if (positions.size() <= 2) {
                years.stream()
                        .filter(year -> cell(year, "agreement_id").equals(id))
                        .limit(12)
                        .forEach(year -> lines.add(year(year)));
                releases.stream()
                        .filter(release -> cell(release, "agreement_id").equals(id)
                                && cell(release, "movement").equals("restoration"))
                        .limit(6)
                        .forEach(release -> lines.add("  year " + cell(release, "assessment_year") + " gives year "
                                + cell(release, "tranche_year") + " back "
                                + Figures.grouped(cell(release, "entitled_shares")) + " shares ("
                                + cell(release, "clauses") + ")"));
            }
        }
    }

    private static String year(Map<String, String> year) {
        String line = "  year " + cell(year, "assessment_year") + "  " + pad(cell(year, "state"), 15);
        if (cell(year, "audited_revenue").isEmpty()) {
            return line + "  tranche " + Figures.grouped(cell(year, "tranche_shares")) + " shares";
        }
        return line + "  revenue " + left(Figures.grouped(cell(year, "audited_revenue")), 18) + "  target "
                + left(Figures.grouped(cell(year, "target_revenue")), 18) + "  entitled "
                + left(Figures.grouped(cell(year, "entitled_shares")), 11) + "  deducted "
                + left(Figures.grouped(cell(year, "outstanding_deducted_shares")), 10);
    }

    private List<Map<String, String>> rows(OutputFile file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVReaderHeaderAware reader = new CSVReaderHeaderAware(
                Files.newBufferedReader(run.resolve(file.fileName()), StandardCharsets.UTF_8))) {
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
        return new BigInteger(String.valueOf(totals.get(name)));
    }

    private String total(String name) {
        return Figures.grouped(totalOf(name).toString());
    }

    private static String right(String figure) {
        return left(figure, 26);
    }

    private static String left(String figure, int width) {
        return " ".repeat(Math.max(0, width - figure.length())) + figure;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
