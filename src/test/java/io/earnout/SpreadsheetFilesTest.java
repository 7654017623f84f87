package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.opencsv.RFC4180ParserBuilder;
import io.earnout.cli.Console;
import io.earnout.cli.EscrowRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets make of the example's files gives the same result; what they make of its days is told with its remedy. */
final class SpreadsheetFilesTest {

    private static final Path EXAMPLE = Path.of("input");
    private static final String DAY = "(\\d{4})-(\\d\\d)-(\\d\\d)";

    @TempDir
    private static Path plainFolder = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static Map<String, String> plain = Map.of();

    /** How a spreadsheet writes a table. */
    @FunctionalInterface
    private interface Saving {
        String save(List<List<String>> table) throws IOException;
    }

    @BeforeAll
    static void settlesTheExample() throws IOException {
        plain = TestRun.of(EXAMPLE, plainFolder.resolve("output")).csvFiles();
    }

    @ParameterizedTest(name = "separated by \"{0}\"")
    @ValueSource(strings = {",", ";", "\t"})
    void emptyRowsAndCellsMarksAndLineEndsMakeNoDifference(String separator) throws IOException {
        TestRun run = TestRun.of(saved(table -> asASpreadsheet(table, separator)), folder.resolve("output"));

        assertEquals(2, run.exit(), run.err());
        assertEquals(withoutLines(plain), withoutLines(run.csvFiles()));
    }

    @Test
    void rowsInAnyOrderAreReadByTheSeparatorOfTheirFile() throws IOException {
        Path commas = saved(table -> written(upsideDown(table), ",", "\n"));
        TestRun run = TestRun.of(commas, folder.resolve("output-of-commas"));
        Path semicolons = saved(table -> written(upsideDown(table), ";", "\n"));
        TestRun other = TestRun.of(semicolons, folder.resolve("output-of-semicolons"));

        assertEquals(2, run.exit(), run.err());
        assertEquals(run.csvFiles(), other.csvFiles());
    }

    @Test
    void daysWithTheMonthFirstAreOneMessageForEachFile() throws IOException {
        Path input = saved(table -> written(withDays(table, "$2/$3/$1"), ",", "\r\n"));

        TestRun run = TestRun.of(input, folder.resolve("output"));

        assertEquals(65, run.exit());
        List<String> lines = run.err().lines().toList();
        for (String file : List.of("agreements.csv", "assessment-years.csv", "audited-revenue.csv", "holidays.csv")) {
            List<String> about =
                    lines.stream().filter(line -> line.contains(file)).toList();
            assertTrue(about.get(0).matches("\\d+ dates are not in the form YYYY-MM-DD, first in .*"), run.err());
            assertEquals(file.equals("agreements.csv") ? 2 : 1, about.size(), run.err());
        }
        assertTrue(run.err().contains("yyyy-mm-dd"), run.err());
        assertTrue(
                lines.indexOf(lines.stream()
                                .filter(line -> line.contains("can't be settled"))
                                .findFirst()
                                .orElseThrow())
                        > lines.indexOf(lines.stream()
                                .filter(line -> line.contains("first in audited-revenue.csv"))
                                .findFirst()
                                .orElseThrow()),
                "the cause comes before what follows from it: " + run.err());
    }

    @Test
    void onATerminalTheInvalidCellIsMarkedInItsLine() throws IOException {
        Path input = saved(table -> written(table, ";", "\n"));
        Path firms = input.resolve("approved-firms.csv");
        String text = Files.readString(firms);
        String row = text.lines().skip(1).findFirst().orElseThrow();
        String invalid = row.replaceFirst(DAY, "15.1.2027");
        Files.writeString(firms, text.replace(row, invalid));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream printed = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            new EscrowRun(
                            new Console(new PrintStream(OutputStream.nullOutputStream()), printed, false, true),
                            "test",
                            TestRun.TODAY)
                    .execute(input, folder.resolve("output"), Optional.empty());
        }

        List<String> seen = err.toString(StandardCharsets.UTF_8).lines().toList();
        int mark = seen.stream().map(String::strip).toList().indexOf("^".repeat("15.1.2027".length()));
        assertTrue(mark > 0, seen.toString());
        assertEquals(seen.get(mark).indexOf('^'), seen.get(mark - 1).indexOf("15.1.2027"), seen.toString());
    }

    private Path saved(Saving saving) throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                String text = Files.readString(file, StandardCharsets.UTF_8);
                Files.writeString(input.resolve(name), name.endsWith(".csv") ? saving.save(table(text)) : text);
            }
        }
        return input;
    }

    private static List<List<String>> table(String text) throws IOException {
        List<List<String>> table = new ArrayList<>();
        for (String line : text.lines().toList()) {
            table.add(List.of(new RFC4180ParserBuilder().build().parseLine(line)));
        }
        return table;
    }

    private static List<List<String>> withDays(List<List<String>> table, String form) {
        return table.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.replaceAll("^" + DAY + "$", form))
                        .toList())
                .toList();
    }

    private static List<List<String>> upsideDown(List<List<String>> table) {
        List<List<String>> rows = new ArrayList<>(table.subList(1, table.size()));
        Collections.reverse(rows);
        rows.add(0, table.get(0));
        return rows;
    }

    private static String asASpreadsheet(List<List<String>> table, String separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> empty = Collections.nCopies(table.get(0).size() + 2, "");
        rows.add(empty);
        for (List<String> row : withDays(table, "$1/$2/$3")) {
            List<String> longer = new ArrayList<>(row);
            longer.add("");
            longer.add("");
            rows.add(longer);
            rows.add(empty);
        }
        return "\uFEFF" + written(rows, separator, "\r\n") + "\r\n\r\n";
    }

    private static String written(List<List<String>> table, String separator, String lineEnd) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : table) {
            List<String> cells = row.stream()
                    .map(cell -> cell.contains(separator) || cell.contains("\"")
                            ? '"' + cell.replace("\"", "\"\"") + '"'
                            : cell)
                    .toList();
            text.append(String.join(separator, cells)).append(lineEnd);
        }
        return text.toString();
    }

    /** The files without the lines that a finding names, as these are other ones. */
    private static Map<String, String> withoutLines(Map<String, String> files) {
        Map<String, String> without = new TreeMap<>();
        files.forEach((name, text) -> without.put(
                name,
                name.equals("exceptions.csv")
                        ? text.replaceAll("\\.csv,\\d+,", ".csv,LINE,")
                                .replaceAll("\\.csv:\\d+", ".csv:LINE")
                                .replaceAll("2\\d{3}/(\\d\\d)/(\\d\\d)", "DAY")
                                .replaceAll("2\\d{3}-(\\d\\d)-(\\d\\d)", "DAY")
                        : text));
        return without;
    }
}
