package io.earnout.present.workbook;

import io.earnout.output.RunTotals;
import io.earnout.present.overview.RunOverview;
import io.earnout.publish.RunIdentity;
import java.math.BigInteger;
import java.util.List;
import org.dhatim.fastexcel.HyperLink;

/** The first sheet: which run it is, how to use the workbook, the totals over all its sheets, and whether they agree. */
final class CoverSheet {

    static final String NAME = "Cover";

    private static final int TABLE = 16;
    private static final int CONSIDERATION = 2;
    private static final int ENTITLED = 3;
    private static final int BLOCKED = 4;
    private static final int DEDUCTED = 5;
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

    private static final String HOW_TO =
            "Change a reading or a figure in a sheet: everything down to the shares to instruct"
                    + " follows. The check then says what it is compared with.";

    private static final String RANGE = "Exact for amounts of up to 9,999,999,999,999.99, tranches of up to"
            + " 1,000,000,000,000 shares, and targets of at least one hundredth for 10,000 shares of the tranche;"
            + " beyond, the check says so.";

    private static final String ROUNDING =
            "Fractions of shares are carried to the 24th decimal; what is nearer to a whole"
                    + " share than the 10^-18th part counts as whole. Each combination of the choices is worked out, pro-rata included.";

    private final Sheet sheet;
    private final RunOverview overview;
    private final List<SheetSection> chapters;

    CoverSheet(Sheet sheet, RunOverview overview, List<SheetSection> chapters) {
        this.sheet = sheet;
        this.overview = overview;
        this.chapters = chapters;
    }

