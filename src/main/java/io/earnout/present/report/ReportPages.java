package io.earnout.present.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.OpenPoints;
import io.earnout.input.RowForms;
import io.earnout.output.RunTotals;
import io.earnout.present.overview.RunOverview;
import io.earnout.present.papers.DraftedDocument;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import io.earnout.publish.RunIdentity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes {@code reconciliation-report.html}, and a page per agreement where the portfolio is too large for one file. */
public final class ReportPages {

    public static final String FILE_NAME = "reconciliation-report.html";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.earnout.templates");

    private final Path run;
    private final ControlSums sums;

    private ReportPages(Path run, ControlSums sums) {
        this.run = run;
        this.sums = sums;
    }

    /**
     * Writes the report.
     *
     * @param documents the papers that the run drafted
     * @param run the staged run folder
     * @param sums over the files written
     */
    public static void write(RunOverview overview, List<DraftedDocument> documents, Path run, ControlSums sums)
            throws IOException {
        ReportPages pages = new ReportPages(run, sums);
        ReportPage report = new ReportPage(overview, documents);
        if (overview.holdsAll()) {
            pages.write("report/whole.jte", Map.of("page", report), FILE_NAME);
            return;
        }
        pages.write("report/summary.jte", Map.of("page", report), FILE_NAME);
        for (AgreementPart agreement : report.agreements()) {
            pages.write(report, agreement);
        }
    }

    /**
     * Writes the page of one agreement, on demand: the same as in the run of a large portfolio.
     *
     * @param forms how rows look that are added to the input
     * @param folder gets the page, as a run folder does
     * @return the name of the page inside the folder
     */
    public static String write(RunIdentity identity, AgreementResult result, RowForms forms, Path folder)
            throws IOException {
        RunOverview overview = new RunOverview(
                identity,
                Map.of(),
                OpenPoints.notes(),
                new RunTotals(),
                false,
                1,
                forms,
                List.of(result),
                List.of(),
                0,
                Optional.empty());
        ReportPage report = new ReportPage(overview, List.of());
        return new ReportPages(folder, new ControlSums()).write(report, report.agreement(0));
    }

    private String write(ReportPage report, AgreementPart agreement) throws IOException {
        FilePermissions.createFolders(run.resolve(ReportPage.FOLDER));
        String name = ReportPage.FOLDER + "/" + ReportPage.fileName(agreement.result());
        write("report/single.jte", Map.of("page", report, "agreement", agreement), name);
        return name;
    }

    private void write(String template, Map<String, Object> content, String name) throws IOException {
        try (Writer writer = new BufferedWriter(
                new OutputStreamWriter(sums.createForPeople(run, name), StandardCharsets.UTF_8), 1 << 16)) {
            engine.render(template, content, new WriterOutput(writer));
        }
    }
}
