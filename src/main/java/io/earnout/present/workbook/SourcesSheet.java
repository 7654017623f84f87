package io.earnout.present.workbook;

import io.earnout.present.overview.RunOverview;
import java.util.List;
import java.util.Map;

/** The last sheet: the cell of the input from which each figure was read, and the files of the input with their SHA-256. */
final class SourcesSheet {

    static final String NAME = "Sources";

    private static final int FILES = 2;

    private static final List<String> FILE_COLUMNS = List.of("File", "Rows", "SHA-256");
    private static final List<String> COLUMNS = List.of(
            "Agreement", "Figure", "Value read", "File", "Line", "Column", "Cell of its sheet", "In the cell now");

    private final Sheet sheet;
    private final RunOverview overview;
    private final List<SheetSection> chapters;

    SourcesSheet(Sheet sheet, RunOverview overview, List<SheetSection> chapters) {
        this.sheet = sheet;
        this.overview = overview;
        this.chapters = chapters;
    }

    void write() {
        sheet.text(0, 0, CellStyles.TITLE, "Where the figures were read");
        sheet.text(1, 0, CellStyles.MARK, PageSetup.mark(overview.identity()));
        int row = writeFiles();
        heading(row, "The cells of the input", COLUMNS);
        row += 2;
        for (SheetSection chapter : chapters) {
            for (ReadFigure figure : ReadFigure.of(chapter)) {
                write(row, figure, chapter);
                row++;
            }
        }
        PageSetup.apply(sheet.worksheet(), PageSetup.mark(overview.identity()), row, COLUMNS.size() - 1);
        int[] widths = {24, 56, 22, 24, 8, 20, 16, 22};
        for (int column = 0; column < widths.length; column++) {
            sheet.worksheet().width(column, widths[column]);
        }
    }

    private int writeFiles() {
        heading(FILES, "The files of the input", FILE_COLUMNS);
        int row = FILES + 2;
        for (Map.Entry<String, String> file : overview.identity().inputs().entrySet()) {
            sheet.text(row, 0, CellStyles.TEXT, file.getKey());
            Long rows = overview.inputRows().get(file.getKey());
            if (rows == null) {
                sheet.text(row, 1, CellStyles.TEXT, "");
            } else {
                sheet.number(row, 1, CellStyles.SHARES, rows);
            }
            sheet.text(row, 2, CellStyles.PLAIN, file.getValue());
            row++;
        }
        return row + 1;
    }

    private void heading(int row, String heading, List<String> columns) {
        sheet.text(row, 0, CellStyles.SECTION, heading);
        for (int column = 0; column < columns.size(); column++) {
            sheet.text(row + 1, column, CellStyles.HEADER, columns.get(column));
        }
    }

    private void write(int row, ReadFigure figure, SheetSection chapter) {
        sheet.text(row, 0, CellStyles.TEXT, chapter.dossier().agreementId());
        sheet.text(row, 1, CellStyles.TEXT, figure.read().figure());
        sheet.text(row, 2, CellStyles.FOUND_TEXT, figure.read().value());
        sheet.text(row, 3, CellStyles.TEXT, figure.read().source().file());
        if (figure.read().source().line() == 0) {
            sheet.text(row, 4, CellStyles.TEXT, "");
        } else {
            sheet.number(row, 4, CellStyles.YEAR, figure.read().source().line());
        }
        sheet.text(row, 5, CellStyles.TEXT, figure.read().column());
        sheet.text(row, 6, CellStyles.TEXT, figure.cell());
        if (figure.cell().isEmpty()) {
            sheet.text(row, 7, CellStyles.TEXT, "");
        } else {
            sheet.formula(row, 7, figure.look(), chapter.cell(figure.cell()));
        }
    }
}
