package io.earnout.present.workbook;

import io.earnout.output.RunTotals;
import io.earnout.present.overview.RunOverview;
import io.earnout.publish.RunIdentity;
import java.util.List;

/** The first sheet: which run it is, how to use the workbook, the totals over all its sheets, and whether they agree. */
final class CoverSheet {

    static final String NAME = "Cover";

    private static final int TABLE = 13;
    private static final int FIRST = TABLE + SheetWriter.ABOVE_A_TABLE;
    private static final int CONSIDERATION = 2;
    private static final int ENTITLED = 3;
    private static final int BLOCKED = 4;
    private static final int TO_CANCEL = 5;
    private static final int UNASSESSED = 6;
    private static final int SUM = 7;
    private static final int TO_INSTRUCT = 8;
    private static final int CHECK = 9;

    private static final List<String> COLUMNS = List.of(
            "Agreement",
            "Sheet",
            "Consideration shares",
            "Entitled",
            "Blocked",
            "To cancel at expiration",
            "Not assessed",
            "Sum less consideration: 0",
            "To instruct",
            "Check");

    private static final List<String> CLAUSES =
            List.of("", "", "SPA 1.1", "5.1, 5.2", "EA 3.1(a)", "5.2(1)", "", "", "EA 3.1(b)", "");

    private final RunOverview overview;
    private final List<AgreementSheet> agreements;

    CoverSheet(RunOverview overview, List<AgreementSheet> agreements) {
        this.overview = overview;
        this.agreements = agreements;
    }

    void write(SheetWriter sheet) {
        RunIdentity identity = overview.identity();
        sheet.text(0, 0, CellStyles.TITLE, "Reconciliation of the escrow, to recalculate");
        sheet.text(1, 0, CellStyles.MARK, SheetWriter.mark(identity));
        name(sheet, 2, "As of", identity.asOf().toString());
        name(sheet, 3, "Run", identity.folderName());
        name(sheet, 4, "Version", identity.version());
        name(
                sheet,
                5,
                "Agreements",
                overview.totals().agreements() + ", of which " + agreements.size() + " have a sheet here");
        sheet.text(7, 0, CellStyles.INPUT_TEXT, "input");
        sheet.text(
                7,
                1,
                CellStyles.NOTE,
                "read from a file, or a reading: change it, and everything down to the shares to"
                        + " instruct follows");
        sheet.text(8, 0, CellStyles.TEXT, "formula");
        sheet.text(8, 1, CellStyles.NOTE, "calculated by the workbook from the input cells");
        sheet.text(9, 0, CellStyles.PROGRAM_TEXT, "program");
        sheet.text(9, 1, CellStyles.NOTE, "the program's exact figure, to compare; a check that is not 0 turns red");
        sheet.text(10, 0, CellStyles.DECIDED, "decided");
        sheet.text(
                10,
                1,
                CellStyles.NOTE,
                "a quotient too near to a whole share for a spreadsheet's fifteen digits: takes the program's figure");
        sheet.heading(TABLE, "Totals over the sheets, in shares", CLAUSES, COLUMNS);
        for (int i = 0; i < agreements.size(); i++) {
            write(sheet, FIRST + i, agreements.get(i));
        }
        int total = FIRST + agreements.size();
        writeTotals(sheet, total);
        sheet.zeroIsGreen(SUM, FIRST, total - 1);
        String first = CellAddress.of(FIRST, CHECK);
        sheet.colour(
                CHECK,
                FIRST,
                total,
                first + "=\"DIFFERS\"",
                "OR(" + first + "=\"agrees\"," + first + "=\"all agree\")");
        sheet.widths(22, 22, 20, 20, 18, 20, 20, 18, 18, 22);
        sheet.freezeAbove(FIRST);
        sheet.print(identity, total + 2, CHECK);
    }

    private static void name(SheetWriter sheet, int row, String name, String value) {
        sheet.text(row, 0, CellStyles.NOTE, name);
        sheet.text(row, 1, CellStyles.PLAIN, value);
    }

