package io.earnout.terms;

/**
 * How revenue becomes shares (SPA 5.2): an amount divided by a target, times that target's tranche.
 *
 * @param tranche the shares of the year, above zero
 * @param target the operating revenue that earns all of them, above zero
 */
public record Conversion(Shares tranche, Money target) {

    public Conversion {
        if (tranche.isNone() || target.isZero()) {
            throw new IllegalArgumentException("no conversion of " + target + " into " + tranche + " shares");
        }
    }

    /** {@code revenue / target x tranche}. */
    public ExactShares shares(ExactMoney revenue) {
        return new ExactShares(revenue.minorUnits().scaled(tranche.count(), target.minorUnits()));
    }

    /** The revenue that makes a number of shares: {@code shares x target / tranche}. */
    public ExactMoney revenue(ExactShares shares) {
        return new ExactMoney(shares.exact().scaled(target.minorUnits(), tranche.count()));
    }
}
