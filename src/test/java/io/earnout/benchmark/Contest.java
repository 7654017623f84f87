package io.earnout.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The job, the plain loop and, where it is on the class path, DuckDB on the same files, each in a fresh process, one after
 * the other. All must succeed and come to the same totals.
 */
final class Contest {

    /** What the job is allowed (and the plain loop is not, since shuffled files fill its maps). */
    static final String JOB_HEAP = "-Xmx320m";

    static final String PLAIN_HEAP = "-Xmx4g";

    private static final String PLAIN = "plain";
    private static final String SQL = "sql";

    /** The program ends so when something needs a person: the outputs are there all the same. */
    private static final int NEEDS_A_PERSON = 2;

    /** What each run took, DuckDB's if it is there; and the bytes of the input and of all that the job published. */
    record Result(
            MeasuredRun job,
            MeasuredRun plain,
            Optional<MeasuredRun> sql,
            Totals totals,
            long bytesIn,
            long bytesOut) {}

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

    /** Runs each, several times if asked to, and takes the run with the middle wall time of each. */
    Result run(RowOrder order, int times) throws IOException, InterruptedException {
        List<MeasuredRun> jobs = new ArrayList<>();
        List<MeasuredRun> plains = new ArrayList<>();
        List<MeasuredRun> sqls = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            jobs.add(job());
            plains.add(java(PLAIN, PlainLoop.class, order.term()));
            if (PlainSql.isThere()) {
                sqls.add(java(SQL, PlainSql.class));
            }
        }
        Path published = folder.resolve("job").resolve("latest").toRealPath();
        Totals totals = Totals.of(published);
        for (String other : sqls.isEmpty() ? List.of(PLAIN) : List.of(PLAIN, SQL)) {
            Totals itsOwn = Totals.of(folder.resolve(other));
            if (!totals.equals(itsOwn)) {
                throw new IllegalStateException("the totals differ" + System.lineSeparator() + "  job: " + totals
                        + System.lineSeparator() + "  " + other + ": " + itsOwn);
            }
        }
        Optional<MeasuredRun> sql = sqls.isEmpty() ? Optional.empty() : Optional.of(middle(sqls));
        return new Result(middle(jobs), middle(plains), sql, totals, bytes(input), bytes(published));
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

    private MeasuredRun java(String name, Class<?> program, String... more) throws IOException, InterruptedException {
        Path output = folder.resolve(name);
        delete(output);
        List<String> command = new ArrayList<>(List.of(
                java(),
                PLAIN_HEAP,
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                input.toString(),
                output.toString()));
        command.addAll(List.of(more));
        MeasuredRun run = measured(command, Map.of(), name + ".log");
        if (run.exitCode() != 0) {
            throw failed(name);
        }
        return run;
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
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
