package io.earnout.escrow.release;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.ShareChange;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.terms.Agreement;
import io.earnout.terms.ExactShares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which of the transfers on record can have happened: each one once, after the deposit, of shares that were in escrow. Those
 * that can't are not counted, and what they may be about is held. One that the agent took back counts up to that day alone.
 *
 * @param counted in the order of their days
 * @param entries what was paid in and out of the agent's account, those that were taken back included
 * @param heldYears the assessment years and tranches that a refused transfer is about
 * @param heldWhole whether it can't be told what a refused transfer took
 * @param findings what is wrong with those that are refused
 */
public record TransferReview(
        List<CountedTransfer> counted,
        List<AgentAccount.Entry> entries,
        Set<Integer> heldYears,
        boolean heldWhole,
        List<Finding> findings) {

    private static final TransferReview NONE = new TransferReview(List.of(), List.of(), Set.of(), false, List.of());

    private static final Comparator<Transfer> IN_TIME = Comparator.comparing(Transfer::confirmedOn)
            .thenComparing(Transfer::isReversal)
            .thenComparing(Transfer::reference)
            .thenComparing(Transfer::year)
            .thenComparing(Transfer::trancheYear)
            .thenComparing(Transfer::shares, Comparator.reverseOrder())
            .thenComparing(Transfer::kind)
            .thenComparing(Transfer::source);

    public static TransferReview of(EscrowFile escrow, LocalDate asOf) {
        Registers registers = escrow.registers();
        return registers.transfers().isEmpty() && registers.shareChanges().isEmpty()
                ? NONE
                : new Examination(escrow).review(asOf);
    }

    /** Goes through the transfers in the order of their days. */
    private static final class Examination {

        private final Agreement agreement;
        private final ShareChanges changes;
        private final List<Transfer> inTime;
        private final Findings findings;
        private final AgentAccount account;
        private final Map<String, Transfer> byName = new TreeMap<>();
        private final Map<String, CountedTransfer> counted = new LinkedHashMap<>();
        private final Map<String, Transfer> reversals = new TreeMap<>();
        private final List<AgentAccount.Entry> entries = new ArrayList<>();
        private final Set<Integer> heldYears = new TreeSet<>();
        private boolean heldWhole;
        private long unitsInEscrow;

        private Examination(EscrowFile escrow) {
            this.agreement = escrow.agreement();
            this.changes = escrow.registers().shareChanges();
            this.account = new AgentAccount(escrow);
            this.unitsInEscrow = changes.units(agreement.considerationShares());
            this.findings = new Findings(agreement.id());
            this.inTime = new ArrayList<>(escrow.registers().transfers());
            inTime.sort(IN_TIME);
        }

        private TransferReview review(LocalDate asOf) {
            for (Transfer transfer : inTime) {
                account.advanceTo(transfer.confirmedOn());
                String name = transfer.trancheYear() + " " + transfer.reference();
                if (transfer.isReversal()) {
                    reverse(transfer, name);
                    continue;
                }
                Transfer first = byName.putIfAbsent(name, transfer);
                if (first != null) {
                    refuseSecond(transfer, first);
                } else if (isBeforeDeposit(transfer)) {
                    refuseBeforeDeposit(transfer);
                } else if (transfer.shares().count() > account.count()) {
                    refuseBeyondEscrow(transfer);
                } else {
                    count(transfer, name);
                }
            }
            account.advanceTo(asOf);
            findUnsoundChanges();
            return new TransferReview(List.copyOf(counted.values()), entries, heldYears, heldWhole, findings.all());
        }

        private void count(Transfer transfer, String name) {
            pay(transfer, -transfer.shares().count());
            boolean empties = !changes.isEmpty() && !transfer.isRelease() && account.count() == 0;
            // a rounding can have given the agent a fraction of a share more than there is in signed shares
            long units = empties
                    ? unitsInEscrow
                    : Math.min(unitsInEscrow, changes.units(transfer.shares().count(), transfer.confirmedOn()));
            unitsInEscrow -= units;
            counted.put(name, new CountedTransfer(transfer, units, empties));
        }

        private void pay(Transfer transfer, long shares) {
            account.pay(shares);
            entries.add(new AgentAccount.Entry(transfer.confirmedOn(), shares));
        }

        /** The agent takes a transfer back: it is as if it had not been made, from this day on. */
        private void reverse(Transfer reversal, String name) {
            CountedTransfer reversed = counted.get(name);
            Transfer before = reversals.get(name);
            if (before != null) {
                refuseReversal(
                        FindingCode.REVERSED_TWICE,
                        reversal,
                        Field.REFERENCE,
                        reversal.reference(),
                        "the transfer " + reversal.reference() + " of tranche " + reversal.trancheYear()
                                + " has been reversed already (" + before.source() + "); it is reversed once",
                        "delete the row if it is the same reversal, or correct " + Field.REFERENCE);
            } else if (reversed == null) {
                refuseReversal(
                        FindingCode.REVERSAL_OF_NOTHING,
                        reversal,
                        Field.REFERENCE,
                        reversal.reference(),
                        "no transfer " + reversal.reference() + " of tranche " + reversal.trancheYear()
                                + " counts up to " + reversal.confirmedOn() + ": there is nothing to reverse",
                        "give the row " + Field.REFERENCE + " and " + Field.TRANCHE_YEAR
                                + " of the transfer that it reverses, and a day that is not before it");
            } else if (reversed.year() != reversal.year() || !isOfTheQuantity(reversed.row(), reversal)) {
                refuseReversal(
                        FindingCode.REVERSAL_DIFFERS,
                        reversal,
                        Field.SHARES,
                        Long.toString(reversal.shares().count()),
                        "the transfer " + reversal.reference() + " moved "
                                + reversed.row().shares() + " shares by the result of year " + reversed.year()
                                + ", the reversal is of " + reversal.shares() + " by that of year " + reversal.year()
                                + ": nothing is reversed",
                        "a transfer is reversed as a whole; record what the agent moved instead with a row of its own");
                hold(reversed.row());
            } else {
                reversals.put(name, reversal);
                counted.remove(name);
                unitsInEscrow += reversed.units();
                pay(reversal, reversal.shares().count());
            }
        }

        /** Of a share change in between a fraction of a share can be left, which the agent may round either way. */
        private boolean isOfTheQuantity(Transfer reversed, Transfer reversal) {
            long units = changes.units(reversed.shares().count(), reversed.confirmedOn());
            ExactShares now = changes.isEmpty()
                    ? ExactShares.of(reversed.shares())
                    : changes.onDay(units, reversal.confirmedOn());
            long down = now.wholeCount();
            long shares = reversal.shares().count();
            return shares == down || (shares == down + 1 && !now.isWhole());
        }

        private void refuseReversal(
                FindingCode code, Transfer reversal, Field field, String value, String message, String remedy) {
            hold(reversal);
            find(code, reversal, field, value, message, remedy);
        }

        private void refuseSecond(Transfer transfer, Transfer first) {
            hold(transfer);
            hold(first);
            boolean same = first.year() == transfer.year()
                    && first.kind() == transfer.kind()
                    && first.shares().equals(transfer.shares())
                    && first.confirmedOn().equals(transfer.confirmedOn());
            find(
                    FindingCode.REFERENCE_TWICE,
                    transfer,
                    Field.REFERENCE,
                    transfer.reference(),
                    "the transfer " + transfer.reference() + " of tranche " + transfer.trancheYear()
                            + " is on record already (" + first.source() + ")"
                            + (same ? "" : ", with another quantity, day or year") + "; it is counted once, with "
                            + first.shares() + " shares",
                    "delete the row if it is the same transfer, or give it the reference of its own that the agent"
                            + " confirmed");
        }

        private boolean isBeforeDeposit(Transfer transfer) {
            Optional<LocalDate> deposited = agreement.depositedOn();
            return transfer.confirmedOn().isBefore(deposited.orElse(agreement.signedOn()));
        }

        private void refuseBeforeDeposit(Transfer transfer) {
            hold(transfer);
            String began = agreement
                    .depositedOn()
                    .map(day -> "the shares were deposited on " + day)
                    .orElse("the agreement was signed on " + agreement.signedOn());
            find(
                    FindingCode.TRANSFER_BEFORE_DEPOSIT,
                    transfer,
                    Field.CONFIRMED_ON,
                    transfer.confirmedOn().toString(),
                    "nothing can have moved on " + transfer.confirmedOn() + ": " + began,
                    "correct " + Field.CONFIRMED_ON + ", or the day in " + Records.AGREEMENTS);
        }

        private void refuseBeyondEscrow(Transfer transfer) {
            heldWhole = true;
            find(
                    FindingCode.TRANSFER_EXCEEDS_ESCROW,
                    transfer,
                    Field.SHARES,
                    Long.toString(transfer.shares().count()),
                    transfer.shares() + " shares can't have moved on " + transfer.confirmedOn() + ": only "
                            + account.balance() + " were left in escrow; the whole agreement is held",
                    "correct the quantity as the agent confirmed it, or take the row out");
        }

        /** A change that can't have come out as it is recorded makes every quantity after it doubtful. */
        private void findUnsoundChanges() {
            for (ShareChange change : account.notWhole()) {
                findUnsound(
                        FindingCode.SHARE_CHANGE_NOT_WHOLE,
                        change,
                        Field.ROUNDING,
                        change.rounding().term(),
                        "the change of " + change.effectiveOn() + ", " + change.ratio()
                                + ", leaves a fraction in the agent's account, though it is to come out whole; the"
                                + " whole agreement is held",
                        "ask the agent how many shares it holds, and correct the rounding, the ratio or the transfers");
            }
            for (ShareChange change : account.emptied()) {
                findUnsound(
                        FindingCode.SHARE_CHANGE_LEAVES_NOTHING,
                        change,
                        Field.NEW_SHARES,
                        Long.toString(change.newShares()),
                        "the change of " + change.effectiveOn() + ", " + change.ratio()
                                + ", leaves the agent no share; the whole agreement is held",
                        "correct the ratio or the rounding as the resolution says");
            }
        }

        private void findUnsound(
                FindingCode code, ShareChange change, Field field, String value, String message, String remedy) {
            heldWhole = true;
            findings.find(code, 0, change.source(), field, value, message, remedy);
        }

        private void hold(Transfer transfer) {
            heldYears.add(transfer.year());
            heldYears.add(transfer.trancheYear());
        }

        private void find(
                FindingCode code, Transfer transfer, Field field, String value, String message, String remedy) {
            findings.find(code, transfer.year(), transfer.source(), field, value, message, remedy);
        }
    }
}
