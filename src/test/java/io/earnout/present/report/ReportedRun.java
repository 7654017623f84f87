package io.earnout.present.report;

import io.earnout.Csv;
import io.earnout.SharedRuns;
import io.earnout.cli.Console;
import io.earnout.cli.EscrowRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A run of the whole job, for the sake of its report. */
record ReportedRun(Path folder) {

    private static final LocalDate TODAY = LocalDate.of(2031, 3, 1);

    /** By which columns the report names a row of each file. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "reconciliation-report.csv", List.of("agreement_id", "assessment_year"),
            "release-instructions.csv", List.of("agreement_id", "assessment_year", "tranche_year"),
            "cancellation-list.csv", List.of("agreement_id", "assessment_year"),
            "positions.csv", List.of("agreement_id"),
            "readings.csv", List.of("agreement_id", "reading"),
            "delays.csv", List.of("agreement_id", "place"),
            "deadlines.csv", List.of("agreement_id", "assessment_year", "deadline"));

    private static final List<String> SWITCHES =
            List.of("excess_credit", "conversion_target", "offset_limit", "offset_order", "missed_target");

    /** The run of an input that other tests look at, too. */
    static ReportedRun shared(Path input) throws IOException {
        return new ReportedRun(SharedRuns.of(input).published());
    }

    static ReportedRun of(Path input, Path output) throws IOException {
        return of(input, output, Optional.empty());
    }

    static ReportedRun of(Path input, Path output, Optional<LocalDate> asOf) throws IOException {
        try (PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new EscrowRun(new Console(nobody, nobody, false, false), "test", TODAY).execute(input, output, asOf);
        }
        return new ReportedRun(output.resolve("latest").toRealPath());
    }

    Path report() {
        return folder.resolve(ReportPages.FILE_NAME);
    }

    String html() throws IOException {
        return Files.readString(report(), StandardCharsets.UTF_8);
    }

    /** Every cell of the files that the report shows, under the name that the report gives it. */
    Map<String, String> cells() throws IOException {
        Map<String, String> cells = new TreeMap<>();
        for (String file : KEYS.keySet()) {
            Map<String, Integer> places = new TreeMap<>();
            for (Map<String, String> row : rows(file)) {
                int place = places.merge(row.getOrDefault("agreement_id", ""), 1, Integer::sum);
                StringBuilder key = new StringBuilder(file);
                for (String column : KEYS.getOrDefault(file, List.of())) {
                    key.append('|')
                            .append(
                                    switch (column) {
                                        case "reading" -> reading(row);
                                        case "place" -> Integer.toString(place);
                                        default -> row.getOrDefault(column, "");
                                    });
                }
                row.forEach((column, value) -> cells.put(key + "|" + column, value));
            }
        }
        return cells;
    }

    private static String reading(Map<String, String> row) {
        return String.join(
                ", ",
                SWITCHES.stream().map(point -> row.getOrDefault(point, "")).toList());
    }

    List<Map<String, String>> rows(String file) throws IOException {
        return Csv.rows(Files.readString(folder.resolve(file)));
    }
}
