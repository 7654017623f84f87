package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.output.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are ended at any moment, and started again: what is published then is what an undisturbed run publishes, and
 * nobody has to repair anything.
 *
 * <p>{@code -Dkills=200 -Dkills.agreements=20000} ends as many of that size; without it a part of them is tried.
 */
@DisplayName("A run that is ended at any moment")
class KillAnywhereTest {

    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final int AGREEMENTS = Integer.getInteger("kills.agreements", 6);

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");
    private Map<String, String> undisturbed = Map.of();
    private long nanoseconds;

    @BeforeEach
    void runsUndisturbed() throws IOException, InterruptedException {
        input = folder.resolve("input");
        Portfolio.ofInvented(Files.createDirectories(input), AGREEMENTS, 5);
        Path output = folder.resolve("undisturbed");
        long start = System.nanoTime();
        JobProcess run = JobProcess.start(input, output);
        int exit = run.end();
        nanoseconds = System.nanoTime() - start;
        assertTrue(exit == 0 || exit == 2, run.told());
        undisturbed = JobProcess.hashes(output);
    }

    @Test
    void isMadeGoodByTheNextRun() throws IOException, InterruptedException {
        Random random = new Random(KILLS);
        Map<String, Integer> hit = new TreeMap<>();
        Path output = folder.resolve("output");
        for (int kill = 0; kill < KILLS; kill++) {
            JobProcess run = JobProcess.start(input, output);
            LockSupport.parkNanos((long) (nanoseconds * 1.05 * random.nextDouble()));
            if (kill % 2 == 0) {
                run.kill();
            } else {
                run.terminate();
            }
            hit.merge(stateOf(output), 1, Integer::sum);
            nothingPartialIsPublished(output, kill);

            JobProcess again = JobProcess.start(input, output);
            int exit = again.end();

            assertTrue(exit == 0 || exit == 2, kill + ": " + again.told());
            assertEquals(undisturbed, JobProcess.hashes(output), "kill " + kill);
            assertFalse(Files.exists(output.resolve(".staging")), "kill " + kill + ": staging is left behind");
            // the next one begins with the repository that all these interruptions left
            takeAwayWhatIsPublished(output);
        }
        System.out.println("killed " + KILLS + " runs over " + AGREEMENTS + " agreements, " + hit + ", nothing lost");
        assertTrue(KILLS < 100 || hit.size() >= 5, "every step is hit: " + hit);
    }

    private static String stateOf(Path output) throws IOException {
        Path staging = output.resolve(".staging");
        if (!Files.exists(staging)) {
            return Files.exists(output.resolve("latest")) ? "6 published" : "1 not begun";
        }
        try (Stream<Path> all = Files.walk(staging)) {
            List<String> names =
                    all.map(path -> String.valueOf(path.getFileName())).toList();
            if (names.contains("manifest.json")) {
                return "5 publish";
            }
            if (names.contains("reconciliation-report.html") || names.contains("documents")) {
                return "4 present";
            }
            return names.contains("positions.csv") ? "3 settle" : "2 checkInput";
        }
    }

    private static void nothingPartialIsPublished(Path output, int kill) throws IOException {
        Path latest = output.resolve("latest");
        Verification verification = new Verification(output);
        if (Files.exists(latest, LinkOption.NOFOLLOW_LINKS)) {
            assertTrue(verification.runs().contains(latest.toRealPath()), "kill " + kill + ": latest leads nowhere");
        }
        for (Path run : verification.runs()) {
            assertEquals(List.of(), verification.differences(run), "kill " + kill + ": a partial run is published");
        }
    }

    private static void takeAwayWhatIsPublished(Path output) throws IOException {
        Path run = output.resolve("latest").toRealPath();
        Files.delete(output.resolve("latest"));
        try (Stream<Path> all = Files.walk(run)) {
            for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }
}
