package io.earnout.present.workbook;

import io.earnout.publish.RunIdentity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** Writes the cells of one sheet. Text from a file stays text, and every formula has its value stored beside it. */
final class SheetWriter {

    /** Heading, clauses and column names are above a table. */
    static final int ABOVE_A_TABLE = 3;

    private static final int RED = 0xF4B6B6;
    private static final int GREEN = 0xCDEBCF;
    private static final int WIDTH_OF_A_CHARACTER = 256;
    private static final double INCHES_OF_A_MARGIN = 0.4;

    private final SXSSFSheet sheet;
    private final Map<CellStyles, XSSFCellStyle> styles;

    SheetWriter(SXSSFSheet sheet, Map<CellStyles, XSSFCellStyle> styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    private Cell cell(int row, int column, CellStyles style) {
        Row cells = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        Cell cell = cells.createCell(column);
        cell.setCellStyle(styles.get(style));
        return cell;
    }

    void text(int row, int column, CellStyles style, String text) {
        cell(row, column, style).setCellValue(text);
    }

    void number(int row, int column, CellStyles style, long number) {
        cell(row, column, style).setCellValue((double) number);
    }

    void number(int row, int column, CellStyles style, double number) {
        cell(row, column, style).setCellValue(number);
    }

    /** The double that is nearest to an amount in hundredths. */
    static double money(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, 2).doubleValue();
    }

    /** A value, or a formula with the value that it gives. */
    void put(int row, int column, CellStyles style, String formula, Object value) {
        Cell cell = cell(row, column, style);
        if (!formula.isEmpty()) {
            cell.setCellFormula(formula);
        }
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (!value.equals("")) {
            cell.setCellValue(value.toString());
        }
    }

    /** A formula with the whole number that it gives. */
    void formula(int row, int column, CellStyles style, String formula, long value) {
        put(row, column, style, formula, value);
    }

    /** A formula with the number that it gives. */
    void formula(int row, int column, CellStyles style, String formula, double value) {
        put(row, column, style, formula, value);
    }

    /** A formula with the text that it gives. */
    void formula(int row, int column, CellStyles style, String formula, String value) {
        put(row, column, style, formula, value);
    }

    /** A formula that adds up some rows of its own column. */
    void sum(int row, int column, int firstRow, int lastRow, long value) {
        String formula = lastRow < firstRow ? "0" : "SUM(" + CellAddress.range(column, firstRow, lastRow) + ")";
        formula(row, column, CellStyles.TOTAL, formula, value);
    }

    /** Heading, clauses and column names of a table that starts {@link #ABOVE_A_TABLE} rows further down. */
    void heading(int row, String heading, List<String> clauses, List<String> columns) {
        text(row, 0, CellStyles.SECTION, heading);
        for (int column = 0; column < columns.size(); column++) {
            text(row + 1, column, CellStyles.CLAUSE, clauses.isEmpty() ? "" : clauses.get(column));
            text(row + 2, column, CellStyles.HEADER, columns.get(column));
        }
        sheet.getRow(row + 2).setHeightInPoints(40);
    }

    /** Offers a list of choices in a cell, and refuses everything else. */
    void choices(int row, int column, List<String> choices) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(choices.toArray(String[]::new)),
                new CellRangeAddressList(row, row, column, column));
        validation.setEmptyCellAllowed(false);
        validation.setShowErrorBox(true);
        validation.createErrorBox("Reading", "Choose one of: " + String.join(", ", choices));
        sheet.addValidationData(validation);
    }

    /** Makes a cell a link to the top of another sheet. */
    void link(int row, int column, String toSheet) {
        Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(CellAddress.onSheet(toSheet, "A1"));
        sheet.getRow(row).getCell(column).setHyperlink(link);
    }

    /** Colours the numbers of a column: zero green, everything else red. */
    void zeroIsGreen(int column, int firstRow, int lastRow) {
        String first = CellAddress.of(firstRow, column);
        colour(column, firstRow, lastRow, first + "<>0", first + "=0");
    }

    /** Colours cells of a column by conditions on its first row. */
    void colour(int column, int firstRow, int lastRow, String redWhere, String greenWhere) {
        if (lastRow < firstRow) {
            return;
        }
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        CellRangeAddress[] cells = {new CellRangeAddress(firstRow, lastRow, column, column)};
        formatting.addConditionalFormatting(
                cells, rule(formatting, redWhere, RED), rule(formatting, greenWhere, GREEN));
    }

    private static ConditionalFormattingRule rule(SheetConditionalFormatting formatting, String where, int colour) {
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(where);
        PatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(CellStyles.colour(colour));
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        return rule;
    }

    void widths(int... characters) {
        for (int column = 0; column < characters.length; column++) {
            sheet.setColumnWidth(column, characters[column] * WIDTH_OF_A_CHARACTER);
        }
    }

    void freezeAbove(int row) {
        sheet.createFreezePane(0, row);
    }

    /** What every sheet and every page says of a run. */
    static String mark(RunIdentity identity) {
        return "Confidential (SPA 9)" + (identity.projection() ? ". PROJECTION" : "") + ". As of " + identity.asOf();
    }

    /** Prints the sheet on A4 landscape, as wide as the page, marked confidential on every page (SPA 9). */
    void print(RunIdentity identity, int lastRow, int lastColumn) {
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, lastColumn, 0, lastRow);
        sheet.setFitToPage(true);
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, INCHES_OF_A_MARGIN);
        sheet.setMargin(PageMargin.RIGHT, INCHES_OF_A_MARGIN);
        sheet.getHeader().setLeft(mark(identity));
        sheet.getFooter().setRight("Page &P of &N");
        sheet.setDisplayGridlines(false);
    }
}
