package io.earnout.present.report;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.ReleaseInstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * One assessment year from both sides: what the determination and the papers say, and what the agent moved (EA 3.1(b), 3.2).
 *
 * @param year the assessment year
 * @param lines what follows from the year's result
 */
public record YearOfTransfers(
        int year, List<ReleaseInstruction> lines, List<JointInstruction> papers, List<Transfer> transfers) {

    /** The years of which there is anything. */
    static List<YearOfTransfers> of(AgreementResult dossier) {
        List<YearOfTransfers> all = new ArrayList<>();
        for (int number = 1; number <= dossier.agreement().years().size(); number++) {
            int year = number;
            YearOfTransfers one = new YearOfTransfers(
                    year,
                    dossier.determination().instructions().stream()
                            .filter(line -> line.assessmentYear() == year)
                            .toList(),
                    dossier.escrow().registers().instructions().stream()
                            .filter(paper -> paper.year() == year)
                            .toList(),
                    dossier.escrow().registers().transfers().stream()
                            .filter(transfer -> transfer.year() == year)
                            .toList());
            if (!one.lines.isEmpty() || !one.papers.isEmpty() || !one.transfers.isEmpty()) {
                all.add(one);
            }
        }
        return all;
    }

    /** What the year's result puts into one instruction. */
    public long computed() {
        return lines.stream().mapToLong(line -> line.entitled().count()).sum();
    }

    /** What of it the agent has transferred, by the determination. */
    public long confirmed() {
        return lines.stream().mapToLong(line -> line.confirmed().count()).sum();
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

    /** What the releases on record exceed the computed quantity by; below zero for what is still to move. */
    public long difference() {
        return released() - computed();
    }
}
