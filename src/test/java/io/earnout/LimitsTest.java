package io.earnout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** What is larger than any earn-out needs is refused with words, and is not read until memory or disk is full. */
@DisplayName("An input beyond the limits")
@Tag("nothing-lost")
class LimitsTest {

    private static final Path SOUND = CaseFolders.input("delay-issuer-and-agent");
    private static final String TRANSFER = ",1,1,release,1,2027-01-27,T-";

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");

    @BeforeEach
    void beginsWithASoundInput() throws IOException {
        input = folder.resolve("input");
        FileSystemUtils.copyRecursively(SOUND, input);
    }

    private void assertRefused(String code, String file, String message) throws IOException {
        TestRun run = TestRun.of(input, folder.resolve("output"));
        assertEquals(65, run.exit(), run.err());
        assertFalse(Files.exists(run.outputFolder().resolve("latest")), "nothing is published");
        assertTrue(run.err().contains(message), run.err());
        List<String> rejected = run.written();
        assertEquals(1, rejected.size(), rejected.toString());
        List<Map<String, String>> rows =
                Csv.rows(Files.readString(run.outputFolder().resolve(rejected.get(0))));
        assertTrue(
                rows.stream()
                        .anyMatch(row -> Csv.cell(row, "code").equals(code)
                                && Csv.cell(row, "file").equals(file)),
                rows.toString());
    }

    /** Files that claim a size and hold nothing: they cost no disk, and to read them would take long. */
    @ParameterizedTest(name = "{0} of more than {1} bytes")
    @CsvSource({
        "agreements.csv, 2147483648",
        "audited-revenue.csv, 2147483648",
        "approved-firms.csv, 2147483648",
        "holidays.csv, 4194304",
        "run.properties, 65536",
        "notes.txt, 2147483648"
    })
    void aFileThatIsTooLarge(String name, long most) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(input.resolve(name).toFile(), "rw")) {
            file.setLength(most + 1);
        }
        assertRefused("FILE_TOO_LARGE", name, name + ": the file is larger than the " + most + " bytes");
    }

    @Test
    void moreFilesThanThereCanBe() throws IOException {
        for (int part = 0; part < 500; part++) {
            Files.copy(input.resolve("audited-revenue.csv"), input.resolve("audited-revenue-" + part + ".csv"));
        }
        assertRefused("TOO_MANY_FILES", "", "files, more than 500");
    }

    @Test
    void asManyPartsAsThereMayBeAreRead() throws IOException {
        String header = Files.readAllLines(input.resolve("audited-revenue.csv")).get(0);
        for (int part = 0; part < 480; part++) {
            Files.writeString(input.resolve("audited-revenue-" + part + ".csv"), header + "\n");
        }
        TestRun run = TestRun.of(input, folder.resolve("output"));
        assertTrue(run.exit() == 0 || run.exit() == 2, run.err());
        assertEquals(
                TestRun.of(SOUND, folder.resolve("sound")).text("release-instructions.csv"),
                run.text("release-instructions.csv"));
    }

    /** In the order of the ids, and so that they must be sorted first. */
    @ParameterizedTest(name = "an agreement with more rows than any has, {0}")
    @ValueSource(strings = {"in order", "shuffled"})
    void anAgreementWithTooManyRows(String order) throws IOException {
        int rows = 600_000;
        StringBuilder transfers = new StringBuilder(
                Files.readAllLines(input.resolve("transfers.csv")).get(0) + "\n");
        for (int row = 0; row < rows; row++) {
            String id = order.equals("shuffled") && row % 1_000 == 7 ? "A-NOBODY-KNOWS" : "KAIXIN-2025";
            transfers.append(id).append(TRANSFER).append(row).append('\n');
        }
        Files.writeString(input.resolve("transfers.csv"), transfers, UTF_8);
        assertRefused("AGREEMENT_TOO_LARGE", "transfers.csv", "with this row the agreement has more than 20000 rows");
    }

    @Test
    void asManyRowsAsAnAgreementMayHaveAreRead() throws IOException {
        StringBuilder prices = new StringBuilder();
        int rows = 20_000;
        for (Path file : List.of(
                input.resolve("agreements.csv"),
                input.resolve("assessment-years.csv"),
                input.resolve("audited-revenue.csv"),
                input.resolve("approved-firms.csv"),
                input.resolve("joint-instructions.csv"),
                input.resolve("transfers.csv"),
                input.resolve("share-prices.csv"))) {
            rows -= Files.readAllLines(file).size() - 1;
        }
        for (int row = 0; row < rows; row++) {
            prices.append("KAIXIN-2025,")
                    .append(TestRun.TODAY.minusDays(row + 30_000L))
                    .append(",1.00,USD\n");
        }
        Files.writeString(input.resolve("share-prices.csv"), prices, UTF_8, StandardOpenOption.APPEND);
        TestRun run = TestRun.of(input, folder.resolve("output"));
        assertTrue(run.exit() == 0 || run.exit() == 2, run.err());
    }

    /** To open one would wait until somebody writes into it, for ever. */
    @ParameterizedTest(name = "a pipe instead of {0}")
    @ValueSource(strings = {"agreements.csv", "audited-revenue-2.csv", "holidays.csv", "run.properties"})
    void aPipeIsNoFile(String name) throws IOException, InterruptedException {
        Files.deleteIfExists(input.resolve(name));
        assumeTrue(
                new ProcessBuilder("mkfifo", input.resolve(name).toString())
                                .start()
                                .waitFor()
                        == 0,
                "left out: this system has no pipes");
        assertRefused("FILE_UNREADABLE", name, name + ": the file can't be read");
    }
}