    private static void write(SheetWriter sheet, int row, AgreementSheet agreement) {
        AgreementSheet.Totals totals = agreement.totals();
        sheet.text(row, 0, CellStyles.TEXT, agreement.result().agreementId());
        sheet.text(row, 1, CellStyles.TEXT, agreement.name());
        sheet.link(row, 1, agreement.name());
        total(sheet, row, CONSIDERATION, agreement, agreement.totalOfTranches(), totals.consideration());
        total(sheet, row, ENTITLED, agreement, agreement.total(TrancheTable.ENTITLED), totals.entitled());
        total(sheet, row, BLOCKED, agreement, agreement.total(TrancheTable.BLOCKED), totals.blocked());
        total(sheet, row, TO_CANCEL, agreement, agreement.total(TrancheTable.TO_CANCEL), totals.toCancel());
        total(sheet, row, UNASSESSED, agreement, agreement.total(TrancheTable.UNASSESSED), totals.unassessed());
        sheet.formula(
                row,
                SUM,
                CellStyles.TOTAL,
                "SUM(" + CellAddress.of(row, ENTITLED) + ":" + CellAddress.of(row, UNASSESSED) + ")-"
                        + CellAddress.of(row, CONSIDERATION),
                0);
        total(sheet, row, TO_INSTRUCT, agreement, agreement.toInstruct(), totals.toInstruct());
        sheet.formula(row, CHECK, CellStyles.STATUS, agreement.fromElsewhere(AgreementSheet.check()), "agrees");
    }

    private static void total(
            SheetWriter sheet, int row, int column, AgreementSheet agreement, String cell, long value) {
        sheet.formula(row, column, CellStyles.SHARES, agreement.fromElsewhere(cell), value);
    }

    private void writeTotals(SheetWriter sheet, int row) {
        long[] totals = new long[CHECK];
        for (AgreementSheet agreement : agreements) {
            AgreementSheet.Totals its = agreement.totals();
            totals[CONSIDERATION] += its.consideration();
            totals[ENTITLED] += its.entitled();
            totals[BLOCKED] += its.blocked();
            totals[TO_CANCEL] += its.toCancel();
            totals[UNASSESSED] += its.unassessed();
            totals[TO_INSTRUCT] += its.toInstruct();
        }
        sheet.text(row, 0, CellStyles.TEXT, "Total");
        sheet.text(row, 1, CellStyles.TEXT, "");
        for (int column = CONSIDERATION; column <= TO_INSTRUCT; column++) {
            sheet.sum(row, column, FIRST, row - 1, totals[column]);
        }
        String all = "IF(COUNTIF(" + CellAddress.range(CHECK, FIRST, row - 1) + ",\"agrees\")=" + agreements.size()
                + ",\"all agree\",\"see the sheets\")";
        sheet.formula(
                row,
                CHECK,
                CellStyles.STATUS,
                agreements.isEmpty() ? "\"no sheet\"" : all,
                agreements.isEmpty() ? "no sheet" : "all agree");
        if (overview.holdsAll() && agreements.size() == overview.results().size()) {
            writeProgram(sheet, row + 1, CONSIDERATION, RunTotals.Total.CONSIDERATION, totals);
            writeProgram(sheet, row + 1, ENTITLED, RunTotals.Total.ENTITLED, totals);
            writeProgram(sheet, row + 1, TO_INSTRUCT, RunTotals.Total.TO_INSTRUCT_SIGNED, totals);
        }
    }

    /** A total of the whole portfolio as the program has it, and the difference. */
    private void writeProgram(SheetWriter sheet, int row, int column, RunTotals.Total total, long[] totals) {
        long program = overview.totals().shares(total).longValueExact();
        sheet.text(row, 0, CellStyles.PROGRAM_TEXT, "Program");
        sheet.number(row, column, CellStyles.PROGRAM_SHARES, program);
        sheet.text(row + 1, 0, CellStyles.TEXT, "Difference");
        sheet.formula(
                row + 1,
                column,
                CellStyles.TOTAL,
                CellAddress.of(row - 1, column) + "-" + CellAddress.of(row, column),
                totals[column] - program);
        sheet.zeroIsGreen(column, row + 1, row + 1);
    }
}
