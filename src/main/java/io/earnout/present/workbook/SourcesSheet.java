package io.earnout.present.workbook;

import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Transfer;
import io.earnout.present.overview.RunOverview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The last sheet: the input files with their SHA-256, and for every input cell the file, line and column it was read from. */
final class SourcesSheet {

    static final String NAME = "Sources";

    private static final int TOP = 3;
    private static final int VALUE = 2;
    private static final int NOW = 7;
    private static final String NOTHING_READ = "none";

    private static final List<String> FILE_COLUMNS = List.of("File", "Rows", "SHA-256");
    private static final List<String> COLUMNS = List.of(
            "Agreement", "Figure", "Value read", "File", "Line", "Column", "Cell of its sheet", "In the cell now");

    private final RunOverview overview;
    private final List<AgreementSheet> agreements;

    SourcesSheet(RunOverview overview, List<AgreementSheet> agreements) {
        this.overview = overview;
        this.agreements = agreements;
    }

    private int firstRow() {
        return TOP
                + overview.identity().inputs().size()
                + SheetWriter.ABOVE_A_TABLE
                + 1
                + SheetWriter.ABOVE_A_TABLE
                - 1;
    }

    private static int rows(AgreementSheet agreement) {
        return 4 * agreement.result().agreement().years().size();
    }

    /** A formula for each agreement that counts its figures that are not as read, in the order of the agreements. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        int row = firstRow();
        for (AgreementSheet agreement : agreements) {
            int last = row + rows(agreement) - 1;
            changes.add("SUMPRODUCT((" + CellAddress.onSheet(NAME, CellAddress.range(VALUE, row, last)) + "<>"
                    + CellAddress.onSheet(NAME, CellAddress.range(NOW, row, last)) + ")*1)");
            row = last + 1;
        }
        return changes;
    }

    void write(SheetWriter sheet) {
        sheet.text(0, 0, CellStyles.TITLE, "Where the figures were read");
        sheet.text(1, 0, CellStyles.MARK, SheetWriter.mark(overview.identity()));
        writeFiles(sheet);
        sheet.heading(firstRow() - SheetWriter.ABOVE_A_TABLE, "The cells of the input", List.of(), COLUMNS);
        int row = firstRow();
        for (AgreementSheet agreement : agreements) {
            for (ReadFigure figure : ReadFigure.of(agreement)) {
                writeFigure(sheet, row, agreement, figure);
                row++;
            }
        }
        String first = CellAddress.of(firstRow(), NOW);
        String read = CellAddress.of(firstRow(), VALUE);
        sheet.colour(NOW, firstRow(), row - 1, first + "<>" + read, first + "=" + read);
        row = writeOthers(sheet, row + 1);
        sheet.widths(24, 46, 20, 24, 8, 20, 12, 20);
        sheet.print(overview.identity(), row, NOW);
    }

    private void writeFiles(SheetWriter sheet) {
        sheet.heading(TOP - 1, "The files of the input", List.of(), FILE_COLUMNS);
        int row = TOP - 1 + SheetWriter.ABOVE_A_TABLE;
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
    }

    private static void writeFigure(SheetWriter sheet, int row, AgreementSheet agreement, ReadFigure figure) {
        String cell = agreement.fromElsewhere(figure.cell());
        String now = "IF(" + cell + "=\"\",\"" + NOTHING_READ + "\"," + cell + ")";
        sheet.text(row, 0, CellStyles.TEXT, agreement.result().agreementId());
        sheet.text(row, 1, CellStyles.TEXT, figure.figure());
        if (figure.value().isPresent()) {
            sheet.number(row, VALUE, figure.style(), figure.value().getAsDouble());
            sheet.formula(row, NOW, figure.style(), now, figure.value().getAsDouble());
        } else {
            sheet.text(row, VALUE, CellStyles.TEXT, NOTHING_READ);
            sheet.formula(row, NOW, figure.style(), now, NOTHING_READ);
        }
        boolean isRead = !figure.source().equals(Source.NONE);
        writeSource(sheet, row, figure.source(), isRead ? figure.column() : "");
        sheet.text(row, 6, CellStyles.TEXT, figure.cell());
    }

    private static void writeSource(SheetWriter sheet, int row, Source source, String column) {
        sheet.text(row, 3, CellStyles.TEXT, source.file());
        if (source.line() == 0) {
            sheet.text(row, 4, CellStyles.TEXT, "");
        } else {
            sheet.number(row, 4, CellStyles.YEAR, source.line());
        }
        sheet.text(row, 5, CellStyles.TEXT, column);
    }

    /** The readings, and the transfers that are added up in a cell. */
    private int writeOthers(SheetWriter sheet, int firstRow) {
        int[] row = {firstRow};
        for (AgreementSheet agreement : agreements) {
            String id = agreement.result().agreementId();
            Source source = agreement.result().escrow().origins().agreement();
            ReadingCells.forEach(agreement.result().determination().settlement().readings(), (name, choice, cell) -> {
                sheet.text(row[0], 0, CellStyles.TEXT, id);
                sheet.text(row[0], 1, CellStyles.TEXT, name + ", the default if none was agreed");
                sheet.text(row[0], VALUE, CellStyles.TEXT, choice);
                writeSource(sheet, row[0], source, name);
                sheet.text(row[0], 6, CellStyles.TEXT, cell);
                row[0]++;
            });
            for (Transfer transfer : agreement.result().escrow().registers().transfers()) {
                String figure =
                        "confirmed " + transfer.kind().term() + " of the tranche of year " + transfer.trancheYear();
                sheet.text(row[0], 0, CellStyles.TEXT, id);
                sheet.text(row[0], 1, CellStyles.TEXT, figure);
                sheet.number(row[0], VALUE, CellStyles.SHARES, transfer.shares().count());
                writeSource(sheet, row[0], transfer.source(), "shares");
                row[0]++;
            }
        }
        return row[0];
    }
}
