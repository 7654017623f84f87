package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole runs, compared byte for byte. A folder {@code cases/NAME} holds {@code case.md} (the exit code in its first line,
 * then what the case shows and why its numbers are right), {@code input/} and {@code expected/}: the published CSV files
 * and what the console shows without hashes. What is the same in every case, the manifest's form and the notes on the open points of
 * the contract, is expected by {@value #WHOLE} alone. {@code mvn test -Dtest=CaseFoldersTest
 * -Dcases.update=true} writes {@code expected/} anew, so that a change is reviewed as a difference.
 */
final class CaseFoldersTest {

    private static final boolean UPDATE = Boolean.getBoolean("cases.update");
    private static final String EXIT = "exit: ";

    /** The case that expects everything that a run publishes. */
    private static final String WHOLE = "kaixin-five-years";

    private static final Pattern NOTE_OF_EVERY_RUN = Pattern.compile("note,(CONTRADICTION|SILENT)_\\w+,,.*\n");

    /** An amount for which no table has room. */
    private static final Pattern HUGE = Pattern.compile("[0-9,]{15}");

    static List<String> cases() throws IOException {
        return CaseFolders.names();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyCaseGivesWhatItsFolderExpects(String name) throws IOException {
        Path folder = CaseFolders.of(name);

        TestRun run = SharedRuns.of(folder.resolve("input"));

        Map<String, String> given = new TreeMap<>(run.csvFiles());
        if (name.equals(WHOLE)) {
            given.put(
                    "manifest.json",
                    TestRun.withoutDigests(run.text("manifest.json")).replace(",\"", ",\n\""));
        } else {
            String exceptions = run.text("exceptions.csv");
            assertEquals(notesOfEveryRun(wholeExceptions()), notesOfEveryRun(exceptions), name + ": the shared notes");
            given.put("exceptions.csv", NOTE_OF_EVERY_RUN.matcher(exceptions).replaceAll(""));
        }
        given.put("console.txt", run.seen(run.out()) + run.seen(run.err()));
        Path expected = folder.resolve("expected");
        if (UPDATE) {
            write(given, expected);
        }
        assertEquals(
                EXIT + run.exit(), Files.readAllLines(folder.resolve("case.md")).get(0));
        assertEquals(List.copyOf(given.keySet()), namesIn(expected));
        for (Map.Entry<String, String> file : given.entrySet()) {
            assertEquals(
                    Files.readString(expected.resolve(file.getKey()), StandardCharsets.UTF_8),
                    file.getValue(),
                    name + "/" + file.getKey());
        }
        assertCountsAddUp(run);
    }

    private static String wholeExceptions() throws IOException {
        return Files.readString(CaseFolders.of(WHOLE).resolve("expected/exceptions.csv"), StandardCharsets.UTF_8);
    }

    private static List<String> notesOfEveryRun(String exceptions) {
        return NOTE_OF_EVERY_RUN
                .matcher(exceptions)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** What every case must show, whatever its folder expects. */
    private static void assertCountsAddUp(TestRun run) throws IOException {
        for (Map<String, String> position : Csv.rows(run.text("positions.csv"))) {
            assertEquals("0", Csv.cell(position, "check"), "shares are conserved: " + position);
        }
        boolean errors = Csv.rows(run.text("exceptions.csv")).stream()
                .anyMatch(row -> Csv.cell(row, "severity").equals("error"));
        assertEquals(errors ? 2 : 0, run.exit(), "an error needs a person, and nothing else does");
        assertTrue(run.out().lines().count() <= 100, "the summary stays short");
        assertEquals(
                List.of(),
                run.text("summary.txt")
                        .lines()
                        .filter(line -> line.length() > 80
                                && !line.contains(".csv")
                                && !HUGE.matcher(line).find())
                        .toList(),
                "what is no row to paste fits eighty columns");
    }

    private static void write(Map<String, String> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : namesIn(folder)) {
            Files.delete(folder.resolve(name));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static List<String> namesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
