package io.earnout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.batch.Console;
import io.earnout.batch.EscrowRun;
import io.earnout.batch.ExitCode;
import io.earnout.cli.Verify;
import io.earnout.publish.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an older version of the program left is gone on from, and stays as it was; what a newer one left is refused, with what
 * to do. The older folders were written by those versions; about.md beside them says by which.
 */
@DisplayName("An output folder of another version")
@Tag("nothing-lost")
class OlderOutputFolderTest {

    private static final Path INPUT = CaseFolders.input("kaixin-five-years");
    private static final Path OLDER = Path.of("src/test/resources/older");
    private static final String FIRST_RUN = "2027-02-10-4349b0da0466";
    private static final String LAST_RUN = "2029-06-01-a8de6d46547d";
    private static final LocalDate THEIR_DAY = LocalDate.of(2029, 6, 1);
    private static final LocalDate LATER = LocalDate.of(2031, 2, 10);

    private static final LocalDate BEFORE_THEIR_DAY = LocalDate.of(2028, 3, 1);

    private static final List<String> COMPARED =
            List.of("reconciliation-report.csv", "release-instructions.csv", "cancellation-list.csv", "readings.csv");

    /** What every version wrote, because it says whose row it is. */
    private static final Set<String> KEYS = Set.of("agreement_id", "assessment_year", "tranche_year", "chosen");

    private static final int REAL_LAYOUTS = 5;

    /** Every version so far called itself so. */
    private static final String THEIR_VERSION = "1.0.0";

    @TempDir
    private Path folder = Path.of("");

    private Path output = Path.of("");
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private void leftBy(String version) throws IOException {
        output = folder.resolve("output");
        Path left = OLDER.resolve(version);
        try (Stream<Path> all = Files.walk(left)) {
            for (Path path : all.toList()) {
                if (!path.getFileName().toString().equals("about.md")) {
                    Files.copy(path, output.resolve(left.relativize(path).toString()));
                }
            }
        }
        Files.createSymbolicLink(output.resolve("latest"), Path.of(LAST_RUN));
    }

    @ParameterizedTest(name = "{0}: the next run goes on from it, and leaves it as it was")
    @ValueSource(strings = {"first-version", "schema-1"})
    void theNextRunGoesOnFromIt(String version) throws IOException {
        leftBy(version);
        Map<String, String> before = hashes(output.resolve(FIRST_RUN));
        Map<String, String> last = hashes(output.resolve(LAST_RUN));
        TestRun undisturbed = TestRun.of(INPUT, folder.resolve("undisturbed"), LATER);

        TestRun run = TestRun.of(INPUT, output, LATER);

        assertTrue(run.exit() == 0 || run.exit() == 2, run.exit() + " " + run.err());
        assertEquals(undisturbed.exit(), run.exit());
        assertEquals(undisturbed.csvFiles(), run.csvFiles());
        assertEquals(before, hashes(output.resolve(FIRST_RUN)));
        assertEquals(last, hashes(output.resolve(LAST_RUN)));
        assertFalse(
                Files.exists(output.resolve(".repository-damaged")),
                "its job repository is gone on with: " + run.err());
        assertTrue(
                run.text("manifest.json")
                        .contains("\"previous_manifest_sha256\": \""
                                + Sha256.of(output.resolve(LAST_RUN).resolve("manifest.json")) + "\""),
                run.text("manifest.json"));
    }

    @ParameterizedTest(name = "{0}: what changed is what this version would have told")
    @ValueSource(strings = {"first-version", "schema-1"})
    void theChangesAreThoseThatThisVersionWouldHaveTold(String version) throws IOException {
        leftBy(version);
        Path ofThisVersion = folder.resolve("this-version");
        TestRun.of(INPUT, ofThisVersion, THEIR_DAY);

        List<String> changes = changes(TestRun.of(INPUT, output, LATER));

        List<String> told = changes(TestRun.of(INPUT, ofThisVersion, LATER));
        // an older version published no terms and no due days to compare, which is said once
        List<String> ofShares = changes.stream().filter(told::contains).toList();
        assertEquals(changes.size() - 1, ofShares.size(), () -> changes + " against " + told);
        assertTrue(ofShares.size() > 10, changes::toString);
    }

