package io.earnout.escrow.release;

import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.ShareFactor;
import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Readings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one assessment year's result puts into a joint written instruction (EA 3.1(b)): shares of its own tranche, and of the
 * earlier tranches that its excess restores.
 *
 * @param reportId the report on which it rests
 * @param shares at least one, in shares of the day on which it is drawn up
 * @param factor how many of these one share of the day of signature is
 */
public record Draft(
        String agreementId, int year, String reportId, Readings readings, TrancheShares shares, ShareFactor factor) {

    /** All that a year's result releases, whatever of it was moved or is held; nothing if it releases no share. */
    public static Optional<Draft> ofAll(Settlement settlement, int year, ShareChanges changes, LocalDate day) {
        List<TrancheShares.Part> parts = new ArrayList<>(2);
        for (Movement movement : settlement.movements()) {
            if (movement.assessmentYear() == year && movement.to() != Account.DEDUCTED) {
                long shares = changes.wholeOnDay(changes.units(movement.shares()), day);
                if (shares > 0) {
                    parts.add(new TrancheShares.Part(movement.trancheYear(), shares));
                }
            }
        }
        return of(settlement, year, parts, changes.on(day));
    }

    /** A draft of these shares; nothing if there are none. */
    static Optional<Draft> of(Settlement settlement, int year, List<TrancheShares.Part> parts, ShareFactor factor) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(
                        settlement.agreement().id(),
                        year,
                        settlement.assessment(year).orElseThrow().revenue().reportId(),
                        settlement.readings(),
                        new TrancheShares(parts),
                        factor));
    }

    /** The same shares under another reading. */
    Draft under(Readings other) {
        return new Draft(agreementId, year, reportId, other, shares, factor);
    }

    /**
     * The number of the instruction.
     *
     * @param place which of the year's instructions it is, 1 for the first
     */
    public String number(int place) {
        return InstructionNumber.of(agreementId, year, content(), place);
    }

    /** Whether the number is the draft's, whichever of the year's instructions it was. */
    boolean hasNumber(String number) {
        return InstructionNumber.isThatOf(number(1), number);
    }

    /** What the number is made of: a line for each thing that the instruction determines. */
    private String content() {
        StringBuilder content = new StringBuilder(160);
        content.append(agreementId).append('\n');
        content.append(year).append('\n');
        content.append(reportId).append('\n');
        content.append(readings).append('\n');
        for (TrancheShares.Part part : shares.parts()) {
            content.append(part.tranche()).append(':').append(part.shares()).append('\n');
        }
        if (!factor.isOne()) {
            content.append(factor).append('\n');
        }
        return content.toString();
    }
}
