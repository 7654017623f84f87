package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.determination.YearStatement;
import java.util.List;

/** What becomes of each tranche: what will be cancelled of it when the agreement expires (SPA 5.2(1)), and what was moved. */
final class TrancheTable {

    private static final int CANCEL = 5;
    private static final int SUM = 6;
    private static final int RELEASED = 7;
    private static final int OVER = 8;
    private static final int RETURNED = 9;
    private static final int FOUND_CANCEL = 10;
    private static final int FOUND_OVER = 11;
    private static final int DIFFERENCE = 12;
    private static final int STATUS = 13;

    private static final List<String> COLUMNS = List.of(
            "Tranche of year",
            "Tranche, shares",
            "Entitled",
            "Blocked",
            "Not assessed",
            "To cancel at expiration",
            "Sum less tranche: 0",
            "Confirmed released",
            "Over-released",
            "Confirmed returned",
            "Program: to cancel",
            "Program: over-released",
            "Difference",
            "Cancellation");

    private static final List<String> CLAUSES = List.of(
            "5.1",
            "5.1",
            "5.1, 5.2",
            "EA 3.1(a)",
            "",
            "5.2(1)",
            "",
            "EA 3.2",
            "5.3, 8.1",
            "5.2(1)",
            "",
            "",
            "",
            "5.2(1)");

    private final Sheet sheet;
    private final CellAddress place;
    private final int top;
    private final AgreementResult dossier;

    TrancheTable(Sheet sheet, CellAddress place, int top, AgreementResult dossier) {
        this.sheet = sheet;
        this.place = place;
        this.top = top;
        this.dossier = dossier;
    }

    private int row(int year) {
        return top + AgreementSheet.ABOVE_A_TABLE + year - 1;
    }

    /** The row after the table. */
    int end() {
        return row(place.years()) + 3;
    }

    /** The cell of what the agent confirmed as released of a tranche. */
    String released(int year) {
        return Cells.at(row(year), RELEASED);
    }

    List<String> differences() {
        return List.of(
                Cells.range(row(1), DIFFERENCE, row(place.years()), DIFFERENCE),
                Cells.range(row(1), SUM, row(place.years()), SUM));
    }

    void write() {
        AgreementSheet.heading(sheet, top, "SPA 5.2(1): where each tranche goes, in shares", CLAUSES, COLUMNS);
        for (YearStatement year : dossier.determination().years()) {
            write(row(year.year().number()), year);
        }
        int total = row(place.years()) + 1;
        sheet.text(total, 0, CellStyles.TEXT, "Total");
        for (int column = 1; column <= RETURNED; column++) {
            sheet.formula(
                    total, column, CellStyles.CHECK, "SUM(" + Cells.range(row(1), column, total - 1, column) + ")");
        }
        for (int column : new int[] {SUM, DIFFERENCE}) {
            sheet.redWhere(row(1), column, total - 1, column, Cells.at(row(1), column) + "<>0");
            sheet.greenWhere(row(1), column, total - 1, column, Cells.at(row(1), column) + "=0");
        }
    }

    private void write(int row, YearStatement statement) {
        int number = statement.year().number();
        int own = place.year(number);
        sheet.number(row, 0, CellStyles.YEAR, number);
        sheet.formula(row, 1, CellStyles.SHARES, Cells.at(own, YearRow.TRANCHE));
        sheet.formula(row, 2, CellStyles.SHARES, Cells.at(own, YearRow.ENTITLED));
        sheet.formula(row, 3, CellStyles.SHARES, Cells.at(own, YearRow.WITHHELD));
        sheet.formula(row, 4, CellStyles.SHARES, Cells.at(own, YearRow.UNASSESSED));
        sheet.formula(row, CANCEL, CellStyles.SHARES, Cells.at(own, YearRow.OUTSTANDING));
        sheet.formula(
                row,
                SUM,
                CellStyles.CHECK,
                Cells.at(row, 2) + "+" + Cells.at(row, 3) + "+" + Cells.at(row, 4) + "+" + Cells.at(row, CANCEL) + "-"
                        + Cells.at(row, 1));
        sheet.number(
                row, RELEASED, CellStyles.INPUT_SHARES, statement.released().count());
        sheet.formula(row, OVER, CellStyles.SHARES, "MAX(0," + Cells.at(row, RELEASED) + "-" + Cells.at(row, 2) + ")");
        sheet.number(
                row, RETURNED, CellStyles.INPUT_SHARES, statement.returned().count());
        long toCancel = 0;
        String status = "";
        for (CancellationNotice notice : dossier.determination().cancellations()) {
            if (notice.tranche().number() == number) {
                toCancel = notice.toCancel().count();
                status = notice.status().name();
            }
        }
        sheet.number(row, FOUND_CANCEL, CellStyles.FOUND_SHARES, toCancel);
        sheet.number(
                row,
                FOUND_OVER,
                CellStyles.FOUND_SHARES,
                statement.overReleased().plus(statement.undecided()).count());
        sheet.formula(
                row,
                DIFFERENCE,
                CellStyles.CHECK,
                "ABS(" + Cells.at(row, CANCEL) + "-" + Cells.at(row, FOUND_CANCEL) + ")+ABS(" + Cells.at(row, OVER)
                        + "-" + Cells.at(row, FOUND_OVER) + ")");
        sheet.text(row, STATUS, CellStyles.TEXT, status);
    }
}
