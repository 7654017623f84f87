package io.earnout.report;

import io.earnout.documents.DraftedDocument;
import io.earnout.output.RunOverview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code reconciliation-report.html}, and a page per agreement where the portfolio is too large for one file. */
public final class ReportPages {

    public static final String FILE_NAME = "reconciliation-report.html";

    private ReportPages() {}

    /**
     * Writes the report.
     *
     * @param documents the papers that the run drafted
     * @param run the staged run folder
     */
    public static void write(RunOverview overview, List<DraftedDocument> documents, Path run) throws IOException {}
}
