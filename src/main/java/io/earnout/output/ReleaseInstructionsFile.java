package io.earnout.output;

import static io.earnout.output.Column.agreementId;
import static io.earnout.output.Column.clauses;
import static io.earnout.output.Column.constant;
import static io.earnout.output.Column.date;
import static io.earnout.output.Column.exactMoney;
import static io.earnout.output.Column.exactShares;
import static io.earnout.output.Column.number;
import static io.earnout.output.Column.optionalDate;
import static io.earnout.output.Column.quotient;
import static io.earnout.output.Column.shares;
import static io.earnout.output.Column.sharesOfTheDay;
import static io.earnout.output.Column.summed;
import static io.earnout.output.Column.summedExactly;
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
                            summedExactly("confirmed_shares", (agreement, line) -> line.confirmed()),
                            summedExactly("instructed_shares", (agreement, line) -> line.instructed()),
                            summedExactly("held_shares", (agreement, line) -> line.held()),
                            exactShares("awaiting_shares", (agreement, line) -> line.awaiting()),
                            summedExactly("shares_to_instruct", (agreement, line) -> line.toInstruct()),
                            constant("status", ReleaseInstruction.Status.values(), (agreement, line) -> line.status()),
                            text("reasons", (agreement, line) -> reasons(line.reasons())),
                            text("report_id", (agreement, line) -> line.reportId()),
                            date("release_due_on", (agreement, line) -> line.releaseDueOn()),
                            optionalDate("documents_complete_on", (agreement, line) -> line.documentsCompleteOn()),
                            optionalDate("transfer_due_on", (agreement, line) -> line.transferDueOn()),
                            clauses((agreement, line) -> line.clauses()),
                            quotient(
                                    "share_factor",
                                    (agreement, line) -> line.ofTheDay()
                                            .map(day -> day.factor().toString())
                                            .orElse("1")),
                            sharesOfTheDay(
                                    "quantity",
                                    (agreement, line) -> line.ofTheDay().map(ReleaseInstruction.OfTheDay::quantity)),
                            quotient(
                                    "fraction_left",
                                    (agreement, line) -> line.ofTheDay()
                                            .map(day ->
                                                    day.fractionLeft().exact().toString())
                                            .orElse(""))))
            .withKey("agreement_id", "assessment_year", "tranche_year")
            .comparing(
                    "instruction_id",
                    "adjustment_shares",
                    "instructed_shares",
                    "held_shares",
                    "shares_to_instruct",
                    "quantity",
                    "status",
                    "reasons");

    private ReleaseInstructionsFile() {}

    private static String reasons(List<FindingCode> reasons) {
        return reasons.isEmpty()
                ? ""
                : String.join(";", reasons.stream().map(FindingCode::name).toList());
    }
}
