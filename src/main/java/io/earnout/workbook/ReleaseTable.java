package io.earnout.workbook;

import io.earnout.escrow.Code;
import io.earnout.escrow.Dossier;
import io.earnout.escrow.ReleaseInstruction;
import java.util.List;

/**
 * The lines of the joint written instructions (EA 3.1(b)): the shares that the calculation gives each, the transfers that the
 * agent confirmed laid on them, oldest assessment year first, and what is left to instruct. What is signed and what a gate
 * holds stands there as the program found it.
 */
final class ReleaseTable {

    private static final int TRANCHE = 1;
    private static final int ENTITLED = 3;
    private static final int CONFIRMED = 4;
    private static final int INSTRUCTED = 5;
    private static final int HELD = 6;
    private static final int RETURNED = 7;
    private static final int TO_INSTRUCT = 8;
    private static final int FOUND_ENTITLED = 9;
    private static final int FOUND_CONFIRMED = 10;
    private static final int FOUND_TO_INSTRUCT = 11;
    private static final int DIFFERENCE = 12;
    private static final int STATUS = 13;
    private static final int INSTRUCTION = 14;
    private static final int REASONS = 17;

    private static final List<String> COLUMNS = List.of(
            "Assessment year",
            "Tranche of year",
            "Movement",
            "Entitled shares",
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
    private final Place place;
    private final TrancheTable tranches;
    private final int top;
    private final List<ReleaseInstruction> lines;

    ReleaseTable(Sheet sheet, Place place, TrancheTable tranches, int top, Dossier dossier) {
        this.sheet = sheet;
        this.place = place;
        this.tranches = tranches;
        this.top = top;
        this.lines = dossier.determination().instructions();
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
        sheet.text(total, 0, Look.TEXT, "Total");
        for (int column : new int[] {ENTITLED, CONFIRMED, INSTRUCTED, HELD, RETURNED, TO_INSTRUCT}) {
            String sum = lines.isEmpty() ? "0" : "SUM(" + Cells.range(first(), column, last(), column) + ")";
            sheet.formula(total, column, Look.CHECK, sum);
        }
        sheet.text(total + 1, 0, Look.NOTE, "Entitled without a line");
        sheet.formula(
                total + 1,
                ENTITLED,
                Look.CHECK,
                Cells.at(place.lastYear() + 1, YearRow.ENTITLED) + "-" + Cells.at(total, ENTITLED));
        sheet.text(
                total + 1,
                CONFIRMED,
                Look.NOTE,
                "other than 0 where another reading or figure releases shares of which the program has no line");
        if (!lines.isEmpty()) {
            sheet.redWhere(first(), DIFFERENCE, last(), DIFFERENCE, Cells.at(first(), DIFFERENCE) + "<>0");
            sheet.greenWhere(first(), DIFFERENCE, last(), DIFFERENCE, Cells.at(first(), DIFFERENCE) + "=0");
        }
    }

    private void writeFound(int row, ReleaseInstruction line) {
        sheet.number(row, 0, Look.YEAR, line.assessmentYear());
        sheet.number(row, TRANCHE, Look.YEAR, line.tranche().number());
        sheet.text(row, 2, Look.TEXT, line.kind().term());
        sheet.text(row, INSTRUCTION, Look.NOTE, line.instructionId());
        sheet.number(row, INSTRUCTED, Look.FOUND_SHARES, line.instructed().count());
        sheet.number(row, HELD, Look.FOUND_SHARES, line.held().count());
        long open = line.entitled().count()
                - line.confirmed().count()
                - line.instructed().count()
                - line.held().count()
                - line.toInstruct().count();
        sheet.number(row, RETURNED, Look.FOUND_SHARES, Math.max(0, open));
        sheet.number(row, FOUND_ENTITLED, Look.FOUND_SHARES, line.entitled().count());
        sheet.number(row, FOUND_CONFIRMED, Look.FOUND_SHARES, line.confirmed().count());
        sheet.number(
                row, FOUND_TO_INSTRUCT, Look.FOUND_SHARES, line.toInstruct().count());
        sheet.text(row, STATUS, Look.TEXT, line.status().name());
        sheet.text(
                row,
                REASONS,
                Look.NOTE,
                String.join("; ", line.reasons().stream().map(Code::name).toList()));
    }

    private void writeFormulas(int row, ReleaseInstruction line) {
        int tranche = line.tranche().number();
        int own = place.year(tranche);
        sheet.formula(
                row,
                ENTITLED,
                Look.SHARES,
                line.kind() == ReleaseInstruction.Kind.RELEASE
                        ? Cells.at(own, YearRow.EARNED) + "-" + Cells.at(own, YearRow.WITHHELD)
                        : Cells.at(place.pair(line.assessmentYear(), tranche), PairRow.WHOLE));
        String before = row == first()
                ? ""
                : "-SUMIF(" + Cells.range(first(), TRANCHE, row - 1, TRANCHE) + "," + Cells.at(row, TRANCHE) + ","
                        + Cells.range(first(), ENTITLED, row - 1, ENTITLED) + ")";
        sheet.formula(
                row,
                CONFIRMED,
                Look.SHARES,
                "MAX(0,MIN(" + Cells.at(row, ENTITLED) + "," + tranches.released(tranche) + before + "))");
        sheet.formula(
                row,
                TO_INSTRUCT,
                Look.SHARES,
                "MAX(0," + Cells.at(row, ENTITLED) + "-" + Cells.at(row, CONFIRMED) + "-" + Cells.at(row, INSTRUCTED)
                        + "-" + Cells.at(row, HELD) + "-" + Cells.at(row, RETURNED) + ")");
        sheet.formula(
                row,
                DIFFERENCE,
                Look.CHECK,
                "ABS(" + Cells.at(row, ENTITLED) + "-" + Cells.at(row, FOUND_ENTITLED) + ")+ABS("
                        + Cells.at(row, CONFIRMED) + "-" + Cells.at(row, FOUND_CONFIRMED) + ")+ABS("
                        + Cells.at(row, TO_INSTRUCT) + "-" + Cells.at(row, FOUND_TO_INSTRUCT) + ")");
    }
}
