package io.earnout.escrow.release;

import io.earnout.escrow.record.ShareChange;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.ShareFactor;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.terms.Agreement;
import io.earnout.terms.Shares;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The agent's account with the registrar, in shares of the day (EA 1.1, 2): the agent is one registered holder, so that a share
 * change turns its balance as a whole, at the start of the day and rounded once as the resolution says. What the rounding adds or
 * takes belongs to no tranche.
 */
public final class AgentAccount {

    private final ShareChanges changes;
    private final List<ShareChange> notWhole = new ArrayList<>(0);
    private final List<ShareChange> emptied = new ArrayList<>(0);
    private long balance;
    private LocalDate day;

    /**
     * What was paid in or out of the account after the deposit.
     *
     * @param shares of the day; below zero for a transfer out
     */
    public record Entry(LocalDate day, long shares) {}

    /** The account on the day of the deposit, or of the signature while no deposit is on record. */
    AgentAccount(EscrowFile escrow) {
        Agreement agreement = escrow.agreement();
        this.changes = escrow.registers().shareChanges();
        LocalDate opened = agreement.depositedOn().orElse(agreement.signedOn());
        this.day = opened;
        this.balance = agreement.considerationShares().count();
        List<ShareChange> before = changes.effectiveOn(opened);
        if (!before.isEmpty()) {
            ShareFactor factor = changes.on(opened);
            turn(factor.newShares(), factor.oldShares(), before.get(before.size() - 1));
        }
    }

    /** The account on a day, after all that was paid in and out by then. */
    public static AgentAccount on(LocalDate day, EscrowFile escrow, List<Entry> entries) {
        AgentAccount account = new AgentAccount(escrow);
        for (Entry entry : entries) {
            if (!entry.day().isAfter(day)) {
                account.advanceTo(entry.day());
                account.pay(entry.shares());
            }
        }
        account.advanceTo(day);
        return account;
    }

    /** Applies the changes up to the start of a day. */
    void advanceTo(LocalDate to) {
        if (changes.isEmpty() || !to.isAfter(day)) {
            return;
        }
        for (ShareChange change : changes.effectiveOn(to)) {
            if (change.effectiveOn().isAfter(day)) {
                turn(BigInteger.valueOf(change.newShares()), BigInteger.valueOf(change.oldShares()), change);
            }
        }
        day = to;
    }

    private void turn(BigInteger newShares, BigInteger oldShares, ShareChange change) {
        BigInteger[] turned = BigInteger.valueOf(balance).multiply(newShares).divideAndRemainder(oldShares);
        boolean fraction = turned[1].signum() != 0;
        if (fraction && change.rounding() == ShareChange.Rounding.WHOLE) {
            notWhole.add(change);
        }
        long up = fraction && change.rounding() == ShareChange.Rounding.UP ? 1 : 0;
        long after = turned[0].longValueExact() + up;
        if (balance > 0 && after == 0) {
            emptied.add(change);
        }
        balance = after;
    }

    void pay(long shares) {
        balance += shares;
    }

    /** The shares of the day in the account. */
    public Shares balance() {
        return Shares.of(balance);
    }

    long count() {
        return balance;
    }

    /** The changes whose resolution allows no fraction, and that leave one. */
    List<ShareChange> notWhole() {
        return notWhole;
    }

    /** The changes that leave the agent no share. */
    List<ShareChange> emptied() {
        return emptied;
    }
}
