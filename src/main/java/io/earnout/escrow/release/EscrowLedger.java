package io.earnout.escrow.release;

import io.earnout.escrow.record.Transfer;
import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where every share of an agreement is, once the agent's confirmed transfers follow on the movements of the settlement
 * (EA 2: in escrow until released or returned). A transfer takes what it may: entitled shares of its tranche for a release
 * (EA 3.2), deducted ones for a return (SPA 5.2(1)). What it takes beyond that has left the escrow all the same, and is
 * booked where it is missing: in the rest of its tranche, then in the other tranches.
 */
@SuppressWarnings("EnumOrdinal") // an array for each tranche is what a million agreements can afford
public final class EscrowLedger {

    private static final Account[] FOR_A_RELEASE = {
        Account.RELEASABLE, Account.DEDUCTED, Account.WITHHELD, Account.UNASSESSED
    };
    private static final Account[] FOR_A_RETURN = {
        Account.DEDUCTED, Account.UNASSESSED, Account.WITHHELD, Account.RELEASABLE
    };

    private final long[][] balance;
    private final long[] wholeTranche;
    private final long[] entitled;
    private final long[] released;
    private final long[] returned;
    private final long[] returnedThoughEntitled;
    private final List<Movement> movements = new ArrayList<>();
    private final Set<Integer> undecided;
    private long returnedOfOtherTranches;

    private EscrowLedger(Settlement settlement, Set<Integer> undecided) {
        this.undecided = undecided;
        List<AssessmentYear> years = settlement.agreement().years();
        balance = new long[years.size()][Account.values().length];
        wholeTranche = new long[years.size()];
        entitled = new long[years.size()];
        released = new long[years.size()];
        returned = new long[years.size()];
        returnedThoughEntitled = new long[years.size()];
        for (AssessmentYear year : years) {
            wholeTranche[year.number() - 1] = year.tranche().count();
            balance[year.number() - 1][Account.UNASSESSED.ordinal()] =
                    year.tranche().count();
        }
        for (Movement movement : settlement.movements()) {
            move(movement);
        }
        for (int tranche = 0; tranche < entitled.length; tranche++) {
            entitled[tranche] = balance[tranche][Account.RELEASABLE.ordinal()];
        }
    }

    /**
     * The ledger after all transfers.
     *
     * @param transfers never more in sum than the consideration shares
     * @param undecided the tranches of which it can't be told what may be released: of these only what is beyond the whole tranche is over-released
     */
    public static EscrowLedger of(Settlement settlement, List<Transfer> transfers, Set<Integer> undecided) {
        EscrowLedger ledger = new EscrowLedger(settlement, undecided);
        long[] left = new long[transfers.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = transfers.get(i).isRelease() ? ledger.takeFromItsTranche(transfers.get(i)) : 0;
        }
        for (int i = 0; i < left.length; i++) {
            left[i] += transfers.get(i).isRelease() ? 0 : ledger.takeFromItsTranche(transfers.get(i));
        }
        for (int i = 0; i < left.length; i++) {
            ledger.takeFromAnyTranche(transfers.get(i), left[i]);
            ledger.returnedOfOtherTranches += transfers.get(i).isRelease() ? 0 : left[i];
        }
        return ledger;
    }

    private long takeFromItsTranche(Transfer transfer) {
        int tranche = transfer.trancheYear() - 1;
        long left = transfer.shares().count();
        (transfer.isRelease() ? released : returned)[tranche] += left;
        for (Account account : transfer.isRelease() ? FOR_A_RELEASE : FOR_A_RETURN) {
            long taken = take(transfer, transfer.trancheYear(), account, left);
            left -= taken;
            if (!transfer.isRelease() && account == Account.RELEASABLE) {
                returnedThoughEntitled[tranche] += taken;
            }
        }
        return left;
    }

