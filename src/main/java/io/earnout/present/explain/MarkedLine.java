package io.earnout.present.explain;

import java.util.List;

/** A line of the input with a part of it marked, cut to the width of a terminal around that part. */
public final class MarkedLine {

    private static final int WIDTH = 74;
    private static final int MOST_BEFORE = 30;
    private static final int MOST_MARKED = 40;
    private static final String INDENT = "    ";
    private static final String ELLIPSIS = "\u2026";

    private MarkedLine() {}

    /**
     * The line, and carets below its marked part.
     *
     * @param from where the marked part begins
     * @param to where it ends; the same for an empty cell
     */
    public static List<String> of(String line, int from, int to) {
        String before = end(TerminalText.visible(line.substring(0, from)), MOST_BEFORE);
        String marked = beginning(TerminalText.visible(line.substring(from, to)), MOST_MARKED);
        int left = TerminalText.width(before);
        int wide = TerminalText.width(marked);
        String after = beginning(TerminalText.visible(line.substring(to)), WIDTH - left - wide);
        return List.of(INDENT + before + marked + after, INDENT + " ".repeat(left) + "^".repeat(Math.max(1, wide)));
    }

    private static String beginning(String text, int columns) {
        if (TerminalText.width(text) <= columns) {
            return text;
        }
        int end = text.length();
        while (TerminalText.width(text.substring(0, end)) >= columns) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static String end(String text, int columns) {
        if (TerminalText.width(text) <= columns) {
            return text;
        }
        int start = 0;
        while (TerminalText.width(text.substring(start)) >= columns) {
            start = text.offsetByCodePoints(start, 1);
        }
        return ELLIPSIS + text.substring(start);
    }
}
