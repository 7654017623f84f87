package io.earnout.publish;

import java.nio.charset.StandardCharsets;

/** An identifier of the input as a part of a file name: valid on every file system, and unique. */
public final class SafeName {

    private static final int LONGEST = 60;

    private static final int DIGITS = 8;

    private SafeName() {}

    /** The identifier itself where it is valid; otherwise its valid characters, with a part of its SHA-256. */
    public static String of(String identifier) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < identifier.length() && safe.length() < LONGEST; i++) {
            char c = identifier.charAt(i);
            boolean letterOrDigit = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            boolean harmless = letterOrDigit || c == '-' || ((c == '_' || c == '.') && i > 0);
            safe.append(harmless ? c : '_');
        }
        return safe.toString().equals(identifier)
                ? identifier
                : safe + "-"
                        + Sha256.of(identifier.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
