package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job repository in a database that several machines share: a real server, and runs in processes of their own. */
@DisplayName("The job repository in PostgreSQL")
class PostgreSqlTest {

    private static final long A_MOMENT = 2_000_000;

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
        Portfolio.ofInvented(Files.createDirectories(input), 5, 3);
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
        Map<String, String> settings = environment();
        try (Connection other = DriverManager.getConnection(
                        String.valueOf(settings.get("SPRING_DATASOURCE_URL")),
                        settings.get("SPRING_DATASOURCE_USERNAME"),
                        settings.get("SPRING_DATASOURCE_PASSWORD"));
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
        Map<String, String> settings = environment();
        try (Connection connection = DriverManager.getConnection(
                        String.valueOf(settings.get("SPRING_DATASOURCE_URL")),
                        settings.get("SPRING_DATASOURCE_USERNAME"),
                        settings.get("SPRING_DATASOURCE_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }
}
