package io.earnout.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * What proves a published file, and what finds a byte of it that is otherwise.
 *
 * @param controlSum as {@link ControlSums} has it
 */
record FileDigest(String sha256, ByteSums sums, long controlSum) {

    private static final int BUFFER = 64 * 1024;

    static FileDigest of(Path file) throws IOException {
        Reading reading = new Reading();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                reading.take(buffer, read);
            }
        }
        return reading.proof();
    }

    /** Takes the bytes of a file as they are read. */
    static final class Reading {

        private final MessageDigest sha256 = Sha256.start();
        private final ByteSums.Adding sums = new ByteSums.Adding();
        private final CRC32C controlSum = new CRC32C();

        /** Takes the next bytes, at most a megabyte at a time. */
        void take(byte[] next, int length) {
            sha256.update(next, 0, length);
            sums.take(next, length);
            controlSum.update(next, 0, length);
        }

        /** Of all that was taken; nothing can be taken after it. */
        FileDigest proof() {
            return new FileDigest(HexFormat.of().formatHex(sha256.digest()), sums.sums(), controlSum.getValue());
        }
    }
}
