package io.earnout.escrow.release;

import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one assessment year's result puts into a joint written instruction (EA 3.1(b)): shares of its own tranche, and of the
 * earlier tranches that its excess restores.
 *
 * @param reportId the report on which it rests
 * @param shares at least one
 */
public record Draft(String agreementId, int year, String reportId, Readings readings, TrancheShares shares) {

    /** All that a year's result releases, whatever of it was moved or is held; nothing if it releases no share. */
    public static Optional<Draft> ofAll(Settlement settlement, int year) {
        List<TrancheShares.Part> parts = new ArrayList<>(2);
        for (Movement movement : settlement.movements()) {
            if (movement.assessmentYear() == year && movement.to() != Account.DEDUCTED) {
                parts.add(new TrancheShares.Part(
                        movement.trancheYear(), movement.shares().count()));
            }
        }
        return of(settlement, year, parts);
    }

    /** A draft of these shares; nothing if there are none. */
    static Optional<Draft> of(Settlement settlement, int year, List<TrancheShares.Part> parts) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(
                        settlement.agreement().id(),
                        year,
                        settlement.assessment(year).orElseThrow().revenue().reportId(),
                        settlement.readings(),
                        new TrancheShares(parts)));
    }

    /** The same shares under another reading. */
    Draft under(Readings other) {
        return new Draft(agreementId, year, reportId, other, shares);
    }

    /**
     * The number of the instruction.
     *
     * @param place which of the year's instructions it is, 1 for the first
     */
    public String number(int place) {
        return InstructionNumber.of(this, place);
    }

    boolean hasNumber(String number) {
        return InstructionNumber.isOf(this, number);
    }
}
