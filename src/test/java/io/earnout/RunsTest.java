package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code runs} lists the published runs in the order in which they were made. */
final class RunsTest {

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void startsAnAgreement() throws IOException {
        input = folder.resolve("input");
        output = folder.resolve("output");
        CliRun.of("new", "DEAL-1", "--into", input.toString());
        Path agreements = input.resolve("agreements.csv");
        Files.writeString(agreements, Files.readString(agreements).replace("2025-12-02,", "2025-12-02,2025-12-20"));
    }

    private void run(String asOf) {
        CliRun.of("--input", input.toString(), "--output", output.toString(), "--as-of", asOf);
    }

    private List<String> runs() {
        CliRun runs = CliRun.of("runs", "--output", output.toString());
        assertEquals(0, runs.exit(), runs.err());
        return runs.out().lines().skip(1).toList();
    }

    @Test
    void eachRunHasALineWithItsExitCode() {
        run("2026-02-10");
        run("2027-03-01");
        run("2026-03-10");

        List<String> runs = runs();

        assertEquals(3, runs.size());
        assertTrue(runs.get(0).matches("2026-02-10 +0 +0 +0  2026-02-10-[0-9a-f]{12}"), runs.get(0));
        assertTrue(runs.get(1).matches("2027-03-01 +0 +0 +2  2027-03-01-[0-9a-f]{12}"), runs.get(1));
        assertTrue(runs.get(2).matches("2026-03-10 +0 +0 +0  2026-03-10-[0-9a-f]{12}  latest"), runs.get(2));
        assertTrue(runs.stream().allMatch(line -> line.length() <= 80), "it fits a screen");
    }

    @Test
    void theRunThatLatestPointsToIsMarked() {
        run("2026-02-10");
        run("2026-03-10");
        run("2026-02-10");

        List<String> runs = runs();

        assertTrue(runs.get(0).endsWith("  latest"), runs.get(0));
        assertFalse(runs.get(1).endsWith("  latest"), runs.get(1));
    }

    @Test
    void aRunThatWasChangedIsNamedAndTheOthersAreListed() throws IOException {
        run("2026-02-10");
        run("2026-03-10");
        Path first = output.resolve(runs().get(0).split(" +", -1)[4]);
        Files.writeString(first.resolve("manifest.json"), Files.readString(first.resolve("manifest.json")) + " ");

        List<String> runs = runs();

        assertEquals(2, runs.size());
        assertTrue(
                runs.stream()
                        .anyMatch(
                                line -> line.equals(first.getFileName() + ": the manifest is missing or was changed")),
                runs.toString());
    }

    @Test
    void aFolderThatIsNotThereIsAWrongCommandLine() throws IOException {
        assertEquals(64, CliRun.of("runs", "--output", output.toString()).exit());
        Files.createDirectories(output);
        CliRun empty = CliRun.of("runs", "--output", output.toString());
        assertEquals(0, empty.exit());
        assertTrue(empty.out().startsWith("no run was published"), empty.out());
    }
}
