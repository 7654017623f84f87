package io.earnout.present.explain;

import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Figures;
import io.earnout.terms.Money;
import io.earnout.terms.Shares;

/**
 * What a number came to.
 *
 * @param plain as the files hold it: plain digits, money with two decimals, below zero with a minus in front
 * @param unit what is counted
 */
public record Result(String plain, Unit unit) {

    /** What a number counts. */
    public enum Unit {
        SHARES,
        /** Of the agreement's currency. */
        REVENUE
    }

    static Result of(Shares shares) {
        return ofShares(shares.count());
    }

    static Result ofShares(long count) {
        return new Result(Long.toString(count), Unit.SHARES);
    }

    static Result of(ExactShares shares) {
        return shares.isWhole()
                ? ofShares(shares.wholeCount())
                : new Result(shares.exact().toString(), Unit.SHARES);
    }

    static Result of(Money amount) {
        return new Result(amount.plain(), Unit.REVENUE);
    }

    /** An exact amount rounded down to the fen, as the files hold it. */
    static Result of(ExactMoney amount) {
        return of(amount.roundedDown());
    }

    public boolean isZero() {
        return plain.equals("0") || plain.equals("0.00");
    }

    /** With thousands separators, for people: {@code 3,000,000} or {@code 665,000,000.00}. */
    @Override
    public String toString() {
        return Figures.grouped(plain);
    }
}
