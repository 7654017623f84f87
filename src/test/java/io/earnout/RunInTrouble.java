package io.earnout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A run that somebody disturbs, again and again, beside the same run undisturbed. It follows one of the day before, which must
 * stay as it is.
 */
final class RunInTrouble {

    /** Before the first report: there are no papers to draft, which would take most of the time. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 2, 10);

    /** A portfolio of several blocks, so that every worker has something to lose. */
    private static final int AGREEMENTS = 5_000;

    private final Path input;
    private final Path output;
    private final Map<String, String> undisturbed;
    private final long nanoseconds;
    private final Path dayBefore;
    private final Map<String, String> ofTheDayBefore;

    /** Invents a portfolio, and runs it undisturbed. */
    RunInTrouble(Path folder, int portfolio) throws IOException {
        input = Portfolio.ofInvented(folder.resolve("input"), AGREEMENTS, portfolio)
                .input();
        Path sound = folder.resolve("undisturbed");
        TestRun.of(input, sound, AS_OF.minusDays(1));
        long start = System.nanoTime();
        undisturbed = TestRun.of(input, sound, AS_OF).hashes();
        nanoseconds = System.nanoTime() - start;
        output = folder.resolve("output");
        TestRun before = TestRun.of(input, output, AS_OF.minusDays(1));
        dayBefore = before.published();
        ofTheDayBefore = before.hashes();
    }

    Path output() {
        return output;
    }

    /** The run that is disturbed. */
    TestRun run() {
        return TestRun.of(input, output, AS_OF);
    }

    /** Some moment while it works, in nanoseconds after its start. */
    long moment(Random random) {
        return (long) (nanoseconds * random.nextDouble());
    }

    /**
     * What is published is published whole, and the exit code says so; otherwise nothing is, and the next run does it.
     *
     * @param which how it was disturbed
     */
    void judge(TestRun run, String which, Attempts tries) throws IOException {
        boolean published = !run.published().equals(dayBefore);
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
        if (Files.exists(output.resolve(".staging"), LinkOption.NOFOLLOW_LINKS)) {
            tries.lost(which + " leaves its staging");
        }
        try (Stream<Path> all = Files.list(output)) {
            long runs = all.filter(path -> path.getFileName().toString().startsWith("2026"))
                    .count();
            if (runs != (published ? 2 : 1)) {
                tries.doubled(which + " leaves " + runs + " runs");
            }
        }
        TestRun next = run();
        if (!next.hashes().equals(undisturbed)) {
            tries.lost(which + ", and the next run publishes something else, exit " + next.exit() + next.err());
        }
        takeBack();
        if (!JobProcess.hashes(output).equals(ofTheDayBefore)) {
            tries.lost(which + ", and the run of the day before is not as it was");
        }
    }

    /** Takes away what was published since the day before. */
    void takeBack() throws IOException {
        Path latest = output.resolve("latest");
        Path run = latest.toRealPath();
        if (!run.equals(dayBefore)) {
            FileSystemUtils.deleteRecursively(run);
            Files.delete(latest);
            Files.createSymbolicLink(latest, dayBefore.getFileName());
        }
    }
}
