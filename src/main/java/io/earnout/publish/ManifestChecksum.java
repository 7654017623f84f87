package io.earnout.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The end of a manifest: sums over all that stands before them, which find a byte that is otherwise, and the hash of all that
 * stands before it, which proves it.
 */
final class ManifestChecksum {

    private static final String NAME = "seal";

    private static final String SUMS_BEGIN = ",\n  \"" + Manifest.SUMS + "\": \"";
    private static final String SEAL_BEGINS = ",\n  \"" + NAME + "\": \"";
    private static final String END = "\n}\n";

    private static final int LENGTH =
            SUMS_BEGIN.length() + ByteSums.DIGITS + 1 + SEAL_BEGINS.length() + Sha256.DIGITS + 1 + END.length();

    private ManifestChecksum() {}

    /** Seals a manifest. */
    static String on(String manifest) {
        String body = manifest.substring(0, manifest.length() - END.length());
        ByteSums sums = ByteSums.of(body.getBytes(StandardCharsets.UTF_8));
        return withHash(body + SUMS_BEGIN + sums.inHex() + "\"");
    }

    private static String withHash(String body) {
        return body + SEAL_BEGINS + Sha256.of(body.getBytes(StandardCharsets.UTF_8)) + "\"" + END;
    }

    /** Whether a manifest is as it was written, to the byte; one from before there were sums in the seal too. */
    static boolean fits(byte[] manifest) {
        String text = new String(manifest, StandardCharsets.UTF_8);
        int seal = text.lastIndexOf(SEAL_BEGINS);
        // what isn't UTF-8 was not written by us, and would not be the same text again
        return seal > 0
                && Arrays.equals(manifest, withHash(text.substring(0, seal)).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a manifest has a seal, fitting or not. Those of the first layout have none. */
    static boolean isOn(byte[] manifest) {
        return new String(manifest, StandardCharsets.UTF_8).contains("\"" + NAME + "\"");
    }

    /** A manifest as it was written, if all but one byte of it is; nothing if more is otherwise. */
    static Optional<byte[]> whole(byte[] now) throws IOException {
        int end = now.length - LENGTH;
        if (end < 0) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(now, end);
        Optional<byte[]> asItStands = sealedButForOneByte(body, now);
        if (asItStands.isPresent()) {
            return asItStands;
        }
        String sums = new String(now, end + SUMS_BEGIN.length(), ByteSums.DIGITS, StandardCharsets.ISO_8859_1);
        Optional<ByteSums> written = ByteSums.ofHex(sums);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<ByteSums.OtherByte> one = written.get().oneByteBefore(ByteSums.of(body), at -> body[(int) at] & 0xFF);
        if (one.isEmpty()) {
            return Optional.empty();
        }
        body[(int) one.get().at()] = (byte) one.get().was();
        return sealedButForOneByte(body, now);
    }

    /** What begins like this, with its seal; nothing if that is not what is there now but for one byte. */
    private static Optional<byte[]> sealedButForOneByte(byte[] body, byte[] now) {
        byte[] sealed = on(new String(body, StandardCharsets.UTF_8) + END).getBytes(StandardCharsets.UTF_8);
        int first = Arrays.mismatch(sealed, now);
        boolean isOne = sealed.length == now.length
                && first >= 0
                && Arrays.mismatch(sealed, first + 1, sealed.length, now, first + 1, now.length) < 0;
        return isOne ? Optional.of(sealed) : Optional.empty();
    }
}
