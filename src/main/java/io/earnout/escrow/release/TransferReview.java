package io.earnout.escrow.release;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.terms.Agreement;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which of the transfers on record can have happened: each one once, after the deposit, of shares that were in escrow. Those
 * that can't are not counted, and what they may be about is held.
 *
 * @param counted in the order of their days
 * @param heldYears the assessment years and tranches that a refused transfer is about
 * @param heldWhole whether it can't be told what a refused transfer took
 * @param findings what is wrong with those that are refused
 */
public record TransferReview(
        List<Transfer> counted, Set<Integer> heldYears, boolean heldWhole, List<Finding> findings) {

    private static final TransferReview NONE = new TransferReview(List.of(), Set.of(), false, List.of());

    private static final Comparator<Transfer> IN_TIME = Comparator.comparing(Transfer::confirmedOn)
            .thenComparing(Transfer::reference)
            .thenComparing(Transfer::year)
            .thenComparing(Transfer::trancheYear)
            .thenComparing(Transfer::shares, Comparator.reverseOrder())
            .thenComparing(Transfer::kind)
            .thenComparing(Transfer::source);

    public static TransferReview of(EscrowFile escrow) {
        return escrow.registers().transfers().isEmpty() ? NONE : new Examination(escrow).review();
    }

    /** Goes through the transfers in the order of their days. */
    private static final class Examination {

        private final Agreement agreement;
        private final List<Transfer> inTime;
        private final Findings findings;
        private final List<Transfer> counted = new ArrayList<>();
        private final Set<Integer> heldYears = new TreeSet<>();
        private boolean heldWhole;
        private long inEscrow;

        private Examination(EscrowFile escrow) {
            this.agreement = escrow.agreement();
            this.inEscrow = agreement.considerationShares().count();
            this.findings = new Findings(agreement.id());
            this.inTime = new ArrayList<>(escrow.registers().transfers());
            inTime.sort(IN_TIME);
        }

        private TransferReview review() {
            Map<String, Transfer> byName = new TreeMap<>();
            for (Transfer transfer : inTime) {
                Transfer first = byName.putIfAbsent(transfer.trancheYear() + " " + transfer.reference(), transfer);
                if (first != null) {
                    refuseSecond(transfer, first);
                } else if (isBeforeDeposit(transfer)) {
                    refuseBeforeDeposit(transfer);
                } else if (transfer.shares().count() > inEscrow) {
                    refuseBeyondEscrow(transfer);
                } else {
                    inEscrow -= transfer.shares().count();
                    counted.add(transfer);
                }
            }
            return new TransferReview(counted, heldYears, heldWhole, findings.all());
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
                            + Shares.of(inEscrow) + " were left in escrow; the whole agreement is held",
                    "correct the quantity as the agent confirmed it, or take the row out");
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
