package io.earnout.settlement;

import io.earnout.terms.Clause;
import io.earnout.terms.Shares;

/**
 * Whole shares of one tranche going from one account to another under one clause. What one account loses the other
 * gains, so that no movement can change how many consideration shares there are.
 *
 * @param assessmentYear the year whose result moves the shares
 * @param trancheYear the year whose shares move: the same year, or an earlier one that an excess restores; what the agent
 *     took out of escrow may, by mistake, be of any year
 * @param shares at least one
 */
public record Movement(Account from, Account to, int assessmentYear, int trancheYear, Shares shares, Clause clause) {

    public Movement {
        boolean leavesEscrow = to == Account.RELEASED || to == Account.RETURNED;
        if (shares.isNone() || from == to || (trancheYear > assessmentYear && !leavesEscrow)) {
            throw new IllegalArgumentException("not a movement: " + shares + " shares of year " + trancheYear + " from "
                    + from + " to " + to + " by year " + assessmentYear);
        }
    }
}
