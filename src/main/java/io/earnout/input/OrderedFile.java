package io.earnout.input;

import java.nio.file.Path;

/**
 * A file whose agreement ids ascend.
 *
 * @param path where its records are
 * @param file what the user calls it
 * @param numbered whether each record has its line number in front, as a cell of its own, and there is no header
 */
record OrderedFile(Path path, InputFile file, Layout layout, boolean numbered) {

    int ownerCell() {
        return (numbered ? 1 : 0) + layout.cellOf(file.format().owner());
    }
}
