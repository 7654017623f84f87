package io.earnout.present.workbook;

import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Fraction;
import java.math.BigDecimal;
import java.math.MathContext;

/** Exact figures as the doubles that a cell stores. */
final class ExactCell {

    private static final int DECIMALS_OF_MONEY = 2;

    private ExactCell() {}

    static double shares(ExactShares shares) {
        return decimal(shares.exact()).doubleValue();
    }

    /** In units of the currency. */
    static double money(ExactMoney amount) {
        return decimal(amount.minorUnits()).movePointLeft(DECIMALS_OF_MONEY).doubleValue();
    }

    private static BigDecimal decimal(Fraction exact) {
        String[] terms = exact.toString().split("/", -1);
        BigDecimal numerator = new BigDecimal(terms[0]);
        return terms.length == 1 ? numerator : numerator.divide(new BigDecimal(terms[1]), MathContext.DECIMAL128);
    }
}