    private void takeFromAnyTranche(Transfer transfer, long shares) {
        long left = shares;
        for (Account account : transfer.isRelease() ? FOR_A_RELEASE : FOR_A_RETURN) {
            for (int year = 1; year <= balance.length && left > 0; year++) {
                left -= take(transfer, year, account, left);
            }
        }
        if (left > 0) {
            throw new IllegalStateException(left + " shares were transferred that were not in escrow");
        }
    }

    private long take(Transfer transfer, int trancheYear, Account from, long atMost) {
        long taken = Math.min(atMost, balance[trancheYear - 1][from.ordinal()]);
        if (taken > 0) {
            move(new Movement(
                    from,
                    transfer.isRelease() ? Account.RELEASED : Account.RETURNED,
                    transfer.year(),
                    trancheYear,
                    Shares.of(taken),
                    transfer.isRelease() ? Clause.EA_3_2 : Clause.SPA_5_2_1));
        }
        return taken;
    }

    private void move(Movement movement) {
        long[] tranche = balance[movement.trancheYear() - 1];
        tranche[movement.from().ordinal()] -= movement.shares().count();
        tranche[movement.to().ordinal()] += movement.shares().count();
        movements.add(movement);
    }

    /** All movements: first those of the settlement, then those out of escrow. */
    public List<Movement> movements() {
        return List.copyOf(movements);
    }

    /** What the agent confirmed as released of a tranche. */
    public Shares released(AssessmentYear tranche) {
        return Shares.of(released[tranche.number() - 1]);
    }

    /** What the agent confirmed as returned of a tranche. */
    public Shares returned(AssessmentYear tranche) {
        return Shares.of(returned[tranche.number() - 1]);
    }

    /** What was released of a tranche beyond its entitlement. */
    public Shares overReleased(AssessmentYear tranche) {
        return Shares.of(overReleased(tranche.number()));
    }

    /** Whether as much was released of a tranche as may be: any share more is one too many. */
    boolean isReleasedInFull(AssessmentYear tranche) {
        int at = tranche.number() - 1;
        return released[at] >= entitled[at];
    }

    /** All that has left the escrow and should not have: as many shares that are due are withheld for it. */
    Shares tooMany() {
        long sum = returnedOfOtherTranches;
        for (int tranche = 1; tranche <= released.length; tranche++) {
            sum += overReleased(tranche);
        }
        return Shares.of(sum);
    }

    /** While a report is in doubt, what is beyond the whole tranche alone is certain to be too much. */
    private long overReleased(int tranche) {
        return undecided.contains(tranche)
                ? Math.max(0, released[tranche - 1] - wholeTranche[tranche - 1])
                : beyondEntitlement(tranche);
    }

    private long beyondEntitlement(int tranche) {
        return Math.max(0, released[tranche - 1] - entitled[tranche - 1]);
    }

    /** Whether it can't be told what may be released of a tranche, because a report is in doubt. */
    public boolean isInDoubt(int tranche) {
        return undecided.contains(tranche);
    }

    /** What was released of a tranche beyond what can be told to be its entitlement, while a report is in doubt. */
    public Shares releasedUndecided(AssessmentYear tranche) {
        return Shares.of(beyondEntitlement(tranche.number()) - overReleased(tranche.number()));
    }

    /** What was returned of a tranche though the seller is entitled to it now: no share is there to release for it. */
    public Shares returnedThoughEntitled(AssessmentYear tranche) {
        return Shares.of(returnedThoughEntitled[tranche.number() - 1]);
    }

    /** What has not left the escrow. */
    Shares inEscrow() {
        long sum = 0;
        for (Account account : FOR_A_RELEASE) {
            sum += balance(account).count();
        }
        return Shares.of(sum);
    }

    /** How many of the consideration shares are in an account. */
    public Shares balance(Account account) {
        long sum = 0;
        for (long[] tranche : balance) {
            sum += tranche[account.ordinal()];
        }
        return Shares.of(sum);
    }
}
