package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is otherwise than in the run before into the same output folder is listed, with its cause. */
final class ChangesTest {

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");

    @BeforeEach
    void copiesTheCase() throws IOException {
        copy("shortfall-then-excess");
    }

    private void copy(String name) throws IOException {
        input = Files.createDirectories(folder.resolve("input"));
        try (Stream<Path> files = Files.list(CaseFolders.input(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, input.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private TestRun runAsOf(String day) {
        return TestRun.of(input, folder.resolve("output"), LocalDate.parse(day));
    }

    private static List<String> changes(TestRun run) throws IOException {
        return Csv.rows(run.text("changes.csv")).stream()
                .map(row -> Csv.cell(row, "assessment_year") + "/" + Csv.cell(row, "tranche_year") + " "
                        + Csv.cell(row, "what") + " " + Csv.cell(row, "before") + " -> " + Csv.cell(row, "after")
                        + " (" + Csv.cell(row, "cause") + ")")
                .filter(change -> !change.contains("instruction_id"))
                .toList();
    }

    private void replace(String file, String was, String is) throws IOException {
        String text = Files.readString(input.resolve(file));
        assertTrue(text.contains(was), file + " has no " + was);
        Files.writeString(input.resolve(file), text.replace(was, is));
    }

    @Test
    @DisplayName("the first run of a folder has changed nothing")
    void theFirstRunChangesNothing() throws IOException {
        TestRun first = runAsOf("2028-01-20");
        assertEquals(List.of(), changes(first));
        assertTrue(!first.out().contains("change"), first.out());
    }

    @Test
    @DisplayName("a new report changes its own year, and the tranches that its excess restores")
    void aNewReport() throws IOException {
        runAsOf("2028-12-10");
        TestRun second = runAsOf("2029-01-20");
        assertEquals(
                List.of(
                        "1/ restored_into_shares 0 -> 123913 (year 3: report R-3 accepted)",
                        "1/ entitled_shares 2850000 -> 2973913 (year 3: report R-3 accepted)",
                        "2/ restored_into_shares 0 -> 26087 (year 3: report R-3 accepted)",
                        "2/ entitled_shares 2700000 -> 2726087 (year 3: report R-3 accepted)",
                        "3/ state AWAITING_REPORT -> EXCESS (report R-3 accepted)",
                        "3/ report_id  -> R-3 (report R-3 accepted)",
                        "3/ audited_revenue  -> 885500000.00 (report R-3 accepted)",
                        "3/ entitled_shares 0 -> 3000000 (report R-3 accepted)",
                        "3/1 shares_to_instruct  -> 123913 (report R-3 accepted)",
                        "3/1 status  -> TO_INSTRUCT (report R-3 accepted)",
                        "3/2 shares_to_instruct  -> 26087 (report R-3 accepted)",
                        "3/2 status  -> TO_INSTRUCT (report R-3 accepted)",
                        "3/3 shares_to_instruct  -> 3000000 (report R-3 accepted)",
                        "3/3 status  -> TO_INSTRUCT (report R-3 accepted)",
                        "1/ shares_to_cancel 150000 -> 26087 (year 3: report R-3 accepted)",
                        "2/ shares_to_cancel 300000 -> 273913 (year 3: report R-3 accepted)"),
                changes(second).stream()
                        .filter(change -> !change.contains("held_shares") && !change.contains("instructed_shares"))
                        .toList());
        assertTrue(second.out().contains("changes since the run before"), second.out());
    }

    @Test
    @DisplayName("a restated figure names both reports")
    void aRestatement() throws IOException {
        runAsOf("2027-02-01");
        Files.writeString(input.resolve("audited-revenue-2.csv"), """
                agreement_id,assessment_year,audited_revenue,report_id,firm,report_date,supersedes
                KAIXIN-2025,1,665000000,R-1B,Anhua CPA,2027-01-30,R-1
                """);
        TestRun second = runAsOf("2027-02-01");
        assertTrue(
                changes(second).contains("1/ entitled_shares 2850000 -> 3000000 (report R-1 restated by R-1B)"),
                () -> second.out());
    }

    @Test
    @DisplayName("a confirmed transfer is told as such")
    void aTransfer() throws IOException {
        runAsOf("2027-02-01");
        Files.writeString(input.resolve("transfers.csv"), """
                agreement_id,assessment_year,kind,shares,confirmed_on,reference
                KAIXIN-2025,1,release,2850000,2027-01-28,T-1
                """);
        List<String> changes = changes(runAsOf("2027-02-01"));
        assertTrue(
                changes.contains("1/ confirmed_released_shares 0 -> 2850000 (transfers confirmed)"), changes::toString);
        assertTrue(changes.contains("1/1 status TO_INSTRUCT -> CONFIRMED (transfers confirmed)"), changes::toString);
    }

    @Test
    @DisplayName("a changed reading without a document needs a person, once")
    void aChangedReading() throws IOException {
        copy("kaixin-five-years");
        TestRun first = runAsOf("2031-02-10");
        assertEquals(0, first.exit(), first.err());
        replace("agreements.csv", "half", "full");
        TestRun second = runAsOf("2031-02-10");
        assertEquals(2, second.exit(), second.err());
        assertTrue(second.err().contains("READING CHANGED"), second.err());
        assertEquals(
                "/ reading half, excess-year, both, oldest-first, reduce -> full, excess-year, both, oldest-first,"
                        + " reduce (READING CHANGED without a document on record)",
                changes(second).get(0));
        // any other byte makes a new run, of the same reading
        Files.writeString(input.resolve("run.properties"), "as-of=2031-02-10\n\n");
        TestRun third = runAsOf("2031-02-10");
        assertEquals(0, third.exit(), third.err());
        assertEquals(List.of(), changes(third));
    }

    @Test
    @DisplayName("an agreement that is new, and one that is gone")
    void agreementsComeAndGo() throws IOException {
        runAsOf("2027-02-01");
        for (String file :
                List.of("agreements.csv", "assessment-years.csv", "audited-revenue.csv", "approved-firms.csv")) {
            replace(file, "KAIXIN-2025", "HARBIN-2025");
        }
        TestRun second = runAsOf("2027-02-01");
        assertEquals(
                List.of("HARBIN-2025 agreement  -> there", "KAIXIN-2025 agreement there -> "),
                Csv.rows(second.text("changes.csv")).stream()
                        .map(row -> Csv.cell(row, "agreement_id") + " " + Csv.cell(row, "what") + " "
                                + Csv.cell(row, "before") + " -> " + Csv.cell(row, "after"))
                        .toList());
    }
}
