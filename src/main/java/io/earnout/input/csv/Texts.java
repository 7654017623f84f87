package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.HiddenCharacters;
import io.earnout.escrow.finding.TextSimilarity;
import java.text.Normalizer;

/** Which texts are taken from a cell, and how a value is shown to people. */
public final class Texts {

    /** The most characters of a text. */
    static final int LONGEST = 1000;

    private static final int LONGEST_SHOWN = 80;
    private static final char FIRST_WIDE = '\uFF01';
    private static final char LAST_WIDE = '\uFF5E';
    private static final char WIDE_SPACE = '\u3000';

    private Texts() {}

    /** Whether a spreadsheet would run it. */
    static boolean beginsLikeAFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /** Why a text can't be taken; null if it can. */
    @SuppressWarnings("NullAway") // a null that stays in this package and costs nothing for a million sound cells
    static FindingCode objectionTo(String text) {
        if (beginsLikeAFormula(text)) {
            return FindingCode.FORMULA_CELL;
        }
        if (text.length() > LONGEST) {
            return FindingCode.TEXT_TOO_LONG;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return FindingCode.CONTROL_CHARACTER;
            }
        }
        if (isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1))) {
            return FindingCode.SPACE_AT_EDGE;
        }
        return null;
    }

    /** Why a text can't be a name by which rows refer to each other; null if it can. */
    @SuppressWarnings("NullAway") // as above
    static FindingCode objectionToName(String text) {
        FindingCode objection = objectionTo(text);
        for (int i = 0; i < text.length() && objection == null; i++) {
            objection = text.charAt(i) < ' ' ? FindingCode.CONTROL_CHARACTER : null;
        }
        return objection;
    }

    private static boolean isControl(int c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isSpaceChar(c);
    }

    /**
     * A value as messages show it: short, and without control characters. Behind a letter that looks like a Latin one between Latin ones its number in Unicode follows
     * ; other characters that can't be seen are spelled out in every finding.
     */
    public static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        boolean hasLatin = value.chars().anyMatch(c -> c < 0x80 && Character.isLetter(c));
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            if (shown.length() >= LONGEST_SHOWN) {
                return shown.append("\u2026").toString();
            }
            int c = value.codePointAt(i);
            if (TextSimilarity.isLookalike(c) && hasLatin) {
                shown.appendCodePoint(c).append(HiddenCharacters.spelled(c));
            } else if (isControl(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    /** The same with letters, digits, signs and spaces of full width in their plain form, as they have no other meaning. */
    static String ofPlainWidth(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isWide = c >= FIRST_WIDE && c <= LAST_WIDE;
            plain.append(isWide ? (char) (c - FIRST_WIDE + '!') : c == WIDE_SPACE ? ' ' : c);
        }
        return plain.toString();
    }

    /**
     * The form in which names are compared: in Unicode's form NFC, without characters that can't be seen, and with one plain
     * space for each stretch of spaces, none at the edges.
     */
    public static String foldedName(String text) {
        if (isPlainName(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        boolean space = false;
        for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            int c = composed.codePointAt(i);
            if (Character.isSpaceChar(c)) {
                space = true;
            } else if (!HiddenCharacters.isUnseen(c)) {
                if (space && folded.length() > 0) {
                    folded.append(' ');
                }
                space = false;
                folded.appendCodePoint(c);
            }
        }
        return folded.toString();
    }

    private static boolean isPlainName(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || (c == ' ' && afterSpace)) {
                return false;
            }
            afterSpace = c == ' ';
        }
        return !afterSpace || text.isEmpty();
    }

    /** What is wrong with a text, as the end of a sentence. */
    static String sentence(FindingCode objection) {
        return switch (objection) {
            case FORMULA_CELL -> "begins like a formula of a spreadsheet";
            case SPACE_AT_EDGE -> "begins or ends with a space";
            case PLACEHOLDER -> "is a placeholder, not a value";
            case TEXT_TOO_LONG -> "is longer than " + LONGEST + " characters";
            default -> "holds a control character or a line break";
        };
    }

    /** What to do about it. */
    static String remedy(FindingCode objection) {
        return switch (objection) {
            case FORMULA_CELL -> "write it without =, +, -, @ or a tab in front";
            case TEXT_TOO_LONG -> "shorten it";
            case PLACEHOLDER -> "write the value, or delete the row";
            default -> "delete it";
        };
    }
}
