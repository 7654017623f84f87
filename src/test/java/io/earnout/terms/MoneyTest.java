package io.earnout.terms;

import static io.earnout.terms.Kaixin.rmb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, Money.LIMIT})
    void anAmountIsAnyNumberOfFenUpToTheLimit(long minorUnits) {
        assertEquals(minorUnits, new Money(minorUnits).minorUnits());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Money.LIMIT + 1, Long.MAX_VALUE})
    void aNegativeOrImpossibleAmountIsRefusedWithTheFigureInTheMessage(long minorUnits) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new Money(minorUnits));
        assertEquals("an amount must be from 0 to 10000000000000000 fen, not " + minorUnits, refusal.getMessage());
    }

    @ParameterizedTest(name = "{0} against {1}: {2} short, {3} beyond, because {4}")
    @CsvSource(delimiter = '|', textBlock = """
            598500000    | 665000000 | 66500000  | 0        | it lacks a tenth
            665000000    | 665000000 | 0         | 0        | equality is neither
            665000000.01 | 665000000 | 0         | 0.01     | a fen is an excess
            664999999.99 | 665000000 | 0.01      | 0        | a fen is a shortfall
            0            | 665000000 | 665000000 | 0        | nothing was earned
            """)
    void shortfallAndExcessBothExistAndOneOfThemIsZero(
            String revenue, String target, String shortOf, String beyond, String because) {
        assertEquals(rmb(shortOf), rmb(revenue).shortOf(rmb(target)), because);
        assertEquals(rmb(beyond), rmb(revenue).beyond(rmb(target)), because);
    }

    @Test
    void amountsAreOrdered() {
        assertTrue(new Money(1).compareTo(new Money(2)) < 0);
        assertTrue(new Money(2).compareTo(new Money(1)) > 0);
        assertEquals(0, new Money(2).compareTo(new Money(2)));
        assertTrue(Money.ZERO.isZero());
        assertEquals(false, new Money(1).isZero());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                 | 0.00
            9                 | 0.09
            10                | 0.10
            99                | 0.99
            100               | 1.00
            66500000000       | 665,000,000.00
            10000000000000000 | 100,000,000,000,000.00
            """)
    void amountsAreWrittenToTheFen(long minorUnits, String written) {
        assertEquals(written, new Money(minorUnits).toString());
    }
}
