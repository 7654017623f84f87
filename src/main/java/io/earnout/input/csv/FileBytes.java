package io.earnout.input.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;

/** The bytes of an open file, from its beginning to its end; a failure to read them is an {@link UncheckedIOException}. */
final class FileBytes implements AutoCloseable {

    private static final int BUFFER = 1024 * 1024;
    private static final int SMALLEST_BUFFER = 2 * RecordScanner.LONGEST_RECORD;
    private static final int FOR_ALL_BUFFERS = 32 * BUFFER;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;

    private FileBytes(InputStream in) {
        this.in = in;
    }

    static FileBytes of(Path file) {
        return new FileBytes(stream(file));
    }

    /** How large a buffer may be where several files are open at a time and share the memory. */
    static int buffer(int atATime) {
        return Math.max(SMALLEST_BUFFER, Math.min(BUFFER, FOR_ALL_BUFFERS / atATime));
    }

    /** How many bytes at the beginning of a file say only that it is in UTF-8. */
    static int byteOrderMark(byte[] buffer, int filled) {
        return filled >= 3 && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3) ? 3 : 0;
    }

    static FileBytes none() {
        return new FileBytes(InputStream.nullInputStream());
    }

    /**
     * The same, added up on the way.
     *
     * @param sum over what is read
     */
    static FileBytes of(Path file, Checksum sum) {
        return new FileBytes(new CheckedInputStream(stream(file), sum));
    }

    private static InputStream stream(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills the buffer from a place on; returns the number of bytes read, which is too small only at the end of the file. */
    int read(byte[] buffer, int from) {
        try {
            return in.readNBytes(buffer, from, buffer.length - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
