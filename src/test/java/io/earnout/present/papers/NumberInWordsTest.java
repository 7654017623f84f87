package io.earnout.present.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.earnout.terms.Shares;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A quantity in words")
final class NumberInWordsTest {

    private static final Map<String, Long> POWERS = Map.of(
            "hundred", 100L,
            "thousand", 1_000L,
            "million", 1_000_000L,
            "billion", 1_000_000_000L,
            "trillion", 1_000_000_000_000L,
            "quadrillion", 1_000_000_000_000_000L);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, zero",
        "1, one",
        "10, ten",
        "11, eleven",
        "13, thirteen",
        "19, nineteen",
        "20, twenty",
        "21, twenty-one",
        "40, forty",
        "99, ninety-nine",
        "100, one hundred",
        "101, one hundred one",
        "110, one hundred ten",
        "999, nine hundred ninety-nine",
        "1000, one thousand",
        "1001, one thousand one",
        "1100, one thousand one hundred",
        "23913, twenty-three thousand nine hundred thirteen",
        "300000, three hundred thousand",
        "1000000, one million",
        "1000001, one million one",
        "2400000, two million four hundred thousand",
        "2943017, two million nine hundred forty-three thousand seventeen",
        "15000000, fifteen million",
        "1000000000, one billion",
        "1000000000000, one trillion",
        "1000000000000000, one quadrillion",
        "999999999999, nine hundred ninety-nine billion nine hundred ninety-nine million nine hundred ninety-nine"
                + " thousand nine hundred ninety-nine"
    })
    void isWrittenOut(long number, String words) {
        assertEquals(words, NumberInWords.of(number));
    }

    @Test
    void everyNumberReadsBackAsItself() {
        Set<String> all = new HashSet<>();
        for (long number = 0; number < 100_000; number++) {
            assertReadsBack(number, all);
        }
        // each group of three digits with each other, and the edges of every power
        for (long group = 1; group <= 999; group++) {
            assertReadsBack(group * 1_000_000 + (999 - group), all);
            assertReadsBack(group * 1_000_000_000L + group * 1000, all);
        }
        for (long power = 10; power <= Shares.LIMIT; power *= 10) {
            assertReadsBack(power - 1, new HashSet<>());
            assertReadsBack(power, new HashSet<>());
        }
    }

    @Test
    void belowZeroThereIsNoQuantity() {
        assertThrows(IllegalArgumentException.class, () -> NumberInWords.of(-1));
    }

    private static void assertReadsBack(long number, Set<String> all) {
        String words = NumberInWords.of(number);
        assertEquals(number, read(words), words);
        assertEquals(true, all.add(words), "two numbers are called " + words);
    }

    /** The other way round, on its own. */
    private static long read(String words) {
        long sum = 0;
        long group = 0;
        for (String word : words.split("[ -]", -1)) {
            Long power = POWERS.get(word);
            if (power == null) {
                group += ones(word);
            } else if (power == 100) {
                group *= 100;
            } else {
                sum += group * power;
                group = 0;
            }
        }
        return sum + group;
    }

    private static long ones(String word) {
        String[] small =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                                + " sixteen seventeen eighteen nineteen")
                        .split(" ", -1);
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
        for (int i = 0; i < small.length; i++) {
            if (small[i].equals(word)) {
                return i;
            }
        }
        for (int i = 0; i < tens.length; i++) {
            if (tens[i].equals(word)) {
                return (i + 2) * 10L;
            }
        }
        throw new AssertionError("no number: " + word);
    }
}
