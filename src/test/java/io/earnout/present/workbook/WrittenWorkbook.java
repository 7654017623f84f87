package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.RowForms;
import io.earnout.output.RunTotals;
import io.earnout.present.overview.RunOverview;
import io.earnout.publish.ControlSums;
import io.earnout.publish.RunIdentity;
import io.earnout.terms.Readings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of some agreements, as a run writes it. */
final class WrittenWorkbook {

    private static final int FIRST_READING = 5;
    private static final int CHOICE = 2;

    static {
        // the formulas of a column are so alike that the library takes them for an attack
        ZipSecureFile.setMinInflateRatio(0);
    }

    private WrittenWorkbook() {}

    /** Reads a workbook. */
    static XSSFWorkbook read(Path workbook) throws IOException {
        try (InputStream in = Files.newInputStream(workbook)) {
            return new XSSFWorkbook(in);
        }
    }

    static Path write(List<AgreementResult> results, Path folder) throws IOException {
        RunTotals totals = new RunTotals();
        results.forEach(totals::add);
        RunIdentity identity = new RunIdentity(
                new RunDay(LocalDate.of(2031, 2, 10), RunDay.Lies.AHEAD),
                "test",
                new TreeMap<>(Map.of("agreements.csv", "00ff")),
                "0123456789abcdef");
        RunOverview overview = new RunOverview(
                identity,
                Map.of(),
                List.of(),
                totals,
                true,
                0,
                RowForms.declared(),
                results,
                List.of(),
                0,
                Optional.empty());
        Workbook.write(overview, Files.createDirectories(folder), new ControlSums());
        return folder.resolve(Workbook.FILE_NAME);
    }

    /** The same workbook after somebody chose other readings in the sheets of some agreements. */
    static void choose(Path workbook, Map<String, Readings> readings, Path changed) throws IOException {
        try (XSSFWorkbook book = read(workbook);
                OutputStream out = Files.newOutputStream(changed)) {
            readings.forEach((sheetName, chosen) -> {
                Sheet sheet = book.getSheet(sheetName);
                String[] choices = chosen.toString().split(", ", -1);
                for (int i = 0; i < choices.length; i++) {
                    sheet.getRow(FIRST_READING + i).createCell(CHOICE).setCellValue(choices[i]);
                }
            });
            book.write(out);
        }
    }
}
