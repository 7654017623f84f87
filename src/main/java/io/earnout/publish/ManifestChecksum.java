package io.earnout.publish;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The last entry of a manifest: the SHA-256 of all bytes before it, so that a change of the manifest itself is found. */
final class ManifestChecksum {

    private static final String BEGIN = ",\n  \"seal\": \"";
    private static final String END = "\n}\n";

    private ManifestChecksum() {}

    /** Appends the entry to a manifest that ends in a closing brace on a line of its own. */
    static String on(String manifest) {
        return withHash(manifest.substring(0, manifest.length() - END.length()));
    }

    private static String withHash(String body) {
        return body + BEGIN + Sha256.of(body.getBytes(StandardCharsets.UTF_8)) + "\"" + END;
    }

    /** Whether a manifest is exactly as it was written. */
    static boolean fits(byte[] manifest) {
        String text = new String(manifest, StandardCharsets.UTF_8);
        int begins = text.lastIndexOf(BEGIN);
        // bytes that aren't UTF-8 would not give the same text again
        return begins > 0
                && Arrays.equals(manifest, withHash(text.substring(0, begins)).getBytes(StandardCharsets.UTF_8));
    }
}
