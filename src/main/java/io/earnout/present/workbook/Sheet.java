package io.earnout.present.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.Worksheet;

/** One sheet while it is written: what is text stays text, whatever it looks like, and what is a formula is ours. */
final class Sheet {

    private static final String RED = "FFF4B6B6";
    private static final String GREEN = "FFCDEBCF";

    private final Worksheet worksheet;

    Sheet(Worksheet worksheet) {
        this.worksheet = worksheet;
    }

    Worksheet worksheet() {
        return worksheet;
    }

    void text(int row, int column, CellStyles look, String text) {
        worksheet.value(row, column, text);
        look.set(worksheet.style(row, column));
    }

    void number(int row, int column, CellStyles look, long number) {
        worksheet.value(row, column, number);
        look.set(worksheet.style(row, column));
    }

    /** Hundredths as an amount with two decimals. */
    void money(int row, int column, CellStyles look, long fen) {
        worksheet.value(row, column, BigDecimal.valueOf(fen, 2));
        look.set(worksheet.style(row, column));
    }

    void day(int row, int column, LocalDate day) {
        worksheet.value(row, column, day);
        CellStyles.DAY.set(worksheet.style(row, column));
    }

    void empty(int row, int column, CellStyles look) {
        look.set(worksheet.style(row, column));
    }

    void formula(int row, int column, CellStyles look, String formula) {
        worksheet.formula(row, column, escaped(formula));
        look.set(worksheet.style(row, column));
    }

    /** One of the digits of an exact number: it looks like nothing, there are many. */
    void digit(int row, int column, String formula) {
        worksheet.formula(row, column, escaped(formula));
    }

    /** The digits of a product. */
    void product(Digits product, Digits one, Digits factor) {
        for (int power = product.high(); power >= product.low(); power--) {
            digit(product.row(), product.column(power), Digits.productAt(power, one, factor) + product.carryTo(power));
        }
    }

    /** Whether the reader may choose from a list only. */
    void choice(int row, int column, String... choices) {
        worksheet
                .range(row, column, row, column)
                .validateWithListByFormula("\"" + String.join(",", choices) + "\"")
                .allowBlank(false)
                .showErrorMessage(true)
                .errorTitle("Reading")
                .error("Choose one of: " + String.join(", ", choices));
    }

    /** Colours a range red where a condition on its first cell holds. */
    void redWhere(int fromRow, int fromColumn, int toRow, int toColumn, String condition) {
        coloured(fromRow, fromColumn, toRow, toColumn, RED, condition);
    }

    void greenWhere(int fromRow, int fromColumn, int toRow, int toColumn, String condition) {
        coloured(fromRow, fromColumn, toRow, toColumn, GREEN, condition);
    }

    private void coloured(int fromRow, int fromColumn, int toRow, int toColumn, String colour, String condition) {
        worksheet
                .range(fromRow, fromColumn, toRow, toColumn)
                .style()
                .fillColor(colour)
                .set(new ConditionalFormattingExpressionRule(escaped(condition), true));
    }

    /** The library writes formulas as they are. */
    private static String escaped(String formula) {
        return formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
