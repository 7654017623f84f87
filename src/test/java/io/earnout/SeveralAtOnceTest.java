package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.publish.Verification;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Cron and a person start the job at the same time: one works, the others say so and leave. */
@DisplayName("Several runs at once")
@Tag("nothing-lost")
class SeveralAtOnceTest {

    private static final int RUNS = 8;
    private static final int ROUNDS = Attempts.size("several.rounds", 1, 25);
    private static final int AGREEMENTS = 1_000;
    private static final long A_MOMENT = 2_000_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void oneWorksAndTheOthersLeave() throws IOException, InterruptedException {
        Attempts tries = new Attempts(RUNS + " runs at once");
        Path input =
                Portfolio.ofInvented(folder.resolve("input"), AGREEMENTS, 3).input();
        for (int round = 0; round < ROUNDS; round++) {
            Path output = folder.resolve("output-" + round);
            List<JobProcess> runs = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                runs.add(JobProcess.start(input, output));
            }
            int worked = 0;
            for (JobProcess run : runs) {
                int exit = run.end();
                boolean cameLater = (exit == 0 || exit == 2) && run.told().startsWith("no change");
                tries.tried(cameLater ? "came later, no change" : "exit " + exit);
                worked += (exit == 0 || exit == 2) && !cameLater ? 1 : 0;
                if (exit == 75 ? !run.told().contains("another run is at work") : exit != 0 && exit != 2) {
                    tries.lost(round + ": exit " + exit + " " + run.told());
                }
            }
            Verification verification = new Verification(output.toRealPath());
            if (worked != 1 || verification.runs().size() != 1) {
                tries.doubled(round + ": " + worked + " worked, " + verification.runs());
            }
            for (Path published : verification.runs()) {
                verification.differences(published).forEach(tries::lost);
            }
            if (Files.exists(output.resolve(".staging"))) {
                tries.lost(round + ": staging is left behind");
            }
        }
        tries.assertNothingLost();
    }

    /** It looks at nothing before it has the lock, so that it leaves as fast as Java starts. */
    @Test
    void whoeverComesSecondLeavesBeforeItReadsAnything() throws IOException, InterruptedException {
        Path output = Files.createDirectories(folder.resolve("output"));
        try (FileChannel lock =
                FileChannel.open(output.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            JobProcess run = JobProcess.start(folder.resolve("an-input-that-is-not-there"), output);
            assertEquals(75, run.end(), run.told());
        }
        try (Stream<Path> left = Files.list(output)) {
            assertEquals(List.of(output.resolve(".lock")), left.toList());
        }
    }

    @Test
    void theLockDiesWithItsHolder() throws IOException, InterruptedException {
        Path input = Portfolio.ofInvented(folder.resolve("input"), 6, 3).input();
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

    /** Who deletes the lock of a run that works lets a second one in: both may fail, and never is anything published twice. */
    @Test
    void whoeverDeletesTheLockStopsTheFirst() throws IOException, InterruptedException {
        Attempts tries = new Attempts("lock deleted, and a second run started");
        Path input =
                Portfolio.ofInvented(folder.resolve("input"), AGREEMENTS, 3).input();
        Path output = folder.resolve("output");
        for (int round = 0; round < ROUNDS; round++) {
            JobProcess first = JobProcess.start(input, output);
            while (first.isAlive() && !Files.exists(output.resolve(".staging"))) {
                LockSupport.parkNanos(A_MOMENT);
            }
            Files.delete(output.resolve(".lock"));
            JobProcess second = JobProcess.start(input, output);
            String ends = "first " + first.end() + ", second " + second.end();
            tries.tried(ends);
            Verification verification = new Verification(output.toRealPath());
            int published = verification.runs().size();
            if (published != (ends.contains(" 2") || ends.contains(" 0") ? 1 : 0)) {
                tries.doubled(round + ": " + ends + ", published " + published);
            }
            JobProcess next = JobProcess.start(input, output);
            int exit = next.end();
            if ((exit != 0 && exit != 2) || verification.runs().size() != 1) {
                tries.lost(round + ": " + ends + ", then " + exit + " " + first.told() + second.told() + next.told());
            }
            for (Path run : verification.runs()) {
                verification.differences(run).forEach(tries::lost);
            }
            if (Files.exists(output.resolve(".staging"))) {
                tries.lost(round + ": " + ends + ", staging is left behind");
            }
            FileSystemUtils.deleteRecursively(output);
        }
        tries.assertNothingLost();
    }
}
