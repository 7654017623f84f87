package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.output.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cron and a person start the job at the same time: one works, the others say so and leave. */
@DisplayName("Several runs at once")
class SeveralAtOnceTest {

    private static final int RUNS = 8;
    private static final int AGREEMENTS = 1_000;
    private static final long A_MOMENT = 2_000_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void oneWorksAndTheOthersLeave() throws IOException, InterruptedException {
        Path input = folder.resolve("input");
        Portfolio.ofInvented(Files.createDirectories(input), AGREEMENTS, 3);
        Path output = folder.resolve("output");
        JobProcess working = JobProcess.start(input, output);
        while (working.isAlive() && !Files.exists(output.resolve(".staging"))) {
            LockSupport.parkNanos(A_MOMENT);
        }
        List<JobProcess> others = new ArrayList<>();
        for (int run = 1; run < RUNS; run++) {
            others.add(JobProcess.start(input, output));
        }
        for (JobProcess other : others) {
            boolean stillWorking = working.isAlive();
            int exit = other.end();
            assertTrue(exit == 75 || !stillWorking || !working.isAlive(), other.told());
            assertTrue(exit == 75 || exit == 0, other.told());
            assertTrue(exit == 0 || other.told().contains("another run is at work"), other.told());
        }
        int exit = working.end();
        assertTrue(exit == 0 || exit == 2, working.told());
        Verification verification = new Verification(output.toRealPath());
        assertEquals(1, verification.runs().size(), "nothing is doubled");
        assertEquals(List.of(), verification.differences(verification.runs().get(0)));
        assertFalse(Files.exists(output.resolve(".staging")));
    }

    @Test
    void theLockDiesWithItsHolder() throws IOException, InterruptedException {
        Path input = folder.resolve("input");
        Portfolio.ofInvented(Files.createDirectories(input), 6, 3);
        Path output = folder.resolve("output");
        JobProcess holder = JobProcess.start(input, output);
        while (holder.isAlive() && !Files.exists(output.resolve(".staging"))) {
            LockSupport.parkNanos(A_MOMENT);
        }
        holder.kill();
        JobProcess next = JobProcess.start(input, output);
        int exit = next.end();
        assertTrue(exit == 0 || exit == 2, next.told());
    }
}
