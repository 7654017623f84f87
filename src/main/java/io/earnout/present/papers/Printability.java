package io.earnout.present.papers;

import io.earnout.escrow.finding.HiddenCharacters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;

/**
 * Which characters can be printed in a paper: those of its typeface that run from left to right. Others would print as a
 * box, or in another order than they were written.
 */
final class Printability {

    /** Text of these alone is decided without the typeface. */
    private static final int LATIN = 0x100;

    private static final int SOFT_HYPHEN = 0xAD;

    private Printability() {}

    /** Read on first use: most texts are Latin. */
    private static final class Shown {
        private static final CmapLookup GLYPHS = read();

        private static CmapLookup read() {
            try {
                return Typeface.font().getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isPlain(int c) {
        byte direction = Character.getDirectionality(c);
        int type = Character.getType(c);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED;
    }

    /** The first character that can't be printed; nothing if all can. */
    static OptionalInt firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= LATIN || c == SOFT_HYPHEN) {
                int character = text.codePointAt(i);
                if (!isShown(character)) {
                    return OptionalInt.of(character);
                }
                i += Character.charCount(character) - 1;
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isShown(int character) {
        return character != SOFT_HYPHEN && Shown.GLYPHS.getGlyphId(character) != 0 && isPlain(character);
    }

    /** The text with {@code ‹U+1F600›} in the place of each character that can't be printed. */
    static String spelledOut(String text) {
        return HiddenCharacters.spelledOut(
                text,
                character -> firstUnprintable(Character.toString(character)).isPresent());
    }
}
