package io.earnout.present.explain;

import java.util.ArrayList;
import java.util.List;

/** What is printed on the terminal: lines of at most {@value #COLUMNS} columns, in colour only where somebody sees it. */
public final class TerminalPage {

    /** The columns of a line. */
    public static final int COLUMNS = 100;

    private static final String GAP = "  ";

    /** How a line stands out, where there is colour. */
    enum Ink {
        PLAIN(""),
        BOLD("\u001B[1m"),
        FAINT("\u001B[2m"),
        RED("\u001B[31m"),
        YELLOW("\u001B[33m");

        private static final String OFF = "\u001B[0m";
        private final String on;

        Ink(String on) {
            this.on = on;
        }
    }

    private final boolean colour;
    private final List<String> lines = new ArrayList<>();

    public TerminalPage(boolean colour) {
        this.colour = colour;
    }

    /** A text of the input with what can't be seen written out, so that no name can hide anything. */
    public static String visible(String text) {
        return TerminalText.visible(text);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    TerminalPage blank() {
        lines.add("");
        return this;
    }

    /** A text, broken into lines, each so far from the left. */
    TerminalPage text(int indent, String text, Ink ink) {
        for (String line : TerminalText.lines(TerminalText.visible(text), COLUMNS - indent)) {
            add(" ".repeat(indent), line, ink);
        }
        return this;
    }

    /** A line to copy, which is not broken. */
    TerminalPage unbroken(int indent, String text) {
        add(" ".repeat(indent), TerminalText.visible(text), Ink.PLAIN);
        return this;
    }

    TerminalPage text(int indent, String text) {
        return text(indent, text, Ink.PLAIN);
    }

    /** A text with a label in front of its first line; the others stand below the text. */
    TerminalPage labelled(int indent, int labelColumns, String label, String text, Ink ink) {
        int column = indent + Math.max(labelColumns, TerminalText.width(label) + GAP.length());
        String before = TerminalText.padded(" ".repeat(indent) + TerminalText.visible(label), column);
        for (String line : TerminalText.lines(TerminalText.visible(text), COLUMNS - column)) {
            add(before, line, ink);
            before = " ".repeat(column);
        }
        return this;
    }

    /**
     * Rows of cells in columns. What is too wide for the line is broken within its column.
     *
     * @param sides for each column {@code l} or {@code r}: on which side its cells stand
     * @param header empty for none
     */
    TerminalPage table(int indent, String sides, List<String> header, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        if (!header.isEmpty()) {
            all.add(visible(header));
        }
        rows.forEach(row -> all.add(visible(row)));
        int[] widths = widths(sides, all, COLUMNS - indent);
        for (int i = 0; i < all.size(); i++) {
            row(indent, sides, all.get(i), widths, !header.isEmpty() && i == 0 ? Ink.FAINT : Ink.PLAIN);
        }
        return this;
    }

    private static List<String> visible(List<String> row) {
        return row.stream().map(TerminalText::visible).toList();
    }

    /** As wide as the widest cell, and where that is too much in all, the widest of the left-hand columns narrower. */
    private static int[] widths(String sides, List<List<String>> rows, int room) {
        int[] widths = new int[sides.length()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TerminalText.width(row.get(i)));
            }
        }
        int over = GAP.length() * (widths.length - 1) - room;
        for (int width : widths) {
            over += width;
        }
        for (; over > 0; over--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (sides.charAt(i) == 'l' && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0 || widths[widest] < 4) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private void row(int indent, String sides, List<String> row, int[] widths, Ink ink) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> broken = TerminalText.lines(row.get(i), Math.max(1, widths[i]));
            cells.add(broken);
            height = Math.max(height, broken.size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                text.append(i == 0 ? "" : GAP)
                        .append(
                                sides.charAt(i) == 'r'
                                        ? TerminalText.atTheRight(cell, widths[i])
                                        : TerminalText.padded(cell, widths[i]));
            }
            add(" ".repeat(indent), text.toString().stripTrailing(), ink);
        }
    }

    private void add(String before, String text, Ink ink) {
        if (colour && ink != Ink.PLAIN && !text.isEmpty()) {
            lines.add(before + ink.on + text + Ink.OFF);
        } else {
            lines.add((before + text).stripTrailing());
        }
    }
}
