package io.earnout.input.csv;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A file whose agreement ids ascend.
 *
 * @param path where its records are
 * @param file what the user calls it
 * @param controlSum over the bytes of a file that was brought into order by us (CRC-32C); {@link #AS_IT_STANDS} for the
 *     user's own
 */
public record OrderedFile(Path path, InputFile file, Layout layout, long controlSum) {

    static final long AS_IT_STANDS = -1;

    /** Whether each record has its line number in front, as a cell of its own, and there is no header. */
    boolean numbered() {
        return controlSum != AS_IT_STANDS;
    }

    /** Its size; 0 if the file can't be found. */
    public long bytes() {
        return path.toFile().length();
    }

    int ownerCell() {
        return (numbered() ? 1 : 0) + layout.cellOf(file.schema().owner());
    }

    /** A copy that we made, and that is no longer what we made. */
    static FileSystemException changed(Path copy) {
        return new FileSystemException(
                copy.toString(), null, "was changed or taken away while the run worked; run again");
    }
}
