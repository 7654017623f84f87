package io.earnout.present.workbook;

import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The five readings of an agreement in cells that one can change, and what every formula of the sheet rests on. */
final class ReadingCells {

    /** The row of its heading. */
    static final int TOP = 4;

    private static final int FIRST = TOP + 1;
    private static final int OFFSETS = FIRST + 5;
    private static final int ALL = OFFSETS + 1;
    private static final int TOLERANCE = ALL + 1;
    private static final int CHANGED = TOLERANCE + 1;

    /** The row after the block and an empty one. */
    static final int END = CHANGED + 2;

    private static final int CHOICE = 2;
    private static final int PROGRAM = 3;
    private static final int WORDS = 4;

    /** One switch: its name in the files, its choices, and the sentence of the contract that it reads. */
    private record Switch(String name, List<String> choices, Function<Readings, String> choice, String sentence) {

        static <T> Switch of(
                String name, T[] choices, Function<T, String> term, Function<Readings, T> choice, String sentence) {
            return new Switch(
                    name,
                    Stream.of(choices).map(term).toList(),
                    readings -> term.apply(choice.apply(readings)),
                    sentence);
        }
    }

    private static final List<Switch> SWITCHES = List.of(
            Switch.of(
                    "excess_credit",
                    ExcessCredit.values(),
                    ExcessCredit::term,
                    Readings::excessCredit,
                    "SPA 5.2(2), 6-K: \"50% of the excess amount may be used\""),
            Switch.of(
                    "conversion_target",
                    ConversionTarget.values(),
                    ConversionTarget::term,
                    Readings::conversionTarget,
                    "SPA 5.2(2): \"the Target Operating Revenue of the particular period\""),
            Switch.of(
                    "offset_limit",
                    OffsetLimit.values(),
                    OffsetLimit::term,
                    Readings::offsetLimit,
                    "SPA 5.2(2): \"offset any shortfall in the Operating Revenue\""),
            Switch.of(
                    "offset_order",
                    OffsetOrder.values(),
                    OffsetOrder::term,
                    Readings::offsetOrder,
                    "SPA 5.2(2): \"any previous Assessment Year\""),
            Switch.of(
                    "missed_target",
                    MissedTarget.values(),
                    MissedTarget::term,
                    Readings::missedTarget,
                    "SPA 5.2(1) \"shall be reduced\", EA 3.1(a) \"has achieved the Performance Target\""));

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
        for (int i = 0; i < SWITCHES.size(); i++) {
            Switch one = SWITCHES.get(i);
            int row = FIRST + i;
            sheet.text(row, 0, CellStyles.PLAIN, one.name());
            sheet.text(row, CHOICE, CellStyles.INPUT_TEXT, one.choice().apply(program));
            sheet.choices(row, CHOICE, one.choices());
            sheet.text(row, PROGRAM, CellStyles.PROGRAM_TEXT, one.choice().apply(program));
            sheet.text(row, WORDS, CellStyles.NOTE, one.sentence() + ": " + String.join(", ", one.choices()));
        }
        sheet.text(OFFSETS, 0, CellStyles.PLAIN, "Reading of offsets");
        sheet.formula(
                OFFSETS, CHOICE, CellStyles.NOTE, inOneLine(SWITCHES.size() - 1), CloseRounding.offsetReading(program));
        sheet.text(ALL, 0, CellStyles.PLAIN, "Reading");
        sheet.formula(ALL, CHOICE, CellStyles.NOTE, inOneLine(SWITCHES.size()), program.toString());
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
        for (int i = 0; i < SWITCHES.size(); i++) {
            Switch one = SWITCHES.get(i);
            reader.read(one.name(), one.choice().apply(readings), CellAddress.of(FIRST + i, CHOICE));
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
            };
            formula.append("IF(")
                    .append(is(0, choice.term()))
                    .append(",")
                    .append(credit)
                    .append(",");
        }
        return formula + "0" + ")".repeat(choices.length);
    }

    /** Whether offset revenue becomes shares at the target of the year with the excess. */
    static String excessYear() {
        return is(1, ConversionTarget.EXCESS_YEAR.term());
    }

    /** Whether the revenue shortfall limits an offset, too. */
    static String both() {
        return is(2, OffsetLimit.BOTH.term());
    }

    static String order(OffsetOrder order) {
        return is(3, order.term());
    }

    static String block() {
        return is(4, MissedTarget.BLOCK.term());
    }

    private static String is(int number, String term) {
        return CellAddress.fixed(FIRST + number, CHOICE) + "=\"" + term + "\"";
    }
}
