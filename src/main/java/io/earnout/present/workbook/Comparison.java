package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.settlement.Credit;
import io.earnout.settlement.ReadingsMatrix;
import io.earnout.settlement.Restoration;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import java.util.List;
import java.util.Optional;

/** The sheet's figures against the program's, which stand beside them as they are: what differs is red. */
final class Comparison {

    private static final List<String> COLUMNS = List.of(
            "Year",
            "Program: earned",
            "Difference",
            "Program: deducted",
            "Difference",
            "Program: restored",
            "Difference",
            "Program: still deducted",
            "Difference",
            "Program: entitled",
            "Difference",
            "Read: target",
            "Read: tranche",
            "Read: audited revenue",
            "Read: agreed shares",
            "Figures as read");

    private static final List<String> CLAUSES = List.of(
            "SPA 1.4",
            "5.1, 5.3",
            "",
            "5.2(1), 5.3",
            "",
            "5.2(2)",
            "",
            "5.2(1)",
            "",
            "5.1, 5.2",
            "",
            "4.1",
            "5.1",
            "4.2",
            "5.3",
            "");

    private static final int FIGURES = 5;
    private static final int READ = 1 + 2 * FIGURES;
    private static final int AS_READ = READ + 4;

    private final Sheet sheet;
    private final ReadingCells readings;
    private final CellAddress place;
    private final int top;
    private final AgreementResult dossier;

    Comparison(Sheet sheet, ReadingCells readings, CellAddress place, int top, AgreementResult dossier) {
        this.sheet = sheet;
        this.readings = readings;
        this.place = place;
        this.top = top;
        this.dossier = dossier;
    }

    private int firstRow() {
        return top + AgreementSheet.ABOVE_A_TABLE;
    }

    private int priced() {
        return firstRow() + place.years() + 2;
    }

    /** The row after the tables. */
    int end() {
        return priced() + 1 + dossier.determination().readings().entries().size() + 1;
    }

    /** What the program says of one pair of years. */
    void writePair(int row, int excessYear, int shortfallYear) {
        Optional<Credit> credit = dossier.determination().settlement().credit(excessYear);
        long laid = 0;
        long shares = 0;
        if (credit.isPresent()) {
            for (Restoration restoration : credit.get().restorations()) {
                if (restoration.year().number() == shortfallYear) {
                    laid = restoration.laid().roundedDown().fen();
                    shares = restoration.shares().count();
                }
            }
        }
        sheet.money(row, PairRow.FOUND_LAID, CellStyles.FOUND_MONEY, laid);
        sheet.number(row, PairRow.FOUND_WHOLE, CellStyles.FOUND_SHARES, shares);
        sheet.formula(
                row,
                PairRow.DIFFERENCE,
                CellStyles.CHECK,
                Cells.at(row, PairRow.WHOLE) + "-" + Cells.at(row, PairRow.FOUND_WHOLE));
    }

    /** The tables of the comparison. */
    void write() {
        AgreementSheet.heading(sheet, top, "The sheet against the program, in shares", CLAUSES, COLUMNS);
        for (YearStatement year : dossier.determination().years()) {
            write(firstRow() + year.year().number() - 1, year);
        }
        redAndGreen();
        writePriced();
    }

    private void write(int row, YearStatement statement) {
        AssessmentYear year = statement.year();
        sheet.number(row, 0, CellStyles.YEAR, year.number());
        long earned = statement.assessment().map(a -> a.earned().count()).orElse(0L);
        long deducted = statement.assessment().map(a -> a.deducted().count()).orElse(0L);
        compare(row, 0, YearRow.EARNED, earned, year.number());
        compare(row, 1, YearRow.DEDUCTED, deducted, year.number());
        compare(row, 2, YearRow.RESTORED, statement.restoredInto().count(), year.number());
        compare(row, 3, YearRow.OUTSTANDING, statement.outstandingDeducted().count(), year.number());
        compare(row, 4, YearRow.ENTITLED, statement.entitled().count(), year.number());
        sheet.money(row, READ, CellStyles.FOUND_MONEY, year.target().fen());
        sheet.number(row, READ + 1, CellStyles.FOUND_SHARES, year.tranche().count());
        sheet.empty(row, READ + 2, CellStyles.FOUND_MONEY);
        sheet.empty(row, READ + 3, CellStyles.FOUND_SHARES);
        statement.assessment().ifPresent(assessment -> {
            Money revenue = assessment.revenue().amount();
            sheet.money(row, READ + 2, CellStyles.FOUND_MONEY, revenue.fen());
            assessment
                    .agreed()
                    .ifPresent(shares -> sheet.number(row, READ + 3, CellStyles.FOUND_SHARES, shares.count()));
        });
        int own = place.year(year.number());
        sheet.formula(
                row,
                AS_READ,
                CellStyles.CHECK,
                "IF(AND(" + same(row, READ, own, YearRow.TARGET) + "," + same(row, READ + 1, own, YearRow.TRANCHE) + ","
                        + same(row, READ + 2, own, YearRow.REVENUE) + "," + same(row, READ + 3, own, YearRow.AGREED)
                        + "),0,1)");
    }

    private static String same(int row, int column, int own, int ownColumn) {
        return Cells.at(row, column) + "&\"\"=" + Cells.at(own, ownColumn) + "&\"\"";
    }

