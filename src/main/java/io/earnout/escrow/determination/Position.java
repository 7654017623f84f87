package io.earnout.escrow.determination;

import io.earnout.escrow.delay.MinorUnits;
import io.earnout.escrow.record.ShareFactor;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Where the consideration shares of one agreement are. They are conserved: the parts add up to the whole.
 *
 * @param released out of escrow, to the seller
 * @param releasable instructed and not moved yet, or to be put into an instruction now
 * @param held earned or restored, but behind a closed gate
 * @param deducted still deducted, in escrow until expiration
 * @param unassessed the tranches of years without an accepted report
 * @param returned out of escrow, to the issuer for cancellation
 * @param lowestEntitlement the least that the fourteen readings side by side give
 * @param highestEntitlement the most that they give
 * @param inAccount nothing while no share has changed since the signature
 * @param feesDue all escrow fees so far, in cents (EA 4.4); nothing while the deposit is not on record
 * @param dividendsDue all dividends on shares in escrow so far, in cents (SPA 3.2); nothing where they can't be added up, or
 *     while the deposit is not on record
 */
public record Position(
        Shares considerationShares,
        ExactShares released,
        ExactShares releasable,
        ExactShares held,
        ExactShares deducted,
        ExactShares unassessed,
        ExactShares returned,
        Shares lowestEntitlement,
        Shares highestEntitlement,
        Optional<InAccount> inAccount,
        Optional<BigInteger> feesDue,
        Optional<BigInteger> dividendsDue) {

    /**
     * What the agent has in its account, in shares of the day.
     *
     * @param factor how many shares of the day one signed share is
     * @param balance what the registrar shows
     * @param exact the signed shares in escrow, in shares of the day: what the balance would be if no change had been rounded
     */
    public record InAccount(ShareFactor factor, Shares balance, ExactShares exact) {

        /** What the roundings of the share changes added, below zero for what they took: {@code 3/5}. */
        public String rounding() {
            ExactShares whole = ExactShares.of(balance);
            return whole.compareTo(exact) < 0
                    ? "-" + exact.minus(whole).exact()
                    : whole.minus(exact).exact().toString();
        }
    }

    public Position {
        if (!check(considerationShares, released, releasable, held, deducted, unassessed, returned)) {
            throw new IllegalStateException("shares are not conserved: " + released + " released, " + releasable
                    + " releasable, " + held + " held, " + deducted + " deducted, " + unassessed + " unassessed, "
                    + returned + " returned of " + considerationShares);
        }
    }

    /** The sum of the six parts less the consideration shares: always 0. */
    public long check() {
        return check(considerationShares, released, releasable, held, deducted, unassessed, returned) ? 0 : 1;
    }

    private static boolean check(Shares whole, ExactShares... parts) {
        long sum = 0;
        ExactShares fractions = ExactShares.NONE;
        for (ExactShares part : parts) {
            sum += part.wholeCount();
            if (!part.isWhole()) {
                fractions = fractions.plus(part.remainder());
            }
        }
        return fractions.isWhole() && sum + fractions.wholeCount() == whole.count();
    }

    /** Cents with two decimals, as files hold them. */
    public static String plain(BigInteger cents) {
        return MinorUnits.plain(cents);
    }
}
