package io.earnout.output;

import static io.earnout.output.Column.agreementId;
import static io.earnout.output.Column.constant;
import static io.earnout.output.Column.date;
import static io.earnout.output.Column.money;
import static io.earnout.output.Column.number;
import static io.earnout.output.Column.summed;
import static io.earnout.output.Column.summedExactly;

import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.review.YearState;
import io.earnout.input.csv.FieldForm;
import io.earnout.settlement.Assessment;
import io.earnout.terms.ExactMoney;
import java.util.List;

/**
 * {@code reconciliation-report.csv}: one row per agreement and year, assessed or not. What only a report can tell is empty
 * while there is none that counts; it is not counted as zero.
 */
final class ReconciliationReportFile {

    static final Table<YearStatement> TABLE = new Table<YearStatement>(
                    "reconciliation-report.csv",
                    agreement -> agreement.determination().years(),
                    List.of(
                            agreementId(),
                            number(
                                    "assessment_year",
                                    (agreement, year) -> year.year().number()),
                            date(
                                    "starts_on",
                                    (agreement, year) -> year.year().period().startsOn()),
                            date(
                                    "ends_on",
                                    (agreement, year) -> year.year().period().endsOn()),
                            constant("state", YearState.values(), (agreement, year) -> year.state()),
                            money(
                                    "target_revenue",
                                    (agreement, year) -> year.year().target()),
                            reported(
                                    "audited_revenue",
                                    FieldForm.AMOUNT,
                                    (year, assessment, cells) ->
                                            cells.money(assessment.revenue().amount())),
                            reported(
                                    "report_id",
                                    FieldForm.TEXT,
                                    (year, assessment, cells) ->
                                            cells.text(assessment.revenue().reportId())),
                            reported(
                                    "shortfall_revenue",
                                    FieldForm.AMOUNT,
                                    (year, assessment, cells) -> cells.money(assessment.shortfall())),
                            reported(
                                    "excess_revenue",
                                    FieldForm.AMOUNT,
                                    (year, assessment, cells) -> cells.money(assessment.excess())),
                            reported(
                                    "credit_revenue",
                                    FieldForm.AMOUNT,
                                    (year, assessment, cells) -> cells.money(
                                            year.credit().isPresent()
                                                    ? year.credit().get().amount()
                                                    : ExactMoney.ZERO)),
                            reported(
                                    "credit_used_revenue",
                                    FieldForm.AMOUNT,
                                    (year, assessment, cells) -> cells.money(
                                            year.credit().isPresent()
                                                    ? year.credit().get().used()
                                                    : ExactMoney.ZERO)),
                            reported(
                                    "open_shortfall_revenue",
                                    FieldForm.AMOUNT,
                                    (year, assessment, cells) -> cells.money(year.openShortfall())),
                            summed(
                                    "tranche_shares",
                                    (agreement, year) -> year.year().tranche()),
                            reportedShares(
                                    "deducted_shares",
                                    (year, assessment, cells) -> cells.shares(assessment.deducted())),
                            reported(
                                    "earned_shares",
                                    FieldForm.COUNT,
                                    (year, assessment, cells) -> cells.shares(year.earned())),
                            reportedShares(
                                    "restored_into_shares",
                                    (year, assessment, cells) -> cells.shares(year.restoredInto())),
                            reportedShares(
                                    "outstanding_deducted_shares",
                                    (year, assessment, cells) -> cells.shares(year.outstandingDeducted())),
                            summed("entitled_shares", (agreement, year) -> year.entitled()),
                            summedExactly("confirmed_released_shares", (agreement, year) -> year.released()),
                            summedExactly("over_released_shares", (agreement, year) -> year.overReleased()),
                            summedExactly("confirmed_returned_shares", (agreement, year) -> year.returned()),
                            summed("unassessed_shares", (agreement, year) -> year.unassessed()),
                            summedExactly("undecided_released_shares", (agreement, year) -> year.undecided())))
            .withKey("agreement_id", "assessment_year")
            .comparing(
                    "state",
                    "report_id",
                    "audited_revenue",
                    "deducted_shares",
                    "restored_into_shares",
                    "entitled_shares",
                    "confirmed_released_shares",
                    "over_released_shares",
                    "confirmed_returned_shares");

    private ReconciliationReportFile() {}

    /** Writes a cell that needs the year's report. */
    private interface Reported {
        void write(YearStatement year, Assessment assessment, CsvBuffer cells);
    }

    private static Column<YearStatement> reported(String name, FieldForm form, Reported cell) {
        return Column.of(name, form, (agreement, year, cells) -> {
            if (year.assessment().isPresent()) {
                cell.write(year, year.assessment().get(), cells);
            } else {
                cells.empty();
            }
        });
    }

    private static Column<YearStatement> reportedShares(String name, Reported cell) {
        return reported(name, FieldForm.COUNT, cell).addedUp();
    }
}
