package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.publish.RunIdentity;
import io.earnout.settlement.Assessment;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sheet of one agreement: from the cells of the input down to the shares that are released and cancelled, in formulas that
 * a reader can follow and change.
 */
final class AgreementSheet {

    private static final int MARKS = 1;
    private static final int STATUS = 2;
    private static final int READINGS = 5;
    private static final int YEARS = READINGS + ReadingCells.ROWS + 1;

    private static final int NARROW = 13;
    private static final int WIDE = 16;
    private static final int WIDEST = 24;

    /** Heading, clauses and the names of the columns stand above a table. */
    static final int ABOVE_A_TABLE = 3;

    private static final List<String> YEAR_COLUMNS = List.of(
            "Year",
            "Starts on",
            "Ends on",
            "Target revenue",
            "Tranche, shares",
            "Report",
            "Audited revenue",
            "Agreed shares",
            "Shortfall",
            "Excess",
            "Credit",
            "Credit laid",
            "Earned, exact",
            "Earned shares",
            "Deducted shares",
            "Restored by later years",
            "Still deducted",
            "Blocked",
            "Entitled shares",
            "Not assessed");

    private static final List<String> YEAR_CLAUSES = List.of(
            "SPA 1.4",
            "",
            "",
            "SPA 4.1",
            "SPA 5.1",
            "SPA 4.2",
            "SPA 4.2",
            "SPA 5.3",
            "5.2(1)",
            "5.2(2)",
            "5.2(2)",
            "5.2(2)",
            "5.2(1)",
            "5.1, 5.3",
            "5.2(1), 5.3",
            "5.2(2)",
            "5.2(1)",
            "EA 3.1(a)",
            "5.1, 5.2",
            "");

    private static final List<String> PAIR_COLUMNS = List.of(
            "Excess year",
            "Shortfall year",
            "Open shortfall before",
            "Open deduction before, exact",
            "Revenue laid",
            "Target that converts",
            "Tranche that converts",
            "Laid / target x tranche",
            "Shares restored",
            "Still deducted after",
            "Program: laid",
            "Program: shares",
            "Difference");

    private static final List<String> PAIR_CLAUSES = List.of(
            "5.2(2)", "5.2(1)", "5.2(1)", "5.2(1)", "5.2(2)", "5.2(2)", "5.2(2)", "5.2(2)", "5.2(2)", "5.2(1)", "", "",
            "");

    private final Sheet sheet;
    private final AgreementResult dossier;
    private final CellAddress place;
    private final ReadingCells readings;
    private final TrancheTable tranches;
    private final ReleaseTable releases;
    private final Comparison comparison;

    AgreementSheet(Sheet sheet, AgreementResult dossier) {
        this.sheet = sheet;
        this.dossier = dossier;
        this.place = placeOf(dossier);
        this.readings = new ReadingCells(sheet, READINGS);
        this.tranches = new TrancheTable(sheet, place, place.firstPair() + place.pairs() + 1, dossier);
        this.releases = new ReleaseTable(sheet, place, tranches, tranches.end(), dossier);
        this.comparison = new Comparison(sheet, readings, place, releases.end(), dossier);
    }

    static CellAddress placeOf(AgreementResult dossier) {
        int years = dossier.agreement().years().size();
        int firstYear = YEARS + ABOVE_A_TABLE;
        return new CellAddress(years, firstYear, firstYear + years + 2 + ABOVE_A_TABLE);
    }

    /** The cell of a reading, 1 to 5. */
    static String choice(int line) {
        return ReadingCells.choice(READINGS, line);
    }

    /** The cell of a total of the years. */
    String total(int column) {
        return Cells.fixed(place.lastYear() + 1, column);
    }

    /** The cell of all shares to instruct. */
    String toInstruct() {
        return releases.toInstruct();
    }

    /** The cell that says whether the sheet agrees with the program. */
    static String check() {
        return Comparison.status(STATUS);
    }

    void write(RunIdentity identity) {
        write(identity, dossier.determination().settlement().readings());
    }

    /** The sheet with a reading in its cells that may be another than the program's. */
    void write(RunIdentity identity, Readings chosen) {
        sheet.text(0, 0, CellStyles.TITLE, dossier.agreementId());
        sheet.text(MARKS, 0, CellStyles.MARK, PageSetup.mark(identity));
        readings.write(dossier.determination().settlement().readings(), chosen);
        writeYears();
        writePairs();
        tranches.write();
        releases.write();
        comparison.write();
        List<String> differences = new ArrayList<>(tranches.differences());
        differences.addAll(releases.differences());
        comparison.writeStatus(STATUS, differences);
        layOut(identity);
    }

    private void writeYears() {
        heading(sheet, YEARS, "SPA 4 and 5, year by year", YEAR_CLAUSES, YEAR_COLUMNS);
        for (AssessmentYear year : dossier.agreement().years()) {
            YearStatement statement = dossier.determination().years().get(year.number() - 1);
            int row = place.year(year.number());
            sheet.number(row, YearRow.YEAR, CellStyles.YEAR, year.number());
            sheet.day(row, YearRow.STARTS, year.period().startsOn());
            sheet.day(row, YearRow.ENDS, year.period().endsOn());
            sheet.money(
                    row, YearRow.TARGET, CellStyles.INPUT_MONEY, year.target().fen());
            sheet.number(
                    row,
                    YearRow.TRANCHE,
                    CellStyles.INPUT_SHARES,
                    year.tranche().count());
            writeReport(row, statement.assessment());
            new YearRow(sheet, readings, place, year.number()).write();
            if (year.number() > 1) {
                new CreditRow(sheet, readings, new YearRow(sheet, readings, place, year.number())).write();
            }
        }
        writeTotals(place.lastYear() + 1);
    }

