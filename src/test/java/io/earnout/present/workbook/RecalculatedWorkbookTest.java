package io.earnout.present.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.opencsv.exceptions.CsvException;
import io.earnout.Attempts;
import io.earnout.CaseFolders;
import io.earnout.SharedRuns;
import io.earnout.TestRun;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.release.CountedTransfer;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Readings;
import io.earnout.terms.ReadingsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workbook recalculated by LibreOffice gives the program's figures to the share: for the shipped example and every case,
 * for the worked settlements, and for random agreements under their own reading and under another one chosen in the cells.
 */
@DisplayName("The workbook, recalculated")
@Tag("thorough")
class RecalculatedWorkbookTest {

    private static final int RANDOM = Attempts.size("recalculated", 100, 300);

    /** Every so many of them a second time, under another reading. */
    private static final int CHANGED = 4;

    private static final int WORKED = 25;
    private static final List<Readings> READINGS = ReadingsTest.all();

    private static final Map<String, AgreementResult> RANDOM_AGREEMENTS = new LinkedHashMap<>();
    private static final Map<String, Readings> CHOSEN = new LinkedHashMap<>();
    private static final List<WorkedSettlement> WORKED_SETTLEMENTS = new ArrayList<>();
    private static final Map<String, Map<String, List<String[]>>> CALCULATED = new TreeMap<>();
    private static final Map<String, List<String>> STORED = new TreeMap<>();
    private static final List<String> RUNS = new ArrayList<>();

    @BeforeAll
    static void recalculateAllAtOnce(@TempDir Path folder) throws IOException, InterruptedException, CsvException {
        Recalculation.assumeLibreOffice();
        List<Path> unchanged = new ArrayList<>();
        unchanged.add(writeRandom(folder));
        unchanged.add(writeWorked(folder));
        unchanged.addAll(runs(folder));
        List<Path> workbooks = new ArrayList<>(unchanged);
        Path other = folder.resolve("other.xlsx");
        WrittenWorkbook.choose(folder.resolve("random.xlsx"), CHOSEN, other);
        workbooks.add(other);
        CALCULATED.putAll(Recalculation.of(workbooks, folder));
        for (Path workbook : unchanged) {
            String name = Recalculation.name(workbook);
            STORED.put(name, StoredValues.differences(workbook, Objects.requireNonNull(CALCULATED.get(name))));
        }
    }

    private static Path writeRandom(Path folder) throws IOException {
        for (int seed = 0; seed < RANDOM; seed++) {
            // a few of up to forty years, many short ones
            AgreementResult result = RandomAgreement.result(seed, seed % 100 == 3 ? 40 : seed % 10 == 0 ? 12 : 6);
            RANDOM_AGREEMENTS.put(result.agreementId(), result);
            if (seed % CHANGED == 0) {
                CHOSEN.put(result.agreementId(), READINGS.get(seed * 37 % READINGS.size()));
            }
        }
        Path written = WrittenWorkbook.write(List.copyOf(RANDOM_AGREEMENTS.values()), folder.resolve("random"));
        return Files.copy(written, folder.resolve("random.xlsx"));
    }

    private static Path writeWorked(Path folder) throws IOException {
        WORKED_SETTLEMENTS.addAll(WorkedSettlement.all());
        List<AgreementResult> results =
                WORKED_SETTLEMENTS.stream().map(WorkedSettlement::result).toList();
        return Files.copy(WrittenWorkbook.write(results, folder.resolve("worked")), folder.resolve("worked.xlsx"));
    }

    /** The workbooks of whole runs: the shipped example and every case. */
    private static List<Path> runs(Path folder) throws IOException {
        List<Path> inputs = new ArrayList<>(List.of(Path.of("input")));
        CaseFolders.names().forEach(name -> inputs.add(CaseFolders.input(name)));
        List<Path> workbooks = new ArrayList<>();
        for (Path input : inputs) {
            TestRun run = SharedRuns.of(input);
            Path workbook = run.published().resolve(Workbook.FILE_NAME);
            assertTrue(Files.exists(workbook), () -> input + ": " + run.err());
            String name =
                    input.equals(Path.of("input")) ? "shipped" : "case " + input.getName(input.getNameCount() - 2);
            RUNS.add(name);
            workbooks.add(Files.copy(workbook, folder.resolve(name + ".xlsx")));
        }
        return workbooks;
    }

    private static CalculatedSheet sheet(String book, String name) {
        List<String[]> rows = CALCULATED.getOrDefault(book, Map.of()).get(name);
        assertTrue(rows != null, () -> "no sheet " + name + " of " + book + " was recalculated");
        return new CalculatedSheet(Objects.requireNonNull(rows));
    }

    @Test
    void everyFormulaHasTheStoredValueThatARecalculationGives() {
        assertTrue(STORED.size() > 50, () -> STORED.size() + " workbooks");
        STORED.forEach((name, differences) -> assertEquals(List.of(), differences, name));
    }

    @Test
    void randomAgreementsComeOutToTheShare() {
        assertEquals(RANDOM, RANDOM_AGREEMENTS.size());
        RANDOM_AGREEMENTS.forEach((name, result) -> {
            CalculatedSheet sheet = sheet("random", name);
            compare(name, result, sheet);
            assertEquals("agrees", sheet.check(), name);
        });
    }

    @Test
    void someOfThemNeedTheProgramsFigureAndMostDoNot() {
        List<String> decided = RANDOM_AGREEMENTS.keySet().stream()
                .filter(name -> sheet("random", name).decisions() > 0)
                .toList();
        assertTrue(
                decided.size() > RANDOM / 15 && decided.size() < RANDOM * 3 / 10,
                () -> decided.size() + ": " + decided);
    }

