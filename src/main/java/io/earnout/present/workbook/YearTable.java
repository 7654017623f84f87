package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Money;
import io.earnout.terms.OffsetDirection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Each year's own result: shortfall and excess, the shares that it deducts and earns, and its credit (SPA 4, 5.1, 5.2). */
final class YearTable {

    /** The input cells and the results that other tables use, by their columns. */
    static final String TARGET = "C";

    static final String TRANCHE = "D";
    static final String REVENUE = "E";
    static final String AGREED = "F";
    static final String CHECK = "O";
    private static final String CREDITED = "Q";

    private final AgreementResult result;
    private final CloseRounding roundings;
    private final OffsetDirection direction;
    private final Table<YearStatement> table;

    YearTable(AgreementResult result, CloseRounding roundings, int top) {
        this.result = result;
        this.roundings = roundings;
        this.direction = result.agreement().offsetDirection();
        this.table = new Table<>(
                "SPA 4 and 5: each year's own result",
                top,
                result.determination().years());
    }

    int row(int year) {
        return table.first() + year - 1;
    }

    /** The row after the table, its total and an empty row. */
    int end() {
        return table.last() + 2;
    }

    String totalOfTranches() {
        return "$D$" + (table.last() + 1);
    }

    List<String> checks() {
        return table.check(CHECK);
    }

    void write(SheetWriter sheet) {
        List<Column<YearStatement>> columns = columns();
        table.write(sheet, columns);
        table.writeTotals(sheet, columns, "DLM");
    }

    private List<Column<YearStatement>> columns() {
        List<Column<YearStatement>> columns = new ArrayList<>(withinTheYear());
        if (direction == OffsetDirection.FORWARD) {
            columns.add(ofEarlierYears());
        }
        return columns;
    }

    /** What earlier credits take off the shortfall, the oldest first; nothing behind a year without a report. */
    private Column<YearStatement> ofEarlierYears() {
        return Column.formulas(
                "Credits of earlier years",
                "5.2(2)",
                CellStyles.MONEY,
                year -> {
                    int row = row(year.year().number());
                    String before = "$" + table.first() + ":%s" + (row - 1);
                    return row == table.first()
                            ? "0"
                            : "IF(COUNT(E" + before.formatted("E") + ")<A#-1,0,MIN(G#,MAX(0,SUM(I"
                                    + before.formatted("I") + ")-SUM(" + CREDITED + before.formatted(CREDITED) + "))))";
                },
                year -> ExactCell.money(
                        year.assessment().map(Assessment::credited).orElse(ExactMoney.ZERO)));
    }

    private List<Column<YearStatement>> withinTheYear() {
        return List.of(
                Column.plain("Year", "1.4", CellStyles.YEAR, year -> year.year().number()),
                Column.plain(
                        "Ends on",
                        "1.4",
                        CellStyles.DAY,
                        year -> year.year().period().endsOn()),
                Column.plain(
                        "Target revenue",
                        "4.1",
                        CellStyles.INPUT_MONEY,
                        year -> money(year.year().target())),
                Column.plain(
                        "Tranche, shares",
                        "5.1",
                        CellStyles.INPUT_SHARES,
                        year -> year.year().tranche().count()),
                Column.plain(
                        "Audited revenue",
                        "4.2",
                        CellStyles.INPUT_MONEY,
                        year -> year.assessment()
                                .<Object>map(
                                        assessed -> money(assessed.revenue().amount()))
                                .orElse("")),
                Column.plain(
                        "Agreed shares",
                        "5.3",
                        CellStyles.INPUT_SHARES,
                        year -> year.assessment()
                                .flatMap(Assessment::agreed)
                                .<Object>map(agreed -> agreed.count())
                                .orElse("")),
                difference("Shortfall", "5.2(1)", "C#-E#", Assessment::shortfall),
                difference("Excess", "5.2(2)", "E#-C#", Assessment::excess),
                Column.formulas(
                        "Credit",
                        "5.2(2)",
                        CellStyles.MONEY,
                        year -> direction == OffsetDirection.NONE
                                ? "0"
                                : ReadingCells.credit("H#", beyond150(year.assessment())),
                        year -> ExactCell.money(credit(year))),
                Column.formula(
                        "Credit that can be used",
                        "5.2(2)",
                        CellStyles.MONEY,
                        "IF(COUNT(E$" + table.first() + ":E#)=A#,I#,0)",
                        year -> waits(year) ? 0 : ExactCell.money(credit(year))),
                Column.formula(
                        "Deduction, exact",
                        "5.2(1)",
                        CellStyles.EXACT,
                        "IF(E#=\"\",0,IF(F#<>\"\",D#-F#,"
                                + (direction == OffsetDirection.FORWARD ? "(G#-" + CREDITED + "#)" : "G#") + "/C#*D#))",
                        year -> ExactCell.shares(
                                year.assessment().map(Assessment::deductible).orElse(ExactShares.NONE))),
                deducted(),
                Column.formula(
                        "Earned shares",
                        "5.1",
                        CellStyles.SHARES,
                        "IF(E#=\"\",0,D#-L#)",
                        year -> year.assessment().map(a -> a.earned().count()).orElse(0L)),
                Column.plain("Program: deducted", "5.2(1)", CellStyles.PROGRAM_SHARES, YearTable::deductedShares),
                Column.check("Check", "L#-N#", year -> 0),
                Column.plain(
                        "Report",
                        "4.2",
                        CellStyles.NOTE,
                        year -> year.assessment()
                                .map(assessed -> assessed.revenue().reportId())
                                .orElse("no accepted report")));
    }

