package io.earnout.escrow.determination;

import io.earnout.escrow.delay.MinorUnits;
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
 * @param feesDue all escrow fees so far, in cents (EA 4.4); nothing while the deposit is not on record
 * @param dividendsDue all dividends on shares in escrow so far, in cents (SPA 3.2); nothing where they can't be added up, or
 *     while the deposit is not on record
 */
public record Position(
        Shares considerationShares,
        Shares released,
        Shares releasable,
        Shares held,
        Shares deducted,
        Shares unassessed,
        Shares returned,
        Shares lowestEntitlement,
        Shares highestEntitlement,
        Optional<BigInteger> feesDue,
        Optional<BigInteger> dividendsDue) {

    public Position {
        if (sum(released, releasable, held, deducted, unassessed, returned) != considerationShares.count()) {
            throw new IllegalStateException("shares are not conserved: " + released + " released, " + releasable
                    + " releasable, " + held + " held, " + deducted + " deducted, " + unassessed + " unassessed, "
                    + returned + " returned of " + considerationShares);
        }
    }

    /** The sum of the six parts less the consideration shares: always 0. */
    public long check() {
        return sum(released, releasable, held, deducted, unassessed, returned) - considerationShares.count();
    }

    private static long sum(Shares... parts) {
        long sum = 0;
        for (Shares part : parts) {
            sum += part.count();
        }
        return sum;
    }

    /** Cents with two decimals, as files hold them. */
    public static String plain(BigInteger cents) {
        return MinorUnits.plain(cents);
    }
}
