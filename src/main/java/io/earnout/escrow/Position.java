package io.earnout.escrow;

import io.earnout.terms.Shares;

/**
 * Where the consideration shares of one agreement are. They are conserved: the parts add up to the whole.
 *
 * @param releasable to be put into an instruction now
 * @param held earned or restored, but behind a closed gate
 * @param deducted still deducted, in escrow until expiration
 * @param unassessed the tranches of years without an accepted report
 * @param lowestEntitlement the least that the readings side by side give
 * @param highestEntitlement the most that they give
 */
public record Position(
        Shares considerationShares,
        Shares releasable,
        Shares held,
        Shares deducted,
        Shares unassessed,
        Shares lowestEntitlement,
        Shares highestEntitlement) {

    public Position {
        if (releasable.plus(held).plus(deducted).plus(unassessed).compareTo(considerationShares) != 0) {
            throw new IllegalStateException("shares are not conserved: " + releasable + " releasable, " + held
                    + " held, " + deducted + " deducted, " + unassessed + " unassessed of " + considerationShares);
        }
    }
}
