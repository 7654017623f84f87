package io.earnout.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 15_000_000, Shares.LIMIT})
    void sharesAreAnyWholeNumberUpToTheLimit(long count) {
        assertEquals(count, Shares.of(count).count());
        assertEquals(new Shares(count), Shares.of(count));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Shares.LIMIT + 1, Long.MAX_VALUE})
    void aNegativeOrImpossibleNumberIsRefusedWithTheNumberInTheMessage(long count) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Shares.of(count));
        assertEquals("shares must be from 0 to 1000000000000000, not " + count, refusal.getMessage());
    }

    @Test
    void moreThanThereAreCannotBeTaken() {
        Shares three = new Shares(3);
        assertEquals(Shares.NONE, three.minus(three));
        assertThrows(IllegalArgumentException.class, () -> three.minus(new Shares(4)));
    }

    @Test
    void sharesAddUpToTheLimitAndNotBeyond() {
        Shares all = new Shares(Shares.LIMIT);
        assertEquals(all, new Shares(Shares.LIMIT - 1).plus(new Shares(1)));
        assertThrows(IllegalArgumentException.class, () -> all.plus(new Shares(1)));
    }

    @Test
    void onlyZeroIsNone() {
        assertTrue(Shares.NONE.isNone());
        assertEquals(false, new Shares(1).isNone());
    }

    @Test
    void sharesAreOrderedByTheirNumber() {
        assertTrue(new Shares(1).compareTo(new Shares(2)) < 0);
        assertTrue(new Shares(2).compareTo(new Shares(1)) > 0);
        assertEquals(0, new Shares(2).compareTo(new Shares(2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0               | 0
            999             | 999
            1000            | 1,000
            3000000         | 3,000,000
            """)
    void sharesAreWrittenWithSeparators(long count, String written) {
        assertEquals(written, new Shares(count).toString());
    }
}
