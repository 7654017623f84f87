package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code check} finds what a run refuses or blocks because of a cell, and writes nothing. */
final class CheckTest {

    private static final Path ERRORS = Path.of("src/test/resources/errors");

    @TempDir
    private Path folder = Path.of("");

    static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(ERRORS)) {
            return all.filter(error -> Files.isDirectory(error.resolve("input")))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> everythingIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void theExampleHasNoFaultsThoughARunNeedsAPerson() {
        CliRun check = CliRun.of("check");

        assertEquals(0, check.exit(), check.err());
        assertEquals("", check.err());
        assertTrue(check.out().contains("no faults"), check.out());
        assertTrue(check.out().contains("a run says what else needs a person: 11 matters"), check.out());
    }

    @Test
    void aCourierDayThatHasPassedIsNoFaultOfTheInput() throws IOException {
        Path input = CaseFolders.input("restated-while-a-paper-is-open");
        assertTrue(TestRun.of(input, folder.resolve("output"))
                .text("exceptions.csv")
                .contains("DOCUMENTS_LATE"));

        CliRun check = CliRun.of("check", "--input", input.toString());

        assertEquals(0, check.exit(), check.err());
    }

    /** Whatever stops a run is a fault. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void whatARunRefusesIsAFault(Path error) throws IOException {
        TestRun run = TestRun.of(error.resolve("input"), folder.resolve("output"));

        CliRun check = CliRun.of("check", "--input", error.resolve("input").toString());

        assertTrue(run.exit() != 65 || check.exit() == 65, check.out());
        assertTrue(run.exit() != 0 || check.exit() == 0, check.err());
    }

    @Test
    void allFaultsAreListedHoweverMany() throws IOException {
        Path input = folder.resolve("input");
        CliRun.of("new", "DEAL-1", "--into", input.toString());
        StringBuilder rows = new StringBuilder("agreement_id,date,close,currency\n");
        for (int i = 0; i < 50; i++) {
            rows.append("DEAL-1,2026-01-02,minus ").append(i).append(",USD\n");
        }
        Files.writeString(input.resolve("share-prices.csv"), rows);

        CliRun check = CliRun.of("check", "--input", input.toString(), "--as-of", "2026-02-10");

        assertEquals(65, check.exit());
        for (int i = 0; i < 50; i++) {
            assertTrue(
                    check.err().contains("share-prices.csv:" + (i + 2) + ": close: \"minus " + i + "\""), "row " + i);
        }
        assertTrue(check.out().contains("50 faults"), check.out());
    }

    @Test
    void nothingIsWrittenAndARunAtWorkDoesNotMatter() throws IOException {
        Path input = folder.resolve("input");
        CliRun.of("new", "DEAL-1", "--into", input.toString());
        List<Path> before = everythingIn(folder);

        assertEquals(0, CliRun.of("check", "--input", input.toString()).exit());

        assertEquals(before, everythingIn(folder));
        assertEquals(
                64,
                CliRun.of("check", "--input", input.toString(), "--output", "x").exit());
        assertEquals(
                65,
                CliRun.of("check", "--input", folder.resolve("nowhere").toString())
                        .exit());
        assertEquals(
                65,
                CliRun.of("check", "--input", input.toString(), "--as-of", "2020-01-01")
                        .exit());
    }
}
