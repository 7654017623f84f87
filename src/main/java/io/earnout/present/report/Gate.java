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
 * What holds a line of an instruction, and what opens it (EA 3, SPA 5.3, 8.1).
 *
 * @param code the reason
 * @param findings what was found of it
 */
public record Gate(ReleaseInstruction line, FindingCode code, List<Finding> findings) {

    private static final int MOST_FINDINGS = 3;

    static List<Gate> of(AgreementResult dossier) {
        List<Gate> gates = new ArrayList<>();
        for (ReleaseInstruction line : dossier.determination().instructions()) {
            for (FindingCode code : line.reasons()) {
                gates.add(new Gate(line, code, findings(dossier, line, code)));
            }
        }
        return gates;
    }

    private static List<Finding> findings(AgreementResult dossier, ReleaseInstruction line, FindingCode code) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : dossier.findings()) {
            boolean sameYear = finding.year() == 0
                    || finding.year() == line.assessmentYear()
                    || finding.year() == line.tranche().number();
            if (finding.code() == code && sameYear && findings.size() < MOST_FINDINGS) {
                findings.add(finding);
            }
        }
        return findings;
    }

    /** What opens it, each way once. */
    public Set<String> openedBy() {
        Set<String> ways = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (!finding.remedy().isEmpty()) {
                ways.add(finding.remedy());
            }
        }
        if (ways.isEmpty()) {
            ways.add("what the exceptions of this agreement ask for");
        }
        return ways;
    }
}
