package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.settlement.Account;
import io.earnout.terms.ExactShares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of each tranche: released, blocked, not assessed, or cancelled when the agreement expires (SPA 5.2(1)). */
final class TrancheTable {

    static final String BLOCKED = "D";
    static final String ENTITLED = "E";
    static final String TO_CANCEL = "F";
    static final String UNASSESSED = "G";
    private static final String RELEASED = "I";

    private final AgreementResult result;
    private final YearTable years;
    private final PairTable pairs;
    private final Table<YearStatement> table;

    TrancheTable(AgreementResult result, YearTable years, PairTable pairs) {
        this.result = result;
        this.years = years;
        this.pairs = pairs;
        this.table = new Table<>(
                "SPA 5: what becomes of each tranche, in shares",
                pairs.end(),
                result.determination().years());
    }

    /** The row after the table, its total and an empty row. */
    int end() {
        return table.last() + 2;
    }

    String blocked(int year) {
        return BLOCKED + (table.first() + year - 1);
    }

    /** The cell of what the agent confirmed as released of a tranche. */
    String released(int year) {
        return RELEASED + (table.first() + year - 1);
    }

    String total(String letter) {
        return "$" + letter + "$" + (table.last() + 1);
    }

    List<String> checks() {
        List<String> checks = new ArrayList<>(table.check("H"));
        checks.addAll(table.check("P"));
        return checks;
    }

    void write(SheetWriter sheet) {
        List<Column<YearStatement>> columns = columns();
        table.write(sheet, columns);
        table.writeTotals(sheet, columns, "BCDEFGHIJK");
    }

    private List<Column<YearStatement>> columns() {
        return List.of(
                Column.plain(
                        "Tranche of year",
                        "5.1",
                        CellStyles.YEAR,
                        year -> year.year().number()),
                Column.formulas(
                        "Earned shares",
                        "5.1",
                        CellStyles.SHARES,
                        year -> "M" + own(year),
                        year -> year.assessment().map(a -> a.earned().count()).orElse(0L)),
                Column.formula(
                        "Restored by later years",
                        "5.2(2)",
                        CellStyles.SHARES,
                        pairs.restoredInto(),
                        year -> year.restoredInto().count()),
                Column.formulas(
                        "Blocked",
                        "EA 3.1(a)",
                        CellStyles.SHARES,
                        year -> "IF(AND(" + ReadingCells.block() + ",G" + own(year) + ">0,F" + own(year)
                                + "=\"\"),B#,0)",
                        year -> result.determination()
                                .settlement()
                                .balance(year.year(), Account.WITHHELD)
                                .count()),
                Column.formula(
                        "Entitled",
                        "5.1, 5.2",
                        CellStyles.SHARES,
                        "B#+C#-D#",
                        year -> year.entitled().count()),
                Column.formulas(
                        "To cancel at expiration",
                        "5.2(1)",
                        CellStyles.SHARES,
                        year -> "L" + own(year) + "-C#",
                        year -> year.outstandingDeducted().count()),
                Column.formulas(
                        "Not assessed",
                        "",
                        CellStyles.SHARES,
                        year -> "IF(E" + own(year) + "=\"\",D" + own(year) + ",0)",
                        year -> year.unassessed().count()),
                Column.formulas(
                        "Sum less tranche: 0", "", CellStyles.TOTAL, year -> "SUM(D#:G#)-D" + own(year), year -> 0),
                Column.plain(
                        "Confirmed released", "EA 3.2", CellStyles.INPUT_SHARES, year -> Cells.of(year.released())),
                Column.formula(
                        "Over-released", "5.3, 8.1", CellStyles.SHARES, "MAX(0,I#-E#)", TrancheTable::overReleased),
                Column.plain(
                        "Confirmed returned", "5.2(1)", CellStyles.INPUT_SHARES, year -> Cells.of(year.returned())),
                Column.plain(
                        "Program: restored",
                        "",
                        CellStyles.PROGRAM_SHARES,
                        year -> year.restoredInto().count()),
                Column.plain(
                        "Program: entitled",
                        "",
                        CellStyles.PROGRAM_SHARES,
                        year -> year.entitled().count()),
                Column.plain("Program: to cancel", "", CellStyles.PROGRAM_SHARES, this::toCancel),
                Column.plain("Program: over-rel.", "", CellStyles.PROGRAM_SHARES, TrancheTable::programOver),
                Column.check(
                        "Check",
                        "ABS(C#-L#)+ABS(E#-M#)+ABS(F#-N#)+ABS(J#-O#)",
                        year -> Math.abs(year.outstandingDeducted().count() - toCancel(year))
                                + Math.abs(overReleased(year).doubleValue()
                                        - programOver(year).doubleValue())),
                Column.plain(
                        "Status",
                        "5.2(1)",
                        CellStyles.NOTE,
                        year -> notice(year)
                                .map(notice -> notice.status().name())
                                .orElse("")));
    }

    private int own(YearStatement year) {
        return years.row(year.year().number());
    }

    private Optional<CancellationNotice> notice(YearStatement year) {
        return result.determination().cancellations().stream()
                .filter(notice -> notice.tranche().number() == year.year().number())
                .findFirst();
    }

    private long toCancel(YearStatement year) {
        return notice(year).map(notice -> notice.toCancel().count()).orElse(0L);
    }

    private static Number overReleased(YearStatement year) {
        ExactShares entitled = ExactShares.of(year.entitled());
        return Cells.of(
                year.released().compareTo(entitled) > 0 ? year.released().minus(entitled) : ExactShares.NONE);
    }

    private static Number programOver(YearStatement year) {
        return Cells.of(year.overReleased().plus(year.undecided()));
    }
}
