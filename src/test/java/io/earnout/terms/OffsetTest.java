package io.earnout.terms;

import static io.earnout.terms.Kaixin.rmb;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far an offset goes, at whose target, and in which order (SPA 5.2(2)). */
class OffsetTest {

    @ParameterizedTest(name = "{0} open, {1} shares open at {2} a share: both {3}, shares {4}, because {5}")
    @CsvSource(delimiter = '|', textBlock = """
            100 | 10  | 20 | 100.00 | 200.00 | the revenue shortfall binds first
            100 | 10  | 5  | 50.00  | 50.00  | the shares bind first
            100 | 10  | 10 | 100.00 | 100.00 | they bind together
            0   | 10  | 10 | 0.00   | 100.00 | the shortfall is covered and shares are left
            100 | 0   | 10 | 0.00   | 0.00   | all shares are back
            """)
    void theLimitIsTheOpenShortfallAndTheOpenSharesOrTheSharesAlone(
            String open, long shares, String perShare, String both, String sharesAlone, String because) {
        ExactMoney shortfall = ExactMoney.of(rmb(open));
        ExactShares deduction = ExactShares.of(new Shares(shares));
        Conversion conversion = new Conversion(new Shares(1), rmb(perShare));
        assertEquals(both, OffsetLimit.BOTH.of(shortfall, deduction, conversion).toString(), because);
        assertEquals(
                sharesAlone,
                OffsetLimit.SHARES.of(shortfall, deduction, conversion).toString(),
                because);
    }

    @Test
    void aProportionCountsTheShortfallUnderBothAndWhatCanBeTakenUnderShares() {
        ExactMoney shortfall = ExactMoney.of(rmb("100"));
        ExactMoney limit = ExactMoney.of(rmb("70"));
        assertEquals(shortfall, OffsetLimit.BOTH.weight(shortfall, limit));
        assertEquals(limit, OffsetLimit.SHARES.weight(shortfall, limit));
    }

    @Test
    void theTargetIsThatOfTheExcessYearOrOfTheShortfallYear() {
        AssessmentYear excess = Kaixin.year(2, rmb("732000000"), new Shares(3_000_000));
        AssessmentYear shortfall = Kaixin.year(1, rmb("665000000"), new Shares(2_000_000));
        assertEquals(
                new Conversion(new Shares(3_000_000), rmb("732000000")),
                ConversionTarget.EXCESS_YEAR.of(excess, shortfall));
        assertEquals(
                new Conversion(new Shares(2_000_000), rmb("665000000")),
                ConversionTarget.SHORTFALL_YEAR.of(excess, shortfall));
    }

    @ParameterizedTest(name = "{0} on {1}: oldest {2}, latest {3}, pro rata {4}, because {5}")
    @CsvSource(delimiter = '|', textBlock = """
            50  | 100 200 300 | 50 0 0      | 0 0 50      | 25/3 50/3 25  | a small credit
            150 | 100 200 300 | 100 50 0    | 0 0 150     | 25 50 75      | one year is filled and the next begun
            400 | 100 200 300 | 100 200 100 | 0 100 300   | 200/3 400/3 200 | two years are filled
            600 | 100 200 300 | 100 200 300 | 100 200 300 | 100 200 300   | all are filled to the last fen
            700 | 100 200 300 | 100 200 300 | 100 200 300 | 100 200 300   | what is left lapses
            60  | 0 200 0     | 0 60 0      | 0 60 0      | 0 60 0        | closed years take nothing
            60  | 0 0         | 0 0         | 0 0         | 0 0           | nothing is open
            7   | 7           | 7           | 7           | 7             | one year takes all
            8   | 7           | 7           | 7           | 7             | or as much as it can
            """)
    void aCreditIsLaidInTheOrderOfTheReading(
            long credit, String limits, String oldest, String latest, String proRata, String because) {
        assertEquals(oldest, laid(OffsetOrder.OLDEST_FIRST, credit, limits, limits), because);
        assertEquals(latest, laid(OffsetOrder.LATEST_FIRST, credit, limits, limits), because);
        assertEquals(proRata, laid(OffsetOrder.PRO_RATA, credit, limits, limits), because);
    }

    @ParameterizedTest(name = "{0} on limits {1} by weights {2}: {3}, because {4}")
    @CsvSource(delimiter = '|', textBlock = """
            60  | 10 100 100  | 100 100 100  | 10 25 25       | a full year leaves its part to the others
            120 | 10 30 100   | 100 100 100  | 10 30 80       | a second one fills by what the first left
            90  | 10 100 100  | 100 100 200  | 10 80/3 160/3  | the others share it by their own weights
            30  | 10 100 100  | 100 100 100  | 10 10 10       | a part that reaches the limit exactly is the limit
            500 | 10 100 100  | 100 100 100  | 10 100 100     | all are full and the rest lapses
            30  | 0 100 50    | 900 100 50   | 0 20 10        | a closed year has no part whatever it weighs
            100 | 40 60 1000  | 50 50 100    | 25 25 50       | no limit is reached
            150 | 40 30 1000  | 50 50 100    | 40 30 80       | what one full year leaves can fill the next (a third of 120 is 40)
            160 | 39 30 1000  | 50 50 100    | 39 30 91       | both are full at once
            """)
    void inProportionMeansByWeightAndNoYearTakesMoreThanItsLimit(
            long credit, String limits, String weights, String expected, String because) {
        assertEquals(expected, laid(OffsetOrder.PRO_RATA, credit, limits, weights), because);
    }

    private static String laid(OffsetOrder order, long credit, String limits, String weights) {
        return order.lay(new ExactMoney(Fraction.of(credit)), amounts(limits), amounts(weights)).stream()
                .map(amount -> amount.minorUnits().toString())
                .collect(Collectors.joining(" "));
    }

    private static List<ExactMoney> amounts(String amounts) {
        List<ExactMoney> list = new ArrayList<>();
        for (String amount : amounts.split(" ", -1)) {
            list.add(new ExactMoney(Fraction.of(Long.parseLong(amount))));
        }
        return list;
    }
}
