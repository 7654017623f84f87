package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.TextSimilarity;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Rejected.Register;
import io.earnout.escrow.record.Report;
import io.earnout.input.csv.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The approvals of accounting firms for one agreement; an invalid one may be about any firm, so that all years wait. */
final class ApprovalRows {

    private final Row row;
    private final TermsRows terms;
    private final ReportRows reports;
    private final HeldYears held;
    private final List<ApprovedFirms.Approval> approvals = new ArrayList<>();

    ApprovalRows(Row row, TermsRows terms, ReportRows reports, HeldYears held) {
        this.row = row;
        this.terms = terms;
        this.reports = reports;
        this.held = held;
    }

    void clear() {
        approvals.clear();
    }

    /** What was taken so far, as a list of approved firms. */
    ApprovedFirms firms() {
        return new ApprovedFirms(true, List.copyOf(approvals));
    }

    /** Takes the row, after all reports were taken. */
    void take() {
        Optional<ApprovedFirms.Approval> approval = ApprovedFirmsFile.read(row);
        if (!terms.rejectIfNobodyKnowsIt(ApprovedFirmsFile.AGREEMENT_ID)) {
            approval.ifPresent(this::take);
            if (!row.isSound()) {
                held.holdYear(Rejected.ANY_YEAR, Register.APPROVALS);
            }
        }
    }

    private void take(ApprovedFirms.Approval approval) {
        approvals.add(approval);
        Optional<ApprovedFirms.Approval> other =
                approvals.stream().filter(approval::contradicts).findFirst();
        if (other.isPresent()) {
            row.reject(
                    FindingCode.APPROVALS_CONTRADICT,
                    ApprovedFirmsFile.FIRM,
                    "has another row about the same days, which contradicts it ("
                            + other.get().source() + "): nothing of this agreement is instructed",
                    "delete the row that is wrong, or let the one approval end before the other begins");
        }
        boolean isOfAReport =
                reports.taken().stream().anyMatch(report -> report.firm().equals(approval.firm()));
        Optional<String> meant = isOfAReport || approval.withdrawnOn().isEmpty()
                ? Optional.empty()
                : reports.taken().stream()
                        .map(Report::firm)
                        .filter(firm -> TextSimilarity.isNear(firm, approval.firm()))
                        .min(Comparator.naturalOrder());
        if (meant.isPresent()) {
            row.reject(
                    FindingCode.FIRM_MISSPELT,
                    ApprovedFirmsFile.FIRM,
                    "made no report, and its approval was withdrawn; if \"" + meant.get()
                            + "\" is meant, its reports don't count: nothing of this agreement is instructed",
                    "write the firm as in its reports, or delete the row");
        }
    }
}
