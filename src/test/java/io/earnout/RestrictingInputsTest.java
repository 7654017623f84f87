package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.cli.AgreementLookup;
import io.earnout.present.explain.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever only restricts fails closed (rules 4). Each misspelling of each optional column's header is read or stops the run;
 * and each fault of each cell of a row that holds shares holds them still: what is to instruct is never more than with the sound
 * row.
 */
final class RestrictingInputsTest {

    private static final Path BASE = Path.of("src/test/resources/errors/base/input");
    private static final Path REGISTERS = Path.of("src/test/resources/errors/base/registers");
    private static final LocalDate AS_OF = LocalDate.of(2028, 2, 10);

    /** Rows that hold, each in its file; all about KAIXIN-2025. */
    private static final Map<String, List<String>> ROWS = Map.of(
            "suspensions.csv",
            List.of(
                    "KAIXIN-2025,2,dispute,2028-01-20,Letter of 20 January 2028,,,,",
                    "KAIXIN-2025,2,breach,2028-01-20,Notice of 20 January 2028,,,,",
                    "KAIXIN-2025,,dispute,2028-01-20,Letter of 20 January 2028,150000,,,"),
            "approved-firms.csv",
            List.of("KAIXIN-2025,Anhua CPA,2026-06-01,2027-12-01,Letter of 1 December 2027"),
            "adjustments.csv",
            List.of("KAIXIN-2025,2,1000000,,2028-02-01,issuer; purchaser; seller; escrow-agent,Supplement no. 2"),
            "joint-instructions.csv",
            List.of("KAIXIN-2025,2,KAIXIN-2025-AY2-c11e7aff,3150000,2028-01-27,2028-01-28,2028-01-31"),
            "audited-revenue.csv",
            List.of("KAIXIN-2025,2,400000000,yuan,CNY,KX-R2B,Anhua CPA,2028-02-01,2028-02-02,unqualified,KX-R2,no"));

    private static final List<String> WORDS_FOR_NOTHING =
            List.of("", " ", "-", "?", "n/a", "TBD", "无", "#REF!", "=1+1", "\u202E");

    private static final List<String> FAULTS = Stream.concat(
                    WORDS_FOR_NOTHING.stream(),
                    Stream.of("x\u200Bx", "2082-01-20", "2028-13-01", "1e6", "1,5", "٣", "nonsense"))
            .toList();

    @TempDir
    private Path folder = Path.of("");

    private int runs;

    @Test
    void aMisspeltHeaderOfAnOptionalColumnIsReadOrStopsTheRun() throws IOException {
        for (Map.Entry<String, String> restricting : columnsThatRestrict().entrySet()) {
            String file = restricting.getKey().split(" ", 2)[0];
            String column = restricting.getKey().split(" ", 2)[1];
            Path sound = input();
            Files.writeString(sound.resolve(file), restricting.getValue());
            Result wanted = run(sound);
            for (String misspelt : misspellings(column)) {
                Path input = input();
                String text = restricting.getValue();
                int header = text.indexOf('\n');
                List<String> names =
                        new ArrayList<>(List.of(text.substring(0, header).split(",", -1)));
                names.set(names.indexOf(column), misspelt);
                Files.writeString(input.resolve(file), String.join(",", names) + text.substring(header));
                Result given = run(input);
                assertTrue(
                        given.stops() || given.toInstruct().equals(wanted.toInstruct()),
                        () -> file + ": " + misspelt + " gives " + given + " instead of " + wanted);
            }
        }
    }

