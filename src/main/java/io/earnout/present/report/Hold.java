package io.earnout.present.report;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.release.ReleaseInstruction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A hold on a release, its reason and how to lift it (EA 3, SPA 5.3, 8.1).
 *
 * @param code the reason
 * @param findings the findings that give the reason
 */
public record Hold(ReleaseInstruction line, FindingCode code, List<Finding> findings) {

    private static final int MOST_FINDINGS = 3;

    static List<Hold> of(AgreementResult result) {
        List<Hold> holds = new ArrayList<>();
        for (ReleaseInstruction line : result.determination().instructions()) {
            for (FindingCode code : line.reasons()) {
                if (!code.isOfProgress()) {
                    holds.add(new Hold(line, code, findings(result, line, code)));
                }
            }
        }
        return holds;
    }

    private static List<Finding> findings(AgreementResult result, ReleaseInstruction line, FindingCode code) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : result.findings()) {
            boolean sameYear = finding.year() == 0
                    || finding.year() == line.assessmentYear()
                    || finding.year() == line.tranche().number();
            if (finding.code() == code && sameYear && findings.size() < MOST_FINDINGS) {
                findings.add(finding);
            }
        }
        return findings;
    }

    /** How to lift the hold, each way once. */
    public Set<String> howToLift() {
        Set<String> ways = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (!finding.remedy().isEmpty()) {
                ways.add(finding.remedy());
            }
        }
        if (ways.isEmpty()) {
            ways.add("see the exceptions of this agreement");
        }
        return ways;
    }
}
