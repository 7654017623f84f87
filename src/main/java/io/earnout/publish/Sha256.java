package io.earnout.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in lower-case hexadecimal. */
public final class Sha256 {

    /** Of a hash in hexadecimal. */
    static final int DIGITS = 64;

    private static final int BUFFER = 256 * 1024;

    private Sha256() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(start().digest(bytes));
    }

    public static String of(Path file) throws IOException {
        return of(file, -1, 0);
    }

    /** Of the file as it would be with another byte at a place. */
    static String of(Path file, long at, int other) throws IOException {
        MessageDigest sha256 = start();
        byte[] buffer = new byte[BUFFER];
        long begins = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (at >= begins && at < begins + read) {
                    buffer[(int) (at - begins)] = (byte) other;
                }
                sha256.update(buffer, 0, read);
                begins += read;
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
