package io.earnout.present.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.opencsv.exceptions.CsvException;
import io.earnout.CaseFolders;
import io.earnout.cli.Console;
import io.earnout.cli.EscrowRun;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.record.RunDay;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.publish.RunIdentity;
import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Readings;
import io.earnout.terms.ReadingsTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workbook recalculated by LibreOffice gives the program's figures to the share: for the shipped example and every case,
 * for the worked settlements, and for random agreements under their own reading and under another one chosen in the cells.
 */
@DisplayName("The workbook, recalculated")
class RecalculatedWorkbookTest {

    private static final int RANDOM = 300;

    /** Every so many of them a second time, under another reading. */
    private static final int OTHERWISE = 4;

    private static final int WORKED = 25;
    private static final RunIdentity IDENTITY =
            new RunIdentity(new RunDay(RandomAgreement.AS_OF, RunDay.Lies.AHEAD), "test", Map.of(), "0123456789abcdef");
    private static final List<Readings> READINGS = ReadingsTest.all();

    private static final Map<String, AgreementResult> RANDOM_AGREEMENTS = new LinkedHashMap<>();
    private static final Map<String, Readings> CHOSEN = new LinkedHashMap<>();
    private static final Map<String, WorkedSettlement> WORKED_SETTLEMENTS = new LinkedHashMap<>();
    private static final Map<String, Map<String, List<String[]>>> CALCULATED = new TreeMap<>();
    private static final List<String> RUNS = new ArrayList<>();

    @BeforeAll
    static void recalculateAllAtOnce(@TempDir Path folder) throws IOException, InterruptedException, CsvException {
        Recalculation.assumeLibreOffice();
        List<Path> workbooks = new ArrayList<>();
        workbooks.add(writeRandom(folder.resolve("random.xlsx")));
        workbooks.add(writeWorked(folder.resolve("worked.xlsx")));
        workbooks.addAll(runs(folder));
        CALCULATED.putAll(Recalculation.of(workbooks, folder));
    }

