package io.earnout.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What one process took: time on the wall, time of its processors, and the most memory that was resident. The last two
 * are the kernel's own counts, read every few milliseconds until the process has ended.
 *
 * @param peakKib the most resident memory; 0 where the system has no /proc
 * @param heapLimits the heap limits on its command line, the last of which holds
 */
record MeasuredRun(int exitCode, Duration wall, Duration cpu, long peakKib, List<String> heapLimits) {

    private static final long EVERY_MILLISECONDS = 10;

    /** Runs a command to its end, what it prints going into the log. */
    static MeasuredRun of(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Duration cpu = Duration.ZERO;
        long peakKib = 0;
        List<String> heapLimits = List.of();
        long started = System.nanoTime();
        Process process = builder.start();
        try {
            while (!process.waitFor(EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                ProcessHandle.Info info = process.info();
                cpu = info.totalCpuDuration().orElse(cpu);
                peakKib = Math.max(peakKib, peakKibOf(process.pid()));
                if (heapLimits.isEmpty()) {
                    heapLimits = Stream.of(info.arguments().orElse(new String[0]))
                            .filter(argument -> argument.startsWith("-Xmx"))
                            .toList();
                }
            }
        } finally {
            process.destroy();
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - started);
        return new MeasuredRun(process.exitValue(), wall, cpu, peakKib, heapLimits);
    }

    private static long peakKibOf(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    double seconds() {
        return wall.toNanos() / 1e9;
    }

    double cpuSeconds() {
        return cpu.toNanos() / 1e9;
    }

    long peakMib() {
        return peakKib / 1024;
    }
}
