package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The disk fills up, can't be written, or files are taken away while a run works: nothing is published, what was published
 * before stays, and once there is room the next run publishes what it would have.
 */
@DisplayName("A disk that fails")
class FullDiskTest {

    private static final int AGREEMENTS = 6;

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void writesThePortfolio() throws IOException {
        input = folder.resolve("input");
        output = folder.resolve("output");
        Portfolio.ofInvented(Files.createDirectories(input), AGREEMENTS, 3);
    }

    /** A script in a namespace of its own, where a small disk can be mounted; the run's exit code and what it told. */
    private String onASmallDisk(String size, String script) throws IOException, InterruptedException {
        assumeTrue(canMount(), "left out: this system lets nobody mount a small disk");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String run = "'" + java + "' -Xmx320m -XX:TieredStopAtLevel=1 -cp '" + classPath
                + "' io.earnout.EarnoutApplication --as-of " + JobProcess.AS_OF + " --input '" + input + "' --output '"
                + output + "'";
        return shell("mkdir -p '" + output + "' && mount -t tmpfs -o size=" + size + " none '" + output
                + "' || exit 1\n" + "run() { " + run + " 2>&1; echo \"exit $?\"; }\n" + script);
    }

    private static boolean canMount() throws IOException, InterruptedException {
        return shell("mount -t tmpfs -o size=1m none /mnt && echo can").contains("can");
    }

    private static String shell(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("unshare", "-rm", "sh", "-c", script))
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }

    @ParameterizedTest(name = "a disk with room for {0}% of the run is full in the middle")
    @ValueSource(ints = {40, 95})
    void nothingIsPublishedOnAFullDisk(int percent) throws IOException, InterruptedException {
        JobProcess undisturbed = JobProcess.start(input, folder.resolve("undisturbed"));
        undisturbed.end();
        Map<String, Long> published = bytes(folder.resolve("undisturbed"));
        long kibibytes = published.values().stream().mapToLong(Long::longValue).sum() * percent / 100 / 1024;
        String told = onASmallDisk(
                kibibytes + "k",
                "run; ls -A '" + output + "'; mount -o remount,size=200m '" + output + "'; echo again; run; cd '"
                        + output + "/latest' && find . -type f -exec stat -c '%n %s' {} +");
        String[] runs = told.split("again\n", -1);
        assertEquals(2, runs.length, told);
        assertTrue(runs[0].contains("exit 73"), told);
        assertFalse(runs[0].contains("latest") || runs[0].contains(".staging\n"), told);
        assertTrue(runs[1].contains("exit 0") || runs[1].contains("exit 2"), told);
        for (Map.Entry<String, Long> file : published.entrySet()) {
            assertTrue(runs[1].contains("./" + file.getKey() + " " + file.getValue() + "\n"), file + " " + told);
        }
    }

    @Test
    void aDiskThatCannotBeWrittenEndsWith73AndKeepsWhatWasPublished() throws IOException, InterruptedException {
        String told = onASmallDisk(
                "200m",
                "run; cd '" + output + "'; find . -type f -not -path './.*' | sort | xargs sha256sum >'"
                        + folder + "/before'; cp '" + input + "/agreements.csv' '" + folder + "/kept'; echo >>'" + input
                        + "/run.properties'; mount -o remount,ro '" + output
                        + "'; echo again; run; sha256sum -c --quiet '" + folder
                        + "/before' && echo untouched");
        String[] runs = told.split("again\n", -1);
        assertEquals(2, runs.length, told);
        assertTrue(runs[1].contains("exit 73"), told);
        assertTrue(runs[1].contains("untouched"), told);
    }

    @Test
    void filesTakenAwayWhileItWorksEndTheRunAndTheNextPublishes() throws IOException, InterruptedException {
        JobProcess undisturbed = JobProcess.start(input, folder.resolve("undisturbed"));
        undisturbed.end();
        JobProcess run = JobProcess.start(input, output);
        Path staging = output.resolve(".staging");
        while (run.isAlive()) {
            takeAway(staging);
        }
        int exit = run.end();
        assertTrue(exit == 73 || exit == 70 || exit == 0 || exit == 2, run.told());
        if (exit != 0 && exit != 2) {
            assertFalse(Files.exists(output.resolve("latest")), run.told());
        }
        JobProcess next = JobProcess.start(input, output);
        int last = next.end();
        assertTrue(last == 0 || last == 2, next.told());
        assertEquals(bytes(folder.resolve("undisturbed")), bytes(output));
    }

    private static void takeAway(Path staging) throws IOException {
        if (!Files.isDirectory(staging)) {
            return;
        }
        try (Stream<Path> all = Files.walk(staging)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            // the run took a folder away itself
        }
    }

    private static Map<String, Long> bytes(Path output) throws IOException {
        Path run = output.resolve("latest").toRealPath();
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(run)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes.put(run.relativize(file).toString(), Files.size(file));
            }
        }
        return bytes;
    }
}
