package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** What a run finds in its output folder can be lost, damaged or put there by somebody: no published fact depends on it. */
@DisplayName("The output folder")
@Tag("nothing-lost")
class DamagedOutputFolderTest {

    private static final Path INPUT = CaseFolders.input("kaixin-five-years");
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 2, 10);

    private static int firstExit;
    private static final LocalDate LATER = LocalDate.of(2031, 2, 10);

    private static final int DAMAGES = Attempts.size("damaged-repositories", 4, 500);

    @TempDir
    private static Path once = Path.of("");

    private static Path ofTheFirstDay = Path.of("");
    private static Map<String, String> undisturbed = Map.of();

    @TempDir
    private Path folder = Path.of("");

    private Path output = Path.of("");
    private Path database = Path.of("");

    @BeforeAll
    static void publishesARun() throws IOException {
        ofTheFirstDay = once.resolve("first-day");
        firstExit = TestRun.of(INPUT, ofTheFirstDay, FIRST_DAY).exit();
        Path other = once.resolve("undisturbed");
        SharedRuns.copy(ofTheFirstDay, other);
        undisturbed = TestRun.of(INPUT, other, LATER).hashes();
    }

    @BeforeEach
    void copiesTheRun() throws IOException {
        output = folder.resolve("output");
        SharedRuns.copy(ofTheFirstDay, output);
        database = output.resolve(".repository/earnout.mv.db");
        assertTrue(Files.isRegularFile(database));
    }

    @ParameterizedTest(name = "a repository that is {0} costs nothing that was published")
    @ValueSource(
            strings = {
                "deleted",
                "emptied",
                "cut in half",
                "cut to a page",
                "garbage",
                "garbage in the middle",
                "garbage at the end",
                "a folder",
                "zeroes"
            })
    void aLostOrDamagedRepositoryIsMadeAnew(String how) throws IOException {
        byte[] bytes = Files.readAllBytes(database);
        Random random = new Random(7);
        byte[] garbage = new byte[bytes.length];
        random.nextBytes(garbage);
        switch (how) {
            case "deleted" -> Files.delete(database);
            case "emptied" -> Files.write(database, new byte[0]);
            case "cut in half" -> Files.write(database, Arrays.copyOf(bytes, bytes.length / 2));
            case "cut to a page" -> Files.write(database, Arrays.copyOf(bytes, 4096));
            case "garbage" -> Files.write(database, garbage);
            case "garbage in the middle" -> Files.write(database, spoilt(bytes, garbage, bytes.length / 3));
            case "garbage at the end" -> Files.write(database, spoilt(bytes, garbage, bytes.length * 2 / 3));
            case "zeroes" -> Files.write(database, new byte[bytes.length]);
            default -> {
                Files.delete(database);
                Files.createDirectories(database.resolve("x"));
            }
        }

        TestRun run = TestRun.of(INPUT, output, LATER);

        assertTrue(run.exit() == 0 || run.exit() == 2, how + ": exit " + run.exit() + "\n" + run.err());
        assertEquals(undisturbed, run.hashes(), how);
        assertFalse(run.err().contains("\tat "), run.err());
        TestRun again = TestRun.of(INPUT, output, FIRST_DAY);
        assertEquals(firstExit, again.exit(), "as it ended the first time");
        assertTrue(again.out().startsWith("no change"), again.out());
    }

    @Test
    void aRepositoryDamagedAnywhereIsMadeAnew() throws IOException {
        Attempts tries = new Attempts("the job repository damaged anywhere");
        byte[] bytes = Files.readAllBytes(database);
        Path published = TestRun.of(INPUT, output, FIRST_DAY).published();
        Map<String, String> expected = afterTheFirstDay();
        Random random = new Random(DAMAGES);
        for (int damage = 0; damage < DAMAGES; damage++) {
            byte[] damaged = damage % 4 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
            for (int spot = random.nextInt(20); spot >= 0 && damaged.length > 0; spot--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(database, damaged);
            TestRun run = TestRun.of(INPUT, output, FIRST_DAY.plusDays(1));
            boolean anew = run.err().contains("put aside");
            tries.tried("exit " + run.exit() + (anew ? ", made anew" : ", gone on with"));
            if (!run.hashes().equals(expected) || run.err().contains("\tat ")) {
                tries.lost(damage + ": exit " + run.exit() + " " + run.err());
            }
            FileSystemUtils.deleteRecursively(run.published());
            Files.delete(output.resolve("latest"));
            Files.createSymbolicLink(output.resolve("latest"), published.getFileName());
        }
        tries.assertNothingLost();
    }

    private Map<String, String> afterTheFirstDay() throws IOException {
        Path other = folder.resolve("the-day-after");
        SharedRuns.copy(ofTheFirstDay, other);
        return TestRun.of(INPUT, other, FIRST_DAY.plusDays(1)).hashes();
    }

    /** "Nothing new" is said of a run only that is as it was published. */
    @ParameterizedTest(name = "a published {0} that was changed is not taken for the run")
    @ValueSource(strings = {"positions.csv", "release-instructions.csv", "reconciliation-report.html", "manifest.json"})
    void whatWasChangedSinceItWasPublishedIsNotTakenForTheRun(String name) throws IOException {
        Path file = output.resolve("latest").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);

        TestRun run = TestRun.of(INPUT, output, FIRST_DAY);

        assertEquals(73, run.exit(), run.out());
        assertTrue(run.err().contains("is no longer as it was published: " + name + " was changed"), run.err());
        Files.write(file, bytes);
        assertEquals(firstExit, TestRun.of(INPUT, output, FIRST_DAY).exit());
    }

    /** What another version published can't be compared with, and is left alone. */
    @Test
    void aRunThatAnotherVersionPublishedIsRefusedWithWhatToDo() throws IOException {
        Path manifest = output.resolve("latest").resolve("manifest.json");
        String written = Files.readString(manifest);
        Files.writeString(manifest, written.replace("\"schema_version\": 3", "\"schema_version\": 2"));
        for (LocalDate day : List.of(FIRST_DAY, LATER)) {
            TestRun run = TestRun.of(INPUT, output, day);
            assertEquals(73, run.exit(), run.out());
            assertTrue(run.err().contains("manifest schema 2"), run.err());
            assertTrue(run.err().contains("name another --output"), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
        Files.writeString(manifest, written);
        assertEquals(firstExit, TestRun.of(INPUT, output, FIRST_DAY).exit());
    }

    private static byte[] spoilt(byte[] bytes, byte[] garbage, int from) {
        byte[] spoilt = bytes.clone();
        System.arraycopy(garbage, from, spoilt, from, bytes.length / 3);
        return spoilt;
    }

    @ParameterizedTest(name = "{0} as a link leads nowhere")
    @ValueSource(strings = {".staging", ".repository", ".lock", "rejected", "latest"})
    void aLinkIsNotFollowedOutOfTheFolder(String name) throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path kept = Files.writeString(elsewhere.resolve("kept"), "untouched");
        Path link = output.resolve(name);
        FileSystemUtils.deleteRecursively(link);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, name.equals(".lock") ? kept : elsewhere);

        TestRun run = TestRun.of(INPUT, output, LATER);

        assertEquals("untouched", Files.readString(kept));
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertEquals(List.of(kept), files.toList(), "nothing was written there");
        }
        boolean refused = run.exit() == 73 && run.err().contains("is a link");
        // what is a link of ours, or only ours to delete, is replaced
        boolean replaced = run.exit() == 0 || run.exit() == 2;
        assertTrue(
                (name.equals("latest") || name.equals(".staging")) ? replaced : refused, run.exit() + " " + run.err());
    }
}
