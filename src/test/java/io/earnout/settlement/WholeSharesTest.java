package io.earnout.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Fraction;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One credit is rounded once, however many years it restores. */
class WholeSharesTest {

    @ParameterizedTest(name = "{0} of open {1} with {2} deducted: {3}, because {4}")
    @CsvSource(delimiter = '|', textBlock = """
            2850000/23 600000/23 | 150000 300000 | 150000 300000 | 123913 26087 | the parts add up to 150,000 exactly, the remainder goes to the larger one
            1/2 1/2       | 5 5         | 5 5     | 1 0   | of equal remainders the older year comes first
            1/3 1/3 1/3   | 5 5 5       | 5 5 5   | 1 0 0 | and it alone, for the sum is one
            2/3 2/3 2/3   | 5 5 5       | 5 5 5   | 1 1 0 | two whole shares among three years
            1/3 1/2       | 5 5         | 5 5     | 0 0   | a sum below one share gives none
            1/4 3/4       | 5 5         | 5 5     | 0 1   | the larger remainder comes first, whichever year it is
            3/4 5/4       | 5 5         | 5 5     | 1 1   | whole parts are kept and the rest dealt out
            5/2 0 5/2     | 9 9 9       | 9 9 9   | 3 0 2 | a year that is given nothing gets no remainder
            1 0 2         | 9 9 9       | 9 9 9   | 1 0 2 | whole parts stay what they are
            9/2           | 9/2         | 5       | 5     | closing gives every share still deducted
            9/2 1/2       | 9/2 7       | 5 7     | 5 0   | and its half share is not dealt out again
            9/2 3/2       | 9/2 7       | 5 7     | 5 1   | the others are rounded down on their own
            9/2 7/2       | 9/2 7/2     | 5 4     | 5 4   | closing all gives all
            0 3/2         | 0 7         | 0 7     | 0 1   | a closed year takes nothing more
            0 3/2         | 0 7         | 1 7     | 1 1   | a share left by an exactly closed year comes back
            5/2 5/2       | 9 9         | 2 9     | 2 3   | never more than is still deducted there: the share goes to the other
            5/2 5/2       | 9 9         | 9 2     | 3 2   | wherever it is
            7/2 5/2       | 9 9         | 1 9     | 1 5   | even several
            7/2 5/2       | 9 9         | 1 2     | 1 2   | and if no year can take it, it stays deducted
            7/2 5/2       | 9 9         | 3 3     | 3 3   | both at their lid
            0 0           | 4 4         | 4 4     | 0 0   | nothing restores nothing
            """)
    void theSumIsRoundedDownAndDealtOutByLargestRemainder(
            String exact, String open, String deducted, String whole, String because) {
        List<Deduction> deductions = new ArrayList<>();
        String[] opens = open.split(" ", -1);
        String[] deducteds = deducted.split(" ", -1);
        for (int i = 0; i < opens.length; i++) {
            deductions.add(new Deduction(
                    Kaixin.year(i + 1, Kaixin.rmb("1"), new Shares(3_000_000)),
                    ExactMoney.ZERO,
                    exact(opens[i]),
                    Shares.of(Long.parseLong(deducteds[i]))));
        }
        List<ExactShares> restored = new ArrayList<>();
        for (String part : exact.split(" ", -1)) {
            restored.add(exact(part));
        }
        String given = WholeShares.of(deductions, restored).stream()
                .map(shares -> Long.toString(shares.count()))
                .collect(Collectors.joining(" "));
        assertEquals(whole, given, because);
    }

    @Test
    void fivePercentAndTenPercentShortAndTenPercentOverGiveBackOneHundredFiftyThousand() {
        Settlement settlement = Revenues.kaixin(Readings.DEFAULT, "631750000", "658800000", "885500000");
        assertEquals(
                new Shares(123_913), settlement.restoredInto(Kaixin.agreement().year(1)));
        assertEquals(
                new Shares(26_087), settlement.restoredInto(Kaixin.agreement().year(2)));
        assertEquals(new Shares(8_550_000 + 150_000), settlement.entitled());
    }

    private static ExactShares exact(String quotient) {
        String[] parts = quotient.split("/", -1);
        long below = parts.length == 1 ? 1 : Long.parseLong(parts[1]);
        return new ExactShares(Fraction.of(Long.parseLong(parts[0]), below));
    }
}