    /** Each random agreement twice: as it is read, and with another reading in the cells. */
    private static Path writeRandom(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0");
            for (int seed = 0; seed < RANDOM; seed++) {
                // a few of up to forty years, many short ones
                AgreementResult dossier = RandomAgreement.dossier(seed, seed % 100 == 3 ? 40 : seed % 10 == 0 ? 12 : 6);
                write(
                        book,
                        "own" + seed,
                        dossier,
                        dossier.determination().settlement().readings());
                RANDOM_AGREEMENTS.put("own" + seed, dossier);
                if (seed % OTHERWISE == 0) {
                    Readings other = READINGS.get(seed * 37 % READINGS.size());
                    write(book, "other" + seed, dossier, other);
                    CHOSEN.put("other" + seed, other);
                    RANDOM_AGREEMENTS.put("other" + seed, dossier);
                }
            }
            book.finish();
        }
        return file;
    }

    private static Path writeWorked(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0");
            for (WorkedSettlement worked : WorkedSettlement.all()) {
                write(book, worked.id(), worked.dossier(), worked.readings());
                WORKED_SETTLEMENTS.put(worked.id(), worked);
            }
            book.finish();
        }
        return file;
    }

    private static void write(org.dhatim.fastexcel.Workbook book, String name, AgreementResult dossier, Readings chosen)
            throws IOException {
        Worksheet worksheet = book.newWorksheet(name);
        new AgreementSheet(new Sheet(worksheet), dossier).write(IDENTITY, chosen);
        worksheet.finish();
    }

    /** The workbooks of whole runs: the shipped example and every case. */
    private static List<Path> runs(Path folder) throws IOException {
        List<Path> inputs = new ArrayList<>(List.of(Path.of("input")));
        CaseFolders.names().forEach(name -> inputs.add(CaseFolders.input(name)));
        List<Path> workbooks = new ArrayList<>();
        for (Path input : inputs) {
            Path output = folder.resolve("run" + workbooks.size());
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            try (PrintStream console = new PrintStream(seen, true, StandardCharsets.UTF_8)) {
                new EscrowRun(new Console(console, console, false, false), "test", LocalDate.of(2031, 3, 1))
                        .execute(input, output, Optional.empty());
            }
            Path workbook = output.resolve("latest").resolve(Workbook.FILE_NAME);
            assertTrue(Files.exists(workbook), () -> input + ": " + seen.toString(StandardCharsets.UTF_8));
            String name =
                    input.equals(Path.of("input")) ? "shipped" : "case " + input.getName(input.getNameCount() - 2);
            RUNS.add(name);
            workbooks.add(Files.copy(workbook, folder.resolve(name + ".xlsx")));
        }
        return workbooks;
    }

    private static CalculatedSheet sheet(String book, String name, AgreementResult dossier) {
        List<String[]> rows = CALCULATED.getOrDefault(book, Map.of()).get(name);
        assertTrue(rows != null, () -> "no sheet " + name + " of " + book + " was recalculated");
        return CalculatedSheet.of(dossier, Objects.requireNonNull(rows));
    }

    @Test
    void randomAgreementsComeOutToTheShare() {
        assertEquals(RANDOM + RANDOM / OTHERWISE, RANDOM_AGREEMENTS.size());
        RANDOM_AGREEMENTS.forEach((name, dossier) -> {
            if (!CHOSEN.containsKey(name)) {
                CalculatedSheet sheet = sheet("random", name, dossier);
                compare(name, dossier, sheet);
                assertEquals("agrees", sheet.check(), name);
            }
        });
    }

    private static void compare(String name, AgreementResult dossier, CalculatedSheet sheet) {
        Settlement settlement = dossier.determination().settlement();
        for (YearStatement statement : dossier.determination().years()) {
            int year = statement.year().number();
            String at = name + ", year " + year + ", " + settlement.readings();
            assertEquals(
                    statement.assessment().map(a -> a.deducted().count()).orElse(0L),
                    sheet.ofYear(year, YearRow.DEDUCTED),
                    at);
            assertEquals(statement.restoredInto().count(), sheet.ofYear(year, YearRow.RESTORED), at);
            assertEquals(statement.outstandingDeducted().count(), sheet.ofYear(year, YearRow.OUTSTANDING), at);
            assertEquals(statement.entitled().count(), sheet.ofYear(year, YearRow.ENTITLED), at);
            assertEquals(statement.unassessed().count(), sheet.ofYear(year, YearRow.UNASSESSED), at);
            assertEquals(
                    settlement.balance(statement.year(), Account.WITHHELD).count(),
                    sheet.ofYear(year, YearRow.WITHHELD),
                    at);
        }
        comparePairs(name, settlement, sheet);
        compareLines(name, dossier, sheet);
    }

    /** Each line of the instructions, as release-instructions.csv has it. */
    private static void compareLines(String name, AgreementResult dossier, CalculatedSheet sheet) {
        List<ReleaseInstruction> lines = dossier.determination().instructions();
        List<Map<String, Long>> figures = new ArrayList<>();
        for (ReleaseInstruction line : lines) {
            figures.add(new TreeMap<>(Map.of(
                    "Assessment year", (long) line.assessmentYear(),
                    "Tranche of year", (long) line.tranche().number(),
                    "Entitled shares", line.entitled().count(),
                    "Confirmed", line.confirmed().count(),
                    "Instructed, open", line.instructed().count(),
                    "Held", line.held().count(),
                    "To instruct", line.toInstruct().count())));
        }
        if (!lines.isEmpty()) {
            assertEquals(
                    figures,
                    sheet.lines(lines.size(), List.copyOf(figures.get(0).keySet())),
                    () -> name + ": " + dossier.countedTransfers());
        }
    }

    @Test
    void theRandomTransfersMeetWhatTheTableMustGetRight() {
        int ofAnotherYear = 0;
        int overReleased = 0;
        int partly = 0;
        for (AgreementResult dossier : RANDOM_AGREEMENTS.values()) {
            for (ReleaseInstruction line : dossier.determination().instructions()) {
                long own = dossier.countedTransfers().stream()
                        .filter(transfer -> transfer.kind() == Transfer.Kind.RELEASE
                                && transfer.year() == line.assessmentYear()
                                && transfer.trancheYear() == line.tranche().number())
                        .mapToLong(transfer -> transfer.shares().count())
                        .sum();
                ofAnotherYear += line.confirmed().count() > own ? 1 : 0;
                partly += line.confirmed().count() > 0 && line.confirmed().compareTo(line.entitled()) < 0 ? 1 : 0;
            }
            overReleased += dossier.determination().years().stream()
                            .anyMatch(year -> !year.overReleased().isNone())
                    ? 1
                    : 0;
        }
        assertTrue(
                ofAnotherYear > 20 && overReleased > 20 && partly > 20,
                ofAnotherYear + " lines with shares of another year's transfer, " + overReleased
                        + " agreements with an over-release, " + partly + " lines in part");
    }

    private static void comparePairs(String name, Settlement settlement, CalculatedSheet sheet) {
        Map<List<Integer>, Long> restored = new TreeMap<>(
                Comparator.<List<Integer>>comparingInt(pair -> pair.get(0)).thenComparingInt(p -> p.get(1)));
        for (Movement movement : settlement.movements()) {
            if (movement.from() == Account.DEDUCTED) {
                restored.put(
                        List.of(movement.assessmentYear(), movement.trancheYear()),
                        movement.shares().count());
            }
        }
        for (int excess = 2; excess <= settlement.agreement().years().size(); excess++) {
            for (int shortfall = 1; shortfall < excess; shortfall++) {
                assertEquals(
                        restored.getOrDefault(List.of(excess, shortfall), 0L),
                        sheet.ofPair(excess, shortfall, PairRow.WHOLE),
                        name + ": restored by year " + excess + " to year " + shortfall);
            }
        }
    }

    @Test
    void anotherReadingInTheCellsGivesThatReadingsFigures() {
        assertEquals(RANDOM / OTHERWISE, CHOSEN.size());
        CHOSEN.forEach((name, readings) -> {
            AgreementResult dossier = Objects.requireNonNull(RANDOM_AGREEMENTS.get(name));
            List<Assessment> assessments = dossier.determination().settlement().assessments();
            Settlement settlement = Settlement.of(dossier.agreement(), readings, assessments);
            CalculatedSheet sheet = sheet("random", name, dossier);
            for (AssessmentYear year : dossier.agreement().years()) {
                assertEquals(
                        settlement.balance(year, Account.RELEASABLE).count(),
                        sheet.ofYear(year.number(), YearRow.ENTITLED),
                        name + ", year " + year.number() + ", " + readings);
            }
            comparePairs(name + ", " + readings, settlement, sheet);
            assertTrue(
                    List.of("agrees", "not priced by the program").contains(sheet.check()),
                    name + ": " + sheet.check());
        });
    }

    @Test
    void everyWorkedSettlementComesOutToTheShare() {
        assertEquals(WORKED, WORKED_SETTLEMENTS.size());
        WORKED_SETTLEMENTS.forEach((id, worked) -> {
            CalculatedSheet sheet = sheet("worked", id, worked.dossier());
            worked.expected().forEach((year, expected) -> {
                String at = id + ", year " + year;
                assertEquals(
                        expected.earned(),
                        sheet.ofYear(year, YearRow.EARNED) - sheet.ofYear(year, YearRow.WITHHELD),
                        at);
                assertEquals(expected.deducted(), sheet.ofYear(year, YearRow.DEDUCTED), at);
                for (int earlier = 1; earlier < year; earlier++) {
                    assertEquals(
                            expected.restores().getOrDefault(earlier, 0L),
                            sheet.ofPair(year, earlier, PairRow.WHOLE),
                            at + ": restored to year " + earlier);
                }
            });
            assertEquals(worked.released(), sheet.entitled(), id);
        });
    }

    @Test
    void theShippedExampleAndEveryCaseAgreeWithTheProgram() {
        assertTrue(RUNS.size() > 50, () -> RUNS.size() + " runs");
        for (String run : RUNS) {
            Map<String, List<String[]>> sheets = CALCULATED.getOrDefault(run, Map.of());
            int agreements = 0;
            for (Map.Entry<String, List<String[]>> sheet : sheets.entrySet()) {
                if (!sheet.getKey().equals(CoverSheet.NAME) && !sheet.getKey().equals(SourcesSheet.NAME)) {
                    agreements++;
                    assertEquals("agrees", sheet.getValue().get(2)[1], run + ", " + sheet.getKey());
                }
            }
            int sheetsOfAgreements = agreements;
            assertTrue(agreements > 0, run);
            List<String[]> cover = sheets.getOrDefault(CoverSheet.NAME, List.of());
            assertTrue(
                    cover.stream().anyMatch(row -> List.of(row).contains("all agree")),
                    () -> run + ": the cover of " + sheetsOfAgreements + " sheets says so, too");
            cover.stream()
                    .filter(row -> row[0].equals("Difference"))
                    .forEach(row -> assertEquals(List.of("0", "0", "0"), List.of(row[2], row[3], row[8]), run));
        }
    }
}
