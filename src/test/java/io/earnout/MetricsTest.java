package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --metrics FILE}: what a monitor sees, however the run ended. */
final class MetricsTest {

    private static final String NOW = Long.toString(CliRun.NOW.getEpochSecond());

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void startsAnAgreement() throws IOException {
        input = folder.resolve("input");
        file = Files.createDirectory(folder.resolve("metrics")).resolve("earnout.prom");
        CliRun.of("new", "DEAL-1", "--into", input.toString());
    }

    private int run(Path from, String asOf) {
        return CliRun.of(
                        "--input",
                        from.toString(),
                        "--output",
                        folder.resolve("output").toString(),
                        "--as-of",
                        asOf,
                        "--metrics",
                        file.toString())
                .exit();
    }

    private Map<String, String> metrics() throws IOException {
        Map<String, String> metrics = new TreeMap<>();
        String before = "";
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ", -1);
                assertEquals(2, words.length, line);
                assertTrue(words[0].matches("[a-z_]+") && words[1].matches("-?[0-9]+"), line);
                assertEquals("# TYPE " + words[0] + " gauge", before);
                metrics.put(words[0], words[1]);
            }
            before = line;
        }
        return metrics;
    }

    @Test
    void aRunIsShownWithItsEndAndItsNextDeadline() throws IOException {
        int exit = run(input, "2026-02-10");

        assertEquals(2, exit);
        assertEquals(
                Map.ofEntries(
                        Map.entry("earnout_last_run_timestamp_seconds", NOW),
                        Map.entry("earnout_last_run_exit_code", "2"),
                        Map.entry("earnout_last_success_timestamp_seconds", NOW),
                        Map.entry("earnout_as_of_timestamp_seconds", "1770681600"),
                        Map.entry("earnout_open_items", "1"),
                        Map.entry("earnout_missed_deadlines", "1"),
                        Map.entry("earnout_next_deadline_timestamp_seconds", "1799971200"),
                        Map.entry("earnout_agreements", "1"),
                        Map.entry("earnout_shares_held", "0"),
                        Map.entry("earnout_shares_to_instruct", "0"),
                        Map.entry("earnout_shares_instructed", "0")),
                metrics(),
                "the next is report and instruction on 2027-01-15");
    }

    @Test
    void aRepeatedRunIsShownToo() throws IOException {
        run(input, "2026-02-10");
        Map<String, String> first = metrics();
        Files.delete(file);
        int exit = run(input, "2026-02-10");

        first.put("earnout_last_run_exit_code", Integer.toString(exit));
        assertEquals(first, metrics());
    }

    @Test
    void aFailureKeepsTheLastSuccessAndWhatTheLatestRunSays() throws IOException {
        run(input, "2026-02-10");
        Map<String, String> before = metrics();
        Files.writeString(
                file,
                Files.readString(file).replace("success_timestamp_seconds " + NOW, "success_timestamp_seconds 7"));

        assertEquals(65, run(folder.resolve("nowhere"), "2026-02-10"));

        before.put("earnout_last_run_exit_code", "65");
        before.put("earnout_last_success_timestamp_seconds", "7");
        assertEquals(before, metrics());
    }

    @Test
    void aFirstRunThatFailedHasNoSuccessAndNoFigures() throws IOException {
        assertEquals(65, run(folder.resolve("nowhere"), "2026-02-10"));

        assertEquals(Map.of("earnout_last_run_timestamp_seconds", NOW, "earnout_last_run_exit_code", "65"), metrics());
    }

    @Test
    void aWrongDayIsAFailureToo() throws IOException {
        assertEquals(64, run(input, "tomorrow"));

        assertEquals("64", metrics().get("earnout_last_run_exit_code"));
    }

    /** The collector runs as another user: who may read the file is its owner's choice, made once. */
    @Test
    void whoMayReadItStaysAsItWas() throws IOException {
        run(input, "2026-02-10");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), "SPA 9");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        run(input, "2026-02-11");

        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (var left = Files.list(folder.resolve("metrics"))) {
            assertEquals(1, left.count(), "no temporary file is left");
        }
    }

    @Test
    void aFileThatCanNotBeIsRefusedBeforeTheRun() throws IOException {
        file = folder.resolve("no/such/folder/earnout.prom");
        assertEquals(64, run(input, "2026-02-10"));
        file = folder;
        assertEquals(64, run(input, "2026-02-10"));
        assertFalse(Files.exists(folder.resolve("output")));
    }

    /** Of a run whose files were changed since no figure is shown. */
    @Test
    void aDamagedManifestShowsNoFigures() throws IOException {
        run(input, "2026-02-10");
        Files.writeString(folder.resolve("output/latest/manifest.json"), "{}");

        run(folder.resolve("nowhere"), "2026-02-10");

        assertFalse(metrics().containsKey("earnout_open_items"));
        assertEquals(NOW, metrics().get("earnout_last_success_timestamp_seconds"));
    }
}
