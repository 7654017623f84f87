package io.earnout;

import java.nio.file.Path;
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

/**
 * Threads that are interrupted, the run's own and its workers': Spring Batch may end such a step as completed with rows
 * missing. Either the whole run is published or nothing of it, and the next run publishes what it would have.
 */
@DisplayName("A run whose threads are interrupted")
@Tag("nothing-lost")
class InterruptedRunTest {

    private static final int INTERRUPTIONS = Attempts.size("interruptions", 10, 2_000);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isPublishedWholeOrNotAtAll() throws Exception {
        Attempts tries = new Attempts("threads interrupted");
        RunInTrouble trouble = new RunInTrouble(folder, 11);
        Random random = new Random(INTERRUPTIONS);
        for (int interruption = 0; interruption < INTERRUPTIONS; interruption++) {
            boolean ofWorkers = interruption % 2 == 0;
            TestRun run = interrupted(trouble::run, trouble.moment(random), ofWorkers);
            tries.tried("exit " + run.exit() + (ofWorkers ? ", a worker" : ", the run itself"));
            trouble.judge(run, "interruption " + interruption + ": exit " + run.exit() + " " + run.err(), tries);
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
}