    @Test
    @DisplayName("a column that an older version didn't write yet is no change, whichever it is")
    void aNewColumnIsNoChange() throws IOException {
        Attempts tries = new Attempts("a column that is new is no change");
        List<String> columns = new ArrayList<>(List.of("all"));
        for (String file : COMPARED) {
            for (String column :
                    header(OLDER.resolve("schema-1").resolve(LAST_RUN).resolve(file))) {
                if (!KEYS.contains(column)) {
                    columns.add(file + " " + column);
                }
            }
        }
        int every = Math.max(1, columns.size() / Attempts.size("older-columns", 4, columns.size()));
        for (int i = 0; i < columns.size(); i += every) {
            String missing = columns.get(i);
            delete(folder.resolve("output"));
            leftBy("schema-1");
            for (String file : COMPARED) {
                leaveOut(output.resolve(LAST_RUN).resolve(file), missing);
            }

            TestRun run = TestRun.of(INPUT, output, THEIR_DAY);

            tries.tried(String.valueOf(missing.split(" ", -1)[0]));
            if (run.exit() != 2) { // its shares are late
                tries.lost(missing + ": exit " + run.exit() + " " + run.err());
            } else if (changes(run).stream().anyMatch(change -> !change.startsWith(",,,terms,"))) {
                tries.lost(missing + ": " + changes(run)); // that its terms can't be compared is said once
            }
        }
        tries.assertNothingLost();
    }

    private static List<String> header(Path file) throws IOException {
        return List.of(Files.readString(file).lines().findFirst().orElse("").split(",", -1));
    }

