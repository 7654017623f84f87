package io.earnout.input.csv;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Checksum;

/**
 * Goes through a CSV file record by record (RFC 4180) without interpreting the cells: where a record begins and ends, on
 * which line it begins, and whether its quotes are in order. A record may span lines inside quotes.
 *
 * <p>The bytes of the current record are {@code bytes()[start()..end())}, valid until the next {@link #next()}.
 */
final class RecordScanner implements AutoCloseable {

    /** The most bytes that a record may have. */
    static final int LONGEST_RECORD = 64 * 1024;

    /** Room for the line number that {@link DiskSort} puts in front of a record. */
    private static final int LINE_NUMBER = 16;

    private final FileBytes in;
    private final int longestRecord;
    private byte[] buffer;
    private int filled;
    private int position;
    private boolean ended;
    private byte separator;

    private int start;
    private int end;
    private int line;
    private int nextLine = 1;
    private boolean quoted;
    private boolean quotesBroken;
    private boolean returnsInside;
    private int cells;
    private long bytesBefore;
    private ScanFault fault = ScanFault.NONE;

    private RecordScanner(FileBytes in, int buffer, int longestRecord, Separator separator) {
        this.in = in;
        this.buffer = new byte[buffer];
        this.longestRecord = longestRecord;
        this.separator = separator.sign();
        fill();
        position = FileBytes.byteOrderMark(this.buffer, filled);
    }

    /** Of a file that can't be opened. */
    static RecordScanner ofNothing() {
        return new RecordScanner(FileBytes.none(), 1, LONGEST_RECORD, Separator.COMMA);
    }

    /** Goes through a file of the user's. */
    static RecordScanner open(Path file) {
        return open(file, 1);
    }

    /** The same, where several files are open at a time and share the memory. */
    static RecordScanner open(Path file, int atATime) {
        return new RecordScanner(FileBytes.of(file), FileBytes.buffer(atATime), LONGEST_RECORD, Separator.COMMA);
    }

    /** Goes through a file whose records have their line numbers in front; the sum is over what is read. */
    static RecordScanner openNumbered(Path file, int atATime, Checksum sum, Separator separator) {
        int longest = LONGEST_RECORD + LINE_NUMBER;
        return new RecordScanner(FileBytes.of(file, sum), FileBytes.buffer(atATime), longest, separator);
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The line on which the record begins, 1 for the first. */
    int line() {
        return line;
    }

    /** Whether the record spans more than one line. */
    boolean spansLines() {
        return nextLine - line > 1;
    }

    /** Whether a quote is where none may be: inside an unquoted cell, or behind a closed one. */
    boolean quotesBroken() {
        return quotesBroken;
    }

    /** Whether it has a double quote at all; only then the scanner knows how many cells it has. */
    boolean isQuoted() {
        return quoted;
    }

    /** How many cells a record with quotes has. */
    int cells() {
        return cells;
    }

    /** Whether a record with quotes has a carriage return outside of them, and not at its end. */
    boolean returnsInside() {
        return returnsInside;
    }

    /** How many bytes of the file lie behind it. */
    long bytesRead() {
        return bytesBefore + position;
    }

    /** Why the scanner stopped before the end of the file; the line is {@link #line()}. */
    ScanFault fault() {
        return fault;
    }

    /** What stands between the cells. */
    byte separator() {
        return separator;
    }

    /** Steps to the first record that isn't an empty row: the header. False if there is none, or at a fault. */
    boolean header() {
        while (next()) {
            if (!Separator.isEmptyRow(buffer, start, end)) {
                return true;
            }
        }
        return false;
    }

    /** Reads the header once more, and all records after it, with the separator of the file. */
    void separatedBy(Separator of) {
        if (of.sign() != separator) {
            separator = of.sign();
            position = start;
            nextLine = line;
            step();
        }
    }

    /** Steps to the next record that isn't an empty line. False at the end of the file, or at a fault. */
    boolean next() {
        while (step()) {
            if (end > start) {
                return true;
            }
        }
        return false;
    }

    private boolean step() {
        start = position;
        line = nextLine;
        quoted = false;
        quotesBroken = false;
        returnsInside = false;
        int i = position;
        while (true) {
            if (i == filled) {
                i -= makeRoom();
                if (i == filled) {
                    return endOfFile(i);
                }
            }
            byte b = buffer[i];
            if (b == '\n') {
                return endOfRecord(i);
            }
            if (b == '"') {
                return stepQuoted();
            }
            i++;
            if (i - start > longestRecord) {
                return stop(ScanFault.TOO_LONG);
            }
        }
    }

    /** A record with quotes, from its beginning: the slow way, which knows in which part of a cell it is. */
    private boolean stepQuoted() {
        boolean cellBegins = true;
        boolean inQuotes = false;
        boolean closed = false;
        boolean returned = false;
        quoted = true;
        cells = 1;
        int i = start;
        while (true) {
            if (i == filled) {
                i -= makeRoom();
                if (i == filled) {
                    return inQuotes ? stop(ScanFault.QUOTE_NOT_CLOSED) : endOfFile(i);
                }
            }
            byte b = buffer[i];
            if (!inQuotes && returned && b != '\r' && b != '\n') {
                returnsInside = true;
                quotesBroken = true;
                returned = false;
            }
            if (inQuotes) {
                if (b == '"') {
                    inQuotes = false;
                    closed = true;
                } else if (b == '\n') {
                    nextLine++;
                }
            } else if (b == '\n') {
                return endOfRecord(i);
            } else if (b == '\r') {
                returned = true; // at the end of the line, unless something follows
            } else if (b == '"') {
                // directly behind a closing quote it is an escaped one, and the cell goes on
                quotesBroken |= !cellBegins && !closed;
                inQuotes = cellBegins || closed;
                closed = false;
                cellBegins = false;
            } else if (b == separator) {
                cells++;
                cellBegins = true;
                closed = false;
            } else {
                quotesBroken |= closed;
                closed = false;
                cellBegins = false;
            }
            i++;
            if (i - start > longestRecord) {
                return stop(inQuotes ? ScanFault.QUOTE_NOT_CLOSED : ScanFault.TOO_LONG);
            }
        }
    }

    private boolean endOfRecord(int newline) {
        end = withoutCarriageReturns(newline);
        position = newline + 1;
        nextLine++;
        return true;
    }

    private boolean endOfFile(int at) {
        end = withoutCarriageReturns(at);
        position = at;
        if (at == start) {
            return false;
        }
        nextLine++;
        return true;
    }

    /** Carriage returns belong to the end of the line: one, or more where a program turned line ends twice. */
    private int withoutCarriageReturns(int at) {
        int last = at;
        while (last > start && buffer[last - 1] == '\r') {
            last--;
        }
        return last;
    }

    private boolean stop(ScanFault reason) {
        fault = reason;
        return false;
    }

    /** Moves the current record to the front and reads on; returns by how much it moved. */
    private int makeRoom() {
        if (ended) {
            return 0;
        }
        int moved = start;
        bytesBefore += moved;
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= moved;
        position -= moved;
        start = 0;
        fill();
        return moved;
    }

    private void fill() {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        filled += in.read(buffer, filled);
        ended = filled < buffer.length;
    }

    @Override
    public void close() {
        in.close();
    }
}
