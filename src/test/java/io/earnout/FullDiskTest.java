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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk fills up, can't be written, or files are taken away while a run works: nothing is published, what was published
 * before stays, and once there is room the next run publishes what it would have.
 */
@DisplayName("A disk that fails")
@Tag("nothing-lost")
class FullDiskTest {

    private static final int AGREEMENTS = Attempts.size("full-disks.agreements", 2, 6);
    private static final int DISKS = Attempts.size("full-disks", 2, 100);

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
        String run = "'" + String.join("' '", ProgramJar.start()) + "' --as-of " + JobProcess.AS_OF + " --input '"
                + input + "' --output '" + output + "'";
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

    /** Full in the middle of any file: of the staging, the papers, the manifest. */
    @Test
    void nothingIsPublishedOnAFullDisk() throws IOException, InterruptedException {
        assumeTrue(canMount(), "left out: this system lets nobody mount a small disk");
        Attempts tries = new Attempts("a disk that is full");
        JobProcess undisturbed = JobProcess.start(input, folder.resolve("undisturbed"));
        undisturbed.end();
        Map<String, Long> published = bytes(folder.resolve("undisturbed"));
        long all = published.values().stream().mapToLong(Long::longValue).sum();
        for (int disk = 1; disk <= DISKS; disk++) {
            long kibibytes = all * disk / (DISKS + 1) / 1024;
            String told = onASmallDisk(
                    kibibytes + "k",
                    "run; ls -A '" + output + "'; mount -o remount,size=200m '" + output + "'; echo again; run; cd '"
                            + output + "/latest' && find . -type f -exec stat -c '%n %s' {} +");
            String[] runs = told.split("again\n", -1);
            String which = kibibytes + " of " + all / 1024 + " KiB: ";
            tries.tried(runs[0].contains("exit 73") ? "exit 73" : "another end");
            if (runs.length != 2
                    || !runs[0].contains("exit 73")
                    || runs[0].contains("latest")
                    || runs[0].contains(".staging\n")) {
                tries.lost(which + told);
            } else if (!runs[1].contains("exit 0") && !runs[1].contains("exit 2")) {
                tries.lost(which + "the next run does not publish " + told);
            }
            for (Map.Entry<String, Long> file : published.entrySet()) {
                if (!told.contains("./" + file.getKey() + " " + file.getValue() + "\n")) {
                    tries.lost(which + file + " " + told);
                }
            }
        }
        tries.assertNothingLost();
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
        assertTrue(exit == 73 || exit == 0 || exit == 2, run.told());
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
