package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every message about bad input, as the user sees it. A folder {@code errors/<file>--<fault>} holds the {@code input.csv}
 * that replaces that file of a small sound portfolio of two agreements (without an {@code input.csv} the file is taken
 * away) and {@code expected.txt}: the exit code, what the console says, and the rows that the fault adds to {@code
 * exceptions.csv}. {@code mvn test -Dtest=ErrorMessagesTest -Derrors.update=true} writes {@code expected.txt} anew, so
 * that a changed message is reviewed as a difference.
 *
 * <p>A fault of a register is put into the same portfolio with all registers laid over it ({@code base/registers}), which
 * is sound as well; files in the fixture's own folder {@code with} are laid over that. Its {@code expected.txt} shows in
 * addition what the fault changes in the other files: what it holds, or leaves out.
 *
 * <p>All faults are in rows of KAIXIN-2025, or of the calendar US, which it alone names. What is published about
 * LANZHOU-2025 must not change with any of them.
 */
final class ErrorMessagesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/errors");
    private static final Path BASE = FIXTURES.resolve("base/input");
    private static final Path REGISTERS = FIXTURES.resolve("base/registers");
    /** In both: the sound portfolio has an agreed day of release, so that nothing of it is late. */
    private static final String ADJUSTMENTS = "adjustments.csv";

    private static final boolean UPDATE = Boolean.getBoolean("errors.update");
    private static final String OTHER_AGREEMENT = "LANZHOU-2025";
    private static final int SHOWN_ON_THE_CONSOLE = 12;

    /** What follows from faults comes after them. */
    private static final Set<String> FOLLOW = Set.of("TERMS_REJECTED", "NO_AGREEMENT_LEFT");

    /** Faults that change the day, take all rows away or name two agreements, and so reach every agreement. */
    private static final Set<String> REACH_EVERY_AGREEMENT = Set.of(
            "adjustments--header-only",
            "agreements--header-only",
            "approved-firms--header-only",
            "audited-revenue--header-only",
            "holidays--absent",
            "holidays--header-only",
            "joint-instructions--header-only",
            "run.properties--byte-order-mark",
            "run.properties--misspelt-setting",
            "share-changes--header-only",
            "share-prices--header-only",
            "amendments--header-only",
            "dividends--header-only",
            "suspensions--row-cut-off-and-glued",
            "transfers--header-only");

    /**
     * Findings whose value is not the cell's text but what it means: the amount in full, whatever the unit that it was
     * written in, and the parties that signed, in their order.
     */
    private static final Set<String> VALUE_AS_MEANT = Set.of("FIGURE_IMPLAUSIBLE", "ADJUSTMENT_UNDECIDED");

    @TempDir
    private static Path cleanFolder = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static TestRun clean = new TestRun(-1, "", "", Path.of(""));
    private static TestRun cleanWithRegisters = new TestRun(-1, "", "", Path.of(""));

    @BeforeAll
    static void settlesTheSoundPortfolio() throws IOException {
        clean = TestRun.of(BASE, cleanFolder.resolve("output"));
        assertEquals(0, clean.exit(), clean.err());
        Path input = layOver(REGISTERS, soundPortfolioIn(cleanFolder.resolve("input")));
        cleanWithRegisters = TestRun.of(input, cleanFolder.resolve("output-with-registers"));
        assertEquals(0, cleanWithRegisters.exit(), cleanWithRegisters.err());
    }

    static List<String> faults() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(name -> name.contains("--"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everyFaultIsToldWithItsPlaceAndWhatToDo(String fault) throws IOException {
        Path fixture = FIXTURES.resolve(fault);
        String file = fileOf(fault);
        boolean ofRegister = file.equals(ADJUSTMENTS)
                || (!Files.exists(BASE.resolve(file)) && Files.exists(REGISTERS.resolve(file)));
        TestRun sound = ofRegister ? cleanWithRegisters : clean;
        Path input = soundPortfolioIn(folder.resolve("input"));
        if (ofRegister) {
            layOver(REGISTERS, input);
            layOver(fixture.resolve("with"), input);
        }
        if (Files.exists(fixture.resolve("input.csv"))) {
            Files.write(input.resolve(file), Files.readAllBytes(fixture.resolve("input.csv")));
        } else {
            Files.delete(input.resolve(file));
        }

        TestRun run = TestRun.of(input, folder.resolve("output"));

        String exceptions = exceptions(run);
        String told = "exit: " + run.exit() + "\n\n" + run.seen(run.err()) + "\nexceptions.csv:\n"
                + String.join("\n", addedTo("exceptions.csv", exceptions, sound)) + "\n"
                + (ofRegister && run.exit() != 65 ? changes(run, sound) : "");
        assertEquals(told, expected(fixture, told));
        assertConsoleAndFileSayTheSame(run, exceptions);
        assertLinesAreRight(input, exceptions);
        if (run.exit() == 65) {
            assertNothingIsPublished(run);
        } else if (!REACH_EVERY_AGREEMENT.contains(fault)) {
            assertTheOtherAgreementIsUntouched(run, sound);
        }
    }

    @Test
    void allFaultsOfAllFilesAreToldInOneRun() throws IOException {
        Path input = soundPortfolioIn(folder.resolve("input"));
        replace(input, "agreements.csv", "KAIXIN-2025,9000000", "KAIXIN-2025,9000001");
        replace(input, "assessment-years.csv", "2026-12-01", "2026-12-02");
        replace(input, "audited-revenue.csv", "805200000", "-805200000");
        replace(input, "audited-revenue.csv", "2027-01-08", "2027-01-32");
        replace(input, "approved-firms.csv", "document", "paper");
        replace(input, "run.properties", "2028-02-10", "tomorrow");
        Files.writeString(input.resolve("transfers.csv"), "agreement_id\n");
        Files.writeString(input.resolve("parties.csv"), "agreement_id\n");

        TestRun run = TestRun.of(input, folder.resolve("output"));

        assertEquals(65, run.exit());
        Set<String> codes = Csv.rows(exceptions(run)).stream()
                .map(row -> Csv.cell(row, "file") + " " + Csv.cell(row, "code"))
                .collect(Collectors.toSet());
        Set<String> wanted = Set.of(
                "assessment-years.csv TRANCHES_DONT_ADD_UP",
                "assessment-years.csv YEARS_LEAVE_A_GAP",
                "audited-revenue.csv NEGATIVE",
                "audited-revenue.csv NOT_A_DATE",
                "approved-firms.csv COLUMN_UNKNOWN",
                "run.properties SETTING_INVALID",
                "transfers.csv COLUMN_MISSING",
                "parties.csv COLUMN_MISSING");
        assertTrue(codes.containsAll(wanted), codes.toString());
        assertNothingIsPublished(run);
    }

    @Test
    void ofManyLikeFaultsTheConsoleShowsTheFirstAndTheFileHasAll() throws IOException {
        Path input = soundPortfolioIn(folder.resolve("input"));
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 1000; i++) {
            rows.append("NOBODY-").append(i).append(",1,1,,,R-1,Anhua CPA,2027-01-08,,,,\n");
        }
        Files.writeString(
                input.resolve("audited-revenue-more.csv"), header(input, "audited-revenue.csv") + "\n" + rows);

        TestRun run = TestRun.of(input, folder.resolve("output"));

        assertEquals(2, run.exit());
        List<String> lines = run.err().lines().toList();
        assertEquals(3, lines.size(), "one fault of two lines, and the last line");
        assertEquals(
                "1,000 cells of agreement_id have the same error, first in audited-revenue-more.csv:2: \"NOBODY-1\" is not"
                        + " listed in agreements.csv",
                lines.get(0));
        assertEquals("see OUTPUT/2028-02-10-DIGEST/exceptions.csv", run.seen(lines.get(lines.size() - 1)));
        assertEquals(1000, errors(exceptions(run)).size());
        assertTheOtherAgreementIsUntouched(run, clean);
    }

    @Test
    void aLineOfAMillionCharactersIsRefusedWithItsNumber() throws IOException {
        Path input = soundPortfolioIn(folder.resolve("input"));
        append(input, "audited-revenue.csv", "KAIXIN-2025,2," + "9".repeat(1_000_000) + "\n");

        assertRejected(input, """
                audited-revenue.csv:6: the line is longer than 65536 bytes: this can't be a row of this file
                  check that line breaks were not lost
                """);
    }

    @Test
    void aQuotedCellOfAMillionCharactersIsRefusedWithTheLineWhereItBegins() throws IOException {
        Path input = soundPortfolioIn(folder.resolve("input"));
        append(input, "audited-revenue.csv", "KAIXIN-2025,2,\"" + "9".repeat(1_000_000) + "\"\n");

        TestRun run = TestRun.of(input, folder.resolve("output"));

        assertEquals(65, run.exit());
        assertTrue(run.err().contains("audited-revenue.csv:6: "), run.err());
    }

    @Test
    void aHeaderOfTenThousandColumnsIsRefusedWithOneMessage() throws IOException {
        Path input = soundPortfolioIn(folder.resolve("input"));
        StringBuilder header = new StringBuilder(header(input, "audited-revenue.csv"));
        for (int i = 0; i < 9_988; i++) {
            header.append(",c").append(i);
        }
        Files.writeString(input.resolve("audited-revenue.csv"), header.append('\n'));

        assertRejected(input, """
                audited-revenue.csv:1: the header has 10000 columns, more than 200
                  keep the columns that the handbook lists (src/site/markdown/input.md)
                """);
    }

    @Test
    void aRowOfTenThousandCellsIsRefused() throws IOException {
        Path input = soundPortfolioIn(folder.resolve("input"));
        replace(input, "audited-revenue.csv", "KX-R2,Anhua CPA,2028-01-07,2028-01-10,,,", "KX-R2" + ",".repeat(9_994));

        TestRun run = TestRun.of(input, folder.resolve("output"));

        assertEquals(65, run.exit());
        assertTrue(run.err().contains("audited-revenue.csv:3: the row has 10000 cells, the header 12: "), run.err());
        assertNothingIsPublished(run);
    }

    @Test
    void anInputFolderThatIsNotThereIsToldAsSuch() throws IOException {
        TestRun run = TestRun.of(folder.resolve("nowhere"), folder.resolve("output"));

        assertEquals(65, run.exit());
        assertTrue(run.err().contains("the input folder can't be read: " + folder.resolve("nowhere")), run.err());
        assertNothingIsPublished(run);
    }

    private void assertRejected(Path input, String message) throws IOException {
        TestRun run = TestRun.of(input, folder.resolve("output"));
        assertEquals(65, run.exit());
        assertEquals(
                "earnout: the input can't be trusted, and nothing was published\n" + message
                        + "see OUTPUT/rejected/DIGEST/exceptions.csv\n",
                run.seen(run.err()));
        assertNothingIsPublished(run);
    }

    private static String fileOf(String fault) {
        String name = fault.substring(0, fault.indexOf("--"));
        return name.contains(".") ? name : name + ".csv";
    }

    private static String expected(Path fixture, String told) throws IOException {
        Path expected = fixture.resolve("expected.txt");
        if (UPDATE) {
            Files.writeString(expected, told);
        }
        return Files.exists(expected) ? Files.readString(expected, StandardCharsets.UTF_8) : "";
    }

    private static String exceptions(TestRun run) throws IOException {
        if (run.exit() == 65) {
            Path rejected = run.outputFolder().resolve(run.written().get(0));
            return Files.readString(rejected, StandardCharsets.UTF_8);
        }
        return run.text("exceptions.csv");
    }

    /** The rows that the sound portfolio does not have. */
    private static List<String> addedTo(String file, String text, TestRun sound) throws IOException {
        Set<String> usual = new HashSet<>(sound.text(file).lines().toList());
        return text.lines().filter(line -> !usual.contains(line)).toList();
    }

    /** What the sound portfolio says otherwise in the other files. */
    private static String changes(TestRun run, TestRun sound) throws IOException {
        StringBuilder changes = new StringBuilder();
        for (String file : TestRun.PUBLISHED) {
            List<String> added = file.equals("exceptions.csv") ? List.of() : addedTo(file, run.text(file), sound);
            if (!added.isEmpty()) {
                changes.append('\n').append(file).append(":\n");
                changes.append(String.join("\n", added)).append('\n');
            }
        }
        return changes.toString();
    }

    private static List<Map<String, String>> errors(String exceptions) {
        return Csv.rows(exceptions).stream()
                .filter(row -> Csv.cell(row, "severity").equals("error"))
                .toList();
    }

    /** The errors on the console are those of the file, in its order and its words. */
    private static void assertConsoleAndFileSayTheSame(TestRun run, String exceptions) {
        List<Map<String, String>> errors = errors(exceptions);
        StringBuilder console = new StringBuilder();
        for (Map<String, String> row : errors) {
            assertFalse(Csv.cell(row, "message").isEmpty(), row.toString());
            assertFalse(Csv.cell(row, "remedy").isEmpty(), row.toString());
        }
        Map<String, List<Map<String, String>>> alike = new LinkedHashMap<>();
        int more = 0;
        for (Map<String, String> row : errors) {
            String likeness = likeness(row);
            if (!alike.containsKey(likeness) && alike.size() == SHOWN_ON_THE_CONSOLE) {
                more++;
            } else {
                alike.computeIfAbsent(likeness, none -> new ArrayList<>()).add(row);
            }
        }
        alike.values().stream()
                .sorted(Comparator.comparing(rows -> FOLLOW.contains(Csv.cell(rows.get(0), "code"))))
                .forEach(rows -> console.append(onConsole(rows)).append('\n'));
        console.append(more > 0 ? "and " + more + " more; all of them: " : "see ");
        if (run.exit() == 0) {
            assertEquals("", run.err());
            return;
        }
        String begin = run.exit() == 65 ? "earnout: the input can't be trusted, and nothing was published\n" : "";
        String where = run.exit() == 65 ? "rejected/DIGEST" : run.seen(runFolder(run));
        assertEquals(begin + console + "OUTPUT/" + where + "/exceptions.csv\n", run.seen(run.err()));
    }

    /** Like faults of one column of one file are told in one line, and days in another form with all of their file. */
    private static String likeness(Map<String, String> row) {
        boolean isAboutACell = !Csv.cell(row, "line").isEmpty()
                && !Csv.cell(row, "column").isEmpty()
                && (Csv.cell(row, "message").startsWith("\"")
                        || Csv.cell(row, "code").equals("VALUE_MISSING"));
        String column = isDayInAnotherForm(row) ? "" : Csv.cell(row, "column");
        return isAboutACell ? Csv.cell(row, "file") + " " + column + " " + Csv.cell(row, "code") : row.toString();
    }

    private static boolean isDayInAnotherForm(Map<String, String> row) {
        return Csv.cell(row, "message").endsWith(" is not in the form YYYY-MM-DD");
    }

    private static String onConsole(List<Map<String, String>> alike) {
        Map<String, String> first = alike.stream()
                .min(Comparator.comparing(
                        row -> Csv.cell(row, "line"),
                        Comparator.comparingInt(String::length).thenComparing(line -> line)))
                .orElseThrow();
        if (alike.size() == 1) {
            return onConsole(first);
        }
        String place = ", first in " + Csv.cell(first, "file") + ":" + Csv.cell(first, "line");
        String column = Csv.cell(first, "column");
        String remedy = "\n  " + Csv.cell(first, "remedy");
        if (isDayInAnotherForm(first)) {
            return alike.size() + " dates are not in the form YYYY-MM-DD" + place + ": " + column + ": \""
                    + Csv.cell(first, "value") + "\"" + remedy;
        }
        return Csv.cell(first, "code").equals("VALUE_MISSING")
                ? alike.size() + " cells of " + column + " are empty" + place + remedy
                : alike.size() + " cells of " + column + " have the same error" + place + ": "
                        + Csv.cell(first, "message") + remedy;
    }

    private static String runFolder(TestRun run) {
        try {
            return run.published().getFileName().toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String onConsole(Map<String, String> row) {
        StringBuilder line = new StringBuilder(Csv.cell(row, "file"));
        boolean fromAFile = !line.isEmpty();
        if (!Csv.cell(row, "line").isEmpty()) {
            line.append(':').append(Csv.cell(row, "line"));
        }
        if (fromAFile) {
            line.append(": ");
        }
        if (!Csv.cell(row, "column").isEmpty()) {
            line.append(Csv.cell(row, "column")).append(": ");
        }
        boolean aboutACell = fromAFile
                && (Csv.cell(row, "column").isEmpty()
                        || Csv.cell(row, "message").startsWith("\""));
        if (!aboutACell && !Csv.cell(row, "agreement_id").isEmpty()) {
            line.append(Csv.cell(row, "agreement_id"));
            String year = Csv.cell(row, "assessment_year");
            line.append(year.isEmpty() ? ": " : " year " + year + ": ");
        }
        return line.append(Csv.cell(row, "message")) + "\n  " + Csv.cell(row, "remedy");
    }

    /** What stands in the value column stands in that line of that file, but for characters that can't be seen. */
    private static void assertLinesAreRight(Path input, String exceptions) throws IOException {
        for (Map<String, String> row : errors(exceptions)) {
            String line = Csv.cell(row, "line");
            if (line.isEmpty() || !Files.exists(input.resolve(Csv.cell(row, "file")))) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(input.resolve(Csv.cell(row, "file")));
            List<String> lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
            assertTrue(Integer.parseInt(line) <= lines.size(), row.toString());
            String value = Csv.cell(row, "value");
            String asItStands = lines.get(Integer.parseInt(line) - 1).replace("\"\"", "\"");
            // figures of full width are told in plain ones
            String stands = asItStands + Normalizer.normalize(asItStands, Normalizer.Form.NFKC);
            boolean visible = !VALUE_AS_MEANT.contains(Csv.cell(row, "code"))
                    && !value.contains("\\u00")
                    && !value.startsWith("'")
                    && value.length() < 1000;
            assertTrue(!visible || stands.contains(value), () -> "\"" + value + "\" does not stand in " + stands);
        }
    }

    private static void assertNothingIsPublished(TestRun run) throws IOException {
        List<String> written = new ArrayList<>();
        for (String name : run.written()) {
            written.add(TestRun.withoutDigests(name));
        }
        assertEquals(List.of("rejected/DIGEST/exceptions.csv"), written);
    }

    private static void assertTheOtherAgreementIsUntouched(TestRun run, TestRun sound) throws IOException {
        Map<String, String> published = run.csvFiles();
        Map<String, String> usual = sound.csvFiles();
        for (String file : TestRun.PUBLISHED) {
            assertEquals(ofOther(usual.getOrDefault(file, "")), ofOther(published.getOrDefault(file, "")), file);
        }
    }

    private static List<String> ofOther(String csv) {
        return csv.isEmpty()
                ? List.of()
                : csv.lines()
                        .filter(line -> line.contains(OTHER_AGREEMENT))
                        // its own agreements on a day are the last rows of that file, wherever these are
                        .map(line -> line.replaceAll(",adjustments\\.csv,\\d+,", ",adjustments.csv,,"))
                        .toList();
    }

    private static Path soundPortfolioIn(Path input) throws IOException {
        Files.createDirectories(input);
        return layOver(BASE, input);
    }

    /** Copies the files of a folder, if there is one. */
    private static Path layOver(Path folder, Path input) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Path copy = input.resolve(file.getFileName().toString());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return input;
    }

    private static String header(Path input, String file) throws IOException {
        return Files.readAllLines(input.resolve(file)).get(0);
    }

    private static void append(Path input, String file, String text) throws IOException {
        Files.writeString(input.resolve(file), Files.readString(input.resolve(file)) + text);
    }

    private static void replace(Path input, String file, String old, String by) throws IOException {
        String text = Files.readString(input.resolve(file));
        int at = text.indexOf(old);
        assertTrue(at >= 0, file + " has no " + old);
        Files.writeString(input.resolve(file), text.substring(0, at) + by + text.substring(at + old.length()));
    }
}
