package io.earnout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Threads that are interrupted, the run's own and its workers': Spring Batch may end such a step as completed with rows
 * missing. Either the whole run is published or nothing of it, and the next run publishes what it would have.
 */
@DisplayName("A run whose threads are interrupted")
@Tag("nothing-lost")
class InterruptedRunTest {

    private static final int INTERRUPTIONS = Tries.size("interruptions", 10, 2_000);

    /** Several blocks, so that workers have something to lose. */
    private static final int AGREEMENTS = 5_000;

    /** Before the first report: there are no papers to draft, which would take most of the time. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 2, 10);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isPublishedWholeOrNotAtAll() throws Exception {
        Tries tries = new Tries("threads interrupted");
        Path input =
                Portfolio.ofInvented(folder.resolve("input"), AGREEMENTS, 11).input();
        TestRun.of(input, folder.resolve("warms-up"), AS_OF);
        long start = System.nanoTime();
        TestRun sound = TestRun.of(input, folder.resolve("undisturbed"), AS_OF);
        long nanoseconds = System.nanoTime() - start;
        Map<String, String> undisturbed = sound.hashes();
        Path output = folder.resolve("output");
        Random random = new Random(INTERRUPTIONS);
        for (int interruption = 0; interruption < INTERRUPTIONS; interruption++) {
            boolean ofWorkers = interruption % 2 == 0;
            TestRun run = interrupted(
                    () -> TestRun.of(input, output, AS_OF), (long) (nanoseconds * random.nextDouble()), ofWorkers);
            tries.tried("exit " + run.exit() + (ofWorkers ? ", a worker" : ", the run itself"));
            String which = "interruption " + interruption + ": exit " + run.exit() + " " + run.err();
            boolean published = Files.exists(output.resolve("latest"), LinkOption.NOFOLLOW_LINKS);
            if (published ? !JobProcess.hashes(output).equals(undisturbed) : run.exit() == 0 || run.exit() == 2) {
                tries.lost(which + " published " + published);
            }
            if (published && run.exit() != 0 && run.exit() != 2) {
                tries.lost(which + " though it is published");
            }
            if (Files.exists(output.resolve(".staging"))) {
                tries.lost(which + " leaves its staging");
            }
            TestRun next = TestRun.of(input, output, AS_OF);
            if (!next.hashes().equals(undisturbed)) {
                tries.lost(which + ", and the next run publishes something else, exit " + next.exit() + next.err());
            }
            takeAwayWhatIsPublished(output);
        }
        tries.assertNothingLost();
    }

    /** Runs in a thread of its own, and interrupts it or its workers somewhere on the way. */
    private static TestRun interrupted(Callable<TestRun> job, long after, boolean workers)
            throws InterruptedException, ExecutionException {
        FutureTask<TestRun> task = new FutureTask<>(job);
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        Thread thread = new Thread(task, "interrupted-run");
        thread.start();
        LockSupport.parkNanos(after);
        boolean done = false;
        while (!done && thread.isAlive()) {
            if (workers) {
                for (Thread each : Thread.getAllStackTraces().keySet()) {
                    if (each.getName().startsWith("settle-") && !others.contains(each)) {
                        each.interrupt();
                        done = true;
                    }
                }
            } else {
                thread.interrupt();
                done = true;
            }
        }
        return task.get();
    }

    private static void takeAwayWhatIsPublished(Path output) throws IOException {
        Path run = output.resolve("latest").toRealPath();
        Files.delete(output.resolve("latest"));
        FileSystemUtils.deleteRecursively(run);
    }
}
