package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.ShareFactor;
import io.earnout.escrow.release.CountedTransfer;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.settlement.Account;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of the joint written instructions (EA 3.1(b)): what each year releases of each tranche, the transfers that the
 * agent confirmed, and what is left to instruct. A transfer is applied to the line of its own assessment year first; the rest
 * of all transfers of the tranche is applied to its other lines, the oldest assessment year first. What is signed and what
 * is held is the program's.
 */
final class ReleaseTable {

    private final AgreementResult result;
    private final YearTable years;
    private final PairTable pairs;
    private final TrancheTable tranches;
    private final List<CountedTransfer> transfers;
    private final Table<ReleaseInstruction> table;

    ReleaseTable(AgreementResult result, YearTable years, PairTable pairs, TrancheTable tranches) {
        this.result = result;
        this.years = years;
        this.pairs = pairs;
        this.tranches = tranches;
        this.transfers = result.countedTransfers();
        this.table = new Table<>(
                "EA 3.1(b): what each year releases of each tranche, in shares",
                tranches.end(),
                result.determination().instructions());
    }

    /** The row after the table, its two totals and an empty row. */
    int end() {
        return table.last() + 3;
    }

    /** The cell of all shares to instruct. */
    String toInstruct() {
        return "$K$" + (table.last() + 1);
    }

    List<String> checks() {
        return table.check("O");
    }

    void write(SheetWriter sheet) {
        List<Column<ReleaseInstruction>> columns = columns();
        table.write(sheet, columns);
        table.writeTotals(sheet, columns, "DEFGHIJK");
        int row = table.last() + 1;
        sheet.text(row, 0, CellStyles.NOTE, "Entitled without a line");
        sheet.formula(
                row,
                3,
                CellStyles.TOTAL,
                tranches.total(TrancheTable.ENTITLED) + "+" + tranches.total(TrancheTable.BLOCKED) + "-D" + row,
                0);
        sheet.text(
                row,
                4,
                CellStyles.NOTE,
                "not 0 where another reading or figure releases shares for which the program has no line");
    }

    private List<Column<ReleaseInstruction>> columns() {
        List<Column<ReleaseInstruction>> columns = new ArrayList<>(inSignedShares());
        if (!result.escrow().registers().shareChanges().isEmpty()) {
            columns.add(Column.plain(
                    "One signed share is",
                    "",
                    CellStyles.NOTE,
                    line -> line.ofTheDay().orElseThrow().factor().toString()));
            columns.add(new Column<>(
                    "Quantity, shares of the day",
                    "EA 3.1(b)",
                    line -> line.toInstruct().isWhole() ? CellStyles.SHARES : CellStyles.PROGRAM_SHARES,
                    ReleaseTable::quantity,
                    line -> line.quantity().count()));
        }
        return columns;
    }

    /** A part of a signed share is no exact double: then the quantity is the program's. */
    private static String quantity(ReleaseInstruction line) {
        ShareFactor factor = line.ofTheDay().orElseThrow().factor();
        return line.toInstruct().isWhole() ? "INT(K#*" + factor.newShares() + "/" + factor.oldShares() + ")" : "";
    }

