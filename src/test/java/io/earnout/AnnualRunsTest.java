package io.earnout;

import static io.earnout.Portfolio.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run a year, each draft signed and transferred unchanged, gives what one run at the end gives; and once everything is
 * confirmed nothing is instructed any more.
 */
@Tag("thorough")
class AnnualRunsTest {

    private static final int AGREEMENTS = Attempts.size("annual.agreements", 8, 60);

    private static final LocalDate LAST_DAY = LocalDate.of(2031, 2, 20);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theWorkedAgreementInstructsItsFiveYearsStepByStep() throws IOException {
        Portfolio portfolio = Portfolio.ofKaixin(
                folder.resolve("input"), 532_000_000, 878_400_000, 644_000_000, 1_062_000_000, 779_200_000);

        Map<String, Long> confirmed = fiveAnnualRuns(portfolio);

        assertEquals(
                Map.of(
                        "KAIXIN 1 1", 2_400_000L,
                        "KAIXIN 2 1", 300_000L,
                        "KAIXIN 2 2", 3_000_000L,
                        "KAIXIN 3 3", 2_400_000L,
                        "KAIXIN 4 1", 202_712L,
                        "KAIXIN 4 3", 97_288L,
                        "KAIXIN 4 4", 3_000_000L,
                        "KAIXIN 5 5", 2_400_000L),
                confirmed,
                "the rerun R02 of the worked cases, by assessment year and tranche");
    }

    @Test
    void randomAgreementsGiveYearByYearWhatOneRunAtTheEndGives() throws IOException {
        TestRun once = TestRun.of(
                Portfolio.ofInvented(folder.resolve("once"), AGREEMENTS, 7).input(),
                folder.resolve("out-once"),
                LAST_DAY);
        assertEquals(2, once.exit(), once.err());

        Map<String, Long> confirmed = fiveAnnualRuns(Portfolio.ofInvented(folder.resolve("input"), AGREEMENTS, 7));

        assertEquals(byLine(lines(once), "shares_to_instruct"), confirmed);
    }

    /** What was confirmed in the end, by agreement, assessment year and tranche. */
    private Map<String, Long> fiveAnnualRuns(Portfolio portfolio) throws IOException {
        for (int year = 1; year <= Portfolio.YEARS; year++) {
            LocalDate asOf = Portfolio.endOf(year).plusDays(30);
            TestRun run = TestRun.of(portfolio.input(), folder.resolve("output"), asOf);
            assertEquals(0, run.exit(), run.err());
            List<Map<String, String>> lines = lines(run);
            for (Map<String, String> line : lines) {
                boolean ofThisYear = number(line, "assessment_year") == year;
                assertEquals(ofThisYear ? "TO_INSTRUCT" : "CONFIRMED", Csv.cell(line, "status"), line::toString);
            }
            portfolio.sign(lines, asOf.plusDays(2));
            portfolio.move(Portfolio.asDrafted(lines, asOf.plusDays(6)));
        }
        TestRun last = TestRun.of(portfolio.input(), folder.resolve("output"), LAST_DAY);
        assertEquals(0, last.exit(), last.err());
        assertNothingIsLeft(last, portfolio.ids().size());
        return byLine(lines(last), "confirmed_shares");
    }

    private static void assertNothingIsLeft(TestRun last, int agreements) throws IOException {
        for (Map<String, String> line : lines(last)) {
            assertEquals("CONFIRMED", Csv.cell(line, "status"), line::toString);
            assertEquals(number(line, "entitled_shares"), number(line, "confirmed_shares"), line::toString);
        }
        List<Map<String, String>> positions = Csv.rows(last.text("positions.csv"));
        assertEquals(agreements, positions.size());
        for (Map<String, String> position : positions) {
            assertEquals(0, number(position, "check"));
            assertEquals(0, number(position, "releasable"));
            assertEquals(
                    number(position, "consideration_shares"),
                    number(position, "confirmed_released") + number(position, "deducted"),
                    position::toString);
        }
        for (Map<String, String> exception : Csv.rows(last.text("exceptions.csv"))) {
            assertEquals("note", Csv.cell(exception, "severity"), exception::toString);
        }
        assertTrue(last.text("delays.csv").lines().count() == 1, "nothing was late");
    }

    private static List<Map<String, String>> lines(TestRun run) throws IOException {
        return Csv.rows(run.text("release-instructions.csv"));
    }

    private static Map<String, Long> byLine(List<Map<String, String>> lines, String column) {
        Map<String, Long> byLine = new TreeMap<>();
        for (Map<String, String> line : lines) {
            byLine.put(
                    Csv.cell(line, "agreement_id") + " " + Csv.cell(line, "assessment_year") + " "
                            + Csv.cell(line, "tranche_year"),
                    number(line, column));
        }
        return byLine;
    }
}
