package io.earnout.escrow.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The number of a joint written instruction, made of what it says and of its place among the year's instructions: {@code
 * KAIXIN-2025-AY2-d87f88d8}, the second one {@code KAIXIN-2025-AY2-1f0c77ab-2}. The same quantities, report, reading and place always get the
 * same number, and no two instructions share one. No clock is in it, so that a rerun drafts the same instruction.
 */
final class InstructionNumber {

    private static final HexFormat HEX = HexFormat.of();

    /** One for each thread: to look it up among the providers took twice the memory of what it is used for. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(InstructionNumber::sha256);

    private InstructionNumber() {}

    static String of(String agreementId, int year, String content, int place) {
        String first = agreementId + "-AY" + year + "-" + digest(content);
        return place == 1 ? first : first + "-" + place;
    }

    /** Whether a number is made of the same content as {@code first}, whichever of the year's instructions it is of. */
    static boolean isThatOf(String first, String number) {
        return number.startsWith(first)
                && (number.length() == first.length() || isPlace(number.substring(first.length())));
    }

    /** {@code -2} to {@code -9999}. */
    private static boolean isPlace(String end) {
        if (end.length() < 2 || end.length() > 5 || end.charAt(0) != '-' || end.charAt(1) == '0' || end.equals("-1")) {
            return false;
        }
        for (int i = 1; i < end.length(); i++) {
            if (end.charAt(i) < '0' || end.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String digest(String content) {
        return HEX.formatHex(SHA_256.get().digest(content.getBytes(StandardCharsets.UTF_8)), 0, 4);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
