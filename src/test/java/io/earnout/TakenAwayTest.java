package io.earnout;

import io.earnout.output.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
 * whole run is published, or it ends with 73 and nothing is; the run before stays as it is.
 */
@DisplayName("A run whose files are taken away")
@Tag("nothing-lost")
class TakenAwayTest {

    private static final int TRIES = Tries.size("taken-away", 12, 1_000);
    private static final int AGREEMENTS = 5_000;

    /** Before the first report: there are no papers to draft, which would take most of the time. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 2, 10);

    private static final List<String> VICTIMS =
            List.of("a staged file", "a staged file, emptied", "the staging", "the repository", "the lock");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isPublishedWholeOrNotAtAll() throws Exception {
        Tries tries = new Tries("files taken away");
        Path input =
                Portfolio.ofInvented(folder.resolve("input"), AGREEMENTS, 13).input();
        Path sound = folder.resolve("undisturbed");
        TestRun.of(input, sound, AS_OF.minusDays(1));
        long start = System.nanoTime();
        Map<String, String> undisturbed = TestRun.of(input, sound, AS_OF).hashes();
        long nanoseconds = System.nanoTime() - start;
        Path output = folder.resolve("output");
        TestRun before = TestRun.of(input, output, AS_OF.minusDays(1));
        Path earlierRun = before.published();
        Map<String, String> earlier = before.hashes();
        Random random = new Random(TRIES);
        for (int i = 0; i < TRIES; i++) {
            String victim = VICTIMS.get(i % VICTIMS.size());
            FutureTask<TestRun> task = new FutureTask<>(() -> TestRun.of(input, output, AS_OF));
            Thread thread = new Thread(task, "run-in-trouble");
            thread.start();
            LockSupport.parkNanos((long) (nanoseconds * random.nextDouble()));
            takeAway(victim, output, random);
            TestRun run = task.get();
            String which = i + ", " + victim + ": exit " + run.exit() + " " + run.err();
            if (wasChangedAfterwards(run)) {
                // between the proof and the move, or after it: nobody can forbid that, and everybody can see it
                tries.tried(victim + ", after the proof: verify finds it");
                FileSystemUtils.deleteRecursively(run.published());
                pointTo(earlierRun, output);
                continue;
            }
            tries.tried(victim + ", exit " + run.exit());
            judge(run, which, earlierRun, undisturbed, tries);
            TestRun next = TestRun.of(input, output, AS_OF);
            if (!next.hashes().equals(undisturbed)) {
                tries.lost(which + ", and the next run publishes something else, exit " + next.exit() + next.err());
            }
            FileSystemUtils.deleteRecursively(next.published());
            pointTo(earlierRun, output);
            if (!JobProcess.hashes(output).equals(earlier)) {
                tries.lost(which + ", and the run before is not as it was");
            }
        }
        tries.assertNothingLost();
    }

    private static void pointTo(Path earlierRun, Path output) throws IOException {
        Files.delete(output.resolve("latest"));
        Files.createSymbolicLink(output.resolve("latest"), earlierRun.getFileName());
    }

    private static boolean wasChangedAfterwards(TestRun run) throws IOException {
        Verification verification = new Verification(run.outputFolder().toRealPath());
        return !verification.differences(run.published()).isEmpty();
    }

    private static void judge(TestRun run, String which, Path earlierRun, Map<String, String> undisturbed, Tries tries)
            throws IOException {
        boolean published = !run.published().equals(earlierRun);
        boolean saysSo = run.exit() == 0 || run.exit() == 2;
        if (published != saysSo) {
            tries.lost(which + ", published: " + published);
        }
        if (!saysSo && run.exit() != 73) {
            tries.lost(which);
        }
        if (published && !run.hashes().equals(undisturbed)) {
            tries.lost(which + " publishes something else");
        }
        if (Files.exists(run.outputFolder().resolve(".staging"), LinkOption.NOFOLLOW_LINKS)) {
            tries.lost(which + " leaves its staging");
        }
        try (Stream<Path> all = Files.list(run.outputFolder())) {
            long runs = all.filter(path -> path.getFileName().toString().startsWith("2026"))
                    .count();
            if (runs != (published ? 2 : 1)) {
                tries.doubled(which + " leaves " + runs + " runs");
            }
        }
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
