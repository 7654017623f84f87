package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.input.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code new} writes can be run at once, and says what to fill in. */
final class FirstFilesTest {

    @TempDir
    private Path folder = Path.of("");

    private Path input() {
        return folder.resolve("deal/input");
    }

    private CliRun start(String... more) {
        return CliRun.of(Stream.concat(Stream.of("new", "DEAL-1", "--into", input().toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private CliRun run() {
        return CliRun.of(
                "--input", input().toString(), "--output", folder.resolve("out").toString(), "--as-of", "2026-02-10");
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }

    private static Map<String, String> without(Map<String, String> row, Set<String> columns) {
        row.keySet().removeAll(columns);
        row.values().removeIf(String::isEmpty);
        return row;
    }

    @Test
    void everyInputFileIsThereAndAPageThatNamesEach() throws IOException {
        CliRun started = start();

        assertEquals(0, started.exit(), started.err());
        Set<String> expected = new TreeSet<>(Set.of("README.txt"));
        Stream.of(Format.values())
                .forEach(format -> expected.add(format.fileName().replace("*", "")));
        assertEquals(expected, namesIn(input()));
        String page = Files.readString(input().resolve("README.txt"));
        expected.stream().filter(name -> name.endsWith(".csv")).forEach(name -> assertTrue(page.contains(name), name));
        assertTrue(page.lines().count() < 50, "one page");
        assertTrue(page.lines().allMatch(line -> line.length() <= 90), "it fits a screen");
    }

    /** The deposit is the one thing that the contract doesn't say, and the run asks for it. */
    @Test
    void aRunOfItIsACountdown() throws IOException {
        start();

        CliRun run = run();

        assertEquals(2, run.exit(), run.err());
        assertTrue(run.err().contains("fill in deposited_on in agreements.csv"), run.err());
        String agreements = Files.readString(input().resolve("agreements.csv"));
        Files.writeString(
                input().resolve("agreements.csv"), agreements.replace("2025-12-02,", "2025-12-02,2025-12-20"));
        CliRun deposited = run();
        assertEquals(0, deposited.exit(), deposited.err());
        assertTrue(
                deposited.out().contains("next deadline 2026-12-20 in 313 days, DEAL-1: escrow-fee"), deposited.out());
    }

    /** The example has the same contract, beside events that are invented. */
    @Test
    void theTermsAreThoseOfTheExample() throws IOException {
        start();

        for (String file : List.of("agreements.csv", "assessment-years.csv", "parties.csv")) {
            Set<String> invented = Set.of(
                    "agreement_id",
                    "deposited_on",
                    "excess_credit",
                    "conversion_target",
                    "offset_limit",
                    "offset_order",
                    "missed_target",
                    "address",
                    "registration");
            List<Map<String, String>> example = Csv.rows(Files.readString(Path.of("input", file))).stream()
                    .filter(row -> Csv.cell(row, "agreement_id").equals("KAIXIN-2025"))
                    .map(row -> without(row, invented))
                    .toList();
            List<Map<String, String>> started = Csv.rows(Files.readString(input().resolve(file))).stream()
                    .map(row -> without(row, invented))
                    .toList();
            assertEquals(example, started, file);
        }
        assertEquals(-1, Files.mismatch(Path.of("input/holidays.csv"), input().resolve("holidays.csv")));
    }

    @Test
    void blanksAreNamedOneByOneAndNothingIsPublished() throws IOException {
        CliRun started = start("--blank");

        assertTrue(started.out().contains("agreements.csv: consideration_shares, currency, signed_on"), started.out());
        CliRun run = run();
        assertEquals(65, run.exit());
        for (String cell : List.of("consideration_shares", "currency", "signed_on", "target_revenue", "ends_on")) {
            assertTrue(run.err().contains(": " + cell + ": DEAL-1"), cell + "\n" + run.err());
        }
        assertFalse(Files.exists(folder.resolve("out/latest")));
    }

    @Test
    void aFolderThatHasFilesIsRefusedAndStaysAsItIs() throws IOException {
        Files.createDirectories(input());
        Files.writeString(input().resolve("notes.txt"), "mine");

        CliRun started = start();

        assertEquals(64, started.exit());
        assertTrue(started.err().contains("is not an empty folder"), started.err());
        assertEquals(Set.of("notes.txt"), namesIn(input()));
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("deal"), "a file");

        CliRun inside = start();
        CliRun itself =
                CliRun.of("new", "DEAL-1", "--into", folder.resolve("deal").toString());

        assertEquals(73, inside.exit());
        assertEquals(64, itself.exit());
        assertEquals("a file", Files.readString(folder.resolve("deal")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "=1+1", "../x", "a,b", "a\nb", "-x"})
    void anIdThatFilesCanNotCarryIsRefused(String id) {
        CliRun started = CliRun.of("new", "--into", input().toString(), "--", id);

        assertEquals(64, started.exit(), started.err());
        assertFalse(Files.exists(input()));
    }

    @Test
    void theSameIsWrittenTwice() throws IOException {
        start();
        Path other = folder.resolve("other");
        CliRun.of("new", "DEAL-1", "--into", other.toString());

        for (String name : namesIn(input())) {
            assertEquals(-1, Files.mismatch(input().resolve(name), other.resolve(name)), name);
        }
        assertEquals(
                Optional.empty(),
                Optional.ofNullable(folder.resolve("out").toFile().list()),
                "no run is made");
    }
}
