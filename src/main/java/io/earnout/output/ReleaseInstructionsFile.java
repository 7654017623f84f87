package io.earnout.output;

import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.ExactMoney;
import java.util.List;

/**
 * {@code release-instructions.csv}: one row per agreement, assessment year whose result releases shares, and tranche whose
 * shares move. What is to be instructed of one agreement and assessment year is one draft and shares its number.
 */
final class ReleaseInstructionsFile {

    private ReleaseInstructionsFile() {}

    static void write(Determination determination, CsvBuffer rows) {
        for (ReleaseInstruction line : determination.instructions()) {
            rows.text(determination.agreement().id())
                    .number(line.assessmentYear())
                    .number(line.tranche().number())
                    .text(line.kind().term())
                    .text(line.instructionId())
                    .text(determination.agreement().parties().seller())
                    .shares(line.tranche().tranche())
                    .shares(line.deducted())
                    .number(line.adjustment());
            if (line.revenueOffset().isPresent()) {
                ExactMoney offset = line.revenueOffset().get();
                rows.money(offset);
            } else {
                rows.empty();
            }
            rows.shares(line.entitled())
                    .shares(line.confirmed())
                    .shares(line.instructed())
                    .shares(line.held())
                    .shares(line.awaiting())
                    .shares(line.toInstruct())
                    .text(line.status().name())
                    .text(reasons(line.reasons()))
                    .text(line.reportId())
                    .date(line.releaseDueOn())
                    .date(line.documentsCompleteOn())
                    .date(line.transferDueOn())
                    .clauses(line.clauses())
                    .endRow();
        }
    }

    private static String reasons(List<FindingCode> reasons) {
        return reasons.isEmpty()
                ? ""
                : String.join(";", reasons.stream().map(FindingCode::name).toList());
    }
}
