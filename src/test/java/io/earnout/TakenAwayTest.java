package io.earnout;

import io.earnout.publish.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Somebody tidies up while a run works: single files of its staging, all of it, the job repository, the lock. Either the
 * whole run is published, or it ends with 73 and nothing is; the previous run stays as it is.
 */
@DisplayName("A run whose files are taken away")
@Tag("nothing-lost")
class TakenAwayTest {

    private static final int TRIES = Attempts.size("taken-away", 12, 1_000);
    private static final long A_MOMENT = 1_000_000;

    private static final List<String> VICTIMS =
            List.of("a staged file", "a staged file, emptied", "the staging", "the repository", "the lock");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isPublishedWholeOrNotAtAll() throws Exception {
        Attempts tries = new Attempts("files taken away");
        RunInTrouble trouble = new RunInTrouble(folder, 13);
        Random random = new Random(TRIES);
        for (int i = 0; i < TRIES; i++) {
            String victim = VICTIMS.get(i % VICTIMS.size());
            FutureTask<TestRun> task = new FutureTask<>(trouble::run);
            Thread thread = new Thread(task, "run-in-trouble");
            thread.start();
            Path staging = trouble.output().resolve(".staging");
            boolean ofStaging = victim.contains("stag");
            while (ofStaging && !Files.exists(staging) && !task.isDone()) {
                LockSupport.parkNanos(A_MOMENT);
            }
            // once something is staged, the run is half over
            LockSupport.parkNanos(trouble.moment(random) / (ofStaging ? 2 : 1));
            takeAway(victim, trouble.output(), random);
            TestRun run = task.get();
            if (wasChangedAfterwards(run)) {
                // between the proof and the move, or after it: nobody can forbid that, and everybody can see it
                tries.tried(victim + ", after the proof: verify finds it");
                trouble.takeBack();
                continue;
            }
            tries.tried(victim + ", exit " + run.exit());
            trouble.judge(run, i + ", " + victim + ": exit " + run.exit() + " " + run.err(), tries);
        }
        tries.assertNothingLost();
    }

    private static boolean wasChangedAfterwards(TestRun run) throws IOException {
        Verification verification = new Verification(run.outputFolder().toRealPath());
        return !verification.differences(run.published()).isEmpty();
    }

    private static void takeAway(String victim, Path output, Random random) throws IOException {
        Path staging = output.resolve(".staging");
        switch (victim) {
            case "the lock" -> Files.deleteIfExists(output.resolve(".lock"));
            case "the repository" -> delete(output.resolve(".repository"));
            case "the staging" -> delete(staging);
            default -> {
                List<Path> files = files(staging);
                if (!files.isEmpty()) {
                    Path file = files.get(random.nextInt(files.size()));
                    if (victim.endsWith("emptied")) {
                        Files.write(file, new byte[0]);
                    } else {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private static void delete(Path staging) throws IOException {
        try {
            FileSystemUtils.deleteRecursively(staging);
        } catch (NoSuchFileException | DirectoryNotEmptyException goesOn) {
            // the run deletes or writes at the same time
        }
    }

    private static List<Path> files(Path staging) throws IOException {
        if (!Files.isDirectory(staging)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(staging)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (NoSuchFileException | UncheckedIOException goesOn) {
            return List.of();
        }
    }
}
