package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.settlement.Account;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of the joint written instructions (EA 3.1(b)): what each year releases of each tranche, the transfers that the
 * agent confirmed, and what is left to instruct. A transfer is applied to the line of its own assessment year first; the rest
 * of all transfers of the tranche is applied to its other lines, the oldest assessment year first. What is signed and what
 * is held is the program's.
 */
final class ReleaseTable {

    private static final int YEAR = 0;
    private static final int TRANCHE = 1;
    private static final int MOVEMENT = 2;
    private static final int ENTITLED = 3;
    private static final int MOVED = 4;
    private static final int OF_OWN = 5;
    private static final int CONFIRMED = 6;
    private static final int INSTRUCTED = 7;
    private static final int HELD = 8;
    private static final int RETURNED = 9;
    private static final int TO_INSTRUCT = 10;
    private static final int PROGRAM_ENTITLED = 11;
    private static final int PROGRAM_CONFIRMED = 12;
    private static final int PROGRAM_TO_INSTRUCT = 13;
    private static final int CHECK = 14;
    private static final int STATUS = 15;

    private static final List<String> COLUMNS = List.of(
            "Assessment year",
            "Tranche of year",
            "Movement",
            "Entitled shares",
            "Transferred for this year",
            "Of these on this line",
            "Confirmed",
            "Instructed, open",
            "Held",
            "Returned before",
            "To instruct",
            "Program: entitled",
            "Program: confirmed",
            "Program: to instruct",
            "Check",
            "Status");

    private static final List<String> CLAUSES = List.of(
            "5.1, 5.2(2)",
            "5.1",
            "5.1, 5.2(2)",
            "5.1, 5.2",
            "EA 3.2",
            "EA 3.2",
            "EA 3.2",
            "EA 3.1(b)",
            "EA 3, 8.1",
            "5.2(1)",
            "EA 3.1(b)",
            "",
            "",
            "",
            "",
            "");

    private final AgreementResult result;
    private final YearTable years;
    private final PairTable pairs;
    private final TrancheTable tranches;
    private final int top;
    private final List<ReleaseInstruction> lines;
    private final List<Transfer> transfers;

    ReleaseTable(AgreementResult result, YearTable years, PairTable pairs, TrancheTable tranches, int top) {
        this.result = result;
        this.years = years;
        this.pairs = pairs;
        this.tranches = tranches;
        this.top = top;
        this.lines = result.determination().instructions();
        this.transfers = result.countedTransfers();
    }

    private int first() {
        return top + SheetWriter.ABOVE_A_TABLE;
    }

    private int last() {
        return first() + lines.size() - 1;
    }

    /** The row after the table, its two totals and an empty row. */
    int end() {
        return last() + 4;
    }

    /** The cell of all shares to instruct. */
    String toInstruct() {
        return CellAddress.fixed(last() + 1, TO_INSTRUCT);
    }

    List<String> checks() {
        return lines.isEmpty() ? List.of() : List.of(CellAddress.range(CHECK, first(), last()));
    }

    void write(SheetWriter sheet) {
        sheet.heading(top, "EA 3.1(b): what each year releases of each tranche, in shares", CLAUSES, COLUMNS);
        long[] totals = new long[TO_INSTRUCT + 1];
        for (int i = 0; i < lines.size(); i++) {
            ReleaseInstruction line = lines.get(i);
            long[] figures = figures(line);
            writeProgram(sheet, first() + i, line, figures);
            writeFormulas(sheet, first() + i, line, figures);
            for (int column = ENTITLED; column <= TO_INSTRUCT; column++) {
                totals[column] += figures[column];
            }
        }
        int total = last() + 1;
        sheet.text(total, YEAR, CellStyles.TEXT, "Total");
        for (int column = ENTITLED; column <= TO_INSTRUCT; column++) {
            sheet.sum(total, column, first(), last(), totals[column]);
        }
        sheet.text(total + 1, YEAR, CellStyles.NOTE, "Entitled without a line");
        sheet.formula(
                total + 1,
                ENTITLED,
                CellStyles.TOTAL,
                tranches.total(TrancheTable.ENTITLED) + "+" + tranches.total(TrancheTable.BLOCKED) + "-"
                        + CellAddress.of(total, ENTITLED),
                0);
        sheet.text(
                total + 1,
                MOVED,
                CellStyles.NOTE,
                "not 0 where another reading or figure releases shares for which the program has no line");
        sheet.zeroIsGreen(CHECK, first(), last());
    }

    private long withheld(ReleaseInstruction line) {
        return isOwnTranche(line)
                ? result.determination()
                        .settlement()
                        .balance(line.tranche(), Account.WITHHELD)
                        .count()
                : 0;
    }

    private static boolean isOwnTranche(ReleaseInstruction line) {
        return line.kind() == ReleaseInstruction.Kind.RELEASE;
    }

