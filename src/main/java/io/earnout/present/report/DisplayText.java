package io.earnout.present.report;

import io.earnout.escrow.finding.HiddenCharacters;

/** Text from the input as a page may show it: characters that can't be seen, or turn the text around them, are spelled out. */
public final class DisplayText {

    private DisplayText() {}

    /** The text, with {@code ‹U+202E›} for a character that can't be seen. */
    public static String of(String text) {
        return HiddenCharacters.spelledOut(text, DisplayText::isHidden);
    }

    /** The beginning of a long text, for a place with little room; another place shows it in full. */
    public static String beginning(String text, int longest) {
        String visible = of(text);
        if (visible.codePointCount(0, visible.length()) <= longest) {
            return visible;
        }
        return visible.substring(0, visible.offsetByCodePoints(0, longest - 1)) + "\u2026";
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> HiddenCharacters.isUnseen(character);
        };
    }
}
