package io.earnout.present.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.present.explain.TerminalPage.Ink;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of any script stand in their columns, and nothing that can't be seen hides in them. */
class TerminalTextTest {

    @ParameterizedTest(name = "{0}: {2} columns")
    @CsvSource(
            delimiter = '|',
            value = {
                "plain letters           | Kaixin                     | 6",
                "Chinese takes two each  | \u5F00\u5FC3\u6C7D\u8F66   | 8",
                "full-width letters too  | \uFF21\uFF22               | 4",
                "an accent set on top    | e\u0301                    | 1",
                "an emoji                | \uD83D\uDE00               | 2",
                "Arabic letters          | \u0634\u0631\u0643\u0629   | 4",
                "Hangul                  | \uD55C\uAD6D               | 4"
            })
    void textIsAsWideAsATerminalShowsIt(String because, String text, int columns) {
        assertEquals(columns, TerminalText.width(TerminalText.visible(text)), because);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "right-to-left override | a\u202Eb             | a\\u202eb",
                "right-to-left mark     | a\u200Fb             | a\\u200fb",
                "zero-width joiner      | a\u200Db             | a\\u200db",
                "zero-width space       | a\u200Bb             | a\\u200bb",
                "escape                 | a\u001B[31mb         | a\\u001b[31mb",
                "line break             | 'a\nb'               | a\\u000ab",
                "variation of an emoji  | \u2764\uFE0F         | \u2764\\ufe0f",
                "no-break space         | a\u00A0b             | a\\u00a0b",
                "tag                    | a\uDB40\uDC41b       | a\\ue0041b"
            })
    void whatCantBeSeenIsWrittenOut(String because, String text, String shown) {
        assertEquals(shown, TerminalText.visible(text), because);
    }

    @Test
    void noLineIsWiderThanItMayBe() {
        String chinese = "\u6D59\u6C5F\u5F00\u5FC3\u6C7D\u8F66\u6709\u9650\u516C\u53F8".repeat(30);
        TerminalPage page = new TerminalPage(false)
                .text(4, chinese + " and " + "x".repeat(300))
                .labelled(4, 11, "SPA 5.2(1)", chinese, Ink.BOLD)
                .table(
                        2,
                        "lrl",
                        List.of("name", "shares", "what"),
                        List.of(List.of(chinese, "1,000,000,000,000,000", "y".repeat(90))));
        assertTrue(page.lines().size() > 20);
        page.lines().forEach(line -> assertTrue(TerminalText.width(line) <= TerminalPage.COLUMNS, line));
    }

    @Test
    void cellsOfAnyScriptLeaveTheColumnsWhereTheyAre() {
        TerminalPage page = new TerminalPage(false)
                .table(
                        0,
                        "lr",
                        List.of(),
                        List.of(
                                List.of("\u5F00\u5FC3", "1"),
                                List.of("e\u0301\uD83D\uDE00", "22"),
                                List.of("abcdef", "333")));
        assertEquals(List.of("\u5F00\u5FC3      1", "e\u0301\uD83D\uDE00      22", "abcdef  333"), page.lines());
    }

    @Test
    void withoutColourThereIsNoEscapeCode() {
        TerminalPage plain = new TerminalPage(false).text(0, "held", Ink.RED);
        TerminalPage coloured = new TerminalPage(true).text(0, "held", Ink.RED);
        assertEquals(List.of("held"), plain.lines());
        assertEquals(List.of("\u001B[31mheld\u001B[0m"), coloured.lines());
    }
}
