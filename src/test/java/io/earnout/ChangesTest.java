package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** What is otherwise than in the previous run into the same output folder is listed, with its cause. */
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
    @DisplayName("another direction of the offset is named, with what it does to the shares")
    void anotherDirection() throws IOException {
        runAsOf("2031-02-10");
        String agreements = Files.readString(input.resolve("agreements.csv"));
        Files.writeString(
                input.resolve("agreements.csv"),
                agreements
                                .replace("readings_document\n", "readings_document,offset_direction\n")
                                .strip() + ",none\n");
        List<String> changes = changes(runAsOf("2031-02-10"));
        assertTrue(
                changes.contains(
                        "/ offset_direction backward -> none (TERMS CHANGED without an amendment on record: agreements.csv)"),
                changes::toString);
        assertTrue(
                changes.stream().anyMatch(change -> change.contains("restored_into_shares 123913 -> 0")),
                changes::toString);
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
        assertTrue(second.out().contains("changes since the previous run"), second.out());
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
        assertFalse(first.err().contains("READING CHANGED"), first.err());
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
        assertFalse(third.err().contains("READING CHANGED"), third.err());
        assertEquals(List.of(), changes(third));
    }

    private static final Path BASE = Path.of("src/test/resources/errors/base");

    /** A sound portfolio of two agreements, with an instruction that is open and registers of every kind. */
    private void copyThePortfolio() throws IOException {
        input = folder.resolve("input");
        FileSystemUtils.deleteRecursively(input);
        FileSystemUtils.copyRecursively(BASE.resolve("input"), input);
        FileSystemUtils.copyRecursively(BASE.resolve("registers"), input);
    }

    private static final LocalDate DAY = LocalDate.of(2028, 2, 10);

    private TestRun run() {
        return TestRun.of(input, folder.resolve("output"), DAY);
    }

    private static List<String> rows(TestRun run) throws IOException {
        return run.text("changes.csv").lines().skip(1).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            seller's account    | parties.csv          | SEC-ACC-1 | SEC-ACC-9 | KAIXIN-2025,,,seller_account,SEC-ACC-1,SEC-ACC-9,parties.csv
            seller's paper name | parties.csv          | seller,Fangle Lai | seller,F. Lai | KAIXIN-2025,,,seller_name,Fangle Lai,F. Lai,parties.csv
            issuer's account    | parties.csv          | Beijing",, | Beijing",,TR-1 | KAIXIN-2025,,,issuer_account,,TR-1,parties.csv
            seller              | agreements.csv       | Auto,Fangle Lai | Auto,Fang Lai | KAIXIN-2025,,,seller,Fangle Lai,Fang Lai,TERMS CHANGED without an amendment on record: agreements.csv
            recipient           | agreements.csv       | Auto,Fangle Lai | Auto,Fang Lai | KAIXIN-2025,2,2,recipient,Fangle Lai,Fang Lai,agreements.csv
            purchaser           | agreements.csv       | Kaixin Auto | Kaixin Motor | KAIXIN-2025,,,purchaser,Kaixin Auto,Kaixin Motor,TERMS CHANGED without an amendment on record: agreements.csv
            currency            | agreements.csv       | shares,CNY,Kaixin | shares,USD,Kaixin | KAIXIN-2025,,,currency,CNY,USD,TERMS CHANGED without an amendment on record: agreements.csv
            share class         | agreements.csv       | Class A ordinary | Class B ordinary | KAIXIN-2025,,,share_class,Class A ordinary shares,Class B ordinary shares,TERMS CHANGED without an amendment on record: agreements.csv
            signing day         | agreements.csv       | Ordinary Smile,2025-12-02 | Ordinary Smile,2025-12-01 | KAIXIN-2025,,,signed_on,2025-12-02,2025-12-01,TERMS CHANGED without an amendment on record: agreements.csv
            deposit             | agreements.csv       | 2025-12-23,,,CN+US | 2025-12-22,,,CN+US | KAIXIN-2025,,,deposited_on,2025-12-23,2025-12-22,agreements.csv
            no deposit          | agreements.csv       | 2025-12-23,,,CN+US | ,,,CN+US | KAIXIN-2025,,,deposited_on,2025-12-23,,agreements.csv
            expiry              | agreements.csv       | 2025-12-23,,,CN+US | 2025-12-23,2031-06-30,Deed,CN+US | KAIXIN-2025,,,expires_on,,2031-06-30,"agreements.csv, Deed"
            calendar            | agreements.csv       | CN+US | US+CN | KAIXIN-2025,,,business_calendar,CN+US,US+CN,agreements.csv
            target              | assessment-years.csv | 732000000 | 732000001 | KAIXIN-2025,2,,target_revenue,732000000.00,732000001.00,TERMS CHANGED without an amendment on record: assessment-years.csv
            last day            | assessment-years.csv | 2028-11-30,805 | 2028-11-29,805 | KAIXIN-2025,3,,ends_on,2028-11-30,2028-11-29,TERMS CHANGED without an amendment on record: assessment-years.csv
            shares              | agreements.csv       | LANZHOU-2025,3000000 | LANZHOU-2025,3000001 | LANZHOU-2025,,,consideration_shares,3000000,3000001,TERMS CHANGED without an amendment on record: agreements.csv
            tranche             | assessment-years.csv | 140000000,1000000 | 140000000,1000001 | LANZHOU-2025,3,,tranche_shares,1000000,1000001,TERMS CHANGED without an amendment on record: assessment-years.csv
            agreed day          | adjustments.csv      | 2029-02-15 | 2029-03-15 | KAIXIN-2025,3,,deadline release,2029-02-15,2029-03-15,release by this day as all parties agreed on 2027-06-01 (Supplement no. 1)
            agreed day gone     | adjustments.csv      | KAIXIN-2025,3,,2029-02-15,2027-06-01,issuer; purchaser; seller; escrow-agent,Supplement no. 1 | | KAIXIN-2025,3,,deadline release,2029-02-15,2029-01-29,the day that all parties agreed on doesn't count any more
            received            | joint-instructions.csv | 2028-01-31 | 2028-02-01 | KAIXIN-2025,2,2,transfer_due_on,2028-02-14,2028-02-15,documents_complete_on 2028-01-31 -> 2028-02-01
            """)
    @DisplayName("what redirects shares or moves a day has a row, with its old and new value and its cause")
    void aChangedTerm(String what, String file, String was, String is, String row) throws IOException {
        copyThePortfolio();
        run();
        replace(file, was, is == null ? "" : is);
        if (what.equals("shares")) {
            replace("assessment-years.csv", "140000000,1000000", "140000000,1000001");
        } else if (what.equals("tranche")) {
            replace("agreements.csv", "LANZHOU-2025,3000000", "LANZHOU-2025,3000001");
        }
        TestRun second = run();
        assertTrue(rows(second).contains(row), () -> what + ": " + second.out());
        assertTrue(second.out().contains("of terms, accounts or due days: see changes.csv"), second.out());
        // any other byte makes a new run, of the same terms
        Files.writeString(input.resolve("run.properties"), "as-of=2028-02-10\n\n");
        assertEquals(List.of(), rows(run()));
    }

    @Test
    @DisplayName("a signed term that is edited needs a person; one that an amendment changes doesn't")
    void aChangedTarget() throws IOException {
        copyThePortfolio();
        assertEquals(0, run().exit());
        Files.writeString(
                input.resolve("amendments.csv"),
                Files.readString(input.resolve("amendments.csv"))
                        + "KAIXIN-2025,3,810000000,2028-02-05,issuer; purchaser; seller; escrow-agent,Amendment no. 2\n");
        TestRun amended = run();
        assertEquals(0, amended.exit(), amended.err());
        assertTrue(changes(amended).get(0).contains("Amendment no. 2"), () -> changesOf(amended));
        TestRun before = runAsOf("2028-02-04");
        assertFalse(before.err().contains("TERMS CHANGED"), "on an earlier day the amendment is not known");
        assertTrue(changes(before).get(0).contains("Amendment no. 1"), () -> changesOf(before));
        replace(
                "assessment-years.csv",
                "KAIXIN-2025,2,2026-12-01,2027-11-30,732000000",
                "KAIXIN-2025,2,2026-12-01,2027-11-30,700000000");
        TestRun edited = run();
        assertEquals(2, edited.exit(), edited.err());
        assertTrue(
                edited.err().contains("TERMS CHANGED since the previous run without an amendment on record: one term"),
                edited.err());
        assertTrue(edited.err().contains("KAIXIN-2025 year 2: the target 732000000.00 -> 700000000.00"), edited.err());
    }

    private static String changesOf(TestRun run) {
        try {
            return changes(run).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("a day that a holiday moves names the holidays that moved it, and no other")
    void aHolidayThatIsAnnouncedMovesDays() throws IOException {
        copyThePortfolio();
        run();
        Files.writeString(input.resolve("holidays.csv"), """
                CN,2028-02-05,holiday,A Saturday moves nothing
                CN,2028-02-07,holiday,Extended
                CN,2028-02-08,holiday,Extended
                CN,2028-03-08,holiday,After the day
                US,2028-02-11,holiday,National Day of Mourning
                CN,2029-01-29,holiday,Day 60 of year 3
                US,2029-01-30,holiday,Of the US alone
                """, StandardOpenOption.APPEND);
        TestRun second = run();
        String moved =
                "\"holidays.csv: CN 2028-02-07 is now a holiday; CN 2028-02-08 is now a holiday; US 2028-02-11 is now a"
                        + " holiday\"";
        assertEquals(
                List.of(
                        "KAIXIN-2025,2,1,transfer_due_on,2028-02-14,2028-02-17," + moved.replace("\"", ""),
                        "KAIXIN-2025,2,2,transfer_due_on,2028-02-14,2028-02-17," + moved.replace("\"", ""),
                        "LANZHOU-2025,3,,deadline report-and-instruction,2029-01-15,2029-01-12,"
                                + "holidays.csv: CN 2029-01-29 is now a holiday",
                        "LANZHOU-2025,3,,deadline release,2029-01-29,2029-01-30,"
                                + "holidays.csv: CN 2029-01-29 is now a holiday"),
                rows(second));
        TestRun screen = TestRun.onTerminal(input, folder.resolve("output"), Optional.of(DAY.plusDays(1)));
        assertEquals(List.of(), rows(screen), "a day later nothing has moved");
        Files.writeString(
                input.resolve("holidays.csv"), "CN,2028-02-12,working-day,Made up for\n", StandardOpenOption.APPEND);
        replace("holidays.csv", "CN,2028-02-08,holiday,Extended\n", "");
        TestRun third = TestRun.onTerminal(input, folder.resolve("output"), Optional.of(DAY.plusDays(1)));
        assertTrue(
                third.out()
                        .replaceAll("\\s+", " ")
                        .contains("KAIXIN-2025 year 2: the last day of the agent's transfer 2028-02-17 -> 2028-02-16"
                                + " (holidays.csv: CN 2028-02-08 is no longer a holiday)"),
                third.out());
    }

    @Test
    @DisplayName("among thousands of changes those of terms come first")
    void termsComeFirst() throws IOException {
        runAsOf("2027-02-01");
        replace("agreements.csv", "2025-12-02", "2025-12-01");
        TestRun second = TestRun.onTerminal(input, folder.resolve("output"), Optional.of(LocalDate.of(2029, 1, 20)));
        List<String> told = second.out()
                .lines()
                .dropWhile(line -> !line.startsWith("changes since"))
                .toList();
        assertTrue(
                String.join(" ", told)
                        .replaceAll("\\s+", " ")
                        .contains("the day of signature 2025-12-02 -> 2025-12-01 (TERMS CHANGED without"),
                second.out());
        assertTrue(rows(second).size() > 8, second.out());
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
        assertEquals(2, second.exit(), second.err());
        assertTrue(
                second.err().contains("\"KAIXIN-2025\" was in the previous run and is not in this one: it has no row"),
                second.err());
        assertEquals(
                List.of("HARBIN-2025 agreement  -> there", "KAIXIN-2025 agreement there -> "),
                Csv.rows(second.text("changes.csv")).stream()
                        .map(row -> Csv.cell(row, "agreement_id") + " " + Csv.cell(row, "what") + " "
                                + Csv.cell(row, "before") + " -> " + Csv.cell(row, "after"))
                        .toList());
    }
}