    /** Takes a column out of a file of which no cell is quoted, or all columns but those that say whose row it is. */
    private static void leaveOut(Path file, String missing) throws IOException {
        List<String> header = header(file);
        StringBuilder rows = new StringBuilder();
        for (String[] cells : Csv.records(Files.readString(file))) {
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < cells.length; i++) {
                boolean out = missing.equals("all")
                        ? !KEYS.contains(header.get(i))
                        : missing.equals(file.getFileName() + " " + header.get(i));
                if (!out) {
                    kept.add(cells[i]);
                }
            }
            rows.append(String.join(",", kept)).append('\n');
        }
        Files.writeString(file, rows);
    }

    @ParameterizedTest(name = "{0}: the same input and day again is not settled twice in one folder")
    @ValueSource(strings = {"first-version", "schema-1"})
    void theSameInputAndDayStaysAsTheOlderVersionSettledIt(String version) throws IOException {
        leftBy(version);
        Map<String, String> before = hashes(output);
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(shown, true, UTF_8);

        ExitCode exit = new EscrowRun(new Console(stream, stream, false, false), THEIR_VERSION, BEFORE_THEIR_DAY)
                .execute(INPUT, output, Optional.of(THEIR_DAY));

        assertEquals(ExitCode.OUTPUT_FAILED, exit, shown.toString(UTF_8));
        assertTrue(shown.toString(UTF_8).contains("was written by an older version"), shown.toString(UTF_8));
        assertTrue(shown.toString(UTF_8).contains("name another --output"), shown.toString(UTF_8));
        assertEquals(before, hashes(output));
    }

    @ParameterizedTest(name = "{0}: the older runs are proven by the seal of the run after them")
    @ValueSource(strings = {"first-version", "schema-1"})
    void theOlderRunsAreProvenByTheRunAfterThem(String version) throws IOException {
        leftBy(version);
        String sealed = name(TestRun.of(INPUT, output, LATER).published());

        assertEquals(ExitCode.DONE, verify("all"), told());

        assertEquals(3, told().lines().count(), told());
        assertTrue(
                told().lines()
                        .limit(2)
                        .allMatch(line -> line.contains("no seal of its own")
                                && line.endsWith("the chain that ends in the seal of " + sealed)),
                told());
        assertTrue(told().lines().toList().get(2).endsWith("every file is as it was published"), told());
    }

    @ParameterizedTest(name = "{0}: that nothing proves the manifest of its last run is said")
    @ValueSource(strings = {"first-version", "schema-1"})
    void whatNothingProvesIsSaid(String version) throws IOException {
        leftBy(version);
        assertEquals(ExitCode.DONE, verify("all"), told());
        assertEquals(2, told().lines().count(), told());
        assertTrue(told().lines().allMatch(line -> line.contains("can't be proven")), told());
        assertEquals(ExitCode.INPUT_REJECTED, verify("latest", Optional.of(INPUT)));
        assertTrue(told().contains("compute it again with that version"), told());
    }

    @ParameterizedTest(name = "{0}: a byte that is otherwise, in any file or manifest, is found")
    @ValueSource(strings = {"first-version", "schema-1"})
    void aByteThatIsOtherwiseInAnOlderRunIsFound(String version) throws IOException {
        leftBy(version);
        TestRun.of(INPUT, output, LATER);
        Attempts tries = new Attempts("a byte changed in a run of the older version is found");
        for (String run : List.of(FIRST_RUN, LAST_RUN)) {
            for (Path file : files(output.resolve(run))) {
                byte[] bytes = Files.readAllBytes(file);
                boolean isManifest = name(file).equals("manifest.json");
                int places = isManifest
                        ? Attempts.size("older-manifest-bytes", 60, 4000)
                        : Attempts.size("older-bytes", 3, 100);
                int every = Math.max(1, bytes.length / places);
                for (int at = 0; at < bytes.length; at += every) {
                    for (int bit : new int[] {1, 0x80}) {
                        byte[] changed = bytes.clone();
                        changed[at] ^= (byte) bit;
                        Files.write(file, changed);
                        ExitCode exit = verify("all");
                        tries.tried(isManifest ? "manifest" : "file");
                        if (exit != ExitCode.INPUT_REJECTED || (!isManifest && !told().contains(name(file)))) {
                            tries.lost(file + " byte " + at + ": " + exit + " " + told());
                        }
                    }
                }
                Files.write(file, bytes);
            }
        }
        tries.assertNothingLost();
        assertEquals(ExitCode.DONE, verify("all"), told());
    }

    @Test
    @DisplayName(
            "in the last older run, a file, a hash, a count of rows or the chain that is otherwise is found without a seal")
    void whatCanBeComparedWithoutASealIs() throws IOException {
        leftBy("schema-1");
        Path run = output.resolve(LAST_RUN);
        Path manifest = run.resolve("manifest.json");
        String written = Files.readString(manifest);
        assertFound(manifest, written.replace("\"as_of\": \"2029", "\"as_of\": \"2028"), "named after its input");
        assertFound(manifest, written.replaceFirst("(\"outputs\"[^}]*\"rows\":)", "$1" + "7"), "manifest.json counts");
        assertFound(
                manifest,
                written.replaceFirst("(previous_manifest_sha256\": \")[0-9a-f]{4}", "$1" + "0000"),
                "the run before it");
        assertFound(manifest, written.replace("\"outputs\"", "\"output\""), "positions.csv was added");
        assertFound(manifest, written.substring(1), "manifest.json");
        assertFound(manifest, "", "manifest.json");
        Path positions = run.resolve("positions.csv");
        String rows = Files.readString(positions);
        assertFound(positions, rows + "X\n", "positions.csv is not as it was published");
        Files.delete(positions);
        assertEquals(ExitCode.INPUT_REJECTED, verify("all"));
        assertTrue(told().contains("positions.csv is missing"), told());
        Files.writeString(positions, rows);
        Path added = Files.writeString(run.resolve("added.csv"), "");
        assertEquals(ExitCode.INPUT_REJECTED, verify("all"));
        assertTrue(told().contains("added.csv was added"), told());
        Files.delete(added);
        assertEquals(ExitCode.DONE, verify("all"), told());
    }

    private void assertFound(Path file, String changed, String expected) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.writeString(file, changed);
        assertEquals(ExitCode.INPUT_REJECTED, verify("all"), changed);
        assertTrue(told().contains(expected), told());
        Files.write(file, bytes);
    }

    @Test
    @DisplayName("a sealed manifest doesn't pass for an older one without")
    void aSealedManifestDoesNotPassForAnOlderOne() throws IOException {
        output = folder.resolve("output");
        Path manifest = TestRun.of(INPUT, output, LATER).published().resolve("manifest.json");
        assertFound(
                manifest,
                Files.readString(manifest).replace("\"schema_version\": 2", "\"schema_version\": 1"),
                "manifest.json is not as it was written: byte");
        assertEquals(ExitCode.DONE, verify("all"), told());
    }

    @Test
    @DisplayName("a manifest from when a seal had no sums is proven by its hash, and gone on from")
    void aSealWithoutSumsProvesItsManifest() throws IOException {
        output = folder.resolve("output");
        Path manifest = TestRun.of(INPUT, output, THEIR_DAY).published().resolve("manifest.json");
        String ours = Files.readString(manifest);
        String theirs = ours.substring(0, ours.lastIndexOf(",\n  \"sums\": "));
        Files.writeString(manifest, theirs + ",\n  \"seal\": \"" + Sha256.of(theirs.getBytes(UTF_8)) + "\"\n}\n");
        assertEquals(ExitCode.DONE, verify("all"), told());
        TestRun again = TestRun.of(INPUT, output, THEIR_DAY);
        assertTrue(again.out().startsWith("nothing new"), again.out() + again.err());

        assertFound(
                manifest,
                Files.readString(manifest).replace("\"confidential\": \"SPA 9\"", "\"confidential\": \"SPA 8\""),
                "manifest.json is not as it was written: its seal does not fit");

        TestRun next = TestRun.of(INPUT, output, LATER);
        assertTrue(next.exit() == 0 || next.exit() == 2, next.err());
        assertEquals(ExitCode.DONE, verify("all"), told());
    }

    @ParameterizedTest(name = "a newer version''s folder is refused: {0}")
    @ValueSource(strings = {"laid out as ours", "in one line", "in a way that can't be read", "with no version named"})
    void aNewerVersionsFolderIsRefused(String how) throws IOException {
        output = folder.resolve("output");
        Path manifest = TestRun.of(INPUT, output, THEIR_DAY).published().resolve("manifest.json");
        String ours = Files.readString(manifest)
                .replace("\"schema_version\": 2", "\"schema_version\": 3")
                .replace("\"program_version\": \"test\"", "\"program_version\": \"2.0.0\"");
        switch (how) {
            case "laid out as ours" -> Files.writeString(manifest, ours);
            case "in one line" -> Files.writeString(manifest, ours.replaceAll("\n *", ""));
            case "with no version named" -> Files.writeString(manifest, "{\"schema_version\":12,\"x\":1}");
            default -> Files.writeString(manifest, ours.replace("\"inputs\": [", "\"inputs\": [ ~ \u00e9"), UTF_8);
        }
        Map<String, String> before = hashes(output);

        for (LocalDate day : List.of(LATER, THEIR_DAY)) {
            TestRun run = TestRun.of(INPUT, output, day);
            assertEquals(73, run.exit(), run.err());
            assertTrue(run.err().contains("was written by a newer version"), run.err());
            assertTrue(run.err().contains("run that version, or name another --output"), run.err());
            assertEquals(!how.equals("with no version named"), run.err().contains("program version 2.0.0"), run.err());
            assertEquals(before, hashes(output), "nothing is written");
        }
        for (String which : List.of("latest", "all")) {
            assertEquals(ExitCode.INPUT_REJECTED, verify(which), told());
            assertTrue(told().contains("was written by a newer version"), told());
            assertTrue(told().contains("verify it with that version"), told());
            assertEquals(ExitCode.INPUT_REJECTED, verify(which, Optional.of(INPUT)), told());
        }
        assertEquals(before, hashes(output), "nothing is written");
    }

    @Test
    @DisplayName("a job repository of another layout is put aside and made anew, whatever it lacks")
    void aJobRepositoryOfAnotherLayoutIsMadeAnew() throws IOException, SQLException {
        Map<String, String> undisturbed = publishedAfter(List.of());
        Attempts tries = new Attempts("a job repository of another layout costs nothing that was published");
        List<List<String>> layouts = layouts();
        int every = Math.max(1, layouts.size() / Attempts.size("older-repositories", 6, layouts.size()));
        for (int i = 0; i < layouts.size(); i++) {
            // the first are those of real versions
            if (i < REAL_LAYOUTS || i % every == 0) {
                List<String> layout = layouts.get(i);
                delete(folder.resolve("output"));
                try {
                    Map<String, String> published = publishedAfter(layout);
                    tries.tried(Files.exists(output.resolve(".repository-damaged")) ? "made anew" : "gone on with");
                    if (!published.equals(undisturbed)) {
                        tries.lost(layout + ": other bytes");
                    }
                } catch (IllegalStateException e) {
                    tries.lost(layout + ": " + e.getMessage());
                }
            }
        }
        tries.assertNothingLost();
        assertTrue(tries.ways().getOrDefault("made anew", 0) > REAL_LAYOUTS / 2, tries.ways()::toString);
    }

    /** What a run publishes when the repository that it finds was altered so. */
    private Map<String, String> publishedAfter(List<String> statements) throws IOException, SQLException {
        leftBy("schema-1");
        alter(statements);
        TestRun run = TestRun.of(INPUT, output, LATER);
        boolean isTold = run.err().contains("it is put aside and made anew")
                && run.err().contains("nothing that was published depends on it");
        if (run.exit() != 0 && run.exit() != 2) {
            throw new IllegalStateException("exit " + run.exit() + " " + run.err());
        }
        if (run.err().lines().filter(line -> line.contains("job repository")).count() > 1) {
            throw new IllegalStateException("told in more than a line: " + run.err());
        }
        if (isTold != Files.exists(output.resolve(".repository-damaged"))
                || run.err().contains("\tat ")) {
            throw new IllegalStateException(run.err());
        }
        Map<String, String> published = run.hashes();
        TestRun next = TestRun.of(INPUT, output, BEFORE_THEIR_DAY);
        if ((next.exit() != 0 && next.exit() != 2) || next.err().contains("put aside")) {
            throw new IllegalStateException("the next run: exit " + next.exit() + " " + next.err());
        }
        return published;
    }

    /** The repository, closed with its connection: runs let it stay open, under a name of their own. */
    private Connection repository() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + output.resolve(".repository/earnout") + ";DB_CLOSE_DELAY=0", "sa", "");
    }

    private void alter(List<String> statements) throws SQLException {
        try (Connection database = repository();
                Statement statement = database.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The layouts of Spring Batch 5 and 4 in what they have otherwise, and then whatever can be missing. */
    private List<List<String>> layouts() throws IOException, SQLException {
        List<List<String>> layouts = new ArrayList<>();
        layouts.add(List.of("drop sequence batch_job_instance_seq", "create sequence batch_job_seq"));
        layouts.add(List.of(
                "drop sequence batch_job_instance_seq",
                "create sequence batch_job_seq",
                "alter table batch_job_execution add column job_configuration_location varchar(2500)",
                "alter table batch_job_execution drop column create_time",
                "alter table batch_step_execution drop column create_time",
                "drop table batch_job_execution_params",
                "create table batch_job_execution_params (job_execution_id bigint not null, type_cd varchar(6) not null,"
                        + " key_name varchar(100) not null, string_val varchar(250), date_val timestamp,"
                        + " long_val bigint, double_val double precision, identifying char(1) not null)"));
        layouts.add(List.of(
                "alter table batch_job_execution add column needed_by_a_newer_one bigint default 0 not null",
                "alter table batch_job_execution alter column needed_by_a_newer_one drop default"));
        layouts.add(List.of("drop table batch_job_instance cascade"));
        layouts.add(List.of("alter table batch_job_instance rename to earlier_job_instance"));
        delete(folder.resolve("output"));
        leftBy("schema-1");
        try (Connection database = repository();
                Statement statement = database.createStatement()) {
            add(
                    "select 'drop sequence ' || sequence_name from information_schema.sequences"
                            + " where sequence_name like 'BATCH%'",
                    statement, layouts);
            add(
                    "select 'drop table ' || table_name || ' cascade' from information_schema.tables"
                            + " where table_name like 'BATCH%'",
                    statement, layouts);
            add(
                    "select 'alter table ' || table_name || ' alter column ' || column_name || ' rename to older_name'"
                            + " from information_schema.columns where table_name like 'BATCH%'",
                    statement, layouts);
            add(
                    "select 'delete from ' || table_name || '; alter table ' || table_name || ' alter column '"
                            + " || column_name || ' varchar(3)' from information_schema.columns"
                            + " where table_name like 'BATCH%' and data_type like '%CHAR%'",
                    statement, layouts);
        }
        return layouts;
    }

    private static void add(String query, Statement statement, List<List<String>> layouts) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query + " order by 1")) {
            while (rows.next()) {
                layouts.add(List.of("set referential_integrity false", rows.getString(1)));
            }
        }
    }

    private static List<String> changes(TestRun run) throws IOException {
        return run.text("changes.csv").lines().skip(1).toList();
    }

    private ExitCode verify(String which) {
        return verify(which, Optional.empty());
    }

    private ExitCode verify(String which, Optional<Path> input) {
        told.reset();
        PrintStream stream = new PrintStream(told, true, UTF_8);
        return new Verify(stream, stream, TestRun.VERSION).execute(output, which, input);
    }

    private String told() {
        return told.toString(UTF_8);
    }

    /** The SHA-256 of every file in a folder, and where each link in it leads, by its path there. */
    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                String name = folder.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    hashes.put(name, Files.readSymbolicLink(path).toString());
                } else if (Files.isRegularFile(path) && !name.equals(".lock")) {
                    hashes.put(name, Sha256.of(path));
                }
            }
        }
        return hashes;
    }

    private static List<Path> files(Path run) throws IOException {
        try (Stream<Path> all = Files.walk(run)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path each :
                        all.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
