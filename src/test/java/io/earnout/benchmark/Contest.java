package io.earnout.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The job and the plain loop on the same files, each in a fresh process, one after the other. Both must succeed and come
 * to the same totals.
 */
final class Contest {

    /** What the job is allowed (and the plain loop is not, since shuffled files fill its maps). */
    static final String JOB_HEAP = "-Xmx320m";

    static final String PLAIN_HEAP = "-Xmx4g";

    /** The program ends so when something needs a person: the outputs are there all the same. */
    private static final int NEEDS_A_PERSON = 2;

    record Result(MeasuredRun job, MeasuredRun plain, Totals totals) {}

    private final Path folder;
    private final Path input;

    /** A contest in a folder of its own, in which earlier files may be deleted. */
    Contest(Path folder) {
        this.folder = folder;
        this.input = folder.resolve("input");
    }

    void generate(int agreements, RowOrder order, boolean registers) throws IOException {
        delete(folder);
        new PortfolioGenerator(agreements, order, registers, 1).writeTo(input);
    }

    /** Runs both, several times if asked to, and takes the run with the middle wall time of each. */
    Result run(RowOrder order, int times) throws IOException, InterruptedException {
        List<MeasuredRun> jobs = new ArrayList<>();
        List<MeasuredRun> plains = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            jobs.add(job());
            plains.add(plain(order));
        }
        Totals ofJob = Totals.of(folder.resolve("job").resolve("latest"));
        Totals ofPlain = Totals.of(folder.resolve("plain"));
        if (!ofJob.equals(ofPlain)) {
            throw new IllegalStateException("the totals differ" + System.lineSeparator() + "  job:        " + ofJob
                    + System.lineSeparator() + "  plain loop: " + ofPlain);
        }
        return new Result(middle(jobs), middle(plains), ofJob);
    }

    MeasuredRun job() throws IOException, InterruptedException {
        Path output = folder.resolve("job");
        delete(output);
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("run.sh"))) {
            command.add("./run.sh");
        } else if (Files.exists(Path.of("target/earnout-escrow.jar"))) {
            command.addAll(List.of(java(), JOB_HEAP, "-XX:+UseParallelGC", "-jar", "target/earnout-escrow.jar"));
        } else {
            throw new IllegalStateException("there is no ./run.sh and no target/earnout-escrow.jar to run");
        }
        command.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        MeasuredRun job = measured(command, Map.of("JAVA_HOME", System.getProperty("java.home")), "job.log");
        if (job.exitCode() != 0 && job.exitCode() != NEEDS_A_PERSON) {
            throw failed("job");
        }
        if (job.heapLimits().stream().anyMatch(limit -> !limit.equals(JOB_HEAP))) {
            throw new IllegalStateException("the job ran with another heap than " + JOB_HEAP + ": " + job.heapLimits());
        }
        return job;
    }

    private MeasuredRun plain(RowOrder order) throws IOException, InterruptedException {
        Path output = folder.resolve("plain");
        delete(output);
        List<String> command = List.of(
                java(),
                PLAIN_HEAP,
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                PlainLoop.class.getName(),
                input.toString(),
                output.toString(),
                order.term());
        MeasuredRun plain = measured(command, Map.of(), "plain.log");
        if (plain.exitCode() != 0) {
            throw failed("plain");
        }
        return plain;
    }

    private MeasuredRun measured(List<String> command, Map<String, String> environment, String log)
            throws IOException, InterruptedException {
        // what earlier steps left to be written to the disk shall not be paid by this one
        MeasuredRun.of(List.of("sync"), Map.of(), folder.resolve("sync.log"));
        return MeasuredRun.of(command, environment, folder.resolve(log));
    }

    private IllegalStateException failed(String who) throws IOException {
        String log = Files.readString(folder.resolve(who + ".log"), StandardCharsets.UTF_8);
        return new IllegalStateException("the " + who + " run failed:" + System.lineSeparator() + log);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static MeasuredRun middle(List<MeasuredRun> runs) {
        return runs.stream()
                .sorted(Comparator.comparing(MeasuredRun::wall))
                .toList()
                .get(runs.size() / 2);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
