package io.earnout.input;

import io.earnout.escrow.Code;

/** Which texts are taken from a cell, and how a value is shown to people. */
final class Texts {

    /** The most characters of a text. */
    static final int LONGEST = 1000;

    private static final int LONGEST_SHOWN = 80;

    private Texts() {}

    /** Whether a spreadsheet would run it. */
    static boolean beginsLikeAFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /** Why a text can't be taken; null if it can. */
    @SuppressWarnings("NullAway") // a null that stays in this package and costs nothing for a million sound cells
    static Code objectionTo(String text) {
        if (beginsLikeAFormula(text)) {
            return Code.FORMULA_CELL;
        }
        if (text.length() > LONGEST) {
            return Code.TEXT_TOO_LONG;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return Code.CONTROL_CHARACTER;
            }
        }
        if (isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1))) {
            return Code.SPACE_AT_EDGE;
        }
        return null;
    }

    /** Why a text can't be a name by which rows refer to each other; null if it can. */
    @SuppressWarnings("NullAway") // as above
    static Code objectionToName(String text) {
        Code objection = objectionTo(text);
        for (int i = 0; i < text.length() && objection == null; i++) {
            objection = text.charAt(i) < ' ' ? Code.CONTROL_CHARACTER : null;
        }
        return objection;
    }

    private static boolean isControl(int c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isSpaceChar(c);
    }

    /** A value as messages show it: short, and without characters that can't be seen. */
    static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            if (shown.length() >= LONGEST_SHOWN) {
                return shown.append("\u2026").toString();
            }
            int c = value.codePointAt(i);
            if (isControl(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    /** What is wrong with a text, as the end of a sentence. */
    static String sentence(Code objection) {
        return switch (objection) {
            case FORMULA_CELL -> "begins like a formula of a spreadsheet";
            case SPACE_AT_EDGE -> "begins or ends with a space";
            case TEXT_TOO_LONG -> "is longer than " + LONGEST + " characters";
            default -> "holds a control character or a line break";
        };
    }

    /** What to do about it. */
    static String remedy(Code objection) {
        return switch (objection) {
            case FORMULA_CELL -> "write it without =, +, -, @ or a tab in front";
            case TEXT_TOO_LONG -> "shorten it";
            default -> "delete it";
        };
    }
}
