package io.earnout.present.papers;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.Clause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why shares of a year are held (EA 3).
 *
 * @param clauses the clauses that hold them
 * @param why in a sentence
 * @param opens what lifts the hold; empty where the finding doesn't say
 * @param place the file and line; empty where it follows from several
 */
public record HoldReason(String code, String clauses, String why, String opens, String place) {

    static List<HoldReason> of(YearPaperContent year) {
        Set<FindingCode> reasons = new LinkedHashSet<>();
        for (ReleaseInstruction line : year.releases()) {
            if (!line.held().isNone()) {
                reasons.addAll(line.reasons());
            }
        }
        List<HoldReason> held = new ArrayList<>();
        for (FindingCode reason : reasons) {
            List<Finding> findings = year.findings(reason);
            findings.forEach(finding -> held.add(of(finding)));
            if (findings.isEmpty()) {
                held.add(new HoldReason(reason.name(), clauses(reason), "", "", ""));
            }
        }
        return held;
    }

    private static HoldReason of(Finding finding) {
        return new HoldReason(
                finding.code().name(),
                clauses(finding.code()),
                Printability.spelledOut(finding.message()),
                Printability.spelledOut(finding.remedy()),
                Printability.spelledOut(finding.source().toString()));
    }

    private static String clauses(FindingCode code) {
        return code.clauses().stream().map(Clause::citation).collect(Collectors.joining(", "));
    }
}
