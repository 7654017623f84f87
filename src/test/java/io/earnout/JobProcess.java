package io.earnout;

import io.earnout.publish.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The job in a process of its own, as it runs in earnest: it can be killed, and several can run at once. */
final class JobProcess {

    /** After the first year of the portfolios that are invented. */
    static final String AS_OF = "2027-02-10";

    private final Process process;
    private final Path told;
    private Optional<String> toldInAll = Optional.empty();

    private JobProcess(Process process, Path told) {
        this.process = process;
        this.told = told;
    }

    /** Starts a run of the input folder into the output folder. */
    static JobProcess start(Path input, Path output) throws IOException {
        return start(List.of(), input, output);
    }

    /**
     * Starts a run by another command.
     *
     * @param launcher what stands before {@code java} on the command line
     */
    static JobProcess start(List<String> launcher, Path input, Path output) throws IOException {
        return start(launcher, Map.of(), input, output);
    }

    /**
     * Starts a run in an environment.
     *
     * @param environment what is added to it
     */
    static JobProcess start(List<String> launcher, Map<String, String> environment, Path input, Path output)
            throws IOException {
        Path told = Files.createTempFile("earnout-told-", ".txt");
        List<String> command = new ArrayList<>(launcher);
        command.addAll(ProgramJar.start());
        command.addAll(List.of("--as-of", AS_OF, "--input", input.toString(), "--output", output.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile());
        builder.environment().putAll(environment);
        return new JobProcess(builder.start(), told);
    }

    /** Waits for the end; the exit code. */
    int end() throws IOException, InterruptedException {
        int exit = process.waitFor();
        if (toldInAll.isEmpty()) {
            toldInAll = Optional.of(told());
            Files.delete(told);
        }
        return exit;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    void kill() throws IOException, InterruptedException {
        process.destroyForcibly();
        end();
    }

    /** SIGTERM, as a machine that shuts down sends it. */
    void terminate() throws IOException, InterruptedException {
        process.destroy();
        end();
    }

    /** What it printed so far. */
    String told() throws IOException {
        return toldInAll.isPresent() ? toldInAll.get() : Files.readString(told, StandardCharsets.UTF_8);
    }

    /** The SHA-256 of every file of the latest run in an output folder, by its path there. */
    static Map<String, String> hashes(Path output) throws IOException {
        Path run = output.resolve("latest").toRealPath();
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(run)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                hashes.put(run.relativize(file).toString(), Sha256.of(file));
            }
        }
        return hashes;
    }
}
