package io.earnout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.cli.ExitCode;
import io.earnout.cli.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two published runs, one after the other, and everything that can be otherwise afterwards. */
@DisplayName("The proof of a run")
@Tag("nothing-lost")
class VerifyTest {

    private static final Path FIRST = CaseFolders.input("kaixin-five-years");

    /** In each file. */
    private static final int CHANGES = Attempts.size("changed-bytes", 3, 200);

    @TempDir
    private static Path once = Path.of("");

    private static Path second = Path.of("");
    private static final List<Path> PUBLISHED = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private Path output = Path.of("");
    private final List<Path> runs = new ArrayList<>();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeAll
    static void publishesTwoRuns() throws IOException {
        second = once.resolve("second");
        Files.createDirectories(second);
        try (Stream<Path> files = Files.list(FIRST)) {
            for (Path file : files.toList()) {
                Files.copy(file, second.resolve(file.getFileName()));
            }
        }
        Path revenue = second.resolve("audited-revenue.csv");
        String rows = Files.readString(revenue);
        Files.writeString(revenue, rows.substring(0, rows.stripTrailing().lastIndexOf('\n') + 1));
        PUBLISHED.add(TestRun.of(FIRST, once.resolve("output")).published());
        PUBLISHED.add(TestRun.of(second, once.resolve("output")).published());
    }

    @BeforeEach
    void copiesThem() throws IOException {
        output = folder.resolve("output");
        SharedRuns.copy(once.resolve("output"), output);
        for (Path run : PUBLISHED) {
            runs.add(output.toRealPath().resolve(run.getFileName()));
        }
    }

    private ExitCode verify(String which, Optional<Path> input) {
        told.reset();
        PrintStream stream = new PrintStream(told, true, UTF_8);
        return new Verify(stream, stream, TestRun.VERSION).execute(output, which, input);
    }

    private String told() {
        return told.toString(UTF_8);
    }

    @Test
    void whatNobodyTouchedIsProven() {
        assertEquals(ExitCode.DONE, verify("all", Optional.empty()), told());
        assertEquals(2, told().lines().count(), told());
        assertEquals(ExitCode.DONE, verify("latest", Optional.empty()), told());
    }

    @Test
    void theSameInputGivesTheSameBytesAgain() {
        assertEquals(ExitCode.DONE, verify(runs.get(0).toString(), Optional.of(FIRST)), told());
        assertEquals(ExitCode.DONE, verify("latest", Optional.of(second)), told());
        assertTrue(told().contains("the same bytes again"), told());
    }

