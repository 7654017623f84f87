package io.earnout.present.report;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.ReleaseInstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * One assessment year from both sides: the joint instructions, and the transfers of the agent (EA 3.1(b), 3.2).
 *
 * @param year the assessment year
 * @param lines the releases of the year's result
 */
public record YearOfTransfers(
        int year, List<ReleaseInstruction> lines, List<JointInstruction> instructions, List<Transfer> transfers) {

    /** The years of which there is anything. */
    static List<YearOfTransfers> of(AgreementResult result) {
        List<YearOfTransfers> all = new ArrayList<>();
        for (int number = 1; number <= result.agreement().years().size(); number++) {
            int year = number;
            YearOfTransfers one = new YearOfTransfers(
                    year,
                    result.determination().instructions().stream()
                            .filter(line -> line.assessmentYear() == year)
                            .toList(),
                    result.escrow().registers().instructions().stream()
                            .filter(instruction -> instruction.year() == year)
                            .toList(),
                    result.escrow().registers().transfers().stream()
                            .filter(transfer -> transfer.year() == year)
                            .toList());
            if (!one.lines.isEmpty() || !one.instructions.isEmpty() || !one.transfers.isEmpty()) {
                all.add(one);
            }
        }
        return all;
    }

    /** The shares that the year's result releases. */
    public long computed() {
        return lines.stream().mapToLong(line -> line.entitled().count()).sum();
    }

    /** The part of it that the agent has transferred, by the determination. */
    public long confirmed() {
        return lines.stream().mapToLong(line -> line.confirmed().wholeCount()).sum();
    }

    /** The releases on record, of whatever tranche. */
    public long released() {
        return moved(Transfer.Kind.RELEASE);
    }

    /** The returns on record. */
    public long returned() {
        return moved(Transfer.Kind.RETURN);
    }

    private long moved(Transfer.Kind kind) {
        return transfers.stream()
                .filter(transfer -> transfer.kind() == kind)
                .mapToLong(transfer -> transfer.shares().count())
                .sum();
    }

    /** The releases on record less the computed quantity; negative for shares still to be transferred. */
    public long difference() {
        return released() - computed();
    }
}
