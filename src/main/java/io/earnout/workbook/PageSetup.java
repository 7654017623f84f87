package io.earnout.workbook;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** How a sheet is printed: A4 across, as wide as the page, confidential on every page (SPA 9). */
final class PageSetup {

    private PageSetup() {}

    /**
     * Sets a sheet up.
     *
     * @param lastRow the last row that is printed
     * @param lastColumn the last column that is printed
     */
    static void apply(Worksheet worksheet, int lastRow, int lastColumn) {
        worksheet.addNamedRange(worksheet.range(0, 0, lastRow, lastColumn), "_xlnm.Print_Area");
        worksheet.paperSize(PaperSize.A4_PAPER);
        worksheet.pageOrientation("landscape");
        worksheet.fitToWidth((short) 1);
        worksheet.fitToHeight((short) 0);
        worksheet.header("Confidential (SPA 9)", Position.LEFT, "Calibri", 9);
        worksheet.footer("Page &P of &N", Position.RIGHT, "Calibri", 9);
        worksheet.hideGridLines();
    }
}
