package io.earnout.present.workbook;

import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Fraction;
import java.math.BigDecimal;

/** Exact figures as the doubles that a cell stores. */
final class ExactCell {

    private static final int DECIMALS = 15;
    private static final long SCALE = 1_000_000_000_000_000L;
    private static final int DECIMALS_OF_MONEY = 2;

    private ExactCell() {}

    static double shares(ExactShares shares) {
        return decimal(shares.exact()).doubleValue();
    }

    /** In units of the currency. */
    static double money(ExactMoney amount) {
        return decimal(amount.fen()).movePointLeft(DECIMALS_OF_MONEY).doubleValue();
    }

    private static BigDecimal decimal(Fraction exact) {
        long rest = exact.remainder().scaled(SCALE, 1).floor();
        return BigDecimal.valueOf(exact.floor()).add(BigDecimal.valueOf(rest, DECIMALS));
    }
}
