package io.earnout.present.workbook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A workbook as LibreOffice calculates it, without a window, whatever values are stored in it. */
final class Recalculation {

    private static final Path PROGRAM = Path.of("/usr/bin/soffice");
    private static final long MOST_SECONDS = 600;

    private static final String ALWAYS_RECALCULATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
              <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
                <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
              </item>
            </oor:items>
            """;

    private Recalculation() {}

    static void assumeLibreOffice() {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "left out: LibreOffice is not installed (apt-get install libreoffice-calc), so that no workbook was recalculated");
    }

    /**
     * Recalculates workbooks.
     *
     * @param folder an empty folder for what is needed
     * @return for each workbook, by its name without the ending, the rows of each sheet by the sheet's name
     */
    static Map<String, Map<String, List<String[]>>> of(List<Path> workbooks, Path folder)
            throws IOException, InterruptedException, CsvException {
        Path settings = Files.createDirectories(folder.resolve("profile").resolve("user"));
        Files.writeString(settings.resolve("registrymodifications.xcu"), ALWAYS_RECALCULATE);
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                // comma, double quote, UTF-8, from line 1, values as they are, each sheet a file
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
                "--outdir",
                folder.resolve("csv").toString()));
        workbooks.forEach(workbook -> command.add(workbook.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("LibreOffice did not end: " + Files.readString(folder.resolve("log")));
        }
        Map<String, Map<String, List<String[]>>> sheets = new TreeMap<>();
        for (Path workbook : workbooks) {
            String name = name(workbook);
            sheets.put(name, sheets(folder.resolve("csv"), name + "-"));
        }
        return sheets;
    }

    /** Its file name without the ending. */
    static String name(Path workbook) {
        return workbook.getFileName().toString().replace(".xlsx", "");
    }

    private static Map<String, List<String[]>> sheets(Path folder, String prefix) throws IOException, CsvException {
        Map<String, List<String[]>> sheets = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(prefix)) {
                    try (CSVReader reader = new CSVReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
                        sheets.put(name.substring(prefix.length(), name.length() - ".csv".length()), reader.readAll());
                    }
                }
            }
        }
        return sheets;
    }
}
