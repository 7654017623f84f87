package io.earnout.batch;

import io.earnout.escrow.finding.Finding;
import io.earnout.output.CsvBuffer;
import io.earnout.output.ExceptionsFile;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes findings to disk as they are found, since there can be as many as there are rows. */
final class ExceptionsSpool implements Consumer<Finding>, AutoCloseable {

    private static final int FLUSH_AT = 256 * 1024;

    private final OutputStream out;
    private final FindingsOfTheRun findings;
    private CsvBuffer rows = new CsvBuffer(FLUSH_AT);
    private boolean stops;

    private ExceptionsSpool(OutputStream out, FindingsOfTheRun findings) {
        this.out = out;
        this.findings = findings;
    }

    static ExceptionsSpool open(Path file, FindingsOfTheRun findings, ControlSums sums) throws IOException {
        String name = file.getFileName().toString();
        return new ExceptionsSpool(sums.begin(name, FilePermissions.create(file)), findings);
    }

    @Override
    public void accept(Finding finding) {
        stops |= finding.code().stopsTheRun();
        findings.add(finding);
        ExceptionsFile.write(finding, rows);
        if (rows.length() >= FLUSH_AT) {
            flush();
        }
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
