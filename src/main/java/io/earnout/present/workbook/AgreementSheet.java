package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.publish.RunIdentity;
import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.OffsetDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sheet of one agreement: from the figures that were read down to the shares that are released and cancelled, in formulas
 * that a reader can follow and change.
 */
final class AgreementSheet {

    private static final int MARK = 1;
    private static final int STATUS = 2;
    private static final int STATUS_COLUMN = 2;
    private static final int FIRST_WITH_MONEY = 2;
    private static final int LAST_WITH_MONEY = 11;
    private static final int CREDITED = 16;

    private final String name;
    private final AgreementResult result;
    private final CloseRounding roundings;
    private final YearTable years;
    private final PairTable pairs;
    private final TrancheTable tranches;
    private final ReleaseTable releases;
    private final PricedReadings priced;
    private final DecisionTable decisions;

    AgreementSheet(String name, AgreementResult result) {
        this.name = name;
        this.result = result;
        Settlement settlement = result.determination().settlement();
        this.roundings = new CloseRounding(settlement);
        CloseRounding.Findings findings = roundings.examine();
        boolean isClose = result.agreement().years().stream().anyMatch(roundings::isClose);
        this.priced = new PricedReadings(result.determination().readings(), ReadingCells.TOP);
        this.years = new YearTable(result, roundings, Math.max(ReadingCells.END, priced.end()));
        this.pairs = new PairTable(settlement, years, roundings, findings);
        this.tranches = new TrancheTable(result, years, pairs);
        this.releases = new ReleaseTable(result, years, pairs, tranches);
        this.decisions = new DecisionTable(findings.decisions(), isClose, releases.end());
    }

    String name() {
        return name;
    }

    AgreementResult result() {
        return result;
    }

    /** How many rows it has. */
    int rows() {
        return decisions.end();
    }

    /** The input cell of a year. */
    String input(int year, String letter) {
        return letter + years.row(year);
    }

    /** A cell of this sheet, from another sheet. */
    String fromElsewhere(String cell) {
        return CellAddress.onSheet(name, cell);
    }

    String totalOfTranches() {
        return years.totalOfTranches();
    }

    /** The cell of a total of the tranches. */
    String total(String letter) {
        return tranches.total(letter);
    }

    String toInstruct() {
        return releases.toInstruct();
    }

    /** The cell that says whether the sheet agrees with the program. */
    static String check() {
        return CellAddress.of(STATUS, STATUS_COLUMN);
    }

    /**
     * Writes the sheet.
     *
     * @param changed a formula that counts the figures that are not as read
     */
    void write(SheetWriter sheet, RunIdentity identity, String changed) {
        sheet.text(0, 0, CellStyles.TITLE, result.agreementId());
        sheet.text(MARK, 0, CellStyles.MARK, SheetWriter.mark(identity));
        writeStatus(sheet);
        new ReadingCells(result.determination().settlement().readings())
                .write(sheet, ExactCell.shares(roundings.tolerance()), changed);
        years.write(sheet);
        pairs.write(sheet, decisions);
        tranches.write(sheet);
        releases.write(sheet);
        decisions.write(sheet);
        priced.write(sheet);
        setWidths(sheet);
        sheet.freezeAbove(STATUS + 1);
        sheet.print(identity, decisions.end(), PairTable.COLUMNS - 1);
    }

    private void writeStatus(SheetWriter sheet) {
        long entitled = result.determination().settlement().entitled().count();
        String entitledCell = tranches.total(TrancheTable.ENTITLED);
        List<String> checks = new ArrayList<>(years.checks());
        checks.addAll(pairs.checks());
        checks.addAll(tranches.checks());
        checks.addAll(releases.checks());
        String differences =
                checks.stream().map(check -> "SUMPRODUCT(ABS(" + check + "))").collect(Collectors.joining("+"));
        sheet.text(STATUS, 0, CellStyles.TEXT, "Check");
        sheet.formula(
                STATUS,
                STATUS_COLUMN,
                CellStyles.STATUS,
                "IF(" + ReadingCells.changed() + ">0,\"figures changed by hand\",IF(" + priced.isNotPriced()
                        + ",\"not priced by the program\",IF(" + entitledCell + "<>" + priced.entitled()
                        + ",\"DIFFERS\",IF(AND(" + priced.isOwn() + "," + differences
                        + ">0),\"DIFFERS\",\"agrees\"))))",
                "agrees");
        sheet.colour(STATUS_COLUMN, STATUS, STATUS, check() + "=\"DIFFERS\"", check() + "=\"agrees\"");
        sheet.text(STATUS, 4, CellStyles.NOTE, "entitled by this sheet");
        sheet.formula(STATUS, 6, CellStyles.SHARES, entitledCell, entitled);
        sheet.text(STATUS, 7, CellStyles.NOTE, "by the program");
        sheet.formula(STATUS, 8, CellStyles.SHARES, priced.entitled(), entitled);
    }

    /** Room for the largest figures, so that none is shown as hashes. */
    private void setWidths(SheetWriter sheet) {
        int shares =
                Math.max(10, result.agreement().considerationShares().toString().length());
        int money = Math.max(14, shares + 3);
        for (AssessmentYear year : result.agreement().years()) {
            money = Math.max(money, year.target().toString().length());
            Optional<Assessment> assessment =
                    result.determination().settlement().assessment(year.number());
            money = Math.max(
                    money,
                    assessment
                            .map(assessed ->
                                    assessed.revenue().amount().toString().length())
                            .orElse(0));
        }
        int[] widths = new int[PairTable.COLUMNS];
        for (int column = 0; column < widths.length; column++) {
            boolean holdsMoney = (column >= FIRST_WITH_MONEY && column <= LAST_WITH_MONEY)
                    || (column == CREDITED && result.agreement().offsetDirection() == OffsetDirection.FORWARD);
            widths[column] = holdsMoney ? money : shares;
        }
        widths[0] = 11;
        sheet.widths(widths);
    }

    /** The totals of the sheet, as its formulas give them. */
    Totals totals() {
        Settlement settlement = result.determination().settlement();
        return new Totals(
                result.agreement().considerationShares().count(),
                settlement.entitled().count(),
                settlement.balance(Account.WITHHELD).count(),
                settlement.balance(Account.DEDUCTED).count(),
                settlement.balance(Account.UNASSESSED).count(),
                result.determination().instructions().stream()
                        .mapToLong(line -> line.toInstruct().wholeCount())
                        .sum());
    }

    /** The totals that the cover repeats. */
    record Totals(long consideration, long entitled, long blocked, long toCancel, long unassessed, long toInstruct) {}
}
