package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.present.overview.RunOverview;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes {@code reconciliation.xlsx}: the calculation as formulas, for everyone who wants to recalculate it. A cover with the
 * totals and the checks, a sheet for each agreement, and one that says where each figure was read.
 */
public final class Workbook {

    public static final String FILE_NAME = "reconciliation.xlsx";

    private static final String UNFINISHED = ".reconciliation.xlsx";

    /** How many rows the sheets of the agreements may have together, so that a spreadsheet still opens them. */
    private static final int MOST_ROWS = 100_000;

    /** The library writes no rows before the end, so that a table can be filled in any order. */
    private static final int ALL_ROWS = -1;

    /** The library would otherwise store the time. */
    private static final Instant ALWAYS = Instant.parse("1980-01-01T00:00:00Z");

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
                TempFile.setThreadLocalTempFileCreationStrategy(new BesideTheRun(run));
                writeSheets(overview, out);
            }
            try (OutputStream out = new BufferedOutputStream(sums.createForPeople(run, FILE_NAME))) {
                FixedBytes.copy(unfinished, out);
            }
        } finally {
            TempFile.setThreadLocalTempFileCreationStrategy(null);
            Files.deleteIfExists(unfinished);
        }
    }

    private static void writeSheets(RunOverview overview, OutputStream out) throws IOException {
        List<AgreementSheet> agreements = agreements(overview.results());
        try (XSSFWorkbook template = new XSSFWorkbook();
                SXSSFWorkbook book = new SXSSFWorkbook(template, ALL_ROWS)) {
            Map<CellStyles, XSSFCellStyle> styles = new EnumMap<>(CellStyles.class);
            for (CellStyles style : CellStyles.values()) {
                styles.put(style, style.create(template));
            }
            SourcesSheet sources = new SourcesSheet(overview, agreements);
            List<String> changes = sources.changes();
            new CoverSheet(overview, agreements).write(new SheetWriter(book.createSheet(CoverSheet.NAME), styles));
            for (int i = 0; i < agreements.size(); i++) {
                AgreementSheet agreement = agreements.get(i);
                agreement.write(
                        new SheetWriter(book.createSheet(agreement.name()), styles),
                        overview.identity(),
                        changes.get(i));
            }
            sources.write(new SheetWriter(book.createSheet(SourcesSheet.NAME), styles));
            template.getProperties().getCoreProperties().setCreator("Earn-out escrow");
            template.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(ALWAYS)));
            // programs that can, calculate it anew; the others show the stored values
            template.setForceFormulaRecalculation(true);
            book.write(out);
        }
    }

    /** The agreements that get a sheet: all of them, as long as there is room. */
    static List<AgreementSheet> agreements(List<AgreementResult> results) {
        return agreements(results, MOST_ROWS);
    }

    static List<AgreementSheet> agreements(List<AgreementResult> results, int mostRows) {
        SheetNames names = new SheetNames();
        names.of(CoverSheet.NAME);
        names.of(SourcesSheet.NAME);
        List<AgreementSheet> agreements = new ArrayList<>();
        int rows = 0;
        for (AgreementResult result : results) {
            AgreementSheet agreement = new AgreementSheet(names.of(result.agreementId()), result);
            rows += agreement.rows();
            if (rows > mostRows) {
                break;
            }
            agreements.add(agreement);
        }
        return agreements;
    }

    /** The library's temporary files are as confidential as the run: they are created in its folder, for the owner alone. */
    private record BesideTheRun(Path run) implements TempFileCreationStrategy {

        @Override
        public File createTempFile(String prefix, String suffix) throws IOException {
            return Files.createTempFile(run, "." + prefix, suffix).toFile();
        }

        @Override
        public File createTempDirectory(String prefix) throws IOException {
            return Files.createTempDirectory(run, "." + prefix).toFile();
        }
    }
}
