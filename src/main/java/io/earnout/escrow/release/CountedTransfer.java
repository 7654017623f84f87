package io.earnout.escrow.release;

import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Transfer;
import java.time.LocalDate;

/**
 * A confirmed transfer that counts (EA 3.2), with what it moves in the units of the ledger.
 *
 * @param row as the agent confirmed it, in shares of its day
 * @param units what of the signed shares it moves
 * @param empties whether it returned all that was left in the agent's account, fractions of a share included
 */
public record CountedTransfer(Transfer row, long units, boolean empties) {

    public int year() {
        return row.year();
    }

    public int trancheYear() {
        return row.trancheYear();
    }

    public boolean isRelease() {
        return row.isRelease();
    }

    public LocalDate confirmedOn() {
        return row.confirmedOn();
    }

    public String instructionId() {
        return row.instructionId();
    }

    public String reference() {
        return row.reference();
    }

    public Source source() {
        return row.source();
    }
}