    @Test
    void aByteThatIsOtherwiseAnywhereIsFound() throws IOException {
        Attempts tries = new Attempts("a byte of a published run changed");
        Random random = new Random(CHANGES);
        for (Path file : files(runs.get(0))) {
            byte[] bytes = Files.readAllBytes(file);
            for (int change = 0; change < CHANGES; change++) {
                int at = change == 0 ? 0 : change == 1 ? bytes.length - 1 : random.nextInt(bytes.length);
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, changed);
                boolean found = verify("all", Optional.empty()) == ExitCode.INPUT_REJECTED;
                tries.tried(found ? "found" : "missed");
                if (!found || !told().contains(name(file))) {
                    tries.lost(file + " byte " + at + ": " + told());
                }
            }
            Files.write(file, bytes);
        }
        assertEquals(ExitCode.DONE, verify("all", Optional.empty()), told());
        tries.assertNothingLost();
    }

    @Test
    void aFileThatWasChangedIsNamed() throws IOException {
        changeTheShares(runs.get(0).resolve("positions.csv"));
        assertEquals(ExitCode.INPUT_REJECTED, verify(name(runs.get(0)), Optional.empty()));
        assertEquals(
                List.of(name(runs.get(0)) + ": not as it was published", "  positions.csv was changed"),
                told().lines().toList());
        assertEquals(ExitCode.INPUT_REJECTED, verify("all", Optional.empty()));
        assertTrue(told().contains(name(runs.get(1)) + ": unchanged"), told());
    }

    @Test
    void aManifestOfAnotherVersionIsNotRead() throws IOException {
        Path manifest = runs.get(0).resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"schema_version\": 3", "\"schema_version\": 9"));
        for (Optional<Path> input : List.of(Optional.<Path>empty(), Optional.of(FIRST))) {
            assertEquals(ExitCode.INPUT_REJECTED, verify(name(runs.get(0)), input));
            assertTrue(told().contains("verify the run with the version that wrote it"), told());
            assertEquals(2, told().lines().count(), told());
        }
    }

    @Test
    void aFileThatIsMissingOrAddedIsNamed() throws IOException {
        for (Path file : files(runs.get(0))) {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            assertEquals(ExitCode.INPUT_REJECTED, verify("all", Optional.empty()), file.toString());
            assertTrue(told().contains(name(file) + " is missing"), told());
            Files.write(file, bytes);
        }
        Path added = Files.writeString(runs.get(0).resolve("added.csv"), "");
        assertEquals(ExitCode.INPUT_REJECTED, verify("all", Optional.empty()));
        assertTrue(told().contains("added.csv was added"), told());
        Files.delete(added);
    }

    @Test
    void aRunThatWasTakenOutOfTheChainIsMissed() throws IOException {
        Files.move(runs.get(0), folder.resolve("taken-away"));
        assertEquals(ExitCode.INPUT_REJECTED, verify("latest", Optional.empty()));
        assertTrue(told().contains("the previous run"), told());
    }

    @Test
    void aFolderUnderAnotherNameIsFound() throws IOException {
        Files.move(runs.get(0), output.resolve("2031-02-10-0123456789ab"));
        assertEquals(ExitCode.INPUT_REJECTED, verify("all", Optional.empty()));
        assertTrue(told().contains("not named after its input"), told());
    }

    @Test
    void theFirstByteThatDiffersIsNamedWhereTheInputWasKept() throws IOException {
        Path positions = runs.get(0).resolve("positions.csv");
        String rows = Files.readString(positions);
        int at = changeTheShares(positions);
        assertEquals(ExitCode.INPUT_REJECTED, verify(runs.get(0).toString(), Optional.of(FIRST)));
        assertTrue(
                told().contains("positions.csv differs first at byte " + (at + 1)
                        + ", line 2: published \"9\", recomputed \"" + rows.charAt(at) + "\""),
                told());
    }

    @Test
    void aManifestThatWasChangedIsNotGoneByToComputeTheRunAgain() throws IOException {
        Path manifest = runs.get(0).resolve("manifest.json");
        String written = Files.readString(manifest);
        for (String changed : List.of("", "{", written.replace("\"as_of\": \"2031", "\"as_of\": \"soon"), "\u00ff")) {
            Files.writeString(manifest, changed, ISO_8859_1);
            assertEquals(ExitCode.INPUT_REJECTED, verify(runs.get(0).toString(), Optional.of(FIRST)), changed);
            assertTrue(told().contains("manifest.json was changed"), told());
        }
    }

    @Test
    void anotherInputIsNotTakenForTheRunsOwn() {
        assertEquals(ExitCode.INPUT_REJECTED, verify("latest", Optional.of(FIRST)));
        assertTrue(told().contains("is not that of the run"), told());
    }

    @Test
    void aRunThatIsNotThereIsNoProof() {
        assertEquals(ExitCode.WRONG_COMMAND_LINE, verify("2031-02-10-000000000000", Optional.empty()));
        output = folder.resolve("nowhere");
        assertEquals(ExitCode.WRONG_COMMAND_LINE, verify("all", Optional.empty()));
        assertEquals(ExitCode.WRONG_COMMAND_LINE, verify("latest", Optional.empty()));
    }

    /** The second digit of the shares becomes a nine; its place. */
    private static int changeTheShares(Path positions) throws IOException {
        String rows = Files.readString(positions);
        int at = rows.indexOf('\n') + "\nKAIXIN-2025,1".length();
        Files.writeString(positions, rows.substring(0, at) + "9" + rows.substring(at + 1));
        return at;
    }

    private static List<Path> files(Path run) throws IOException {
        try (Stream<Path> all = Files.walk(run)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
