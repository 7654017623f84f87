package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of one agreement from its signature to the cancellation of what was not earned, with one run a month. Between two runs
 * people do what the summary of the first says, and nothing else: they copy its rows and fill in what only they know.
 */
@DisplayName("A whole life")
class WholeLifeTest {

    private static final LocalDate SIGNED = LocalDate.of(2023, 12, 5);
    private static final LocalDate EXPIRES = LocalDate.of(2026, 6, 30);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 5);

    /** {@code file.csv: row} or {@code file.csv:3 becomes: row}, as the summary has it. */
    private static final Pattern ROW = Pattern.compile("^ {5}([a-z-]+\\.csv)(?::([0-9]+) becomes)?: (.*,.*)$");

    private static final Pattern HEADER =
            Pattern.compile("^ {5}([a-z-]+\\.csv) is a new file, with this header: (.*)$");

    private static final Pattern PLACEHOLDER = Pattern.compile("<([^>]*)>");

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, LocalDate> couriers = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private int references;

    private Path input(String file) {
        return folder.resolve("input").resolve(file);
    }

    private void begin() throws IOException {
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(input("agreements.csv"), """
                agreement_id,consideration_shares,currency,signed_on,deposited_on,expires_on,expiry_document
                LIFE,1000000,CNY,2023-12-05,,,
                """);
        Files.writeString(input("assessment-years.csv"), """
                agreement_id,assessment_year,starts_on,ends_on,target_revenue,tranche_shares
                LIFE,1,2024-01-01,2024-12-31,100000000,500000
                LIFE,2,2025-01-01,2025-12-31,120000000,500000
                """);
        Files.writeString(
                input("audited-revenue.csv"),
                "agreement_id,assessment_year,audited_revenue,report_id,firm,report_date,received_on\n");
    }

    @Test
    void isLivedByWhatTheSummarySaysAlone() throws IOException {
        begin();
        TestRun run = run(SIGNED);
        for (LocalDate day = SIGNED.plusMonths(1); !day.isAfter(LAST); day = day.plusMonths(1)) {
            act(run, day.minusMonths(1));
            run = run(day);
        }

        assertEquals(0, run.exit(), run.text("summary.txt"));
        assertTrue(run.text("summary.txt").contains("TO DO: nothing now"), run.text("summary.txt"));
        Map<String, String> position = Csv.rows(run.text("positions.csv")).get(0);
        // 10% short: 50,000 deducted; 50% of 10% above: 5% of 120 million on 120 million and 500,000 gives 25,000 back
        assertEquals("975000", Csv.cell(position, "confirmed_released"));
        assertEquals("25000", Csv.cell(position, "confirmed_returned"));
        assertEquals(
                List.of(),
                Csv.rows(run.text("deadlines.csv")).stream()
                        .filter(deadline -> !Csv.cell(deadline, "deadline").equals("escrow-fee"))
                        .toList(),
                "nothing is open");
        for (String step :
                List.of("deposit", "audited-revenue", "joint-instructions", "transfers", "expires", "becomes")) {
            assertTrue(done.stream().anyMatch(told -> told.contains(step)), step + " was never told: " + done);
        }
    }

    /** One run, and what holds of every one: 0 says that nothing is late. */
    private TestRun run(LocalDate day) throws IOException {
        TestRun run = TestRun.of(folder.resolve("input"), folder.resolve("output"), day);
        String summary = run.text("summary.txt");
        assertTrue(run.exit() == 0 || run.exit() == 2, run.err());
        List<Map<String, String>> deadlines = Csv.rows(run.text("deadlines.csv"));
        boolean missed = deadlines.stream()
                .anyMatch(deadline -> Csv.cell(deadline, "status").equals("MISSED"));
        String lines = run.text("release-instructions.csv");
        boolean unsent = couriers.entrySet().stream()
                .anyMatch(courier -> courier.getValue().isBefore(day) && isUnsigned(courier.getKey(), lines));
        assertEquals(missed || unsent ? 2 : 0, run.exit(), day + "\n" + summary);
        assertEquals(run.exit() == 2, summary.contains("LATE"), summary);
        deadlines.stream()
                .filter(deadline -> !Csv.cell(deadline, "send_by").isEmpty())
                .forEach(deadline -> couriers.put(
                        Csv.cell(deadline, "assessment_year"), LocalDate.parse(Csv.cell(deadline, "send_by"))));
        TestRun again = TestRun.onTerminal(folder.resolve("input"), folder.resolve("output"), Optional.of(day));
        assertEquals(run.exit(), again.exit(), "a repeated run ends as the first did");
        assertTrue(again.out().contains(summary.strip()), "and says the same");
        return run;
    }

    /** Whether a year has ended, and its instruction is not signed by both. */
    private static boolean isUnsigned(String year, String instructions) {
        List<Map<String, String>> ofYear = Csv.rows(instructions).stream()
                .filter(line -> Csv.cell(line, "assessment_year").equals(year))
                .toList();
        return ofYear.isEmpty()
                || ofYear.stream()
                        .anyMatch(line ->
                                List.of("TO_INSTRUCT", "AWAITING_SIGNATURE").contains(Csv.cell(line, "status")));
    }

    /** Does what the summary says, on the days after the run. */
    private void act(TestRun run, LocalDate day) throws IOException {
        String summary = run.text("summary.txt");
        String words = summary.replaceAll("\\s+", " ");
        if (words.contains("fill in the day of the deposit in agreements.csv:2")) {
            done.add("deposit");
            replaceLine("agreements.csv", 2, "LIFE,1000000,CNY,2023-12-05," + day.plusDays(7) + ",,");
        }
        if (words.contains("fill in the day on which the agreement expires")) {
            done.add("expires");
            String line = Files.readAllLines(input("agreements.csv")).get(1);
            replaceLine("agreements.csv", 2, line.substring(0, line.length() - 1) + EXPIRES + ",Notice of expiration");
        }
        for (String line : summary.lines().toList()) {
            Matcher header = HEADER.matcher(line);
            Matcher row = ROW.matcher(line);
            if (header.matches()) {
                assertFalse(Files.exists(input(header.group(1))), line);
                Files.writeString(input(header.group(1)), header.group(2) + "\n");
            } else if (row.matches()) {
                done.add(line);
                String filledIn = fillIn(row.group(3), day);
                if (row.group(2) == null) {
                    Files.writeString(input(row.group(1)), Files.readString(input(row.group(1))) + filledIn + "\n");
                } else {
                    replaceLine(row.group(1), Integer.parseInt(row.group(2)), filledIn);
                }
            }
        }
    }

    private void replaceLine(String file, int number, String line) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(input(file)));
        lines.set(number - 1, line);
        Files.write(input(file), lines);
    }

    /** In year 2 the purchaser signs a month after the issuer. */
    private String fillIn(String row, LocalDate day) {
        boolean first = row.contains("<issuer signed on>") && row.startsWith("LIFE,2,");
        return PLACEHOLDER.matcher(row).replaceAll(what -> switch (what.group(1)) {
            case "audited revenue" -> row.startsWith("LIFE,1,") ? "90000000" : "132000000";
            case "report number" -> "R-" + Arrays.asList(row.split(",", -1)).get(1);
            case "firm" -> "Harbin Audit";
            case "report date", "issuer signed on" -> day.plusDays(1).toString();
            case "purchaser signed on" -> first ? "" : day.plusDays(2).toString();
            case "received on" -> first ? "" : day.plusDays(4).toString();
            case "confirmed on" -> day.plusDays(5).toString();
            case "reference of the agent" -> "HE-" + ++references;
            default -> throw new IllegalArgumentException(what.group());
        });
    }
}
