package io.earnout.present.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A line of the input is shown in the width of a terminal, with its invalid part marked. */
final class MarkedLineTest {

    @Test
    void theMarkIsBelowThePart() {
        assertEquals(List.of("    KX,1,x2,CNY", "         ^^"), MarkedLine.of("KX,1,x2,CNY", 5, 7));
    }

    @Test
    void anEmptyCellIsMarkedWhereItIs() {
        assertEquals(List.of("    KX,,CNY", "       ^"), MarkedLine.of("KX,,CNY", 3, 3));
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertEquals(List.of("    \u5170\u5DDE,\u4E2D,1", "         ^^"), MarkedLine.of("\u5170\u5DDE,\u4E2D,1", 3, 4));
    }

    @Test
    void whatCannotBeSeenIsSpelledOut() {
        assertEquals(List.of("    a\\u202eb", "    ^"), MarkedLine.of("a\u202Eb", 0, 1));
    }

    @Test
    void aLongLineIsCutOnBothSides() {
        String line = "a".repeat(500) + "XYZ" + "b".repeat(500);
        List<String> marked = MarkedLine.of(line, 500, 503);
        assertTrue(TerminalText.width(marked.get(0)) <= 80, marked.get(0));
        assertEquals(
                "XYZ",
                marked.get(0)
                        .substring(marked.get(1).indexOf('^'), marked.get(1).lastIndexOf('^') + 1));
    }
}
