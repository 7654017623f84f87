package io.earnout.present.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.earnout.escrow.finding.HiddenCharacters;
import java.io.IOException;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What can be printed")
final class PrintabilityTest {

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Kaixin Holdings               | Latin
            S\u00f6hne & S\u00f8nner, \u00c5rhus \u00df      | Latin-1
            L\u01d0 M\u00edng, Zh\u0101ng W\u011bi           | Pinyin
            \u03a9\u03bc\u03b5\u03b3\u03b1                         | Greek
            \u041c\u043e\u0441\u043a\u0432\u0430                        | Cyrillic
            \u5f00\u4fe1\u63a7\u80a1\u6709\u9650\u516c\u53f8                  | Chinese
            \u9577\u9928\u806f\u5408\u6703\u8a08\u5e2b                    | Chinese in the traditional script
            \u3007\u4e8c\u3001\uff08\u90ae\u7f16\uff1a325000\uff09         | Chinese numerals and punctuation
            \u3072\u3089\u304c\u306a \u30ab\u30bf\u30ab\u30ca               | Japanese
            \u20ac 5, \u00a5 7                    | currencies
            \u201cquoted\u201d \u2018so\u2019              | quotation marks
            """)
    void theTypefaceShows(String text, String what) {
        assertEquals(OptionalInt.empty(), Printability.firstUnprintable(text), what);
        assertEquals(text, Printability.spelledOut(text));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Happy \ud83d\ude00 Co.     | U+1F600 | a picture
            Fam \ud83d\udc68\u200d\ud83d\udc69     | U+1F468 | a picture of several
            \u05e9\u05dc\u05d5\u05dd            | U+05E9  | Hebrew runs from right to left
            \u0634\u0631\u0643\u0629            | U+0634  | Arabic runs from right to left
            Kai\u202exin         | U+202E  | turns the direction of what follows
            Kai\u200fxin         | U+200F  | a mark of direction
            Kai\u2066xin         | U+2066  | isolates a direction
            Kai\u200bxin         | U+200B  | is invisible
            Kai\ufeffxin         | U+FEFF  | a byte order mark in the middle
            Kai\u00adxin         | U+00AD  | a hyphen that is seen at the end of a line alone
            Kai\ue000xin         | U+E000  | means what each font likes
            \u0141\u00f3dz             | U+0141  | a Polish letter that is not in the typeface
            \u0e1a\u0e23\u0e34\u0e29\u0e31\u0e17           | U+0E1A  | Thai is not in the typeface
            """)
    void nothingElseIs(String text, String name, String because) {
        OptionalInt character = Printability.firstUnprintable(text);
        assertEquals("\u2039" + name + "\u203A", HiddenCharacters.spelled(character.orElse(0)), because);
        assertEquals(true, Printability.spelledOut(text).contains("\u2039" + name + "\u203A"), because);
        assertEquals(OptionalInt.empty(), Printability.firstUnprintable(Printability.spelledOut(text)));
    }

    @Test
    void whatIsDecidedWithoutTheTypefaceIsInIt() throws IOException {
        CmapLookup glyphs = Typeface.font().getUnicodeCmapLookup();
        for (int c = ' '; c <= 0xFF; c++) {
            if (c != 0xAD && (c < 0x7F || c > 0x9F)) {
                assertNotEquals(0, glyphs.getGlyphId(c), HiddenCharacters.spelled(c));
            }
        }
    }
}
