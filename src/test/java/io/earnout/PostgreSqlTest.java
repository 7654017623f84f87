package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job repository in a database that several machines share: a real server, and runs in processes of their own. */
@DisplayName("The job repository in PostgreSQL")
@Tag("nothing-lost")
class PostgreSqlTest {

    private static final long A_MOMENT = 2_000_000;
    private static final int AGREEMENTS = Attempts.size("postgresql.agreements", 2, 5);
    private static final int MACHINES = 8;
    private static final int AFTERWARDS = Attempts.size("postgresql.afterwards", 2, MACHINES);

    private static Optional<PostgreSqlServer> server = Optional.empty();

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");

    @BeforeAll
    static void startsAServer() throws IOException, InterruptedException {
        server = PostgreSqlServer.start();
        assumeTrue(server.isPresent(), "left out: PostgreSQL is not installed (apt-get install postgresql)");
    }

    @AfterAll
    static void stopsIt() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    @BeforeEach
    void writesThePortfolio() throws IOException {
        input = folder.resolve("input");
        Portfolio.ofInvented(Files.createDirectories(input), AGREEMENTS, 3);
    }

    private static Map<String, String> environment() {
        return server.orElseThrow().environment();
    }

    private JobProcess start(Path output) throws IOException {
        return JobProcess.start(List.of(), environment(), input, output);
    }

    @Test
    void makesItsTablesOnFirstUseAndPublishesTheSameBytes() throws IOException, InterruptedException, SQLException {
        JobProcess ofFile = JobProcess.start(input, folder.resolve("file"));
        ofFile.end();
        JobProcess ofDatabase = start(folder.resolve("database"));
        int exit = ofDatabase.end();
        assertTrue(exit == 0 || exit == 2, ofDatabase.told());
        assertEquals(JobProcess.hashes(folder.resolve("file")), JobProcess.hashes(folder.resolve("database")));
        assertFalse(Files.exists(folder.resolve("database/.repository")), "nothing is kept in the output folder");
        assertTrue(count("select count(*) from batch_job_execution where status = 'COMPLETED'") >= 1);
        assertFalse(ofDatabase.told().contains(PostgreSqlServer.password()));
    }

    @Test
    void whatWasKilledIsRecoveredByTheNextRunOnAnotherMachine() throws IOException, InterruptedException, SQLException {
        JobProcess killed = start(folder.resolve("one"));
        while (killed.isAlive() && !Files.exists(folder.resolve("one/.staging"))) {
            LockSupport.parkNanos(A_MOMENT);
        }
        killed.kill();
        JobProcess next = start(folder.resolve("other"));
        int exit = next.end();
        assertTrue(exit == 0 || exit == 2, next.told());
        assertEquals(
                0,
                count("select count(*) from batch_job_execution where status in ('STARTING', 'STARTED')"),
                "nothing is left running");
    }

