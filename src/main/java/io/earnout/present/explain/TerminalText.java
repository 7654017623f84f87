package io.earnout.present.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as a terminal shows it: how many columns it takes, and what can't be seen written out, so that no name can hide
 * anything or move a table.
 */
final class TerminalText {

    private static final String ELLIPSIS = "\u2026";

    /** First and last of the characters that take two columns. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x2329, 0x232A},
        {0x23E9, 0x23EC},
        {0x23F0, 0x23F0},
        {0x23F3, 0x23F3},
        {0x25FD, 0x25FE},
        {0x2614, 0x2615},
        {0x2648, 0x2653},
        {0x267F, 0x267F},
        {0x2693, 0x2693},
        {0x26A1, 0x26A1},
        {0x26AA, 0x26AB},
        {0x26BD, 0x26BE},
        {0x26C4, 0x26C5},
        {0x26CE, 0x26CE},
        {0x26D4, 0x26D4},
        {0x26EA, 0x26EA},
        {0x26F2, 0x26F3},
        {0x26F5, 0x26F5},
        {0x26FA, 0x26FA},
        {0x26FD, 0x26FD},
        {0x2705, 0x2705},
        {0x270A, 0x270B},
        {0x2728, 0x2728},
        {0x274C, 0x274C},
        {0x274E, 0x274E},
        {0x2753, 0x2755},
        {0x2757, 0x2757},
        {0x2795, 0x2797},
        {0x27B0, 0x27B0},
        {0x27BF, 0x27BF},
        {0x2B1B, 0x2B1C},
        {0x2B50, 0x2B50},
        {0x2B55, 0x2B55},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE10, 0xFE19},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18AFF},
        {0x1B000, 0x1B2FF},
        {0x1F004, 0x1F004},
        {0x1F0CF, 0x1F0CF},
        {0x1F18E, 0x1F18E},
        {0x1F191, 0x1F19A},
        {0x1F1E6, 0x1F1FF},
        {0x1F200, 0x1F265},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F7E0, 0x1F7EB},
        {0x1F90C, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private TerminalText() {}

    /** What can't be seen written as {@code \\u202e}: controls, directions, joiners, variations, line breaks. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                String hex = Integer.toHexString(c);
                visible.append("\\u")
                        .append("0".repeat(Math.max(0, 4 - hex.length())))
                        .append(hex);
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        boolean isSpace = c != ' ' && type == Character.SPACE_SEPARATOR && c != 0x3000;
        boolean variesOrFills = (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0000 && c <= 0xE0FFF)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0;
        return isSpace
                || variesOrFills
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE;
    }

    /** How many columns a visible text takes. */
    static int width(String visible) {
        return visible.codePoints().map(TerminalText::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || (c >= 0x1160 && c <= 0x11FF)) {
            return 0;
        }
        if (c < WIDE[0][0]) {
            return 1;
        }
        for (int[] range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** Filled up with spaces on the right. */
    static String padded(String visible, int columns) {
        return visible + " ".repeat(Math.max(0, columns - width(visible)));
    }

    /** Filled up with spaces on the left. */
    static String atTheRight(String visible, int columns) {
        return " ".repeat(Math.max(0, columns - width(visible))) + visible;
    }

    /** Cut where it takes more columns, with an ellipsis. */
    static String cut(String visible, int columns) {
        if (width(visible) <= columns) {
            return visible;
        }
        return visible.substring(0, end(visible, 0, columns - 1)) + ELLIPSIS;
    }

    /** In lines of at most so many columns, broken at spaces where that is possible. */
    static List<String> lines(String visible, int columns) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < visible.length()) {
            int end = end(visible, at, columns);
            if (end < visible.length()) {
                int space = visible.lastIndexOf(' ', end);
                end = space > at ? space : end;
            }
            lines.add(visible.substring(at, end).stripTrailing());
            at = end;
            while (at < visible.length() && visible.charAt(at) == ' ') {
                at++;
            }
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    /** Where a line of so many columns that begins there ends: after one character at least, with its marks. */
    private static int end(String visible, int from, int columns) {
        int used = 0;
        int at = from;
        while (at < visible.length()) {
            int c = visible.codePointAt(at);
            if (used + width(c) > columns && at > from) {
                return at;
            }
            used += width(c);
            at += Character.charCount(c);
        }
        return at;
    }
}
