package io.earnout.input.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random cells, and records written of them as RFC 4180 asks. */
final class RandomRecords {

    private static final String[] PIECES = {
        "a", "Z", "0", "9", ".", "-", " ", ",", "\"", "\n", "\r\n", "兰", "é", "😀", "\\", "'", ";", "=", "KAIXIN-2025"
    };

    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    /** A cell that may hold anything, line breaks, commas and quotes included. */
    String cell() {
        return of(PIECES.length);
    }

    /** A cell that needs no quotes. */
    String plainCell() {
        return of(PIECES.length).replaceAll("[,\"\r\n]", "");
    }

    private String of(int pieces) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            cell.append(PIECES[random.nextInt(pieces)]);
        }
        return cell.toString();
    }

    List<String> cells(boolean plain) {
        List<String> cells = new ArrayList<>();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            cells.add(plain ? plainCell() : cell());
        }
        return cells;
    }

    /** The record of these cells; those that need no quotes have them now and then all the same. */
    String written(List<String> cells) {
        List<String> written = new ArrayList<>();
        for (String cell : cells) {
            boolean quoted = cell.matches("(?s).*[,\"\r\n].*") || random.nextInt(4) == 0;
            written.add(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return String.join(",", written);
    }

    int nextInt(int bound) {
        return random.nextInt(bound);
    }
}