    @Test
    void oneMachineAtATimeWorksWithIt() throws IOException, InterruptedException, SQLException {
        try (Connection other = server.orElseThrow().connect("postgres");
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x6561726e6f7574L + ")");
            JobProcess run = start(folder.resolve("output"));
            assertEquals(75, run.end(), run.told());
            assertTrue(run.told().contains("another run is at work"), run.told());
            assertFalse(Files.exists(folder.resolve("output/latest")));
        }
        JobProcess afterwards = start(folder.resolve("output"));
        int exit = afterwards.end();
        assertTrue(exit == 0 || exit == 2, afterwards.told());
    }

    @Test
    void aDatabaseThatCannotBeReachedIsToldWithoutThePassword() throws IOException, InterruptedException {
        Map<String, String> wrong = new TreeMap<>(environment());
        wrong.put("SPRING_DATASOURCE_PASSWORD", "a-wrong-secret");
        JobProcess run = JobProcess.start(List.of(), wrong, input, folder.resolve("output"));
        assertEquals(73, run.end(), run.told());
        assertTrue(run.told().contains("can't be used"), run.told());
        assertFalse(run.told().contains("a-wrong-secret"), run.told());
        assertFalse(run.told().contains("\tat "), run.told());
        wrong.put("SPRING_DATASOURCE_URL", "jdbc:mysql://localhost/x");
        JobProcess unknown = JobProcess.start(List.of(), wrong, input, folder.resolve("output"));
        assertEquals(64, unknown.end(), unknown.told());
    }

    private static int count(String query) throws SQLException {
        return server.orElseThrow().count("postgres", query);
    }

    private TestRun run(Path output, Map<String, String> environment) {
        return TestRun.of(input, output, LocalDate.parse(JobProcess.AS_OF), environment);
    }

    private static Map<String, String> published(TestRun run) throws IOException {
        assertTrue(run.exit() == 0 || run.exit() == 2, run.exit() + " " + run.err());
        return run.hashes();
    }

    /** The first of them is held up while it makes the tables, until all others have ended. */
    @Test
    void ofEightMachinesOnAnEmptyDatabaseOneMakesTheTablesAndWorks()
            throws IOException, SQLException, InterruptedException, ExecutionException {
        PostgreSqlServer database = server.orElseThrow();
        Map<String, String> environment = database.newDatabase("machines");
        database.tell(
                "machines",
                "create function held() returns event_trigger language plpgsql as $$ begin"
                        + " perform pg_advisory_xact_lock(42); end $$",
                "create event trigger held on ddl_command_end when tag in ('CREATE TABLE') execute function held()");
        Attempts tries = new Attempts("machines that start at once on one empty database");
        ExecutorService machines = Executors.newFixedThreadPool(MACHINES);
        List<TestRun> worked = new ArrayList<>();
        try (Connection connection = database.connect("machines");
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(42)");
            CompletionService<TestRun> ended = new ExecutorCompletionService<>(machines);
            for (int machine = 0; machine < MACHINES; machine++) {
                Path output = folder.resolve("machine-" + machine);
                ended.submit(() -> run(output, environment));
            }
            for (int other = 1; other < MACHINES; other++) {
                TestRun run = ended.take().get();
                tries.tried("exit " + run.exit());
                if (run.exit() != 75
                        || !run.err().contains("another run is at work")
                        || Files.exists(run.outputFolder().resolve("latest"))) {
                    tries.lost(run.outputFolder() + ": exit " + run.exit() + " " + run.err());
                }
            }
            statement.execute("select pg_advisory_unlock(42)");
            worked.add(ended.take().get());
        } finally {
            machines.shutdownNow();
        }
        Map<String, String> published = published(worked.get(0));
        tries.tried("worked");
        for (int machine = 0; machine < AFTERWARDS; machine++) {
            TestRun later = run(folder.resolve("machine-" + machine), environment);
            if (!published(later).equals(published)) {
                tries.lost(machine + ": publishes other bytes");
            }
        }
        for (String doubled : List.of(
                "select count(*) - 1 from batch_job_instance",
                "select count(*) - 1 from batch_job_execution where status = 'COMPLETED'",
                "select count(*) - count(distinct (job_execution_id, step_name)) from batch_step_execution",
                "select count(*) from batch_job_execution where status <> 'COMPLETED'")) {
            if (database.count("machines", doubled) != 0) {
                tries.doubled(doubled);
            }
        }
        tries.assertNothingLost();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"only the first table", "six tables and no sequence", "all but the last sequence"})
    void aSchemaThatIsHalfMadeIsCompleted(String how) throws IOException, SQLException {
        PostgreSqlServer database = server.orElseThrow();
        String name = how.replace(' ', '_');
        Map<String, String> environment = database.newDatabase(name);
        String script;
        try (InputStream found = Objects.requireNonNull(
                getClass().getResourceAsStream("/org/springframework/batch/core/schema-postgresql.sql"))) {
            script = new String(found.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> statements = Stream.of(script.split(";", -1))
                .filter(statement -> statement.contains("CREATE"))
                .toList();
        assertEquals(9, statements.size());
        int made = how.startsWith("only") ? 1 : how.startsWith("six") ? 6 : 8;
        database.tell(name, statements.subList(0, made).toArray(new String[0]));

        published(run(folder.resolve("output"), environment));
    }

    @Test
    void tablesThatSomebodyElseMadeAreUsedWithoutTheRightToMakeThem() throws IOException, SQLException {
        PostgreSqlServer database = server.orElseThrow();
        Map<String, String> owners = database.newDatabase("restricted");
        database.tell(
                "restricted",
                "create role reader login password 'only-to-read'",
                "revoke create on schema public from public");
        Map<String, String> readers = new TreeMap<>(owners);
        readers.put("SPRING_DATASOURCE_USERNAME", "reader");
        readers.put("SPRING_DATASOURCE_PASSWORD", "only-to-read");
        refused(run(folder.resolve("output"), readers), "permission denied", "let the user reader create tables there");
        assertEquals(0, database.count("restricted", "select count(*) from pg_class where relname like 'batch%'"));

        published(run(folder.resolve("owner"), owners));
        database.tell(
                "restricted",
                "grant select, insert, update, delete on all tables in schema public to reader",
                "grant usage on all sequences in schema public to reader");
        published(run(folder.resolve("output"), readers));
    }

    @Test
    void whatIsWrongWithTheDatabaseIsToldWithWhatToDo() throws IOException {
        Map<String, String> wrong = new TreeMap<>(environment());
        String url = String.valueOf(wrong.get("SPRING_DATASOURCE_URL"));
        wrong.put("SPRING_DATASOURCE_URL", url.replace("/postgres", "/nowhere?ApplicationName=a-secret"));
        refused(run(folder.resolve("output"), wrong), "\"nowhere\" does not exist", "create the database");
        wrong.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/postgres?password=a-secret");
        refused(run(folder.resolve("output"), wrong), "refused", "is the server running");
        wrong.put("SPRING_DATASOURCE_URL", url);
        wrong.put("SPRING_DATASOURCE_PASSWORD", "a-secret");
        refused(run(folder.resolve("output"), wrong), "password", "SPRING_DATASOURCE_PASSWORD");
        for (String misunderstood : List.of(
                "jdbc:postgresql://earnout:a-secret@127.0.0.1/x",
                "jdbc:postgresql://127.0.0.1:port/x?password=a-secret")) {
            wrong.put("SPRING_DATASOURCE_URL", misunderstood);
            TestRun run = run(folder.resolve("output"), wrong);
            assertEquals(64, run.exit(), run.err());
            assertFalse(run.err().contains("a-secret"), run.err());
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Map<String, String> wrong = new TreeMap<>(environment());
            wrong.put(
                    "SPRING_DATASOURCE_URL",
                    "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/postgres?loginTimeout=1");
            refused(run(folder.resolve("output"), wrong), "timed out", "is the server running");
        }
    }

    private static void refused(TestRun run, String why, String whatToDo) throws IOException {
        assertEquals(73, run.exit(), run.err());
        assertTrue(run.err().contains(why) && run.err().contains(whatToDo), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertFalse(run.err().contains("secret") || run.err().contains("only-"), run.err());
        assertEquals(List.of(), run.written());
    }
}
