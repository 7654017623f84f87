package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Same inputs, same bytes, whatever the order of rows and files; and what was published is left as it is. */
final class SameInputsSameBytesTest {

    private static final Path PORTFOLIO = CaseFolders.input("several-agreements-shuffled");
    private static final LocalDate AS_OF = LocalDate.of(2028, 1, 20);

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void copiesThePortfolio() throws IOException {
        input = Files.createDirectories(folder.resolve("input"));
        output = folder.resolve("output");
        try (Stream<Path> files = Files.list(PORTFOLIO)) {
            for (Path file : files.toList()) {
                Files.copy(file, input.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void theSecondRunHasNothingNewToSayAndLeavesTheFolderAlone() throws IOException {
        TestRun first = TestRun.of(input, output);
        Map<String, FileTime> before = timesIn(first.published());

        TestRun second = TestRun.of(input, output);

        assertEquals(first.exit(), second.exit(), "it ends as the first did");
        assertEquals(
                "no change: this input was already processed; see OUTPUT/2028-01-20-DIGEST\n"
                        + first.out().lines().skip(1).collect(Collectors.joining("\n", "", "\n")),
                second.seen(second.out()),
                "and says again what is to be done");
        assertEquals(
                "something needs a person: see OUTPUT/2028-01-20-DIGEST/exceptions.csv\n", second.seen(second.err()));
        assertEquals(before, timesIn(first.published()));
    }

    @Test
    void aSecondOutputFolderGetsTheSameBytes() throws IOException {
        TestRun one = SharedRuns.of(PORTFOLIO);
        TestRun other = TestRun.of(input, output);

        assertEquals(
                one.published().getFileName(), other.published().getFileName(), "the folder is named by the content");
        assertEquals(bytesIn(one.published()), bytesIn(other.published()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shuffledRowsInOtherPartsGiveTheSameFiles(long seed) throws IOException {
        Map<String, String> usual = SharedRuns.of(PORTFOLIO).csvFiles();
        Random random = new Random(seed);
        shuffle("agreements.csv", random);
        shuffle("assessment-years.csv", random);
        shuffle("approved-firms.csv", random);
        split("audited-revenue-2027.csv", random);
        split("audited-revenue-2026.csv", random);

        Map<String, String> shuffled = TestRun.of(input, output).csvFiles();

        usual.remove("exceptions.csv"); // it names lines
        shuffled.remove("exceptions.csv");
        assertEquals(usual, shuffled);
    }

    @Test
    void theDayOnTheCommandLineGivesWhatTheSameDayInRunPropertiesGives() throws IOException {
        Map<String, String> pinned = SharedRuns.of(PORTFOLIO).csvFiles();
        Files.delete(input.resolve("run.properties"));

        assertEquals(pinned, TestRun.of(input, output, AS_OF).csvFiles());
    }

    @Test
    void theDayOnTheCommandLineWins() throws IOException {
        Files.writeString(input.resolve("run.properties"), "as-of=2030-01-01\n");

        TestRun run = TestRun.of(input, output, AS_OF);

        assertTrue(run.published().getFileName().toString().startsWith("2028-01-20-"), run.out());
    }

    @Test
    void withoutAnyDayTheRunIsAsOfToday() throws IOException {
        Files.delete(input.resolve("run.properties"));

        TestRun run = TestRun.of(input, output);

        assertTrue(run.published().getFileName().toString().startsWith(TestRun.TODAY + "-"), run.out());
    }

    @Test
    void aPublishedFileThatWasChangedAfterwardsIsReported() throws IOException {
        TestRun first = TestRun.of(input, output);
        Path releases = first.published().resolve("release-instructions.csv");
        Files.writeString(releases, Files.readString(releases).replace(",360,", ",400,"));

        TestRun second = TestRun.of(input, output);

        assertEquals(73, second.exit());
        assertTrue(second.err().contains("release-instructions.csv was changed"), second.err());
        assertTrue(Files.readString(releases).contains(",400,"), "evidence is left alone");
    }

    @Test
    void aPublishedFileThatIsMissingIsReported() throws IOException {
        TestRun first = TestRun.of(input, output);
        Files.delete(first.published().resolve("positions.csv"));

        TestRun second = TestRun.of(input, output);

        assertEquals(73, second.exit());
        assertTrue(second.err().contains("positions.csv is missing"), second.err());
    }

    @Test
    void aDeletedFolderIsMadeAgainIdentically() throws IOException {
        TestRun first = TestRun.of(input, output);
        Path published = first.published();
        Map<String, String> bytes = bytesIn(published);
        delete(published);

        TestRun second = TestRun.of(input, output);

        assertEquals(2, second.exit(), second.err());
        assertEquals(bytes, bytesIn(published));
    }

    @Test
    void aLostJobRepositoryHindersNothing() throws IOException {
        Map<String, String> bytes = bytesIn(TestRun.of(input, output).published());
        delete(output.resolve(".repository"));
        Files.writeString(input.resolve("run.properties"), "as-of=2028-01-21\n");
        assertEquals(2, TestRun.of(input, output).exit());
        Files.writeString(input.resolve("run.properties"), "as-of=2028-01-20\n");

        TestRun again = TestRun.of(input, output);

        assertTrue(again.out().startsWith("no change"), again.out());
        assertEquals(bytes, bytesIn(again.published()), "and latest points to it again");
    }

    @Test
    void aRejectedInputLeavesEarlierRunsAndLatestAlone() throws IOException {
        TestRun first = TestRun.of(input, output);
        Path published = first.published();
        Map<String, FileTime> before = timesIn(published);
        String years = Files.readString(input.resolve("assessment-years.csv"));
        Files.writeString(input.resolve("assessment-years.csv"), years.replace(",600", ",601"));

        TestRun second = TestRun.of(input, output);

        assertEquals(65, second.exit());
        assertEquals(published, second.published());
        assertEquals(before, timesIn(published));

        Files.writeString(input.resolve("assessment-years.csv"), years);
        assertEquals(2, TestRun.of(input, output).exit(), "and the corrected input is settled");
    }

    @Test
    void aRejectedInputIsRejectedAgain() throws IOException {
        Files.delete(input.resolve("agreements.csv"));
        TestRun first = TestRun.of(input, output);
        TestRun second = TestRun.of(input, output);

        assertEquals(65, second.exit());
        assertEquals(first.err(), second.err());
        assertEquals(1, second.written().size());
    }

    @Test
    void whileAnotherRunHoldsTheLockNothingIsDone() throws IOException {
        Files.createDirectories(output);
        try (FileChannel channel =
                        FileChannel.open(output.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertTrue(lock.isValid());
            TestRun run = TestRun.of(input, output);
            assertEquals(75, run.exit());
            assertEquals(List.of(), run.written());
            assertTrue(run.err().contains("another run is at work"), run.err());
        }
        assertEquals(2, TestRun.of(input, output).exit(), "the lock dies with its holder");
    }

    @Test
    void anInputFileThatCannotBeReadIsAFaultOfTheInputAndNotOfTheOutput() throws IOException {
        Path unreadable = Path.of("/proc/self/mem"); // there for everybody, and an error for whoever reads it
        assumeTrue(Files.isRegularFile(unreadable));
        Files.delete(input.resolve("agreements.csv"));
        Files.createSymbolicLink(input.resolve("agreements.csv"), unreadable);

        TestRun run = TestRun.of(input, output);

        assertEquals(65, run.exit(), run.err());
        assertTrue(run.err().contains("agreements.csv: the file can't be read"), run.err());
    }

    @Test
    void aFileInPlaceOfTheOutputFolderIsToldAsSuch() throws IOException {
        Files.writeString(output, "not a folder");

        TestRun run = TestRun.of(input, output);

        assertEquals(73, run.exit());
        assertTrue(run.err().contains("the output can't be written"), run.err());
        assertTrue(run.err().contains(output.toString()), run.err());
    }

    @Test
    void whatAKilledRunLeftBehindIsSweptAway() throws IOException {
        Files.createDirectories(output.resolve(".staging/work"));
        Files.writeString(output.resolve(".staging/work/left"), "over");

        TestRun run = TestRun.of(input, output);

        assertEquals(2, run.exit());
        assertFalse(Files.exists(output.resolve(".staging")));
    }

    @Test
    void whatIsWrittenIsReadableByItsOwnerAlone() throws IOException {
        TestRun run = TestRun.of(input, output);
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(output)) {
            files.filter(file -> !Files.isSymbolicLink(file)).forEach(all::add);
        }
        for (Path file : all) {
            if (file.toString().contains("/.")) {
                continue;
            }
            assertEquals(
                    Files.isDirectory(file) ? "rwx------" : "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)),
                    file + " " + run.exit());
        }
    }

    private void shuffle(String file, Random random) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(input.resolve(file), StandardCharsets.UTF_8));
        Collections.shuffle(lines.subList(1, lines.size()), random);
        Files.write(input.resolve(file), lines);
    }

    /** Deals the rows of a file out over three. */
    private void split(String file, Random random) throws IOException {
        List<String> lines = Files.readAllLines(input.resolve(file), StandardCharsets.UTF_8);
        Files.delete(input.resolve(file));
        List<List<String>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        parts.forEach(part -> part.add(lines.get(0)));
        lines.subList(1, lines.size())
                .forEach(line -> parts.get(random.nextInt(parts.size())).add(line));
        for (int i = 0; i < parts.size(); i++) {
            Files.write(input.resolve(file.replace(".csv", "-part-" + (9 - i) + ".csv")), parts.get(i));
        }
    }

    private static Map<String, FileTime> timesIn(Path run) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.toList()) {
                times.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    private static Map<String, String> bytesIn(Path run) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(
                        run.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return bytes;
    }

    private static void delete(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
