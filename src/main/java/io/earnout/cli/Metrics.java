package io.earnout.cli;

import io.earnout.escrow.finding.Severity;
import io.earnout.input.InputFolder;
import io.earnout.output.CsvRows;
import io.earnout.output.OutputFile;
import io.earnout.publish.Manifest;
import io.earnout.publish.ManifestFile;
import io.earnout.publish.Publication;
import io.earnout.publish.Verification;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A text file for the node exporter of Prometheus: when the program ran, how that ended, and what the latest published run says.
 * It is written as a whole, also when a run failed or nothing changed. It is the only file that shows the clock.
 */
final class Metrics {

    private static final String LAST_SUCCESS = "earnout_last_success_timestamp_seconds";

    private final StringBuilder text = new StringBuilder();
    private final Path file;

    private long openItems;
    private long missed;
    private Optional<LocalDate> next = Optional.empty();

    private Metrics(Path file) {
        this.file = file;
    }

    /** Whether the file can be created or replaced where it is. */
    static boolean isPossible(Path file) {
        return !Files.isDirectory(file) && Files.isDirectory(folderOf(file));
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
    }

    /**
     * Writes the file after a run.
     *
     * @param output the output folder, whose latest run is shown
     * @param exit how this run ended
     */
    static void write(Path file, Path output, ExitCode exit, Instant now) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Metrics metrics = new Metrics(real);
        metrics.ofThisRun(exit, now.getEpochSecond());
        metrics.ofTheLatest(output.resolve(Publication.LATEST));
        metrics.replace();
    }

    private void ofThisRun(ExitCode exit, long now) throws IOException {
        gauge("earnout_last_run_timestamp_seconds", "When the program ran last.", now);
        gauge("earnout_last_run_exit_code", "How it ended: 0 and 2 are a success, 2 needs a person.", exit.code());
        boolean isSuccess = exit == ExitCode.DONE || exit == ExitCode.NEEDS_A_PERSON;
        Optional<Long> success = isSuccess ? Optional.of(now) : lastSuccess();
        success.ifPresent(time -> gauge(LAST_SUCCESS, "When a run last ended with 0 or 2.", time));
    }

    /** The time that the file to be replaced has. */
    private Optional<Long> lastSuccess() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.matches(LAST_SUCCESS + " [0-9]{1,18}"))
                .map(line -> Long.valueOf(line.substring(LAST_SUCCESS.length() + 1)))
                .findFirst();
    }

    private void ofTheLatest(Path run) throws IOException {
        if (!Files.isDirectory(run) || !Verification.isManifestUnchanged(run)) {
            return;
        }
        Manifest manifest = ManifestFile.read(run);
        String error = Severity.ERROR.name().toLowerCase(Locale.ROOT);
        CsvRows.forEach(
                run.resolve(OutputFile.EXCEPTIONS.fileName()),
                row -> openItems += error.equals(row.get("severity")) ? 1 : 0);
        CsvRows.forEach(run.resolve(OutputFile.DEADLINES.fileName()), this::add);
        gauge(
                "earnout_as_of_timestamp_seconds",
                "The as-of date of the latest run.",
                seconds(manifest.identity().asOf()));
        gauge(
                "earnout_open_items",
                "Errors in exceptions.csv of the latest run, each of which needs a person.",
                openItems);
        gauge("earnout_missed_deadlines", "Deadlines that were missed.", missed);
        next.ifPresent(day -> gauge(
                "earnout_next_deadline_timestamp_seconds",
                "The day of the next deadline, at its beginning in UTC.",
                seconds(day)));
        Map<String, BigInteger> totals = manifest.totals();
        gauge("earnout_agreements", "Agreements.", total(totals, "agreements"));
        gauge("earnout_shares_held", "Shares that are held.", total(totals, "held_shares"));
        gauge(
                "earnout_shares_to_instruct",
                "Shares to put into an instruction now.",
                total(totals, "shares_to_instruct"));
        gauge(
                "earnout_shares_instructed",
                "Shares that are instructed and not transferred yet.",
                total(totals, "instructed_shares"));
    }

    private void add(Map<String, String> deadline) {
        if ("MISSED".equals(deadline.get("status"))) {
            missed++;
            return;
        }
        Optional<LocalDate> day = InputFolder.day(deadline.getOrDefault("due_on", ""));
        if (day.isPresent() && (next.isEmpty() || day.get().isBefore(next.get()))) {
            next = day;
        }
    }

    private static long seconds(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private static BigInteger total(Map<String, BigInteger> totals, String name) {
        return totals.getOrDefault(name, BigInteger.ZERO);
    }

    private void gauge(String name, String help, Number value) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
        text.append(name).append(' ').append(value).append('\n');
    }

    /** A reader sees the file before or the file after, never a part; who may read it stays as it was. */
    private void replace() throws IOException {
        Path written = Files.createTempFile(folderOf(file), ".earnout-", ".tmp");
        try {
            Files.writeString(written, text);
            PosixFileAttributeView view = Files.getFileAttributeView(written, PosixFileAttributeView.class);
            if (view != null && Files.isRegularFile(file)) {
                PosixFileAttributes before = Files.readAttributes(file, PosixFileAttributes.class);
                view.setGroup(before.group());
                view.setPermissions(before.permissions());
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
