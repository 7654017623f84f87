package io.earnout.escrow.release;

import io.earnout.escrow.record.ShareChanges;
import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactShares;
import java.util.List;
import java.util.Set;

/**
 * Where every share of an agreement is, once the agent's confirmed transfers follow on the movements of the settlement
 * (EA 2: in escrow until released or returned). A transfer takes what it may: entitled shares of its tranche for a release
 * (EA 3.2), deducted ones for a return (SPA 5.2(1)). What it takes beyond that has left the escrow all the same, and is
 * booked where it is missing: in the rest of its tranche, then in the other tranches. All is added up in the units of
 * {@link ShareChanges}.
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
    private final ShareChanges changes;
    private final Set<Integer> undecided;
    private long returnedOfOtherTranches;

    private EscrowLedger(Settlement settlement, Set<Integer> undecided, ShareChanges changes) {
        this.undecided = undecided;
        this.changes = changes;
        List<AssessmentYear> years = settlement.agreement().years();
        balance = new long[years.size()][Account.values().length];
        wholeTranche = new long[years.size()];
        entitled = new long[years.size()];
        released = new long[years.size()];
        returned = new long[years.size()];
        returnedThoughEntitled = new long[years.size()];
        for (AssessmentYear year : years) {
            wholeTranche[year.number() - 1] = changes.units(year.tranche());
            balance[year.number() - 1][Account.UNASSESSED.ordinal()] = wholeTranche[year.number() - 1];
        }
        for (Movement movement : settlement.movements()) {
            move(movement.trancheYear(), movement.from(), movement.to(), changes.units(movement.shares()));
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
    public static EscrowLedger of(
            Settlement settlement, List<CountedTransfer> transfers, Set<Integer> undecided, ShareChanges changes) {
        EscrowLedger ledger = new EscrowLedger(settlement, undecided, changes);
        long[] left = new long[transfers.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = transfers.get(i).isRelease() ? ledger.takeFromItsTranche(transfers.get(i)) : 0;
        }
        for (int i = 0; i < left.length; i++) {
            boolean part = !transfers.get(i).isRelease() && !transfers.get(i).empties();
            left[i] += part ? ledger.takeFromItsTranche(transfers.get(i)) : 0;
        }
        for (int i = 0; i < left.length; i++) {
            ledger.takeFromAnyTranche(transfers.get(i), left[i]);
            ledger.returnedOfOtherTranches += transfers.get(i).isRelease() ? 0 : left[i];
        }
        for (CountedTransfer transfer : transfers) {
            if (transfer.empties()) {
                ledger.returnAll();
            }
        }
        return ledger;
    }

    /** With the last return all that is left goes back: fractions of a share, and what roundings left, included. */
    private void returnAll() {
        for (int year = 1; year <= balance.length; year++) {
            for (Account account : FOR_A_RETURN) {
                long taken = take(year, account, Account.RETURNED, Long.MAX_VALUE);
                returned[year - 1] += taken;
                returnedThoughEntitled[year - 1] += account == Account.RELEASABLE ? taken : 0;
            }
        }
    }

    private long takeFromItsTranche(CountedTransfer transfer) {
        int tranche = transfer.trancheYear() - 1;
        long left = transfer.units();
        (transfer.isRelease() ? released : returned)[tranche] += left;
        for (Account account : transfer.isRelease() ? FOR_A_RELEASE : FOR_A_RETURN) {
            long taken = take(transfer.trancheYear(), account, outOf(transfer), left);
            left -= taken;
            if (!transfer.isRelease() && account == Account.RELEASABLE) {
                returnedThoughEntitled[tranche] += taken;
            }
        }
        return left;
    }

    private static Account outOf(CountedTransfer transfer) {
        return transfer.isRelease() ? Account.RELEASED : Account.RETURNED;
    }

    private void takeFromAnyTranche(CountedTransfer transfer, long units) {
        long left = units;
        for (Account account : transfer.isRelease() ? FOR_A_RELEASE : FOR_A_RETURN) {
            for (int year = 1; year <= balance.length && left > 0; year++) {
                left -= take(year, account, outOf(transfer), left);
            }
        }
        if (left > 0) {
            throw new IllegalStateException(left + " units were transferred that were not in escrow");
        }
    }

    private long take(int trancheYear, Account from, Account to, long atMost) {
        long taken = Math.min(atMost, balance[trancheYear - 1][from.ordinal()]);
        if (taken > 0) {
            move(trancheYear, from, to, taken);
        }
        return taken;
    }

    private void move(int trancheYear, Account from, Account to, long units) {
        long[] tranche = balance[trancheYear - 1];
        tranche[from.ordinal()] -= units;
        tranche[to.ordinal()] += units;
    }

    /** What the agent confirmed as released of a tranche. */
    public ExactShares released(AssessmentYear tranche) {
        return changes.signed(released[tranche.number() - 1]);
    }

    /** What the agent confirmed as returned of a tranche, in units. */
    public long returnedUnits(AssessmentYear tranche) {
        return returned[tranche.number() - 1];
    }

    /** What the agent confirmed as returned of a tranche. */
    public ExactShares returned(AssessmentYear tranche) {
        return changes.signed(returned[tranche.number() - 1]);
    }

    /** What was released of a tranche beyond its entitlement. */
    public ExactShares overReleased(AssessmentYear tranche) {
        return changes.signed(overReleased(tranche.number()));
    }

    /** Whether as much was released of a tranche as may be: any share more is one too many. */
    boolean isReleasedInFull(AssessmentYear tranche) {
        int at = tranche.number() - 1;
        return released[at] >= entitled[at];
    }

    /** All that has left the escrow and should not have, in units: as many shares that are due are withheld for it. */
    long tooMany() {
        long sum = returnedOfOtherTranches;
        for (int tranche = 1; tranche <= released.length; tranche++) {
            sum += overReleased(tranche);
        }
        return sum;
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
    public ExactShares releasedUndecided(AssessmentYear tranche) {
        return changes.signed(beyondEntitlement(tranche.number()) - overReleased(tranche.number()));
    }

    /** What was returned of a tranche though the seller is entitled to it now, in units: no share is there to release for it. */
    long returnedThoughEntitled(AssessmentYear tranche) {
        return returnedThoughEntitled[tranche.number() - 1];
    }

    /** What has not left the escrow, in units. */
    public long inEscrow() {
        long sum = 0;
        for (Account account : FOR_A_RELEASE) {
            sum += balance(account);
        }
        return sum;
    }

    /** How much of the consideration shares is in an account, in units. */
    public long balance(Account account) {
        long sum = 0;
        for (long[] tranche : balance) {
            sum += tranche[account.ordinal()];
        }
        return sum;
    }
}