    @Test
    void eachFaultOfEachCellOfARowThatHoldsHoldsWhatTheSoundRowHolds() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> rows : new TreeMap<>(ROWS).entrySet()) {
            for (String row : rows.getValue()) {
                long sound = run(with(rows.getKey(), row)).ofYearTwo();
                String[] cells = row.split(",", -1);
                for (int cell = 0; cell < cells.length; cell++) {
                    boolean ofFirms = rows.getKey().equals("approved-firms.csv");
                    boolean isName = cell == 0 || (ofFirms && cell == 1);
                    for (String fault : faultsOf(cells[cell], isName, ofFirms && cell == 3)) {
                        String[] faulty = cells.clone();
                        faulty[cell] = fault.contains(",") ? '"' + fault + '"' : fault;
                        Result given = run(with(rows.getKey(), String.join(",", faulty)));
                        if (given.ofYearTwo() > sound) {
                            wrong.add(rows.getKey() + ": " + String.join(",", faulty) + " instructs "
                                    + given.ofYearTwo() + ", the sound row " + sound);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsDatedAfterTodayHoldsAndOnAnEarlierDayIsListedWithItsLine() throws IOException {
        Path input = with("suspensions.csv", "KAIXIN-2025,2,dispute,2082-01-20,Letter of 20 January 2028,,,,");

        assertEquals(0, run(input, AS_OF).ofYearTwo(), "of today");
        assertEquals(0, run(input, AS_OF.minusDays(1)).ofYearTwo(), "a projection");
        assertEquals(3_150_000, run(input, AS_OF.plusDays(1)).ofYearTwo(), "seen from an earlier day");
        String exceptions = TestRun.of(input, folder.resolve("output"), AS_OF).text("exceptions.csv");
        assertTrue(exceptions.contains("left out: 1 row (line 3) dated after 2028-02-10"), exceptions);
    }

    /** By file and column, a file in which that column alone holds shares, or says less than its absence would. */
    private static Map<String, String> columnsThatRestrict() throws IOException {
        Map<String, String> files = new TreeMap<>();
        String reports = Files.readString(BASE.resolve("audited-revenue.csv"));
        files.put("audited-revenue.csv opinion", reports.replace("2028-01-10,,,", "2028-01-10,qualified,,"));
        files.put("audited-revenue.csv currency", reports.replace("805200000,,,", "805200000,,USD,"));
        files.put("audited-revenue.csv unit", reports.replace("805200000,,", "805200,ten-thousand-yuan,"));
        files.put("audited-revenue.csv received_on", reports.replace("2028-01-07,2028-01-10", "2028-01-07,2028-01-06"));
        files.put(
                "audited-revenue.csv supersedes",
                reports + "KAIXIN-2025,2,400000000,,,KX-R2B,Anhua CPA,2028-02-01,2028-02-02,,KX-R2,\n");
        files.put("audited-revenue.csv confirmed_figure", reports.replace("2028-01-10,,,", "2028-01-10,,,perhaps"));
        files.put(
                "approved-firms.csv withdrawn_on",
                Files.readString(BASE.resolve("approved-firms.csv")).replace("2026-06-01,,", "2026-06-01,2027-12-01,"));
        String disputes = Files.readString(REGISTERS.resolve("suspensions.csv"));
        files.put("suspensions.csv assessment_year", disputes + "KAIXIN-2025,2,dispute,2028-01-20,Letter 1,,,,\n");
        files.put("suspensions.csv disputed_shares", disputes + "KAIXIN-2025,2,dispute,2028-01-20,Letter 1,x,,,\n");
        files.put(
                "suspensions.csv lifted_by", disputes + "KAIXIN-2025,2,dispute,2028-01-20,Letter 1,,2028-01-25,x,L\n");
        String instruction = "KAIXIN-2025,2,KAIXIN-2025-AY2-c11e7aff,";
        String instructions = "agreement_id,assessment_year,instruction_id,shares,signed_by_issuer_on,"
                + "signed_by_purchaser_on,received_on,tranche_year,withdrawn_on\n";
        files.put(
                "joint-instructions.csv withdrawn_on",
                instructions + instruction + "3150000,2028-01-27,2028-01-28,2028-01-31,,2028-02-01\n");
        String byTranche = instruction + "150000,2028-01-27,2028-01-28,2028-01-31,1,\n" + instruction
                + "3000000,2028-01-27,2028-01-28,2028-01-31,2,\n";
        for (String column : List.of("signed_by_issuer_on", "signed_by_purchaser_on", "received_on", "tranche_year")) {
            files.put("joint-instructions.csv " + column, instructions + byTranche);
        }
        String transfers = """
                agreement_id,assessment_year,tranche_year,kind,shares,confirmed_on,reference,instruction_id
                KAIXIN-2025,2,1,release,150000,2028-02-05,EA-9,
                """;
        files.put("transfers.csv tranche_year", transfers);
        files.put("transfers.csv instruction_id", transfers);
        String adjustments = Files.readString(REGISTERS.resolve("adjustments.csv"));
        String signed = ",2028-02-01,issuer; purchaser; seller; escrow-agent,Supplement no. 2\n";
        files.put("adjustments.csv release_shares", adjustments + "KAIXIN-2025,2,1000000,2028-03-31" + signed);
        files.put("adjustments.csv release_due_on", adjustments + "KAIXIN-2025,2,1000000,2027-01-31" + signed);
        return files;
    }

    private static List<String> misspellings(String column) {
        List<String> all = new ArrayList<>(List.of(
                column.toUpperCase(Locale.ROOT),
                Character.toUpperCase(column.charAt(0)) + column.substring(1),
                " " + column + " ",
                "\u00A0" + column,
                column + "\u200B",
                column.replace('_', '-'),
                column.replace('_', ' '),
                column.replace("_", ""),
                column.replace("_", "__"),
                column + ".",
                column.replace('o', '0'),
                column.replace('o', '\u043E'),
                column.replace('e', '\u0435'),
                column.substring(1),
                column.substring(0, column.length() - 1),
                column + "s",
                column.charAt(1) + "" + column.charAt(0) + column.substring(2),
                column.replace('i', 'l'),
                "\"\"\"" + column + "\"\"\""));
        StringBuilder wide = new StringBuilder();
        column.chars().forEach(c -> wide.append((char) (c == '_' ? c : c - '!' + '\uFF01')));
        all.add(wide.toString());
        return all.stream().filter(name -> !name.equals(column)).distinct().toList();
    }

    /**
     * Of an empty cell nothing is lost; every other one gets all faults, and those of its own letters. A name that has become
     * another one altogether names somebody else, and a withdrawal that is left empty is none: neither can be noticed.
     */
    private static List<String> faultsOf(String cell, boolean isName, boolean mayBeEmpty) {
        if (cell.isEmpty()) {
            return List.of("-", "n/a", "TBD", "nonsense", "2082-01-20");
        }
        Stream<String> ofItsLetters = Stream.of(
                cell + "\u200B",
                cell + "\u00A0",
                " " + cell,
                cell.toLowerCase(Locale.ROOT),
                cell.toUpperCase(Locale.ROOT),
                cell.replace('A', '\u0410').replace('e', '\u0435'),
                cell.replace('-', '\u2010'),
                cell.substring(1),
                cell.length() < 2 ? "0" : cell.charAt(1) + cell.substring(0, 1) + cell.substring(2));
        return Stream.concat(isName ? WORDS_FOR_NOTHING.stream() : FAULTS.stream(), ofItsLetters)
                .filter(fault -> !fault.equals(cell) && !(mayBeEmpty && fault.isBlank()))
                .distinct()
                .toList();
    }

    private Path with(String file, String row) throws IOException {
        Path input = input();
        Path path = input.resolve(file);
        String text = Files.readString(Files.exists(path) ? path : REGISTERS.resolve(file));
        Files.writeString(path, text + row + "\n");
        return input;
    }

    private Path input() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input-" + runs++));
        try (Stream<Path> files = Files.list(BASE)) {
            for (Path file : files.toList()) {
                Files.copy(file, input.resolve(file.getFileName().toString()));
            }
        }
        return input;
    }

    /** What came of an input: for each line of KAIXIN-2025 the shares to instruct; nothing where no run is published. */
    private record Result(boolean stops, Map<String, Long> toInstruct) {

        private long ofYearTwo() {
            return toInstruct.entrySet().stream()
                    .filter(line -> line.getKey().startsWith("2 "))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    private static Result run(Path input) throws IOException {
        return run(input, AS_OF);
    }

    private static Result run(Path input, LocalDate today) throws IOException {
        Answer answer = AgreementLookup.find(input, Optional.of(AS_OF), today, Optional.of("KAIXIN-2025"));
        Map<String, Long> toInstruct = new TreeMap<>();
        if (answer instanceof Answer.Found found) {
            found.result()
                    .determination()
                    .instructions()
                    .forEach(line -> toInstruct.put(
                            line.assessmentYear() + " " + line.tranche().number(),
                            line.toInstruct().wholeCount()));
        }
        return new Result(answer instanceof Answer.Rejected, toInstruct);
    }
}
