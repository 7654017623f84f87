package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.terms.Shares;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What becomes of each tranche: released, blocked, not assessed, or cancelled when the agreement expires (SPA 5.2(1)). */
final class TrancheTable {

    private static final int YEAR = 0;
    private static final int EARNED = 1;
    private static final int RESTORED = 2;
    static final int BLOCKED = 3;
    static final int ENTITLED = 4;
    static final int TO_CANCEL = 5;
    static final int UNASSESSED = 6;
    private static final int SUM = 7;
    private static final int RELEASED = 8;
    private static final int OVER_RELEASED = 9;
    private static final int RETURNED = 10;
    private static final int PROGRAM_RESTORED = 11;
    private static final int PROGRAM_ENTITLED = 12;
    private static final int PROGRAM_CANCEL = 13;
    private static final int PROGRAM_OVER = 14;
    private static final int CHECK = 15;
    private static final int STATUS = 16;

    private static final List<String> COLUMNS = List.of(
            "Tranche of year",
            "Earned shares",
            "Restored by later years",
            "Blocked",
            "Entitled",
            "To cancel at expiration",
            "Not assessed",
            "Sum less tranche: 0",
            "Confirmed released",
            "Over-released",
            "Confirmed returned",
            "Program: restored",
            "Program: entitled",
            "Program: to cancel",
            "Program: over-rel.",
            "Check",
            "Status");

    private static final List<String> CLAUSES = List.of(
            "5.1",
            "5.1",
            "5.2(2)",
            "EA 3.1(a)",
            "5.1, 5.2",
            "5.2(1)",
            "",
            "",
            "EA 3.2",
            "5.3, 8.1",
            "5.2(1)",
            "",
            "",
            "",
            "",
            "",
            "5.2(1)");

    private final AgreementResult result;
    private final YearTable years;
    private final PairTable pairs;
    private final int top;

    TrancheTable(AgreementResult result, YearTable years, PairTable pairs, int top) {
        this.result = result;
        this.years = years;
        this.pairs = pairs;
        this.top = top;
    }

    private int row(int year) {
        return top + SheetWriter.ABOVE_A_TABLE + year - 1;
    }

    private int last() {
        return row(result.agreement().years().size());
    }

    /** The row after the table, its total and an empty row. */
    int end() {
        return last() + 3;
    }

    String cell(int year, int column) {
        return CellAddress.of(row(year), column);
    }

    /** The cell of what the agent confirmed as released of a tranche. */
    String released(int year) {
        return cell(year, RELEASED);
    }

    String total(int column) {
        return CellAddress.fixed(last() + 1, column);
    }

    List<String> checks() {
        return List.of(CellAddress.range(SUM, row(1), last()), CellAddress.range(CHECK, row(1), last()));
    }

    void write(SheetWriter sheet) {
        sheet.heading(top, "SPA 5: what becomes of each tranche, in shares", CLAUSES, COLUMNS);
        long[] totals = new long[RETURNED + 1];
        for (YearStatement statement : result.determination().years()) {
            long[] figures = figures(statement);
            write(sheet, row(statement.year().number()), statement, figures);
            Arrays.setAll(totals, column -> totals[column] + figures[column]);
        }
        sheet.text(last() + 1, YEAR, CellStyles.TEXT, "Total");
        for (int column = EARNED; column <= RETURNED; column++) {
            sheet.sum(last() + 1, column, row(1), last(), totals[column]);
        }
        sheet.zeroIsGreen(SUM, row(1), last());
        sheet.zeroIsGreen(CHECK, row(1), last());
    }

    /** What the columns of a tranche hold. */
    private long[] figures(YearStatement statement) {
        long[] figures = new long[RETURNED + 1];
        figures[EARNED] = statement
                .assessment()
                .map(Assessment::earned)
                .orElse(Shares.NONE)
                .count();
        figures[RESTORED] = statement.restoredInto().count();
        figures[BLOCKED] = result.determination()
                .settlement()
                .balance(statement.year(), Account.WITHHELD)
                .count();
        figures[ENTITLED] = statement.entitled().count();
        figures[TO_CANCEL] = statement.outstandingDeducted().count();
        figures[UNASSESSED] = statement.unassessed().count();
        figures[RELEASED] = statement.released().count();
        figures[OVER_RELEASED] = Math.max(0, figures[RELEASED] - figures[ENTITLED]);
        figures[RETURNED] = statement.returned().count();
        return figures;
    }

