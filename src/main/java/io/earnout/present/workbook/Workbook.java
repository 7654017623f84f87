package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.present.overview.RunOverview;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes {@code reconciliation.xlsx}: the calculation as live formulas, to be recomputed by whoever doubts it. A cover with
 * the totals and the checks, a sheet for each agreement, and one that says where each figure was read.
 */
public final class Workbook {

    public static final String FILE_NAME = "reconciliation.xlsx";

    private static final String UNFINISHED = ".reconciliation.xlsx";

    /** How many cells the sheets of the agreements may have in all, so that a spreadsheet still opens them. */
    private static final long ROOM = 2_500_000;

    private Workbook() {}

    /**
     * Writes the workbook.
     *
     * @param run the staged run folder
     * @param sums over what is written
     */
    public static void write(RunOverview overview, Path run, ControlSums sums) throws IOException {
        Path unfinished = run.resolve(UNFINISHED);
        try {
            try (OutputStream out = new BufferedOutputStream(FilePermissions.create(unfinished))) {
                writeSheets(overview, out);
            }
            try (OutputStream out = new BufferedOutputStream(sums.createForPeople(run, FILE_NAME))) {
                FixedBytes.copy(unfinished, out);
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void writeSheets(RunOverview overview, OutputStream out) throws IOException {
        List<SheetSection> chapters = chapters(overview.dossiers());
        org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "Earn-out escrow", "1.0");
        book.setCompressionLevel(1);
        book.setGlobalDefaultFont(CellStyles.FONT, CellStyles.SIZE);
        // in this order they are shown; the library writes a sheet when it is finished
        Worksheet cover = book.newWorksheet(CoverSheet.NAME);
        new CoverSheet(new Sheet(cover), overview, chapters).write();
        cover.finish();
        for (SheetSection chapter : chapters) {
            Worksheet worksheet = book.newWorksheet(chapter.name());
            chapter.on(new Sheet(worksheet)).write(overview.identity());
            worksheet.finish();
        }
        Worksheet sources = book.newWorksheet(SourcesSheet.NAME);
        new SourcesSheet(new Sheet(sources), overview, chapters).write();
        sources.finish();
        book.finish();
    }

    /** The agreements that get a sheet: all of them, as long as there is room. */
    static List<SheetSection> chapters(List<AgreementResult> dossiers) {
        SheetNames names = new SheetNames();
        names.of(CoverSheet.NAME);
        names.of(SourcesSheet.NAME);
        List<SheetSection> chapters = new ArrayList<>();
        long cells = 0;
        for (AgreementResult dossier : dossiers) {
            cells += SheetSection.cells(dossier);
            if (cells > ROOM) {
                break;
            }
            chapters.add(new SheetSection(names.of(dossier.agreementId()), dossier));
        }
        return chapters;
    }
}
