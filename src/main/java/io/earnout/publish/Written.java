package io.earnout.publish;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What was written into a file. Its SHA-256 goes into the manifest; CRC-32C and length, which processors compute ten times as
 * fast, are enough to see by reading the file back that the disk has what was written.
 */
final class Written {

    private final Optional<MessageDigest> sha256;
    private final CRC32C crc = new CRC32C();
    private long bytes;

    private Written(Optional<MessageDigest> sha256) {
        this.sha256 = sha256;
    }

    /** Of a file that is published. */
    static Written published() {
        return new Written(Optional.of(Sha256.start()));
    }

    /** Of a file that is deleted before the run is published. */
    static Written temporary() {
        return new Written(Optional.empty());
    }

    /** Takes what goes into a stream. */
    OutputStream into(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                out.write(from, offset, length);
                sha256.ifPresent(sum -> sum.update(from, offset, length));
                crc.update(from, offset, length);
                bytes += length;
            }
        };
    }

    String sha256() {
        return Sha256.soFar(sha256.orElseThrow());
    }

    long bytes() {
        return bytes;
    }

    /** Whether what was read back is what was written. */
    boolean is(long crcReadBack, long bytesReadBack) {
        return crc.getValue() == crcReadBack && bytes == bytesReadBack;
    }
}
