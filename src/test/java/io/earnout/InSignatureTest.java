package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instruction on its way is progress in every view, with who is missing; its number can be left out where it is clear. */
@DisplayName("An instruction in signature")
class InSignatureTest {

    private static final LocalDate IN_TIME = LocalDate.of(2025, 2, 5);
    private static final String NUMBER = "DEMO-AY1-";

    @TempDir
    private Path folder = Path.of("");

    private TestRun run(LocalDate day, String furtherReport, String... instructions) throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        Files.writeString(input.resolve("agreements.csv"), """
                agreement_id,consideration_shares,currency,signed_on,deposited_on
                DEMO,1000000,CNY,2023-12-15,2023-12-20
                """);
        Files.writeString(input.resolve("assessment-years.csv"), """
                agreement_id,assessment_year,starts_on,ends_on,target_revenue,tranche_shares
                DEMO,1,2024-01-01,2024-12-31,100000000,500000
                DEMO,2,2025-01-01,2025-12-31,120000000,500000
                """);
        Files.writeString(input.resolve("audited-revenue.csv"), """
                agreement_id,assessment_year,audited_revenue,report_id,firm,report_date,received_on,supersedes
                DEMO,1,90000000,R-1,Harbin Audit,2025-01-10,2025-01-12,
                """ + furtherReport);
        Files.writeString(
                input.resolve("joint-instructions.csv"),
                "agreement_id,assessment_year,instruction_id,shares,signed_by_issuer_on,signed_by_purchaser_on,received_on\n"
                        + String.join("\n", instructions) + "\n");
        return TestRun.of(input, folder.resolve("output"), day);
    }

    private static Map<String, String> line(TestRun run) throws IOException {
        return Csv.rows(run.text("release-instructions.csv")).get(0);
    }

    private static List<String> errors(TestRun run) throws IOException {
        return Csv.rows(run.text("exceptions.csv")).stream()
                .filter(row -> Csv.cell(row, "severity").equals("error"))
                .map(row -> Csv.cell(row, "code"))
                .toList();
    }

    @Test
    void thatIsHalfSignedIsProgressAndNamesWhoIsMissing() throws IOException {
        TestRun run = run(IN_TIME, "", "DEMO,1,,450000,2025-02-04,,");

        assertEquals(0, run.exit(), run.err());
        assertEquals("AWAITING_SIGNATURE", Csv.cell(line(run), "status"));
        assertTrue(Csv.cell(line(run), "instruction_id").startsWith(NUMBER), "the number that was left out");
        String words = run.text("summary.txt").replaceAll("\\s+", " ");
        assertTrue(
                words.contains(
                        "purchaser: sign " + Csv.cell(line(run), "instruction_id") + ", which the issuer has signed"),
                words);
        assertTrue(
                run.text("summary.txt")
                        .contains("joint-instructions.csv:2 becomes: DEMO,1," + Csv.cell(line(run), "instruction_id")
                                + ",450000,2025-02-04,<purchaser signed on>,<received on>"),
                words);
        String report = run.text("reconciliation-report.html");
        assertTrue(report.contains("450,000 in signature"), "the first screen says so");
        assertFalse(report.contains("Holds, and how to lift them"), "nothing is held");
        CliRun explain = CliRun.of(
                "explain", "DEMO", "1", "--input", folder.resolve("input").toString(), "--as-of", "2025-02-05");
        assertTrue(explain.out().contains("which the issuer has signed"), explain.out());
        assertFalse(explain.out().contains("held by"), explain.out());
    }

    @Test
    void isLateOnceTheCourierShouldHaveHadItAndBothHaveNotSigned() throws IOException {
        String half = "DEMO,1,,450000,2025-02-04,,";
        assertEquals(0, run(LocalDate.of(2025, 2, 11), "", half).exit(), "the day of the courier");
        TestRun late = run(LocalDate.of(2025, 2, 12), "", half);
        assertEquals(2, late.exit());
        assertEquals(List.of("DOCUMENTS_LATE"), errors(late));
        String signed = "DEMO,1,,450000,2025-02-04,2025-02-11,";
        assertEquals(0, run(LocalDate.of(2025, 2, 14), "", signed).exit(), "it is on its way");
        assertEquals(2, run(LocalDate.of(2025, 2, 15), "", signed).exit(), "and should have arrived");
        assertEquals(
                2,
                run(LocalDate.of(2025, 2, 13), "", "DEMO,1,,450000,2025-02-04,2025-02-12,")
                        .exit(),
                "sent too late");
    }

    @Test
    void withoutANumberIsHeldIfNoDraftHasItsQuantity() throws IOException {
        TestRun run = run(IN_TIME, "", "DEMO,1,,450001,2025-02-04,2025-02-04,");

        assertEquals(2, run.exit());
        assertEquals(List.of("INSTRUCTION_UNKNOWN"), errors(run));
        assertTrue(run.text("exceptions.csv").contains("year 1 had none of 450,001 shares to sign"));
        assertEquals("HELD", Csv.cell(line(run), "status"));
    }

    @Test
    void withoutANumberIsHeldIfTwoDraftsHaveItsQuantity() throws IOException {
        String restated = "DEMO,1,90000000,R-1B,Harbin Audit,2025-01-20,2025-01-21,R-1\n";
        TestRun run = run(IN_TIME, restated, "DEMO,1,,450000,2025-02-04,2025-02-04,");

        assertEquals(2, run.exit());
        assertEquals(List.of("INSTRUCTION_AMBIGUOUS"), errors(run));
        assertTrue(run.text("exceptions.csv").contains("write the number of the paper that was signed"));
        assertEquals("HELD", Csv.cell(line(run), "status"));
        assertEquals(
                0,
                run(LocalDate.of(2025, 1, 16), "", "DEMO,1,,450000,2025-01-15,2025-01-15,")
                        .exit());
    }

    @Test
    void withoutANumberIsTheNextDraftWhereTheFirstOneIsOnRecord() throws IOException {
        String restated = "DEMO,1,95000000,R-1B,Harbin Audit,2025-01-20,2025-01-21,R-1\n";
        TestRun run =
                run(IN_TIME, restated, "DEMO,1,,450000,2025-01-15,2025-01-15,2025-01-27", "DEMO,1,,25000,2025-02-04,,");

        assertEquals(List.of(), errors(run));
        assertEquals("450000", Csv.cell(line(run), "instructed_shares"));
        assertEquals("25000", Csv.cell(line(run), "held_shares"));
    }
}