    private void writeReport(int row, Optional<Assessment> assessment) {
        sheet.text(
                row,
                YearRow.REPORT,
                CellStyles.TEXT,
                assessment.map(year -> year.revenue().reportId()).orElse("no report that counts"));
        sheet.empty(row, YearRow.REVENUE, CellStyles.INPUT_MONEY);
        assessment.ifPresent(year -> sheet.money(
                row,
                YearRow.REVENUE,
                CellStyles.INPUT_MONEY,
                year.revenue().amount().fen()));
        sheet.empty(row, YearRow.AGREED, CellStyles.INPUT_SHARES);
        assessment
                .flatMap(Assessment::agreed)
                .ifPresent(shares -> sheet.number(row, YearRow.AGREED, CellStyles.INPUT_SHARES, shares.count()));
    }

    private void writeTotals(int row) {
        sheet.text(row, YearRow.YEAR, CellStyles.TEXT, "Total");
        for (int column : new int[] {
            YearRow.TRANCHE,
            YearRow.EARNED,
            YearRow.DEDUCTED,
            YearRow.RESTORED,
            YearRow.OUTSTANDING,
            YearRow.WITHHELD,
            YearRow.ENTITLED,
            YearRow.UNASSESSED
        }) {
            sheet.formula(
                    row,
                    column,
                    CellStyles.CHECK,
                    "SUM(" + Cells.range(place.firstYear(), column, place.lastYear(), column) + ")");
        }
    }

    private void writePairs() {
        heading(
                sheet,
                place.firstPair() - ABOVE_A_TABLE,
                place.pairs() == 0
                        ? "SPA 5.2(2): one year alone, no earlier year that an excess could restore"
                        : "SPA 5.2(2): what the excess of a year does for each earlier year",
                PAIR_CLAUSES,
                PAIR_COLUMNS);
        List<PairRow> before = new ArrayList<>();
        for (int excess = 2; excess <= place.years(); excess++) {
            YearRow year = new YearRow(sheet, readings, place, excess);
            CreditRow credit = new CreditRow(sheet, readings, year);
            List<PairRow> pairs = new ArrayList<>();
            for (int shortfall = 1; shortfall < excess; shortfall++) {
                Optional<PairRow> last =
                        shortfall < excess - 1 ? Optional.of(before.get(shortfall - 1)) : Optional.empty();
                PairRow pair = new PairRow(
                        sheet, readings, place, new YearRow(sheet, readings, place, shortfall), credit, last);
                pair.write();
                comparison.writePair(pair.row(), excess, shortfall);
                pairs.add(pair);
            }
            before = pairs;
        }
    }

    static void heading(Sheet sheet, int row, String heading, List<String> clauses, List<String> columns) {
        sheet.text(row, 0, CellStyles.SECTION, heading);
        for (int column = 0; column < columns.size(); column++) {
            sheet.text(row + 1, column, CellStyles.CLAUSE, clauses.get(column));
            sheet.text(row + 2, column, CellStyles.HEADER, columns.get(column));
        }
        sheet.worksheet().rowHeight(row + 2, 32);
    }

    private void layOut(RunIdentity identity) {
        PageSetup.apply(sheet.worksheet(), PageSetup.mark(identity), comparison.end(), YearRow.UNASSESSED);
        sheet.worksheet().freezePane(1, STATUS + 2);
        // room for the largest amount, so that none is shown as hashes
        int wide = WIDE;
        for (YearStatement year : dossier.determination().years()) {
            wide = Math.max(wide, year.year().target().toString().length() + 2);
            wide = Math.max(
                    wide,
                    year.assessment()
                            .map(assessment ->
                                    assessment.revenue().amount().toString().length() + 2)
                            .orElse(0));
        }
        for (int column = 0; column < YearRow.EXACT; column++) {
            sheet.worksheet().width(column, column <= PairRow.SHORTFALL_YEAR ? NARROW : wide);
        }
        sheet.worksheet().width(YearRow.REPORT, Math.max(wide, WIDEST));
        sheet.worksheet().groupCols(YearRow.EXACT, Math.max(PairRow.END, CreditRow.END) - 1);
        YearRow.nameExactNumbers(sheet, place.firstYear() - 1);
        if (place.pairs() > 0) {
            CreditRow.nameExactNumbers(sheet, place.firstYear() - 1);
            PairRow.nameExactNumbers(sheet, place.firstPair() - 1);
        }
        sheet.text(
                YEARS,
                YearRow.EXACT,
                CellStyles.NOTE,
                "From here to the right: the exact numbers behind the whole shares, a digit to the base of a million in"
                        + " each cell, because a cell alone keeps about fifteen figures");
    }
}
