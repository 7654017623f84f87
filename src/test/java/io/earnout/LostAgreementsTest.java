package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** An agreement of the previous run doesn't vanish from the latest run without a word. */
@DisplayName("An agreement that the previous run had")
class LostAgreementsTest {

    private static final LocalDate DAY = LocalDate.of(2028, 2, 10);
    private static final Path BASE = Path.of("src/test/resources/errors/base");

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");

    @BeforeEach
    void copiesThePortfolio() throws IOException {
        input = folder.resolve("input");
        restore();
    }

    private void restore() throws IOException {
        FileSystemUtils.deleteRecursively(input);
        FileSystemUtils.copyRecursively(BASE.resolve("input"), input);
        FileSystemUtils.copyRecursively(BASE.resolve("registers"), input);
    }

    private TestRun run() {
        return run(DAY);
    }

    private TestRun run(LocalDate day) {
        return TestRun.of(input, folder.resolve("output"), day);
    }

    private void replace(String file, String was, String is) throws IOException {
        String text = Files.readString(input.resolve(file));
        assertTrue(text.contains(was), file + " has no " + was);
        Files.writeString(input.resolve(file), text.replace(was, is));
    }

    private void remove(String id) throws IOException {
        for (String file : List.of(
                "agreements.csv",
                "assessment-years.csv",
                "audited-revenue.csv",
                "approved-firms.csv",
                "adjustments.csv",
                "dividends.csv",
                "joint-instructions.csv",
                "parties.csv",
                "share-prices.csv",
                "suspensions.csv",
                "transfers.csv")) {
            List<String> rows = Files.readAllLines(input.resolve(file)).stream()
                    .filter(row -> !row.startsWith(id))
                    .toList();
            Files.writeString(input.resolve(file), String.join("\n", rows) + "\n");
        }
    }

    private static List<String> lost(TestRun run) throws IOException {
        return Csv.rows(run.text("exceptions.csv")).stream()
                .filter(row -> Csv.cell(row, "code").equals("AGREEMENT_LOST"))
                .map(row -> Csv.cell(row, "value"))
                .toList();
    }

    @ParameterizedTest(name = "{0} is at fault")
    @CsvSource({
        "KAIXIN-2025, agreements.csv, 'Ordinary Smile,2025-12-02', 'Ordinary Smile,2 Dec 25'",
        "LANZHOU-2025, agreements.csv, 'LANZHOU-2025,3000000', 'LANZHOU-2025,three'",
        "LANZHOU-2025, assessment-years.csv, '140000000,1000000', ',1000000'"
    })
    void isToldOnceWhenItsTermsAreAtFault(String id, String file, String was, String is) throws IOException {
        assertEquals(0, run().exit());
        replace(file, was, is);
        TestRun second = run();
        assertEquals(2, second.exit(), second.err());
        assertEquals(List.of(id), lost(second));
        assertTrue(
                second.err()
                        .contains(
                                "\"" + id + "\" was in the previous run and is not in this one: a row with its terms"),
                second.err());
        assertEquals(
                List.of(id + ",,,agreement,there,,AGREEMENT_LOST: its terms are invalid"),
                second.text("changes.csv").lines().skip(1).toList());
        Files.writeString(input.resolve("run.properties"), "as-of=2028-02-10\n\n");
        assertEquals(List.of(), lost(run()), "the previous run had not got it any more");
    }

    @Test
    void isToldWhenItIsGoneAndWhenARunWithoutItIsTheLatestAgain() throws IOException {
        run();
        remove("LANZHOU");
        TestRun second = run();
        assertEquals(2, second.exit(), second.err());
        assertEquals(List.of("LANZHOU-2025"), lost(second));
        restore();
        TestRun third = run();
        assertEquals(0, third.exit(), third.err());
        remove("LANZHOU");
        TestRun fourth = run();
        assertEquals(2, fourth.exit(), "it was published before, but the latest run has the agreement");
        assertTrue(fourth.err().contains("AGREEMENT_LOST: \"LANZHOU-2025\""), fourth.err());
        assertEquals(2, run().exit(), "now the latest run is this one, and ends as it did");
    }

    @ParameterizedTest(name = "all at fault in {0}, after another run: {3}")
    @CsvSource({
        "agreements.csv, 2025-12-02, 2 Dec 2025, true",
        "agreements.csv, 2025-12-02, 2 Dec 2025, false",
        "assessment-years.csv, 000000, 000000.001, true",
        "assessment-years.csv, 2026-12-01, 1-Dec-26, false"
    })
    void aRunThatLostAllOfThemIsRefused(String file, String was, String is, boolean after) throws IOException {
        String latest = after ? run().published().getFileName().toString() : "";
        replace(file, was, is);
        TestRun second = run();
        assertEquals(65, second.exit(), second.err());
        assertTrue(second.err().contains("no agreement can be settled: the terms of all that the files name (2)"));
        if (after) {
            assertEquals(latest, second.published().getFileName().toString());
        } else {
            assertFalse(Files.exists(second.outputFolder().resolve("latest")));
        }
    }

    @Test
    void aRunWithoutAnyIsRefusedWhereTheRunBeforeHadSome() throws IOException {
        LocalDate beforeItsSignature = LocalDate.of(2025, 12, 1);
        TestRun first = TestRun.of(input, folder.resolve("alone"), beforeItsSignature);
        assertEquals(0, first.exit(), "nothing was signed, and nothing is lost: " + first.err());
        run();
        TestRun second = run(beforeItsSignature);
        assertEquals(65, second.exit(), second.err());
        assertTrue(
                second.err().contains("no agreement is known on 2025-12-01, and the previous run had 2"), second.err());
        for (String file : List.of("agreements.csv", "assessment-years.csv")) {
            restore();
            Files.writeString(
                    input.resolve(file), Files.readAllLines(input.resolve(file)).get(0) + "\n");
            assertEquals(65, run().exit(), file + " without a row");
        }
    }
}
