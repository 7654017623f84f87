package io.earnout.present.workbook;

import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import java.util.function.Function;
import java.util.stream.Stream;

/** How the five open points of an agreement are read, in cells that one can change; all formulas of the sheet follow them. */
final class ReadingCells {

    private static final int CREDIT = 1;
    private static final int TARGET = 2;
    private static final int LIMIT = 3;
    private static final int ORDER = 4;
    private static final int MISSED = 5;
    private static final int READING = 6;

    /** The rows of the block, its heading included. */
    static final int ROWS = READING + 1;

    private static final int CHOICE = 3;
    private static final int PROGRAM = 4;
    private static final int WORDS = 5;

    private final Sheet sheet;
    private final int top;

    ReadingCells(Sheet sheet, int top) {
        this.sheet = sheet;
        this.top = top;
    }

    /**
     * Writes the block.
     *
     * @param program the program's reading
     * @param chosen the reading in the cells, at first the same
     */
    void write(Readings program, Readings chosen) {
        sheet.text(top, 0, CellStyles.SECTION, "How the open points are read");
        sheet.text(top, PROGRAM, CellStyles.CLAUSE, "the program's");
        sheet.text(top, WORDS, CellStyles.NOTE, "choose another reading, and all figures of the sheet follow");
        write(
                CREDIT,
                "excess_credit",
                terms(ExcessCredit.values(), ExcessCredit::term),
                program.excessCredit().term(),
                chosen.excessCredit().term(),
                "SPA 5.2(2), 6-K: \"50% of the excess amount may be used\"");
        write(
                TARGET,
                "conversion_target",
                terms(ConversionTarget.values(), ConversionTarget::term),
                program.conversionTarget().term(),
                chosen.conversionTarget().term(),
                "SPA 5.2(2): \"the Target Operating Revenue of the particular period\"");
        write(
                LIMIT,
                "offset_limit",
                terms(OffsetLimit.values(), OffsetLimit::term),
                program.offsetLimit().term(),
                chosen.offsetLimit().term(),
                "SPA 5.2(2): \"offset any shortfall in the Operating Revenue\"");
        write(
                ORDER,
                "offset_order",
                terms(OffsetOrder.values(), OffsetOrder::term),
                program.offsetOrder().term(),
                chosen.offsetOrder().term(),
                "SPA 5.2(2): \"any previous Assessment Year\"");
        write(
                MISSED,
                "missed_target",
                terms(MissedTarget.values(), MissedTarget::term),
                program.missedTarget().term(),
                chosen.missedTarget().term(),
                "SPA 5.2(1) \"shall be reduced\", EA 3.1(a) \"has achieved the Performance Target\"");
        sheet.text(top + READING, 0, CellStyles.NOTE, "the five in one line");
        sheet.formula(top + READING, CHOICE, CellStyles.NOTE, inOneLine(CHOICE));
    }

    /** The cell of a reading, 1 to 5, of a block that begins in a row. */
    static String choice(int top, int line) {
        return Cells.at(top + line, CHOICE);
    }

    private static <T> String[] terms(T[] choices, Function<T, String> term) {
        return Stream.of(choices).map(term).toArray(String[]::new);
    }

    private void write(int line, String name, String[] choices, String program, String chosen, String words) {
        int row = top + line;
        sheet.text(row, 0, CellStyles.PLAIN, name);
        sheet.text(row, CHOICE, CellStyles.INPUT_TEXT, chosen);
        sheet.choice(row, CHOICE, choices);
        sheet.text(row, PROGRAM, CellStyles.FOUND_TEXT, program);
        sheet.text(row, WORDS, CellStyles.NOTE, words + "; " + String.join(", ", choices));
    }

    private String inOneLine(int column) {
        StringBuilder line = new StringBuilder();
        for (int choice = CREDIT; choice <= MISSED; choice++) {
            line.append(line.isEmpty() ? "" : "&\", \"&").append(Cells.fixed(top + choice, column));
        }
        return line.toString();
    }

    /** The reading in one line, as {@link Readings#toString()} has it. */
    String chosen() {
        return Cells.fixed(top + READING, CHOICE);
    }

    /** Whether the five choices are the program's. */
    String areTheProgramsOwn() {
        return chosen() + "=" + inOneLine(PROGRAM);
    }

    String credit(ExcessCredit choice) {
        return is(CREDIT, choice.term());
    }

    /** Whether offset revenue becomes shares at the excess year's target. */
    String excessYear() {
        return is(TARGET, ConversionTarget.EXCESS_YEAR.term());
    }

    /** Whether the revenue shortfall limits an offset, too. */
    String both() {
        return is(LIMIT, OffsetLimit.BOTH.term());
    }

    String oldestFirst() {
        return is(ORDER, OffsetOrder.OLDEST_FIRST.term());
    }

    String proRata() {
        return is(ORDER, OffsetOrder.PRO_RATA.term());
    }

    String block() {
        return is(MISSED, MissedTarget.BLOCK.term());
    }

    private String is(int choice, String term) {
        return Cells.fixed(top + choice, CHOICE) + "=\"" + term + "\"";
    }
}
