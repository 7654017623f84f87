package io.earnout.escrow.finding;

import java.util.HexFormat;
import java.util.function.IntPredicate;

/** Characters that can't be seen, or pass for a plain space or hyphen: a reader who looks for a difference must see them. */
public final class HiddenCharacters {

    /** Letters and marks that show nothing. */
    private static final String BLANK = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    /** Signs that look like the plain hyphen. */
    private static final String LIKE_A_HYPHEN = "\u2010\u2011\u2012\u2212\uFE63";

    private HiddenCharacters() {}

    /** The text with {@code ‹U+200B›} in the place of a character that can't be seen; line breaks and tabs stay. */
    public static String spelledOut(String text) {
        if (isPlain(text)) {
            return text;
        }
        return spelledOut(
                text, c -> isUnseen(c) || (Character.isSpaceChar(c) && c != ' ') || LIKE_A_HYPHEN.indexOf(c) >= 0);
    }

    /** The text with {@code ‹U+200B›} in the place of each of some characters. */
    public static String spelledOut(String text, IntPredicate which) {
        if (text.codePoints().noneMatch(which)) {
            return text;
        }
        StringBuilder spelled = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (which.test(c)) {
                spelled.append(spelled(c));
            } else {
                spelled.appendCodePoint(c);
            }
        });
        return spelled.toString();
    }

    /** The character's number in Unicode: {@code ‹U+200B›}. */
    public static String spelled(int character) {
        HexFormat hex = HexFormat.of().withUpperCase();
        return "\u2039U+"
                + (character > 0xFFFF ? hex.toHexDigits(character, 6).substring(1) : hex.toHexDigits((char) character))
                + '\u203A';
    }

    /** Whether the character shows nothing, or turns the text around it; spaces and control characters aside. */
    public static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
            default -> BLANK.indexOf(character) >= 0;
        };
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