    private List<Column<ReleaseInstruction>> inSignedShares() {
        return List.of(
                Column.plain("Assessment year", "5.1, 5.2(2)", CellStyles.YEAR, ReleaseInstruction::assessmentYear),
                Column.plain(
                        "Tranche of year",
                        "5.1",
                        CellStyles.YEAR,
                        line -> line.tranche().number()),
                Column.plain(
                        "Movement",
                        "5.1, 5.2(2)",
                        CellStyles.TEXT,
                        line -> line.kind().term()),
                Column.formulas(
                        "Entitled shares",
                        "5.1, 5.2",
                        CellStyles.SHARES,
                        this::entitled,
                        line -> line.entitled().count()),
                Column.plain(
                        "Transferred for this year",
                        "EA 3.2",
                        CellStyles.INPUT_SHARES,
                        line -> Cells.of(transferred(line))),
                Column.formulas(
                        "Of these on this line",
                        "EA 3.2",
                        CellStyles.SHARES,
                        line -> "MIN(D#" + lessBlocked(line) + ",E#)",
                        line -> Cells.of(least(
                                ExactShares.of(Shares.of(line.entitled().count() - withheld(line))),
                                transferred(line)))),
                Column.formulas(
                        "Confirmed", "EA 3.2", CellStyles.SHARES, this::confirmed, line -> Cells.of(line.confirmed())),
                Column.plain(
                        "Instructed, open",
                        "EA 3.1(b)",
                        CellStyles.PROGRAM_SHARES,
                        line -> Cells.of(line.instructed())),
                new Column<>(
                        "Held",
                        "EA 3, 8.1",
                        line -> isOwnTranche(line) ? CellStyles.SHARES : CellStyles.PROGRAM_SHARES,
                        line -> isOwnTranche(line)
                                ? "MAX(" + heldByOthers(line) + ","
                                        + tranches.blocked(line.tranche().number()) + ")"
                                : "",
                        line -> Cells.of(line.held())),
                Column.plain("Returned before", "5.2(1)", CellStyles.PROGRAM_SHARES, ReleaseTable::returned),
                Column.formula(
                        "To instruct",
                        "EA 3.1(b)",
                        CellStyles.SHARES,
                        "MAX(0,D#-SUM(G#:J#))",
                        line -> Cells.of(line.toInstruct())),
                Column.plain(
                        "Program: entitled",
                        "",
                        CellStyles.PROGRAM_SHARES,
                        line -> line.entitled().count()),
                Column.plain("Program: confirmed", "", CellStyles.PROGRAM_SHARES, line -> Cells.of(line.confirmed())),
                Column.plain(
                        "Program: to instruct", "", CellStyles.PROGRAM_SHARES, line -> Cells.of(line.toInstruct())),
                Column.check("Check", "ABS(D#-L#)+ABS(G#-M#)+ABS(K#-N#)", line -> 0),
                Column.plain("Status", "", CellStyles.NOTE, ReleaseTable::status));
    }

    private static boolean isOwnTranche(ReleaseInstruction line) {
        return line.kind() == ReleaseInstruction.Kind.RELEASE;
    }

    private String entitled(ReleaseInstruction line) {
        int tranche = line.tranche().number();
        return isOwnTranche(line) ? "M" + years.row(tranche) : pairs.restored(line.assessmentYear(), tranche);
    }

    /** No transfer is applied to a line that a missed target blocks. */
    private String lessBlocked(ReleaseInstruction line) {
        return isOwnTranche(line) ? "-" + tranches.blocked(line.tranche().number()) : "";
    }

    private long withheld(ReleaseInstruction line) {
        return isOwnTranche(line)
                ? result.determination()
                        .settlement()
                        .balance(line.tranche(), Account.WITHHELD)
                        .count()
                : 0;
    }

    /** In signed shares. */
    private ExactShares transferred(ReleaseInstruction line) {
        ExactShares moved = ExactShares.NONE;
        for (CountedTransfer transfer : transfers) {
            if (transfer.isRelease()
                    && transfer.year() == line.assessmentYear()
                    && transfer.trancheYear() == line.tranche().number()) {
                moved = moved.plus(result.signed(transfer));
            }
        }
        return moved;
    }

    private static ExactShares least(ExactShares one, ExactShares other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private String confirmed(ReleaseInstruction line) {
        int above = table.first() + table.rows().indexOf(line) - 1;
        String rest = tranches.released(line.tranche().number()) + "-" + ofTranche("F", table.last())
                + (above < table.first() ? "" : "-" + ofTranche("G", above) + "+" + ofTranche("F", above));
        return "F#+MAX(0,MIN(D#" + lessBlocked(line) + "-F#," + rest + "))";
    }

    /** The sum of a column over the lines of the row's tranche, down to a row. */
    private String ofTranche(String letter, int until) {
        int first = table.first();
        return "SUMIF(B$" + first + ":B$" + until + ",B#," + letter + "$" + first + ":" + letter + "$" + until + ")";
    }

    private static Number heldByOthers(ReleaseInstruction line) {
        return Cells.of(line.reasons().contains(FindingCode.MISSED_TARGET_BLOCKS) ? ExactShares.NONE : line.held());
    }

    private static Number returned(ReleaseInstruction line) {
        ExactShares counted =
                line.confirmed().plus(line.instructed()).plus(line.held()).plus(line.toInstruct());
        ExactShares entitled = ExactShares.of(line.entitled());
        return Cells.of(entitled.compareTo(counted) > 0 ? entitled.minus(counted) : ExactShares.NONE);
    }

    private static String status(ReleaseInstruction line) {
        String reasons = line.reasons().stream().map(FindingCode::name).collect(Collectors.joining("; "));
        return line.status() + (reasons.isEmpty() ? "" : ": " + reasons);
    }
}
