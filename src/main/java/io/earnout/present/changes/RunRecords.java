package io.earnout.present.changes;

import io.earnout.output.OutputFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of one of our own CSV files, as bytes, agreement by agreement: all rows of a published file are in the order
 * of their agreement ids.
 */
final class RunRecords implements AutoCloseable {

    private static final int BUFFER = 512 * 1024;

    private final InputStream in;
    private final int idCell;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream(512);
    private final List<String> columns;
    private byte[] ahead = new byte[0];
    private byte[] aheadId = new byte[0];
    private boolean ended;

    private RunRecords(InputStream in, int idCell) throws IOException {
        this.in = in;
        this.idCell = idCell;
        read();
        this.columns = ended ? List.of() : List.of(new String(ahead, StandardCharsets.UTF_8).split(",", -1));
        do {
            read();
        } while (!ended && aheadId.length == 0); // rows that belong to no agreement come first
    }

    /** Opens a file; one that is not there has no records. */
    static RunRecords open(Path folder, OutputFile file) throws IOException {
        Path path = folder.resolve(file.fileName());
        return new RunRecords(
                Files.isRegularFile(path)
                        ? new BufferedInputStream(Files.newInputStream(path), BUFFER)
                        : InputStream.nullInputStream(),
                file.columns().indexOf("agreement_id"));
    }

    List<String> columns() {
        return columns;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Whose record comes next; empty at the end. */
    byte[] nextId() {
        return aheadId;
    }

    /** The records of an agreement, in the order of the file; none if others come next. */
    List<byte[]> of(byte[] agreementId) throws IOException {
        List<byte[]> records = new ArrayList<>(8);
        while (!ended && Arrays.equals(aheadId, agreementId)) {
            records.add(ahead);
            read();
        }
        return records;
    }

    private void read() throws IOException {
        record.reset();
        boolean quoted = false;
        int b = in.read();
        ended = b < 0;
        for (; b >= 0 && (quoted || b != '\n'); b = in.read()) {
            quoted ^= b == '"';
            record.write(b);
        }
        ahead = record.toByteArray();
        aheadId = idOf(ahead);
    }

    /** The cell that names the agreement, without its quotes. */
    private byte[] idOf(byte[] row) {
        int from = 0;
        for (int cell = 0; cell < idCell; cell++) {
            from = endOfCell(row, from) + 1;
        }
        if (from >= row.length || row[from] != '"') {
            return from >= row.length ? new byte[0] : Arrays.copyOfRange(row, from, endOfCell(row, from));
        }
        String quoted = new String(row, from + 1, endOfCell(row, from) - from - 2, StandardCharsets.UTF_8);
        return quoted.replace("\"\"", "\"").getBytes(StandardCharsets.UTF_8);
    }

    private static int endOfCell(byte[] row, int from) {
        int end = from;
        boolean quoted = false;
        while (end < row.length && (quoted || row[end] != ',')) {
            quoted ^= row[end] == '"';
            end++;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