    void write() {
        RunIdentity identity = overview.identity();
        sheet.text(0, 0, CellStyles.TITLE, "Reconciliation of the escrow, to recompute");
        sheet.text(1, 0, CellStyles.MARK, PageSetup.mark(identity));
        name(2, "As of", identity.asOf().toString());
        name(3, "Run", identity.folderName());
        name(4, "Version", identity.version());
        name(5, "Agreements", overview.tally().agreements() + ", of which " + chapters.size() + " have a sheet here");
        sheet.text(7, 0, CellStyles.SECTION, "How to read the sheets");
        sheet.text(8, 0, CellStyles.INPUT_TEXT, "input");
        sheet.text(8, 1, CellStyles.NOTE, "read from a file, or a reading: may be changed");
        sheet.text(9, 0, CellStyles.TEXT, "formula");
        sheet.text(9, 1, CellStyles.NOTE, "worked out by the workbook from the cells of the input");
        sheet.text(10, 0, CellStyles.FOUND_TEXT, "program");
        sheet.text(10, 1, CellStyles.NOTE, "what the program found, no formula: to compare");
        sheet.text(11, 0, CellStyles.NOTE, HOW_TO);
        sheet.text(12, 0, CellStyles.NOTE, RANGE);
        sheet.text(13, 0, CellStyles.NOTE, ROUNDING);
        AgreementSheet.heading(sheet, TABLE, "Totals over the sheets, in shares", CLAUSES, COLUMNS);
        int row = first();
        for (SheetSection chapter : chapters) {
            write(row, chapter);
            row++;
        }
        writeTotals(row);
        if (!chapters.isEmpty()) {
            colours(row - 1);
        }
        PageSetup.apply(sheet.worksheet(), PageSetup.mark(identity), row + 2, CHECK);
        sheet.worksheet().freezePane(1, first());
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.worksheet().width(column, 20);
        }
    }

    private static int first() {
        return TABLE + AgreementSheet.ABOVE_A_TABLE;
    }

    private void name(int row, String name, String value) {
        sheet.text(row, 0, CellStyles.NOTE, name);
        sheet.text(row, 1, CellStyles.PLAIN, value);
    }

    private void write(int row, SheetSection chapter) {
        AgreementSheet its = chapter.on(sheet);
        sheet.text(row, 0, CellStyles.TEXT, chapter.dossier().agreementId());
        sheet.text(row, 1, CellStyles.TEXT, chapter.name());
        sheet.worksheet().hyperlink(row, 1, HyperLink.internal(SheetNames.cell(chapter.name(), "A1"), chapter.name()));
        total(row, CONSIDERATION, chapter, its.total(YearRow.TRANCHE));
        total(row, ENTITLED, chapter, its.total(YearRow.ENTITLED));
        total(row, BLOCKED, chapter, its.total(YearRow.WITHHELD));
        total(row, DEDUCTED, chapter, its.total(YearRow.OUTSTANDING));
        total(row, UNASSESSED, chapter, its.total(YearRow.UNASSESSED));
        sheet.formula(
                row,
                SUM,
                CellStyles.CHECK,
                "SUM(" + Cells.range(row, ENTITLED, row, UNASSESSED) + ")-" + Cells.at(row, CONSIDERATION));
        total(row, TO_INSTRUCT, chapter, its.toInstruct());
        sheet.formula(row, CHECK, CellStyles.STATUS, chapter.cell(AgreementSheet.check()));
    }

    private void total(int row, int column, SheetSection chapter, String cell) {
        sheet.formula(row, column, CellStyles.SHARES, chapter.cell(cell));
    }

    private void writeTotals(int row) {
        sheet.text(row, 0, CellStyles.TEXT, "Total");
        sheet.empty(row, 1, CellStyles.TEXT);
        for (int column = CONSIDERATION; column <= TO_INSTRUCT; column++) {
            sheet.formula(
                    row,
                    column,
                    CellStyles.CHECK,
                    chapters.isEmpty() ? "0" : "SUM(" + Cells.range(first(), column, row - 1, column) + ")");
        }
        sheet.formula(
                row,
                CHECK,
                CellStyles.STATUS,
                chapters.isEmpty()
                        ? "\"no sheet\""
                        : "IF(COUNTIF(" + Cells.range(first(), CHECK, row - 1, CHECK) + ",\"agrees\")="
                                + chapters.size() + ",\"all agree\",\"see the sheets\")");
        if (overview.holdsAll() && chapters.size() == overview.dossiers().size()) {
            writeProgram(row + 1);
        }
    }

    /** The totals of the whole portfolio as the program has them. */
    private void writeProgram(int row) {
        sheet.text(row, 0, CellStyles.FOUND_TEXT, "Program");
        found(row, CONSIDERATION, RunTotals.Total.CONSIDERATION);
        found(row, ENTITLED, RunTotals.Total.ENTITLED);
        found(row, TO_INSTRUCT, RunTotals.Total.TO_INSTRUCT);
        sheet.text(row + 1, 0, CellStyles.TEXT, "Difference");
        for (int column : new int[] {CONSIDERATION, ENTITLED, TO_INSTRUCT}) {
            sheet.formula(row + 1, column, CellStyles.CHECK, Cells.at(row - 1, column) + "-" + Cells.at(row, column));
            sheet.redWhere(row + 1, column, row + 1, column, Cells.at(row + 1, column) + "<>0");
            sheet.greenWhere(row + 1, column, row + 1, column, Cells.at(row + 1, column) + "=0");
        }
    }

    private void found(int row, int column, RunTotals.Total total) {
        BigInteger shares = overview.tally().shares(total);
        sheet.number(row, column, CellStyles.FOUND_SHARES, shares.longValueExact());
    }

    private void colours(int last) {
        sheet.redWhere(first(), SUM, last, SUM, Cells.at(first(), SUM) + "<>0");
        sheet.redWhere(first(), CHECK, last, CHECK, Cells.at(first(), CHECK) + "=\"DIFFERS\"");
        sheet.greenWhere(
                first(),
                CHECK,
                last + 1,
                CHECK,
                "OR(" + Cells.at(first(), CHECK) + "=\"agrees\"," + Cells.at(first(), CHECK) + "=\"all agree\")");
    }
}
