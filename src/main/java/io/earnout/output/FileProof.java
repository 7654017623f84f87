package io.earnout.output;

import java.io.IOException;
import java.nio.file.Path;

/** What proves a published file, and what finds a byte of it that is otherwise. */
record FileProof(String sha256, ByteSums sums) {

    static FileProof of(Path file) throws IOException {
        return new FileProof(Sha256.of(file), ByteSums.of(file));
    }
}
