package io.earnout.input;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.review.EscrowFile;
import java.util.List;
import java.util.Optional;

/**
 * What the rows of one agreement id came to.
 *
 * @param escrow nothing where the agreement can't be settled: its terms were rejected, it was signed after the as-of date,
 *     or it is unknown
 * @param isSignedLater whether it was signed after the as-of date
 * @param findings what is wrong with its rows
 * @param stray its first row that decides on shares, where agreements.csv doesn't have the id
 */
public record AssembledEscrow(
        Optional<EscrowFile> escrow, boolean isSignedLater, List<Finding> findings, Optional<MisspeltIds.Stray> stray) {

    /** Whether agreements.csv has it, and it was known on the day. */
    public boolean isAgreement() {
        return escrow.isPresent()
                || findings.stream().anyMatch(finding -> finding.code() == FindingCode.TERMS_REJECTED);
    }

    /** Whether something is wrong that lets nothing be published. */
    public boolean stopsTheRun() {
        return findings.stream().anyMatch(finding -> finding.code().stopsTheRun());
    }
}