    /** What the columns of a line hold. */
    private long[] figures(ReleaseInstruction line) {
        long[] figures = new long[TO_INSTRUCT + 1];
        figures[ENTITLED] = line.entitled().count();
        figures[MOVED] = transfers.stream()
                .filter(transfer -> transfer.kind() == Transfer.Kind.RELEASE
                        && transfer.year() == line.assessmentYear()
                        && transfer.trancheYear() == line.tranche().number())
                .mapToLong(transfer -> transfer.shares().count())
                .sum();
        figures[OF_OWN] = Math.min(figures[ENTITLED] - withheld(line), figures[MOVED]);
        figures[CONFIRMED] = line.confirmed().count();
        figures[INSTRUCTED] = line.instructed().count();
        figures[HELD] = line.held().count();
        figures[TO_INSTRUCT] = line.toInstruct().count();
        figures[RETURNED] = Math.max(
                0, figures[ENTITLED] - figures[CONFIRMED] - figures[INSTRUCTED] - figures[HELD] - figures[TO_INSTRUCT]);
        return figures;
    }

    private static void writeProgram(SheetWriter sheet, int row, ReleaseInstruction line, long[] figures) {
        sheet.number(row, YEAR, CellStyles.YEAR, line.assessmentYear());
        sheet.number(row, TRANCHE, CellStyles.YEAR, line.tranche().number());
        sheet.text(row, MOVEMENT, CellStyles.TEXT, line.kind().term());
        sheet.number(row, MOVED, CellStyles.INPUT_SHARES, figures[MOVED]);
        sheet.number(row, INSTRUCTED, CellStyles.PROGRAM_SHARES, figures[INSTRUCTED]);
        sheet.number(row, RETURNED, CellStyles.PROGRAM_SHARES, figures[RETURNED]);
        sheet.number(row, PROGRAM_ENTITLED, CellStyles.PROGRAM_SHARES, figures[ENTITLED]);
        sheet.number(row, PROGRAM_CONFIRMED, CellStyles.PROGRAM_SHARES, figures[CONFIRMED]);
        sheet.number(row, PROGRAM_TO_INSTRUCT, CellStyles.PROGRAM_SHARES, figures[TO_INSTRUCT]);
        String reasons = line.reasons().stream().map(FindingCode::name).collect(Collectors.joining("; "));
        sheet.text(row, STATUS, CellStyles.NOTE, line.status() + (reasons.isEmpty() ? "" : ": " + reasons));
    }

    private void writeFormulas(SheetWriter sheet, int row, ReleaseInstruction line, long[] figures) {
        int tranche = line.tranche().number();
        String entitled = CellAddress.of(row, ENTITLED);
        String ofOwn = CellAddress.of(row, OF_OWN);
        String blocked = tranches.cell(tranche, TrancheTable.BLOCKED);
        sheet.formula(
                row,
                ENTITLED,
                CellStyles.SHARES,
                isOwnTranche(line)
                        ? years.cell(tranche, YearTable.EARNED)
                        : pairs.restored(line.assessmentYear(), tranche),
                figures[ENTITLED]);
        // no transfer is applied to a line that a missed target blocks
        String room = entitled + (isOwnTranche(line) ? "-" + blocked : "");
        sheet.formula(
                row,
                OF_OWN,
                CellStyles.SHARES,
                "MIN(" + room + "," + CellAddress.of(row, MOVED) + ")",
                figures[OF_OWN]);
        String rest = tranches.released(tranche) + "-" + ofTranche(row, OF_OWN, last())
                + (row == first()
                        ? ""
                        : "-" + ofTranche(row, CONFIRMED, row - 1) + "+" + ofTranche(row, OF_OWN, row - 1));
        sheet.formula(
                row,
                CONFIRMED,
                CellStyles.SHARES,
                ofOwn + "+MAX(0,MIN(" + room + "-" + ofOwn + "," + rest + "))",
                figures[CONFIRMED]);
        long byOtherGates = line.reasons().contains(FindingCode.MISSED_TARGET_BLOCKS) ? 0 : figures[HELD];
        if (isOwnTranche(line)) {
            sheet.formula(row, HELD, CellStyles.SHARES, "MAX(" + byOtherGates + "," + blocked + ")", figures[HELD]);
        } else {
            sheet.number(row, HELD, CellStyles.PROGRAM_SHARES, byOtherGates);
        }
        sheet.formula(
                row,
                TO_INSTRUCT,
                CellStyles.SHARES,
                "MAX(0," + entitled + "-SUM(" + CellAddress.of(row, CONFIRMED) + ":" + CellAddress.of(row, RETURNED)
                        + "))",
                figures[TO_INSTRUCT]);
        sheet.formula(
                row,
                CHECK,
                CellStyles.TOTAL,
                difference(row, ENTITLED, PROGRAM_ENTITLED) + "+" + difference(row, CONFIRMED, PROGRAM_CONFIRMED) + "+"
                        + difference(row, TO_INSTRUCT, PROGRAM_TO_INSTRUCT),
                0);
    }

    private static String difference(int row, int column, int program) {
        return "ABS(" + CellAddress.of(row, column) + "-" + CellAddress.of(row, program) + ")";
    }

    /** The sum of a column over the lines of the row's tranche, down to another row. */
    private String ofTranche(int row, int column, int until) {
        return "SUMIF(" + CellAddress.block(TRANCHE, first(), until) + "," + CellAddress.of(row, TRANCHE) + ","
                + CellAddress.block(column, first(), until) + ")";
    }
}
