package io.earnout.output;

import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Money;

/**
 * {@code reconciliation-report.csv}: one row per agreement and year, assessed or not. What only a report can tell is empty
 * while there is none that counts: missing is never zero.
 */
final class ReconciliationReportFile {

    private ReconciliationReportFile() {}

    static void write(Determination determination, CsvBuffer rows) {
        for (YearStatement year : determination.years()) {
            rows.text(determination.agreement().id())
                    .number(year.year().number())
                    .date(year.year().period().startsOn())
                    .date(year.year().period().endsOn())
                    .text(year.state().name())
                    .money(year.year().target());
            if (year.assessment().isPresent()) {
                revenue(year, year.assessment().get(), rows);
                rows.shares(year.year().tranche());
                shares(year, year.assessment().get(), rows);
            } else {
                empty(7, rows);
                rows.shares(year.year().tranche());
                empty(4, rows);
            }
            rows.shares(year.entitled())
                    .shares(year.released())
                    .shares(year.overReleased())
                    .shares(year.returned())
                    .shares(year.unassessed())
                    .shares(year.undecided())
                    .endRow();
        }
    }

    private static void revenue(YearStatement year, Assessment assessment, CsvBuffer rows) {
        rows.money(assessment.revenue().amount())
                .text(assessment.revenue().reportId())
                .money(assessment.shortfall())
                .money(assessment.excess());
        if (year.credit().isPresent()) {
            Credit credit = year.credit().get();
            rows.money(credit.amount()).money(credit.used());
        } else {
            rows.money(Money.ZERO).money(Money.ZERO);
        }
        ExactMoney open = year.openShortfall();
        rows.money(open);
    }

    private static void shares(YearStatement year, Assessment assessment, CsvBuffer rows) {
        rows.shares(assessment.deducted())
                .shares(year.earned())
                .shares(year.restoredInto())
                .shares(year.outstandingDeducted());
    }

    private static void empty(int cells, CsvBuffer rows) {
        for (int i = 0; i < cells; i++) {
            rows.empty();
        }
    }
}
