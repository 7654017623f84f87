package io.earnout.present.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;

/**
 * Which characters can be printed in a paper: those that its typeface shows, from left to right. What stands from right to
 * left, changes the direction, or is a picture, is none of them: it would print as a box, or in another order than it was
 * written.
 */
final class Printability {

    /** Text of these alone is decided without the typeface. */
    private static final int LATIN = 0x100;

    private static final int SOFT_HYPHEN = 0xAD;

    private Printability() {}

    /** Read on first use: most texts are Latin. */
    private static final class Shown {
        private static final BitSet BY_TYPEFACE = read();

        private static BitSet read() {
            BitSet shown = new BitSet();
            try {
                CmapLookup glyphs = Typeface.font().getUnicodeCmapLookup();
                for (int c = LATIN; c <= Character.MAX_CODE_POINT; c++) {
                    if (glyphs.getGlyphId(c) != 0 && isPlain(c)) {
                        shown.set(c);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return shown;
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
        return character != SOFT_HYPHEN && Shown.BY_TYPEFACE.get(character);
    }

    /** The text with a name, e.g. {@code U+1F600}, in place of each character that can't be printed. */
    static String spelt(String text) {
        if (firstUnprintable(text).isEmpty()) {
            return text;
        }
        StringBuilder spelt = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (firstUnprintable(Character.toString(character)).isEmpty()) {
                spelt.appendCodePoint(character);
            } else {
                spelt.append('[').append(name(character)).append(']');
            }
        });
        return spelt.toString();
    }

    /** {@code U+1F600}. */
    static String name(int character) {
        return "U+" + String.format(Locale.ROOT, "%04X", character);
    }
}
