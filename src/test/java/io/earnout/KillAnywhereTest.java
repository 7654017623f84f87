package io.earnout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.publish.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Runs that are ended at any moment, and started again: what is published then is what an undisturbed run publishes, and
 * nobody has to repair anything.
 *
 * <p>{@code -Dkills=200 -Dkills.agreements=20000} says how many runs are ended, and over how many agreements.
 */
@DisplayName("A run that is ended at any moment")
@Tag("nothing-lost")
class KillAnywhereTest {

    private static final int KILLS = Attempts.size("kills", 8, 200);
    private static final int AGREEMENTS = Attempts.size("kills.agreements", 2, 20_000);
    private static final List<String> STEPS = List.of("2 check", "3 settle", "4 present", "5 publish");
    private static final long A_MOMENT = 200_000;

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
        Attempts tries = new Attempts("killed at any moment, over " + AGREEMENTS + " agreements");
        Random random = new Random(KILLS);
        Path output = folder.resolve("output");
        for (int kill = 0; kill < KILLS; kill++) {
            JobProcess run = JobProcess.start(input, output);
            if (kill % 2 == 0) {
                LockSupport.parkNanos((long) (nanoseconds * 1.05 * random.nextDouble()));
            } else {
                awaits(STEPS.get(kill / 2 % STEPS.size()), output, run);
            }
            if (kill / 2 % 2 == 0) {
                run.kill();
            } else {
                run.terminate();
            }
            tries.tried(stateOf(output));
            nothingPartialIsPublished(output, kill, tries);

            JobProcess again = JobProcess.start(input, output);
            int exit = again.end();

            if (exit != 0 && exit != 2) {
                tries.lost(kill + ": the next run ends with " + exit + " " + again.told());
                break;
            }
            if (!JobProcess.hashes(output).equals(undisturbed)) {
                tries.lost(kill + ": the next run publishes other bytes");
            }
            if (new Verification(output.toRealPath()).runs().size() != 1) {
                tries.doubled(kill + ": more than one run is published");
            }
            if (Files.exists(output.resolve(".staging"))) {
                tries.lost(kill + ": staging is left behind");
            }
            // the next one begins with the repository that all these interruptions left
            takeAwayWhatIsPublished(output);
        }
        tries.assertNothingLost();
        assertTrue(KILLS < 100 || tries.ways().keySet().containsAll(STEPS), "every step is hit: " + tries.ways());
    }

    /** Until a step has begun; some are over before anybody can look. */
    private static void awaits(String step, Path output, JobProcess run) throws IOException {
        while (run.isAlive() && stateOf(output).compareTo(step) < 0) {
            LockSupport.parkNanos(A_MOMENT);
        }
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
            return names.contains("positions.csv") ? "3 settle" : "2 check";
        } catch (NoSuchFileException | UncheckedIOException goesOn) {
            return stateOf(output);
        }
    }

    private static void nothingPartialIsPublished(Path output, int kill, Attempts tries) throws IOException {
        Path latest = output.resolve("latest");
        Verification verification = new Verification(output);
        if (Files.exists(latest, LinkOption.NOFOLLOW_LINKS)
                && !verification.runs().contains(latest.toRealPath())) {
            tries.lost(kill + ": latest leads nowhere");
        }
        for (Path run : verification.runs()) {
            verification.differences(run).forEach(difference -> tries.lost(kill + ": partly published, " + difference));
        }
    }

    private static void takeAwayWhatIsPublished(Path output) throws IOException {
        Path run = output.resolve("latest").toRealPath();
        Files.delete(output.resolve("latest"));
        FileSystemUtils.deleteRecursively(run);
    }
}
