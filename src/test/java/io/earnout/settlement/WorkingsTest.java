package io.earnout.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import org.junit.jupiter.api.Test;

/** Every number can print how it was calculated. */
class WorkingsTest {

    @Test
    void aShortfallShowsWhatItDeductsAndWhatIsLeft() {
        assertWorkings("""
                SPA 5.2(1)  (665,000,000.00 - 532,000,000.00) / 665,000,000.00 x 3,000,000 = 600,000 shares deducted
                SPA 5.1  3,000,000 - 600,000 = 2,400,000 shares earned
                """, Revenues.kaixin(Readings.DEFAULT, "532000000"));
    }

    @Test
    void aFractionIsRoundedUpToTheDeductedShare() {
        assertWorkings("""
                SPA 5.2(1)  (665,000,000.00 - 500,000,000.00) / 665,000,000.00 x 3,000,000 = 744,360 + 120/133, \
                rounded up to 744,361 shares deducted
                SPA 5.1  3,000,000 - 744,361 = 2,255,639 shares earned
                """, Revenues.kaixin(Readings.DEFAULT, "500000000"));
    }

    @Test
    void aMetTargetShowsThatItIsNotMissed() {
        assertWorkings("""
                SPA 5.1  665,000,000.00 is not less than 665,000,000.00: the whole tranche, 3,000,000 shares
                """, Revenues.kaixin(Readings.DEFAULT, "665000000"));
    }

    @Test
    void anExcessShowsItsCreditAndWhatItRestores() {
        assertWorkings("""
                SPA 5.2(1)  (665,000,000.00 - 631,750,000.00) / 665,000,000.00 x 3,000,000 = 150,000 shares deducted
                SPA 5.1  3,000,000 - 150,000 = 2,850,000 shares earned
                SPA 5.2(1)  (732,000,000.00 - 658,800,000.00) / 732,000,000.00 x 3,000,000 = 300,000 shares deducted
                SPA 5.1  3,000,000 - 300,000 = 2,700,000 shares earned
                SPA 5.1  885,500,000.00 is not less than 805,000,000.00: the whole tranche, 3,000,000 shares
                SPA 5.2(2)  50% x (885,500,000.00 - 805,000,000.00) = 40,250,000.00 credit
                SPA 5.2(2)  33,250,000.00 / 805,000,000.00 x 3,000,000 = 123,913 + 1/23, in whole shares 123,913 \
                shares restored to year 1
                SPA 5.2(2)  7,000,000.00 / 805,000,000.00 x 3,000,000 = 26,086 + 22/23, in whole shares 26,087 \
                shares restored to year 2
                """, Revenues.kaixin(Readings.DEFAULT, "631750000", "658800000", "885500000"));
    }

    @Test
    void aWholeRestorationNeedsNoRounding() {
        assertWorkings(
                """
                SPA 5.2(1)  (665,000,000.00 - 598,500,000.00) / 665,000,000.00 x 3,000,000 = 300,000 shares deducted
                SPA 5.1  3,000,000 - 300,000 = 2,700,000 shares earned
                SPA 5.1  805,200,000.00 is not less than 732,000,000.00: the whole tranche, 3,000,000 shares
                SPA 5.2(2)  100% x (805,200,000.00 - 732,000,000.00) = 73,200,000.00 credit
                SPA 5.2(2)  66,500,000.00 / 665,000,000.00 x 3,000,000 = 300,000 shares restored to year 1
                """,
                Revenues.kaixin(
                        new Readings(
                                ExcessCredit.FULL,
                                ConversionTarget.SHORTFALL_YEAR,
                                OffsetLimit.BOTH,
                                OffsetOrder.OLDEST_FIRST,
                                MissedTarget.REDUCE),
                        "598500000",
                        "805200000"));
    }

    @Test
    void aWaitingCreditSaysWhatItWaitsFor() {
        assertWorkings("""
                SPA 5.1  732,000,000.01 is not less than 732,000,000.00: the whole tranche, 3,000,000 shares
                SPA 5.2(2)  50% x (732,000,000.01 - 732,000,000.00) = 0.00 + 1/2 fen credit, \
                which waits for the report of an earlier year
                """, Revenues.kaixin(Readings.DEFAULT, "-", "732000000.01"));
    }

    @Test
    void anExcessThatFindsNothingToRestoreShowsItsCreditAlone() {
        assertWorkings("""
                SPA 5.1  765,000,000.00 is not less than 665,000,000.00: the whole tranche, 3,000,000 shares
                SPA 5.2(2)  50% x (765,000,000.00 - 665,000,000.00) = 50,000,000.00 credit
                """, Revenues.kaixin(Readings.DEFAULT, "765000000"));
    }

    private static void assertWorkings(String expected, Settlement settlement) {
        StringBuilder lines = new StringBuilder();
        settlement.workings().forEach(working -> lines.append(working).append('\n'));
        assertEquals(expected, lines.toString());
    }
}
