package io.earnout.input;

import io.earnout.escrow.EscrowFile;
import io.earnout.escrow.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the rows of one agreement id came to.
 *
 * @param escrow nothing where the agreement can't be settled: its terms were rejected, it was signed after the as-of date,
 *     or nobody knows it
 * @param isSignedLater whether it was signed after the as-of date
 * @param findings what is wrong with its rows
 */
public record AssembledEscrow(Optional<EscrowFile> escrow, boolean isSignedLater, List<Finding> findings) {

    /** Whether something is wrong that lets nothing be published. */
    public boolean stopsTheRun() {
        return findings.stream().anyMatch(finding -> finding.code().stopsTheRun());
    }
}
