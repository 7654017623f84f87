package io.earnout.terms;

import static io.earnout.terms.Kaixin.rmb;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcessCreditTest {

    @ParameterizedTest(name = "{0} against {1}: half {2}, full {3}, above-150 {4}, beyond-150 {5}, because {6}")
    @CsvSource(delimiter = '|', textBlock = """
            805200000    | 732000000 | 36,600,000.00   | 73,200,000.00  | 0.00           | 0.00           | 10% over is far below the threshold
            732000000    | 732000000 | 0.00            | 0.00           | 0.00           | 0.00           | equality is no excess
            731999999.99 | 732000000 | 0.00            | 0.00           | 0.00           | 0.00           | a shortfall gives no credit
            0            | 732000000 | 0.00            | 0.00           | 0.00           | 0.00           | nor does nothing at all
            732000000.01 | 732000000 | 0.00 + 1/2 fen  | 0.01           | 0.00           | 0.00           | half of one fen is kept exactly
            1098000000   | 732000000 | 183,000,000.00  | 366,000,000.00 | 0.00           | 0.00           | exactly 150% is not more than 50% over
            1098000000.01| 732000000 | 183,000,000.00 + 1/2 fen | 366,000,000.01 | 366,000,000.01 | 0.01  | one fen more is
            1464000000   | 732000000 | 366,000,000.00  | 732,000,000.00 | 732,000,000.00 | 366,000,000.00 | the double leaves half a target beyond 150%
            0.02         | 0.01      | 0.00 + 1/2 fen  | 0.01           | 0.01           | 0.00 + 1/2 fen | 150% of one fen is one and a half
            100000000000000 | 0.01   | 49,999,999,999,999.99 + 1/2 fen | 99,999,999,999,999.99 | 99,999,999,999,999.99 | 99,999,999,999,999.98 + 1/2 fen | the largest amount does not overflow
            """)
    void aCreditIsThePartOfTheExcessThatTheReadingGives(
            String revenue, String target, String half, String full, String above, String beyond, String because) {
        assertEquals(half, ExcessCredit.HALF.of(rmb(revenue), rmb(target)).toString(), because);
        assertEquals(full, ExcessCredit.FULL.of(rmb(revenue), rmb(target)).toString(), because);
        assertEquals(above, ExcessCredit.ABOVE_150.of(rmb(revenue), rmb(target)).toString(), because);
        assertEquals(
                beyond, ExcessCredit.BEYOND_150.of(rmb(revenue), rmb(target)).toString(), because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HALF       | half       | 50% x (900.00 - 732.00)
            FULL       | full       | 100% x (900.00 - 732.00)
            ABOVE_150  | above-150  | 0% x (900.00 - 732.00)
            BEYOND_150 | beyond-150 | max(0, 900.00 - 150% x 732.00)
            HALF_ABOVE_150 | half-above-150 | 0% x (900.00 - 732.00)
            """)
    void eachReadingShowsItsFormula(ExcessCredit credit, String term, String formula) {
        assertEquals(term, credit.term());
        assertEquals(formula, credit.formula(rmb("900"), rmb("732")));
    }

    @Test
    void thereAreFiveReadings() {
        assertEquals(5, ExcessCredit.values().length);
    }
}
