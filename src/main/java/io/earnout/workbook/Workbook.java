package io.earnout.workbook;

import io.earnout.escrow.Dossier;
import io.earnout.output.OwnerOnly;
import io.earnout.output.RunOverview;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes {@code reconciliation.xlsx}: the calculation as live formulas, to be recomputed by whoever doubts it. */
public final class Workbook {

    public static final String FILE_NAME = "reconciliation.xlsx";

    private Workbook() {}

    /**
     * Writes the workbook.
     *
     * @param run the staged run folder
     */
    public static void write(RunOverview overview, Path run) throws IOException {
        try (OutputStream out = OwnerOnly.create(run.resolve(FILE_NAME))) {
            org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "earn-out escrow job", "01.0000");
            int n = 0;
            for (Dossier dossier : overview.dossiers()) {
                org.dhatim.fastexcel.Worksheet worksheet = book.newWorksheet("S" + ++n);
                new AgreementSheet(new Sheet(worksheet), dossier).write(overview.identity());
                worksheet.flush();
                worksheet.finish();
            }
            book.finish();
        }
    }
}
