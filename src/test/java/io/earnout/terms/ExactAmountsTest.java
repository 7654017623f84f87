package io.earnout.terms;

import static io.earnout.terms.Kaixin.rmb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Shares and revenue as formulas give them, before any rounding. */
class ExactAmountsTest {

    private static final ExactShares THIRD_OF_A_SHARE = new ExactShares(Fraction.of(1, 3));
    private static final ExactMoney HALF_A_FEN = new ExactMoney(Fraction.of(1, 2));

    @Test
    void exactSharesKeepTheirRemainder() {
        ExactShares shares = new ExactShares(Fraction.of(2_850_000, 23));
        assertEquals("123,913 + 1/23", shares.toString());
        assertEquals(new Shares(123_913), shares.roundedDown());
        assertEquals(new ExactShares(Fraction.of(1, 23)), shares.remainder());
        assertEquals("150,000", ExactShares.of(new Shares(150_000)).toString());
        assertTrue(ExactShares.of(new Shares(150_000)).remainder().isNone());
    }

    @Test
    void exactSharesAreAddedTakenAwayAndOrdered() {
        ExactShares two = THIRD_OF_A_SHARE.plus(THIRD_OF_A_SHARE);
        assertEquals(new ExactShares(Fraction.of(2, 3)), two);
        assertEquals(THIRD_OF_A_SHARE, two.minus(THIRD_OF_A_SHARE));
        assertTrue(two.compareTo(THIRD_OF_A_SHARE) > 0);
        assertTrue(ExactShares.NONE.isNone());
        assertEquals(false, THIRD_OF_A_SHARE.isNone());
        assertEquals(Shares.NONE, two.roundedDown());
        assertThrows(IllegalArgumentException.class, () -> THIRD_OF_A_SHARE.minus(two));
    }

    @Test
    void exactMoneyKeepsHalfAFen() {
        assertEquals("0.00 + 1/2 fen", HALF_A_FEN.toString());
        assertEquals(Money.ZERO, HALF_A_FEN.roundedDown());
        assertEquals("0.01", HALF_A_FEN.plus(HALF_A_FEN).toString());
        assertEquals("36,600,000.00", ExactMoney.of(rmb("36600000")).toString());
        assertEquals(rmb("36600000"), ExactMoney.of(rmb("36600000")).roundedDown());
    }

    @Test
    void exactMoneyIsTakenAwayComparedAndLimited() {
        ExactMoney one = ExactMoney.of(new Money(1));
        assertEquals(HALF_A_FEN, one.minus(HALF_A_FEN));
        assertEquals(HALF_A_FEN, one.min(HALF_A_FEN));
        assertEquals(HALF_A_FEN, HALF_A_FEN.min(one));
        assertEquals(one, one.min(ExactMoney.of(new Money(1))));
        assertTrue(one.compareTo(HALF_A_FEN) > 0);
        assertTrue(ExactMoney.ZERO.isZero());
        assertEquals(false, HALF_A_FEN.isZero());
        assertThrows(IllegalArgumentException.class, () -> HALF_A_FEN.minus(one));
    }

    @Test
    void aProportionIsExact() {
        ExactMoney ten = ExactMoney.of(new Money(10));
        ExactMoney one = ExactMoney.of(new Money(1));
        ExactMoney three = ExactMoney.of(new Money(3));
        assertEquals(new ExactMoney(Fraction.of(10, 3)), ten.inProportion(one, three));
        assertThrows(ArithmeticException.class, () -> ten.inProportion(one, ExactMoney.ZERO));
    }

    @Test
    void revenueBecomesSharesByTargetAndTranche() {
        Conversion conversion = new Conversion(new Shares(3_000_000), rmb("732000000"));
        ExactShares shares = conversion.shares(ExactMoney.of(rmb("36600000")));
        assertEquals(ExactShares.of(new Shares(150_000)), shares);
        assertEquals(ExactMoney.of(rmb("36600000")), conversion.revenue(shares));
    }

    @Test
    void theLargestRevenueAndTheLargestTrancheDoNotOverflow() {
        Conversion conversion = new Conversion(new Shares(Shares.LIMIT), new Money(Money.LIMIT));
        assertEquals(
                ExactShares.of(new Shares(Shares.LIMIT)), conversion.shares(ExactMoney.of(new Money(Money.LIMIT))));
        assertEquals(
                ExactMoney.of(new Money(Money.LIMIT)), conversion.revenue(ExactShares.of(new Shares(Shares.LIMIT))));
    }

    @Test
    void thereIsNoConversionWithoutSharesOrTarget() {
        var noShares = assertThrows(IllegalArgumentException.class, () -> new Conversion(Shares.NONE, rmb("1")));
        assertEquals("no conversion of 1.00 into 0 shares", noShares.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Conversion(new Shares(1), Money.ZERO));
    }
}
