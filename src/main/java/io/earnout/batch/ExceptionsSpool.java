package io.earnout.batch;

import io.earnout.escrow.finding.Finding;
import io.earnout.output.CsvBuffer;
import io.earnout.output.ExceptionsFile;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes findings to disk as they are found, since there can be as many as there are rows. */
final class ExceptionsSpool implements Consumer<Finding>, AutoCloseable {

    private static final int FLUSH_AT = 256 * 1024;

    private final Path file;
    private final OutputStream out;
    private final FindingsOfTheRun findings;
    private final ControlSums sums;
    private CsvBuffer rows = new CsvBuffer(FLUSH_AT);
    private boolean stops;

    private ExceptionsSpool(Path file, FindingsOfTheRun findings, ControlSums sums) throws IOException {
        this.file = file;
        this.out = sums.beginTemporary(file.getFileName().toString(), FilePermissions.create(file));
        this.findings = findings;
        this.sums = sums;
    }

    static ExceptionsSpool open(Path file, FindingsOfTheRun findings, ControlSums sums) throws IOException {
        Files.deleteIfExists(file);
        return new ExceptionsSpool(file, findings, sums);
    }

    @Override
    public void accept(Finding finding) {
        stops |= finding.code().stopsTheRun();
        findings.add(finding);
        write(finding);
    }

    /** Writes the row of something that was counted elsewhere. */
    void write(Finding finding) {
        ExceptionsFile.write(finding, rows);
        if (rows.length() >= FLUSH_AT) {
            flush();
        }
    }

    /** Takes all that another one took, which is closed. */
    void append(ExceptionsSpool other) throws IOException {
        stops |= other.stops;
        findings.add(other.findings);
        flush();
        sums.copy(other.file, out);
    }

    /** Whether one of the findings stops the run. */
    boolean stopsTheRun() {
        return stops;
    }

    private void flush() {
        try {
            rows.writeTo(out);
            rows = new CsvBuffer(FLUSH_AT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