    private static void compare(String name, AgreementResult result, CalculatedSheet sheet) {
        Settlement settlement = result.determination().settlement();
        for (YearStatement statement : result.determination().years()) {
            int year = statement.year().number();
            String at = name + ", year " + year + ", " + settlement.readings();
            Map<String, String> own = sheet.years().get(year - 1);
            Map<String, String> tranche = sheet.tranches().get(year - 1);
            assertEquals(
                    statement.assessment().map(a -> a.deducted().count()).orElse(0L),
                    CalculatedSheet.shares(own, "Deducted shares"),
                    at);
            assertEquals(
                    statement.restoredInto().count(), CalculatedSheet.shares(tranche, "Restored by later years"), at);
            assertEquals(
                    statement.outstandingDeducted().count(),
                    CalculatedSheet.shares(tranche, "To cancel at expiration"),
                    at);
            assertEquals(statement.entitled().count(), CalculatedSheet.shares(tranche, "Entitled"), at);
            assertEquals(statement.unassessed().count(), CalculatedSheet.shares(tranche, "Not assessed"), at);
            assertEquals(
                    settlement.balance(statement.year(), Account.WITHHELD).count(),
                    CalculatedSheet.shares(tranche, "Blocked"),
                    at);
        }
        comparePairs(name, settlement, sheet);
        compareLines(name, result, sheet);
    }

    /** Each line of the instructions, as release-instructions.csv has it. */
    private static void compareLines(String name, AgreementResult result, CalculatedSheet sheet) {
        List<ReleaseInstruction> lines = result.determination().instructions();
        List<Map<String, String>> calculated = sheet.lines();
        assertEquals(lines.size(), calculated.size(), name);
        for (int i = 0; i < lines.size(); i++) {
            ReleaseInstruction line = lines.get(i);
            Map<String, String> row = calculated.get(i);
            Map<String, Long> figures = new TreeMap<>(Map.of(
                    "Assessment year", (long) line.assessmentYear(),
                    "Tranche of year", (long) line.tranche().number(),
                    "Entitled shares", line.entitled().count(),
                    "Confirmed", line.confirmed().wholeCount(),
                    "Instructed, open", line.instructed().wholeCount(),
                    "Held", line.held().wholeCount(),
                    "To instruct", line.toInstruct().wholeCount()));
            figures.forEach((column, figure) -> assertEquals(
                    figure,
                    CalculatedSheet.shares(row, column),
                    () -> name + ", " + column + ": " + result.countedTransfers()));
        }
    }

    @Test
    void theRandomTransfersMeetWhatTheTableMustGetRight() {
        int ofAnotherYear = 0;
        int overReleased = 0;
        int partly = 0;
        for (AgreementResult result : RANDOM_AGREEMENTS.values()) {
            for (ReleaseInstruction line : result.determination().instructions()) {
                long own = result.countedTransfers().stream()
                        .filter(transfer -> transfer.isRelease()
                                && transfer.year() == line.assessmentYear()
                                && transfer.trancheYear() == line.tranche().number())
                        .mapToLong(CountedTransfer::units)
                        .sum();
                ofAnotherYear += line.confirmed().wholeCount() > own ? 1 : 0;
                partly += line.confirmed().wholeCount() > 0
                                && line.confirmed().wholeCount()
                                        < line.entitled().count()
                        ? 1
                        : 0;
            }
            overReleased += result.determination().years().stream()
                            .anyMatch(year -> !year.overReleased().isNone())
                    ? 1
                    : 0;
        }
        assertTrue(
                ofAnotherYear > RANDOM / 15 && overReleased > RANDOM / 15 && partly > RANDOM / 15,
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
                        sheet.restored(excess, shortfall),
                        name + ": restored by year " + excess + " to year " + shortfall);
            }
        }
    }

    @Test
    void anotherReadingInTheCellsGivesThatReadingsFigures() {
        assertEquals(RANDOM / CHANGED, CHOSEN.size());
        CHOSEN.forEach((name, readings) -> {
            AgreementResult result = Objects.requireNonNull(RANDOM_AGREEMENTS.get(name));
            List<Assessment> assessments = result.determination().settlement().assessments();
            Settlement settlement = Settlement.of(result.agreement(), readings, assessments);
            CalculatedSheet sheet = sheet("other", name);
            for (AssessmentYear year : result.agreement().years()) {
                assertEquals(
                        settlement.balance(year, Account.RELEASABLE).count(),
                        CalculatedSheet.shares(sheet.tranches().get(year.number() - 1), "Entitled"),
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
        WORKED_SETTLEMENTS.forEach(worked -> {
            CalculatedSheet sheet = sheet("worked", worked.id());
            worked.expected().forEach((year, expected) -> {
                String at = worked.id() + ", year " + year;
                Map<String, String> tranche = sheet.tranches().get(year - 1);
                assertEquals(
                        expected.earned(),
                        CalculatedSheet.shares(tranche, "Earned shares") - CalculatedSheet.shares(tranche, "Blocked"),
                        at);
                assertEquals(
                        expected.deducted(),
                        CalculatedSheet.shares(sheet.years().get(year - 1), "Deducted shares"),
                        at);
                for (int earlier = 1; earlier < year; earlier++) {
                    assertEquals(
                            expected.restores().getOrDefault(earlier, 0L),
                            sheet.restored(year, earlier),
                            at + ": restored to year " + earlier);
                }
            });
            assertEquals(worked.released(), sheet.entitled(), worked.id());
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
                    assertEquals("agrees", new CalculatedSheet(sheet.getValue()).check(), run + ", " + sheet.getKey());
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