    private void compare(int row, int figure, int column, long found, int year) {
        int at = 1 + 2 * figure;
        sheet.number(row, at, CellStyles.FOUND_SHARES, found);
        sheet.formula(row, at + 1, CellStyles.CHECK, Cells.at(place.year(year), column) + "-" + Cells.at(row, at));
    }

    private void redAndGreen() {
        int last = firstRow() + place.years() - 1;
        for (int figure = 0; figure < FIGURES; figure++) {
            int column = 2 + 2 * figure;
            sheet.redWhere(firstRow(), column, last, column, Cells.at(firstRow(), column) + "<>0");
            sheet.greenWhere(firstRow(), column, last, column, Cells.at(firstRow(), column) + "=0");
        }
        sheet.redWhere(firstRow(), AS_READ, last, AS_READ, Cells.at(firstRow(), AS_READ) + "<>0");
        if (place.pairs() > 0) {
            String first = Cells.at(place.firstPair(), PairRow.DIFFERENCE);
            sheet.redWhere(place.firstPair(), PairRow.DIFFERENCE, place.lastPair(), PairRow.DIFFERENCE, first + "<>0");
        }
    }

    private void writePriced() {
        sheet.text(
                priced(),
                0,
                CellStyles.SECTION,
                "Entitlement under the thirteen readings that the program prices, in shares");
        int row = priced() + 1;
        for (ReadingsMatrix.Entry entry : dossier.determination().readings().entries()) {
            sheet.text(row, 0, CellStyles.PLAIN, entry.readings().toString());
            sheet.number(row, 5, CellStyles.FOUND_SHARES, entry.entitled().count());
            row++;
        }
    }

    private String entitled() {
        return Cells.fixed(place.lastYear() + 1, YearRow.ENTITLED);
    }

    /** The one line that says whether the sheet and the program agree. */
    void writeStatus(int row, List<String> furtherDifferences) {
        int first = priced() + 1;
        int last = end() - 2;
        String found = "INDEX(" + Cells.range(first, 5, last, 5) + ",MATCH(" + readings.chosen() + ","
                + Cells.range(first, 0, last, 0) + ",0))";
        sheet.text(row, 0, CellStyles.TEXT, "Check");
        sheet.formula(
                row,
                1,
                CellStyles.STATUS,
                "IF(" + changed() + ">0,\"figures changed by hand\",IF(" + outOfRange()
                        + ">0,\"beyond the range of the sheet\",IF(ISNA(MATCH(" + readings.chosen() + ","
                        + Cells.range(first, 0, last, 0) + ",0)),\"not priced by the program\",IF(" + entitled() + "<>"
                        + found + ",\"DIFFERS\",IF(AND(" + readings.areTheProgramsOwn() + ","
                        + differences(furtherDifferences)
                        + ">0),\"DIFFERS\",\"agrees\")))))");
        sheet.text(row, 2, CellStyles.NOTE, "entitled by this sheet");
        sheet.formula(row, 4, CellStyles.SHARES, entitled());
        sheet.text(row, 5, CellStyles.NOTE, "by the program");
        sheet.formula(
                row,
                6,
                CellStyles.FOUND_SHARES,
                "IF(ISNA(MATCH(" + readings.chosen() + "," + Cells.range(first, 0, last, 0) + ",0)),\"not priced\","
                        + found + ")");
        String status = Cells.at(row, 1);
        sheet.redWhere(row, 1, row, 1, status + "=\"DIFFERS\"");
        sheet.greenWhere(row, 1, row, 1, status + "=\"agrees\"");
    }

    static String status(int row) {
        return Cells.at(row, 1);
    }

    private String changed() {
        return "SUM(" + Cells.range(firstRow(), AS_READ, firstRow() + place.years() - 1, AS_READ) + ")";
    }

    private String differences(List<String> further) {
        StringBuilder sum = new StringBuilder();
        int last = firstRow() + place.years() - 1;
        for (int figure = 0; figure < FIGURES; figure++) {
            int column = 2 + 2 * figure;
            String range = Cells.range(firstRow(), column, last, column);
            sum.append(sum.isEmpty() ? "" : "+")
                    .append("SUMPRODUCT(ABS(")
                    .append(range)
                    .append("))");
        }
        if (place.pairs() > 0) {
            sum.append("+SUMPRODUCT(ABS(")
                    .append(Cells.range(place.firstPair(), PairRow.DIFFERENCE, place.lastPair(), PairRow.DIFFERENCE))
                    .append("))");
        }
        for (String range : further) {
            sum.append("+SUMPRODUCT(ABS(").append(range).append("))");
        }
        return sum.toString();
    }

    /** Amounts of up to 10^15 fen, tranches of up to 10^12 shares, and no more than 10,000 shares for a fen of the target. */
    private String outOfRange() {
        String targets = Cells.range(place.firstYear(), YearRow.TARGET, place.lastYear(), YearRow.TARGET);
        String revenues = Cells.range(place.firstYear(), YearRow.REVENUE, place.lastYear(), YearRow.REVENUE);
        String tranches = Cells.range(place.firstYear(), YearRow.TRANCHE, place.lastYear(), YearRow.TRANCHE);
        String notDealt = Cells.range(
                place.firstYear(), CreditRow.notDealtColumn(), place.lastYear(), CreditRow.notDealtColumn());
        return "COUNTIF(" + targets + ",\">1E13\")+COUNTIF(" + revenues + ",\">1E13\")+COUNTIF(" + tranches
                + ",\">1E12\")+SUMPRODUCT((" + tranches + ">" + targets + "*1E6)*1)+SUM(" + notDealt + ")";
    }
}