    private void write(SheetWriter sheet, int row, YearStatement statement, long[] figures) {
        int year = statement.year().number();
        String revenue = years.cell(year, YearTable.REVENUE);
        String entitled = CellAddress.of(row, ENTITLED);
        String toCancel = CellAddress.of(row, TO_CANCEL);
        String restored = CellAddress.of(row, RESTORED);
        String blocked = CellAddress.of(row, BLOCKED);
        String over = CellAddress.of(row, OVER_RELEASED);
        sheet.number(row, YEAR, CellStyles.YEAR, year);
        String[] formulas = new String[RETURNED];
        formulas[EARNED] = years.cell(year, YearTable.EARNED);
        formulas[RESTORED] = pairs.restoredInto(CellAddress.of(row, YEAR));
        formulas[BLOCKED] = "IF(AND(" + ReadingCells.block() + "," + years.cell(year, YearTable.SHORTFALL) + ">0,"
                + years.cell(year, YearTable.AGREED) + "=\"\")," + CellAddress.of(row, EARNED) + ",0)";
        formulas[ENTITLED] = CellAddress.of(row, EARNED) + "+" + restored + "-" + blocked;
        formulas[TO_CANCEL] = years.cell(year, YearTable.DEDUCTED) + "-" + restored;
        formulas[UNASSESSED] = "IF(" + revenue + "=\"\"," + years.cell(year, YearTable.TRANCHE) + ",0)";
        formulas[SUM] =
                "SUM(" + blocked + ":" + CellAddress.of(row, UNASSESSED) + ")-" + years.cell(year, YearTable.TRANCHE);
        formulas[OVER_RELEASED] = "MAX(0," + CellAddress.of(row, RELEASED) + "-" + entitled + ")";
        for (int column = EARNED; column < RETURNED; column++) {
            if (column != RELEASED) {
                CellStyles style = column == SUM ? CellStyles.TOTAL : CellStyles.SHARES;
                sheet.formula(row, column, style, formulas[column], figures[column]);
            }
        }
        sheet.number(row, RELEASED, CellStyles.INPUT_SHARES, figures[RELEASED]);
        sheet.number(row, RETURNED, CellStyles.INPUT_SHARES, figures[RETURNED]);
        Optional<CancellationNotice> notice = result.determination().cancellations().stream()
                .filter(one -> one.tranche().number() == year)
                .findFirst();
        long programOver = statement.overReleased().plus(statement.undecided()).count();
        long programCancel = notice.map(one -> one.toCancel().count()).orElse(0L);
        sheet.number(row, PROGRAM_RESTORED, CellStyles.PROGRAM_SHARES, figures[RESTORED]);
        sheet.number(row, PROGRAM_ENTITLED, CellStyles.PROGRAM_SHARES, figures[ENTITLED]);
        sheet.number(row, PROGRAM_CANCEL, CellStyles.PROGRAM_SHARES, programCancel);
        sheet.number(row, PROGRAM_OVER, CellStyles.PROGRAM_SHARES, programOver);
        sheet.formula(
                row,
                CHECK,
                CellStyles.TOTAL,
                difference(restored, row, PROGRAM_RESTORED) + "+" + difference(entitled, row, PROGRAM_ENTITLED) + "+"
                        + difference(toCancel, row, PROGRAM_CANCEL) + "+" + difference(over, row, PROGRAM_OVER),
                Math.abs(figures[TO_CANCEL] - programCancel) + Math.abs(figures[OVER_RELEASED] - programOver));
        sheet.text(
                row,
                STATUS,
                CellStyles.NOTE,
                notice.map(one -> one.status().name()).orElse(""));
    }

    private static String difference(String cell, int row, int program) {
        return "ABS(" + cell + "-" + CellAddress.of(row, program) + ")";
    }
}
