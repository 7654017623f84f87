package io.earnout.present.workbook;

import io.earnout.publish.RunIdentity;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** How a sheet is printed: A4 across, as wide as the page, confidential on every page (SPA 9). */
final class PageSetup {

    private PageSetup() {}

    /** What every sheet and every page says of a run. */
    static String mark(RunIdentity identity) {
        return "Confidential (SPA 9)" + (identity.projection() ? ". PROJECTION" : "") + ". As of " + identity.asOf();
    }

    /**
     * Sets a sheet up.
     *
     * @param mark what every page says
     * @param lastRow the last row that is printed
     * @param lastColumn the last column that is printed
     */
    static void apply(Worksheet worksheet, String mark, int lastRow, int lastColumn) {
        worksheet.addNamedRange(worksheet.range(0, 0, lastRow, lastColumn), "_xlnm.Print_Area");
        worksheet.paperSize(PaperSize.A4_PAPER);
        worksheet.pageOrientation("landscape");
        worksheet.fitToWidth((short) 1);
        worksheet.fitToHeight((short) 0);
        worksheet.header(mark, Position.LEFT, "Calibri", 9);
        worksheet.footer("Page &P of &N", Position.RIGHT, "Calibri", 9);
        worksheet.hideGridLines();
    }
}
