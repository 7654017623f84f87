package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.ReleaseInstruction;
import java.util.List;

/**
 * The lines of the joint written instructions (EA 3.1(b)): the shares that the calculation gives each, the transfers that the
 * agent confirmed, and what is left to instruct. A transfer is applied to the line of its own assessment year first; what is
 * left of all transfers of the tranche is applied to its other lines, the oldest assessment year first. What is signed and
 * what a gate holds is shown as the program found it.
 */
final class ReleaseTable {

    private static final int TRANCHE = 1;
    private static final int ENTITLED = 3;
    private static final int MOVED = 4;
    private static final int OF_OWN = 5;
    private static final int CONFIRMED = 6;
    private static final int INSTRUCTED = 7;
    private static final int HELD = 8;
    private static final int RETURNED = 9;
    private static final int TO_INSTRUCT = 10;
    private static final int FOUND_ENTITLED = 11;
    private static final int FOUND_CONFIRMED = 12;
    private static final int FOUND_TO_INSTRUCT = 13;
    private static final int DIFFERENCE = 14;
    private static final int STATUS = 15;
    private static final int INSTRUCTION = 16;
    private static final int REASONS = 19;

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
            "Difference",
            "Status",
            "Instruction",
            "",
            "",
            "Held because of");

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
            "",
            "EA 3.1(b)",
            "",
            "",
            "");

    private final Sheet sheet;
    private final CellAddress place;
    private final TrancheTable tranches;
    private final int top;
    private final List<ReleaseInstruction> lines;
    private final List<Transfer> transfers;

    ReleaseTable(Sheet sheet, CellAddress place, TrancheTable tranches, int top, AgreementResult dossier) {
        this.sheet = sheet;
        this.place = place;
        this.tranches = tranches;
        this.top = top;
        this.lines = dossier.determination().instructions();
        this.transfers = dossier.countedTransfers();
    }

    private int first() {
        return top + AgreementSheet.ABOVE_A_TABLE;
    }

    private int last() {
        return first() + lines.size() - 1;
    }

    /** The row after the table. */
    int end() {
        return last() + 4;
    }

    /** The cell of all shares to instruct. */
    String toInstruct() {
        return Cells.fixed(last() + 1, TO_INSTRUCT);
    }

    /** What the table says against what the program says, to be added up without signs; nothing without a line. */
    List<String> differences() {
        return lines.isEmpty() ? List.of() : List.of(Cells.range(first(), DIFFERENCE, last(), DIFFERENCE));
    }

    void write() {
        AgreementSheet.heading(sheet, top, "EA 3.1(b): what is to be instructed, in shares", CLAUSES, COLUMNS);
        for (int i = 0; i < lines.size(); i++) {
            writeFound(first() + i, lines.get(i));
            writeFormulas(first() + i, lines.get(i));
        }
        int total = last() + 1;
        sheet.text(total, 0, CellStyles.TEXT, "Total");
        for (int column : new int[] {ENTITLED, MOVED, OF_OWN, CONFIRMED, INSTRUCTED, HELD, RETURNED, TO_INSTRUCT}) {
            String sum = lines.isEmpty() ? "0" : "SUM(" + Cells.range(first(), column, last(), column) + ")";
            sheet.formula(total, column, CellStyles.CHECK, sum);
        }
        sheet.text(total + 1, 0, CellStyles.NOTE, "Entitled without a line");
        sheet.formula(
                total + 1,
                ENTITLED,
                CellStyles.CHECK,
                Cells.at(place.lastYear() + 1, YearRow.ENTITLED) + "+"
                        + Cells.at(place.lastYear() + 1, YearRow.WITHHELD) + "-" + Cells.at(total, ENTITLED));
        sheet.text(
                total + 1,
                MOVED,
                CellStyles.NOTE,
                "other than 0 where another reading or figure releases shares of which the program has no line");
        if (!lines.isEmpty()) {
            sheet.redWhere(first(), DIFFERENCE, last(), DIFFERENCE, Cells.at(first(), DIFFERENCE) + "<>0");
            sheet.greenWhere(first(), DIFFERENCE, last(), DIFFERENCE, Cells.at(first(), DIFFERENCE) + "=0");
        }
    }

    private void writeFound(int row, ReleaseInstruction line) {
        sheet.number(row, 0, CellStyles.YEAR, line.assessmentYear());
        sheet.number(row, TRANCHE, CellStyles.YEAR, line.tranche().number());
        sheet.text(row, 2, CellStyles.TEXT, line.kind().term());
        sheet.text(row, INSTRUCTION, CellStyles.NOTE, line.instructionId());
        sheet.number(row, MOVED, CellStyles.INPUT_SHARES, moved(line));
        sheet.number(row, INSTRUCTED, CellStyles.FOUND_SHARES, line.instructed().count());
        long open = line.entitled().count()
                - line.confirmed().count()
                - line.instructed().count()
                - line.held().count()
                - line.toInstruct().count();
        sheet.number(row, RETURNED, CellStyles.FOUND_SHARES, Math.max(0, open));
        sheet.number(
                row, FOUND_ENTITLED, CellStyles.FOUND_SHARES, line.entitled().count());
        sheet.number(
                row, FOUND_CONFIRMED, CellStyles.FOUND_SHARES, line.confirmed().count());
        sheet.number(
                row,
                FOUND_TO_INSTRUCT,
                CellStyles.FOUND_SHARES,
                line.toInstruct().count());
        sheet.text(row, STATUS, CellStyles.TEXT, line.status().name());
        sheet.text(
                row,
                REASONS,
                CellStyles.NOTE,
                String.join("; ", line.reasons().stream().map(FindingCode::name).toList()));
    }

    /** What the agent confirmed as released of the line's tranche for the line's own assessment year. */
    private long moved(ReleaseInstruction line) {
        return transfers.stream()
                .filter(transfer -> transfer.kind() == Transfer.Kind.RELEASE
                        && transfer.year() == line.assessmentYear()
                        && transfer.trancheYear() == line.tranche().number())
                .mapToLong(transfer -> transfer.shares().count())
                .sum();
    }

    private void writeFormulas(int row, ReleaseInstruction line) {
        int tranche = line.tranche().number();
        boolean releases = line.kind() == ReleaseInstruction.Kind.RELEASE;
        String withheld = Cells.at(place.year(tranche), YearRow.WITHHELD);
        sheet.formula(
                row,
                ENTITLED,
                CellStyles.SHARES,
                releases
                        ? Cells.at(place.year(tranche), YearRow.EARNED)
                        : Cells.at(place.pair(line.assessmentYear(), tranche), PairRow.WHOLE));
        // nothing is applied to a line that a missed target withholds
        String room = Cells.at(row, ENTITLED) + (releases ? "-" + withheld : "");
        sheet.formula(row, OF_OWN, CellStyles.SHARES, "MIN(" + room + "," + Cells.at(row, MOVED) + ")");
        String left = tranches.released(tranche) + "-" + ofTranche(row, OF_OWN, last());
        String before =
                row == first() ? "" : "-" + ofTranche(row, CONFIRMED, row - 1) + "+" + ofTranche(row, OF_OWN, row - 1);
        sheet.formula(
                row,
                CONFIRMED,
                CellStyles.SHARES,
                Cells.at(row, OF_OWN) + "+MAX(0,MIN(" + room + "-" + Cells.at(row, OF_OWN) + "," + left + before
                        + "))");
        long byOtherGates = line.reasons().contains(FindingCode.MISSED_TARGET_BLOCKS)
                ? 0
                : line.held().count();
        if (releases) {
            sheet.formula(row, HELD, CellStyles.FOUND_SHARES, "MAX(" + byOtherGates + "," + withheld + ")");
        } else {
            sheet.number(row, HELD, CellStyles.FOUND_SHARES, byOtherGates);
        }
        sheet.formula(
                row,
                TO_INSTRUCT,
                CellStyles.SHARES,
                "MAX(0," + Cells.at(row, ENTITLED) + "-" + Cells.at(row, CONFIRMED) + "-" + Cells.at(row, INSTRUCTED)
                        + "-" + Cells.at(row, HELD) + "-" + Cells.at(row, RETURNED) + ")");
        sheet.formula(
                row,
                DIFFERENCE,
                CellStyles.CHECK,
                "ABS(" + Cells.at(row, ENTITLED) + "-" + Cells.at(row, FOUND_ENTITLED) + ")+ABS("
                        + Cells.at(row, CONFIRMED) + "-" + Cells.at(row, FOUND_CONFIRMED) + ")+ABS("
                        + Cells.at(row, TO_INSTRUCT) + "-" + Cells.at(row, FOUND_TO_INSTRUCT) + ")");
    }

    /** The sum of a column over the lines of the row's tranche, from the first line to another. */
    private String ofTranche(int row, int column, int until) {
        return "SUMIF(" + Cells.range(first(), TRANCHE, until, TRANCHE) + "," + Cells.at(row, TRANCHE) + ","
                + Cells.range(first(), column, until, column) + ")";
    }
}