    private static double money(Money amount) {
        return SheetWriter.money(amount.minorUnits());
    }

    private static ExactMoney credit(YearStatement year) {
        return year.credit().map(Credit::amount).orElse(ExactMoney.ZERO);
    }

    private static long deductedShares(YearStatement year) {
        return year.assessment().map(assessed -> assessed.deducted().count()).orElse(0L);
    }

    /** A credit waits until every earlier year has a report. */
    private boolean waits(YearStatement year) {
        return result.determination().settlement().toCome().stream()
                .anyMatch(other -> other.number() < year.year().number());
    }

    /** SPA 5.2(1): a part of a share is deducted as a whole one, because a released share can't be recalled. */
    private Column<YearStatement> deducted() {
        String rounded = "CEILING(MAX(0,K#-" + ReadingCells.tolerance() + "),1)";
        return new Column<>(
                "Deducted shares",
                "5.2(1)",
                year -> roundings.isClose(year.year()) ? CellStyles.DECIDED : CellStyles.SHARES,
                year -> roundings.isClose(year.year()) ? unlessChanged(programDeducted(year), rounded) : rounded,
                YearTable::deductedShares);
    }

    /** The program's figure; where credits look forward, that under the chosen credit. */
    private String programDeducted(YearStatement year) {
        return direction == OffsetDirection.FORWARD
                ? ReadingCells.byCredit(credit -> roundings.deducted(year.year(), credit))
                : "N#";
    }

    /** What the revenue lacks of the target, or has beyond it. */
    private static Column<YearStatement> difference(
            String name, String clause, String difference, Function<Assessment, Money> value) {
        String calculated = "MAX(0," + difference + ")";
        Function<YearStatement, Double> amount =
                year -> year.assessment().map(value).map(YearTable::money).orElse(0.0);
        Function<YearStatement, Boolean> isClose = year -> year.assessment()
                .filter(assessed -> CloseRounding.isClose(
                        assessed.revenue().amount().minorUnits(),
                        year.year().target().minorUnits()))
                .isPresent();
        return new Column<>(
                name,
                clause,
                year -> isClose.apply(year) ? CellStyles.DECIDED_MONEY : CellStyles.MONEY,
                year -> "IF(E#=\"\",0,"
                        + (isClose.apply(year)
                                ? unlessChanged(amount.apply(year).toString(), calculated)
                                : calculated)
                        + ")",
                year -> amount.apply(year));
    }

    /** What the revenue has beyond 150% of the target, rounded so that a revenue of just 150% has nothing. */
    private static String beyond150(Optional<Assessment> assessment) {
        String calculated = "MAX(0,ROUND(2*E#-3*C#,2)/2)";
        if (assessment.isEmpty()) {
            return calculated;
        }
        long twice = 2 * assessment.get().revenue().amount().minorUnits();
        long threefold = 3 * assessment.get().year().target().minorUnits();
        String program = BigDecimal.valueOf(Math.max(0, twice - threefold), 2)
                .divide(BigDecimal.valueOf(2))
                .toPlainString();
        return CloseRounding.isClose(twice, threefold) ? unlessChanged(program, calculated) : calculated;
    }

    /** The program's figure, as long as no figure of the sheet is changed. */
    private static String unlessChanged(String program, String calculated) {
        return "IF(" + ReadingCells.changed() + "=0," + program + "," + calculated + ")";
    }
}
