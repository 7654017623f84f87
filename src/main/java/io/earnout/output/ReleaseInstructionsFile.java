package io.earnout.output;

import static io.earnout.output.Column.agreementId;
import static io.earnout.output.Column.clauses;
import static io.earnout.output.Column.constant;
import static io.earnout.output.Column.date;
import static io.earnout.output.Column.exactMoney;
import static io.earnout.output.Column.number;
import static io.earnout.output.Column.optionalDate;
import static io.earnout.output.Column.shares;
import static io.earnout.output.Column.summed;
import static io.earnout.output.Column.term;
import static io.earnout.output.Column.text;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.input.csv.FieldForm;
import java.util.List;

/**
 * {@code release-instructions.csv}: one row per agreement, assessment year whose result releases shares, and tranche whose
 * shares move. What is to be instructed of one agreement and assessment year is one draft and shares its number.
 */
final class ReleaseInstructionsFile {

    static final Table<ReleaseInstruction> TABLE = new Table<ReleaseInstruction>(
                    "release-instructions.csv",
                    agreement -> agreement.determination().instructions(),
                    List.of(
                            agreementId(),
                            number("assessment_year", (agreement, line) -> line.assessmentYear()),
                            number(
                                    "tranche_year",
                                    (agreement, line) -> line.tranche().number()),
                            term("movement", ReleaseInstruction.Kind.values(), (agreement, line) -> line.kind()),
                            text("instruction_id", (agreement, line) -> line.instructionId()),
                            text(
                                    "recipient",
                                    (agreement, line) ->
                                            agreement.agreement().parties().seller()),
                            shares(
                                    "tranche_shares",
                                    (agreement, line) -> line.tranche().tranche()),
                            shares("deducted_shares", (agreement, line) -> line.deducted()),
                            Column.of(
                                    "adjustment_shares",
                                    FieldForm.INTEGER,
                                    (agreement, line, cells) -> cells.number(line.adjustment())),
                            exactMoney("revenue_offset", (agreement, line) -> line.revenueOffset()),
                            summed("entitled_shares", (agreement, line) -> line.entitled()),
                            summed("confirmed_shares", (agreement, line) -> line.confirmed()),
                            summed("instructed_shares", (agreement, line) -> line.instructed()),
                            summed("held_shares", (agreement, line) -> line.held()),
                            shares("awaiting_shares", (agreement, line) -> line.awaiting()),
                            summed("shares_to_instruct", (agreement, line) -> line.toInstruct()),
                            constant("status", ReleaseInstruction.Status.values(), (agreement, line) -> line.status()),
                            text("reasons", (agreement, line) -> reasons(line.reasons())),
                            text("report_id", (agreement, line) -> line.reportId()),
                            date("release_due_on", (agreement, line) -> line.releaseDueOn()),
                            optionalDate("documents_complete_on", (agreement, line) -> line.documentsCompleteOn()),
                            optionalDate("transfer_due_on", (agreement, line) -> line.transferDueOn()),
                            clauses((agreement, line) -> line.clauses())))
            .withKey("agreement_id", "assessment_year", "tranche_year")
            .comparing(
                    "instruction_id",
                    "adjustment_shares",
                    "instructed_shares",
                    "held_shares",
                    "shares_to_instruct",
                    "status",
                    "reasons");

    private ReleaseInstructionsFile() {}

    private static String reasons(List<FindingCode> reasons) {
        return reasons.isEmpty()
                ? ""
                : String.join(";", reasons.stream().map(FindingCode::name).toList());
    }
}
