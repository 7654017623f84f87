package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions that need no run: what is asked wrongly, what can't be answered, and what an answer leaves behind. */
class QuestionsTest {

    private static final String EXAMPLE = "input";
    private static final String KAIXIN = "src/test/resources/cases/kaixin-five-years/input";
    private static final Map<String, String> TERMINAL = Map.of("TERM", "xterm-256color");
    private static final String ESCAPE = "\u001B";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "no agreement                | explain                              | Missing required parameter",
                "an unknown agreement        | explain KAIXIN                       | there is KAIXIN-2025",
                "in small letters            | explain kaixin-2025                  | there is KAIXIN-2025",
                "a year that it hasn't       | explain KAIXIN-2025 6                | it has the years 1 to 5",
                "year nought                 | explain KAIXIN-2025 0                | \"0\" is not an assessment year",
                "a year in words             | explain KAIXIN-2025 third            | \"third\" is not an assessment year",
                "one word too many           | explain KAIXIN-2025 3 4              | '4'",
                "an option of the run        | explain KAIXIN-2025 --output x       | this command writes no run",
                "the same before the command | --output x explain KAIXIN-2025       | this command writes no run",
                "no such day                 | explain KAIXIN-2025 --as-of 2031-02-29 | is not a valid date in the form YYYY-MM-DD",
                "before it was signed        | explain KAIXIN-2025 --as-of 2020-01-01 | signed after the as-of date",
                "an unknown question         | explian KAIXIN-2025                  | explian",
                "nothing assumed             | what-if                              | --revenue",
                "no such point               | what-if --reading offset=none        | names no open point",
                "no choice                   | what-if --reading missed_target      | is no choice of missed_target",
                "an unknown choice           | what-if --reading missed_target=stop | one of reduce, block",
                "a point twice               | what-if --reading missed_target=block --reading missed_target=block | a second time",
                "no target                   | what-if --target 3=0                 | a target is above zero",
                "a target of no year         | what-if --target =1                  | names no assessment year",
                "a target in words           | what-if --target 3=much              | has no valid amount",
                "a target of no such year    | what-if --agreement KAIXIN-2025 --target 6=1 | it has the years 1 to 5",
                "which agreement             | what-if --revenue 3=1                | name it with --agreement",
                "an unknown one              | what-if --agreement X --revenue 3=1  | no agreement \"X\"",
                "no year                     | what-if --revenue 900000000          | names no assessment year",
                "no amount                   | what-if --revenue 3=                 | has no valid amount",
                "a year in words             | what-if --revenue three=1            | names no assessment year",
                "a negative year             | what-if --revenue -3=1               | names no assessment year",
                "thousands separators        | what-if --revenue 3=900,000,000      | has no valid amount",
                "three decimals              | what-if --revenue 3=1.005            | has no valid amount",
                "below nothing               | what-if --revenue 3=-1               | has no valid amount",
                "an exponent                 | what-if --revenue 3=9e8              | has no valid amount",
                "a currency sign             | what-if --revenue 3=\u00A5900        | has no valid amount",
                "digits of another script    | what-if --revenue 3=\u0669           | has no valid amount",
                "more than any amount        | what-if --revenue 3=100000000000000.01 | has no valid amount",
                "a year twice                | what-if --revenue 3=1 --revenue 3=2  | names year 3 a second time",
                "a year that it hasn't       | what-if --agreement KAIXIN-2025 --revenue 6=1 | it has the years 1 to 5"
            })
    void whatIsAskedWronglyIsToldAndEndsWith64(String because, String question, String told) {
        CliRun asked = CliRun.of(question.split(" "));
        assertEquals(64, asked.exit(), because + ": " + asked.err());
        assertTrue(asked.err().contains(told), because + ": " + asked.err());
        assertEquals("", asked.out(), because);
    }

    @Test
    void optionsMayStandBeforeTheQuestionOrAfterIt() {
        CliRun before = CliRun.of("--input", KAIXIN, "--as-of", "2029-06-01", "explain", "KAIXIN-2025", "3");
        CliRun after = CliRun.of("explain", "KAIXIN-2025", "3", "--as-of", "2029-06-01", "--input", KAIXIN);
        assertEquals(before, after);
        assertTrue(after.out().contains("as of 2029-06-01"), after.out());
        assertEquals(0, CliRun.of("explain", "--help").exit());
        assertEquals(0, CliRun.of("what-if", "--help").exit());
    }

    @Test
    void whatIsWrongWithTheAgreementIsShownAndEndsWith2() {
        CliRun asked = CliRun.of("explain", "EXAMPLE-AWAITED", "--input", EXAMPLE);
        assertEquals(2, asked.exit());
        assertTrue(asked.out().contains("REPORT_CONFLICT, year 1"), asked.out());
        assertTrue(asked.out().contains("audited-revenue.csv:2 supersedes"), asked.out());
    }

    @Test
    void anInputThatCantBeTrustedIsRefusedWithItsFaultsWhicheverAgreementTheyAreOf() throws IOException {
        Path input = copyOf(EXAMPLE);
        Path years = input.resolve("assessment-years.csv");
        Files.writeString(years, Files.readString(years).replace("EXAMPLE-ENDED,2,", "EXAMPLE-ENDED,3,"));
        for (String question : List.of("explain KAIXIN-2025", "what-if --agreement KAIXIN-2025 --revenue 3=1")) {
            CliRun asked = CliRun.of((question + " --input " + input).split(" "));
            assertEquals(65, asked.exit());
            assertTrue(asked.err().contains("assessment-years.csv:"), asked.err());
            assertTrue(asked.err().contains("EXAMPLE-ENDED"), asked.err());
            assertEquals("", asked.out());
        }
    }

    @Test
    void anAgreementWhoseTermsWereRejectedIsToldWithTheRow() throws IOException {
        Path input = copyOf(EXAMPLE);
        Path years = input.resolve("assessment-years.csv");
        Files.writeString(years, Files.readString(years).replace("2026-11-30,665000000,", "2026-11-30,665000000.005,"));
        CliRun asked = CliRun.of("explain", "KAIXIN-2025", "--input", input.toString());
        assertEquals(2, asked.exit(), asked.err());
        assertTrue(asked.err().contains("665000000.005"), asked.err());
        assertEquals(
                2,
                CliRun.of("explain", "EXAMPLE-AWAITED", "--input", input.toString())
                        .exit());
    }

    @Test
    void aMissingFolderIsNamed() {
        CliRun asked = CliRun.of(
                "explain", "KAIXIN-2025", "--input", folder.resolve("none").toString());
        assertEquals(65, asked.exit());
        assertTrue(asked.err().contains("none"), asked.err());
    }

    @Test
    void theFilesMayBeInAnyOrder() throws IOException {
        Path input = copyOf(EXAMPLE);
        for (String name : List.of("agreements.csv", "assessment-years.csv", "transfers.csv")) {
            List<String> lines = Files.readAllLines(input.resolve(name));
            TreeSet<String> backwards = new TreeSet<>(java.util.Comparator.reverseOrder());
            backwards.addAll(lines.subList(1, lines.size()));
            Files.writeString(input.resolve(name), lines.get(0) + "\n" + String.join("\n", backwards) + "\n");
        }
        String inOrder = CliRun.of("explain", "KAIXIN-2025", "--input", EXAMPLE).out();
        String shuffled =
                CliRun.of("explain", "KAIXIN-2025", "--input", input.toString()).out();
        assertEquals(withoutLines(inOrder), withoutLines(shuffled), "but for the lines, which are those of the files");
    }

    private static String withoutLines(String answer) {
        return answer.replaceAll("csv:[0-9]+", "csv").replaceAll(" +", " ");
    }

    @Test
    void anAnswerLeavesNothingBehind() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<String> before = earnoutFoldersIn(temporary);
        List<String> input = namesIn(Path.of(EXAMPLE));
        CliRun.of("explain", "KAIXIN-2025", "--input", EXAMPLE);
        CliRun.of("what-if", "--agreement", "KAIXIN-2025", "--revenue", "3=1", "--input", EXAMPLE);
        assertTrue(before.containsAll(earnoutFoldersIn(temporary)));
        assertEquals(input, namesIn(Path.of(EXAMPLE)));
    }

    private static List<String> earnoutFoldersIn(Path temporary) throws IOException {
        return namesIn(temporary).stream()
                .filter(name -> name.startsWith("earnout-question-"))
                .toList();
    }

    private static List<String> namesIn(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void colourIsOnlyForATerminalThatShowsItToSomebodyWhoWantsIt() {
        String[] question = {"explain", "EXAMPLE-DISPUTED", "--input", EXAMPLE};
        assertTrue(CliRun.of("out,err", TERMINAL, question).out().contains(ESCAPE), "on a terminal");
        assertTrue(
                CliRun.of("out", Map.of("TERM", "xterm", "NO_COLOR", ""), question)
                        .out()
                        .contains(ESCAPE),
                "an empty NO_COLOR says nothing");
        assertFalse(CliRun.of("", TERMINAL, question).out().contains(ESCAPE), "into a file");
        assertFalse(CliRun.of("err", TERMINAL, question).out().contains(ESCAPE), "only errors on the terminal");
        assertFalse(
                CliRun.of("out", Map.of("TERM", "xterm", "NO_COLOR", "1"), question)
                        .out()
                        .contains(ESCAPE),
                "NO_COLOR");
        assertFalse(CliRun.of("out", Map.of("TERM", "dumb"), question).out().contains(ESCAPE), "TERM=dumb");
        assertFalse(CliRun.of("out", Map.of(), question).out().contains(ESCAPE), "no TERM");
    }

    @Test
    void colourChangesNothingElse() {
        String[] question = {"what-if", "--agreement", "EXAMPLE-AWAITED", "--revenue", "3=1", "--input", EXAMPLE};
        String coloured = CliRun.of("out", TERMINAL, question).out();
        assertEquals(CliRun.of(question).out(), coloured.replaceAll(ESCAPE + "\\[[0-9]*m", ""));
    }

    @Test
    void namesOfAnyKindKeepTheLinesWithin100ColumnsAndHideNothing() throws IOException {
        Path input = copyOf(KAIXIN);
        Path reports = input.resolve("audited-revenue.csv");
        String hostile = "\u202Eevil \uD83D\uDE00 <script> & " + "\u6C7D\u8F66".repeat(140);
        Files.writeString(reports, Files.readString(reports).replace("INVENTED-AY3", hostile));
        for (String question : List.of("explain KAIXIN-2025", "what-if --revenue 3=900000000")) {
            CliRun asked = CliRun.of((question + " --input " + input).split(" "));
            assertTrue(
                    asked.out().contains("report evil"), asked.out()); // a report is named without what can't be seen
            assertFalse(asked.out().contains("\u202E"), "the mark itself");
            asked.out()
                    .lines()
                    .filter(line -> !line.startsWith("    ") || !line.contains(".csv")) // a row to paste
                    .forEach(line -> assertTrue(columns(line) <= 100, line));
        }
    }

    /** Two for what isn't Latin here. */
    private static int columns(String line) {
        return line.codePoints().map(c -> c > 0x2E80 ? 2 : 1).sum();
    }

    @Test
    void aPortfolioIsLookedThroughWhateverItsSize() throws IOException {
        Path input = Files.createDirectories(folder.resolve("portfolio"));
        StringBuilder agreements = new StringBuilder("agreement_id,consideration_shares,currency,signed_on\n");
        StringBuilder years =
                new StringBuilder("agreement_id,assessment_year,starts_on,ends_on,target_revenue,tranche_shares\n");
        for (int i = 0; i < 20_000; i++) {
            agreements.append(String.format("A-%05d,100,CNY,2025-01-01%n", i));
            years.append(String.format("A-%05d,1,2025-01-01,2025-12-31,1000,100%n", i));
        }
        Files.writeString(input.resolve("agreements.csv"), agreements.toString().replace("\r", ""));
        Files.writeString(
                input.resolve("assessment-years.csv"), years.toString().replace("\r", ""));
        Files.writeString(input.resolve("audited-revenue.csv"), """
                agreement_id,assessment_year,audited_revenue,report_id,firm,report_date
                A-17000,1,999.99,R,F,2026-01-05
                """, StandardCharsets.UTF_8);
        String in = input.toString();
        CliRun found = CliRun.of("explain", "A-17000", "--input", in, "--as-of", "2026-01-10");
        assertTrue(found.out().contains("99 999/1000 = 99999/1000, rounded down; remainder 999/1000"), found.out());
        CliRun unknown = CliRun.of("explain", "A-1700", "--input", in, "--as-of", "2026-01-10");
        assertEquals(64, unknown.exit());
        assertTrue(unknown.err().contains("the most similar of 20000 are A-17000, "), unknown.err());
    }

    private Path copyOf(String input) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        try (Stream<Path> files = Files.list(Path.of(input))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }
}
