package io.earnout.present.workbook;

import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Readings;
import io.earnout.terms.Term;
import java.util.List;
import java.util.function.ToLongFunction;

/** The five readings of an agreement in cells that one can change, and what every formula of the sheet rests on. */
final class ReadingCells {

    /** The row of its heading. */
    static final int TOP = 4;

    private static final int FIRST = TOP + 1;
    private static final int OFFSETS = FIRST + ReadingSwitch.values().length;
    private static final int ALL = OFFSETS + 1;
    private static final int TOLERANCE = ALL + 1;
    private static final int CHANGED = TOLERANCE + 1;

    /** The row after the block and an empty one. */
    static final int END = CHANGED + 2;

    private static final int CHOICE = 2;
    private static final int PROGRAM = 3;
    private static final int WORDS = 4;

    private static final ReadingSwitch[] SWITCHES = ReadingSwitch.values();

    private final Readings program;

    ReadingCells(Readings program) {
        this.program = program;
    }

    /**
     * Writes the block.
     *
     * @param tolerance the part of a share below which a quotient counts as whole
     * @param changed a formula that counts the figures of the sheet that are not as read
     */
    void write(SheetWriter sheet, double tolerance, String changed) {
        sheet.text(TOP, 0, CellStyles.SECTION, "How the open points are read");
        sheet.text(TOP, PROGRAM, CellStyles.CLAUSE, "the program's");
        sheet.text(TOP, WORDS, CellStyles.NOTE, "Choose another reading, and all figures of the sheet follow.");
        for (ReadingSwitch point : SWITCHES) {
            int row = row(point);
            String choice = point.choiceOf(program).term();
            List<String> choices = point.choices().stream().map(Term::term).toList();
            sheet.text(row, 0, CellStyles.PLAIN, point.term());
            sheet.text(row, CHOICE, CellStyles.INPUT_TEXT, choice);
            sheet.choices(row, CHOICE, choices);
            sheet.text(row, PROGRAM, CellStyles.PROGRAM_TEXT, choice);
            sheet.text(row, WORDS, CellStyles.NOTE, point.words());
        }
        sheet.text(OFFSETS, 0, CellStyles.PLAIN, "Reading of offsets");
        sheet.formula(
                OFFSETS, CHOICE, CellStyles.NOTE, inOneLine(SWITCHES.length - 1), CloseRounding.offsetReading(program));
        sheet.text(ALL, 0, CellStyles.PLAIN, "Reading");
        sheet.formula(ALL, CHOICE, CellStyles.NOTE, inOneLine(SWITCHES.length), program.toString());
        sheet.text(TOLERANCE, 0, CellStyles.PLAIN, "Tolerance, shares");
        sheet.number(TOLERANCE, CHOICE, CellStyles.NOTE, tolerance);
        sheet.text(
                TOLERANCE,
                WORDS,
                CellStyles.NOTE,
                "A spreadsheet keeps some fifteen digits: a quotient that is nearer to a whole share counts as whole.");
        sheet.text(CHANGED, 0, CellStyles.PLAIN, "Figures changed");
        sheet.formula(CHANGED, CHOICE, CellStyles.NOTE, changed, 0);
        sheet.text(
                CHANGED,
                WORDS,
                CellStyles.NOTE,
                "Yellow cells that differ from what was read; see the sheet of sources.");
    }

    /** The names of the switches with their choices and the cells that hold them. */
    static void forEach(Readings readings, SwitchReader reader) {
        for (ReadingSwitch point : SWITCHES) {
            reader.read(point.term(), point.choiceOf(readings).term(), CellAddress.of(row(point), CHOICE));
        }
    }

    /** Takes one switch. */
    interface SwitchReader {
        void read(String name, String choice, String cell);
    }

    private static String inOneLine(int switches) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < switches; i++) {
            line.append(line.isEmpty() ? "" : "&\", \"&").append(CellAddress.fixed(FIRST + i, CHOICE));
        }
        return line.toString();
    }

    /** The reading in one line, as {@link Readings#toString()} writes it. */
    static String chosen() {
        return CellAddress.fixed(ALL, CHOICE);
    }

    /** The choices on which an offset depends, in one line. */
    static String ofOffsets() {
        return CellAddress.fixed(OFFSETS, CHOICE);
    }

    /** A part of a share below which a quotient counts as whole. */
    static String tolerance() {
        return CellAddress.fixed(TOLERANCE, CHOICE);
    }

    /** How many figures are not as read. */
    static String changed() {
        return CellAddress.fixed(CHANGED, CHOICE);
    }

    /**
     * SPA 5.2(2): what counts of a year's excess; each choice has its formula here.
     *
     * @param excess the cell of the excess
     * @param beyond150 what the revenue has beyond 150% of the target
     */
    static String credit(String excess, String beyond150) {
        StringBuilder formula = new StringBuilder();
        ExcessCredit[] choices = ExcessCredit.values();
        for (ExcessCredit choice : choices) {
            String credit = switch (choice) {
                case HALF -> excess + "/2";
                case FULL -> excess;
                case ABOVE_150 -> "IF(" + beyond150 + ">0," + excess + ",0)";
                case BEYOND_150 -> beyond150;
                case HALF_ABOVE_150 -> "IF(" + beyond150 + ">0," + excess + "/2,0)";
            };
            formula.append("IF(")
                    .append(is(ReadingSwitch.EXCESS_CREDIT, choice))
                    .append(",")
                    .append(credit)
                    .append(",");
        }
        return formula + "0" + ")".repeat(choices.length);
    }

    /** A figure that depends on what counts of an excess, by the chosen credit. */
    static String byCredit(ToLongFunction<ExcessCredit> figure) {
        StringBuilder formula = new StringBuilder();
        ExcessCredit[] choices = ExcessCredit.values();
        for (ExcessCredit choice : choices) {
            formula.append("IF(")
                    .append(is(ReadingSwitch.EXCESS_CREDIT, choice))
                    .append(",")
                    .append(figure.applyAsLong(choice))
                    .append(",");
        }
        return formula + "0" + ")".repeat(choices.length);
    }

    /** Whether offset revenue becomes shares at the target of the year with the excess. */
    static String excessYear() {
        return is(ReadingSwitch.CONVERSION_TARGET, ConversionTarget.EXCESS_YEAR);
    }

    /** Whether the revenue shortfall limits an offset, too. */
    static String both() {
        return is(ReadingSwitch.OFFSET_LIMIT, OffsetLimit.BOTH);
    }

    static String order(OffsetOrder order) {
        return is(ReadingSwitch.OFFSET_ORDER, order);
    }

    static String block() {
        return is(ReadingSwitch.MISSED_TARGET, MissedTarget.BLOCK);
    }

    private static String is(ReadingSwitch point, Term choice) {
        return CellAddress.fixed(row(point), CHOICE) + "=\"" + choice.term() + "\"";
    }

    private static int row(ReadingSwitch point) {
        return FIRST + List.of(SWITCHES).indexOf(point);
    }
}
