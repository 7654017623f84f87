package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.earnout.publish.Verification;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * The database that holds the job repository goes away while a run works, or gives its lock to another machine: that run
 * publishes nothing, says why, and never hangs; the next one publishes what it would have. What is to happen at a moment is
 * a trigger on the tables of Spring Batch, so that it happens at that moment and at no other.
 *
 * <p>{@code -Dpostgresql.kills=100} says how often the server is killed at a random moment besides.
 */
@DisplayName("A job repository that goes away")
@Tag("nothing-lost")
class PostgreSqlLostTest {

    private static final int KILLS = Attempts.size("postgresql.kills", 2, 60);
    private static final boolean EVERY_TIME = Attempts.size("postgresql.next", 0, 1) == 1;
    private static final LocalDate AS_OF = LocalDate.parse(JobProcess.AS_OF);
    private static final String DATABASE = "escrow";
    private static final long A_MOMENT = 2_000_000;

    /** The moments of a run that the tables know of, and whether the run is published by then. */
    private static final Map<String, Boolean> MOMENTS = new LinkedHashMap<>();

    static {
        MOMENTS.put("execution: the job begins", false);
        MOMENTS.put("step: check, STARTED, 0", false);
        MOMENTS.put("step: check, STARTED, 1", false);
        MOMENTS.put("step: settle, STARTED, 0", false);
        MOMENTS.put("step: settle, STARTED, 1", false);
        MOMENTS.put("step: papers, STARTED, 0", false);
        MOMENTS.put("step: workbook, COMPLETED, 1", false);
        MOMENTS.put("step: publish, STARTED, 0", false);
        MOMENTS.put("step: publish, STARTED, 1", true);
        MOMENTS.put("execution: the job is COMPLETED", true);
    }

    /** A program of the server that ends before it has read what it is given makes the order to start it fail. */
    private static final String ONCE_READ = "cat > /dev/null; ";

    /** What {@code pg_ctl -m immediate stop} does. */
    private static final String STOP_AT_ONCE =
            "copy (select 1) to program '" + ONCE_READ + "kill -QUIT $(head -1 postmaster.pid)'; perform pg_sleep(60);";

    /** Every process of the server, its own last. */
    private static final String KILL_ALL =
            "execute format('copy (select 1) to program %L', '" + ONCE_READ + "kill -9 $(head -1"
                    + " postmaster.pid) ' || (select string_agg(pid::text, ' ' order by pid = pg_backend_pid()) from"
                    + " pg_stat_activity)); perform pg_sleep(60);";

    private static final String LOSE_THE_LOCK =
            "perform pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory';";

    /** The connections of the run say nothing more, as over a network that is cut. */
    private static final String FREEZE =
            "execute format('copy (select 1) to program %L', '" + ONCE_READ + "kill -STOP ' || (select"
                    + " string_agg(pid::text, ' ' order by pid = pg_backend_pid()) from pg_stat_activity where application_name ="
                    + " 'earnout'));";

    private static final String THAW =
            "do $$ begin execute format('copy (select 1) to program %L', '" + ONCE_READ + "kill -CONT ' || (select"
                    + " string_agg(pid::text, ' ') from pg_stat_activity where application_name = 'earnout')); end $$";

    @TempDir
    private static Path common = Path.of("");

    private static Optional<PostgreSqlServer> started = Optional.empty();
    private static Map<String, String> undisturbed = Map.of();

    @TempDir
    private Path folder = Path.of("");

    private Path output = Path.of("");

    @BeforeAll
    static void publishesUndisturbed() throws IOException, InterruptedException {
        started = PostgreSqlServer.start();
        assumeTrue(started.isPresent(), "left out: PostgreSQL is not installed (apt-get install postgresql)");
        Portfolio.ofInvented(Files.createDirectories(input()), 2, 3);
        undisturbed = published(TestRun.of(input(), common.resolve("undisturbed"), AS_OF));
    }

    @AfterAll
    static void stopsTheServer() throws IOException {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    @BeforeEach
    void makesADatabase() throws IOException, SQLException {
        output = folder.resolve("output");
        server().tell("postgres", "drop database if exists " + DATABASE);
        server().newDatabase(DATABASE);
        String script = new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        server().tell(DATABASE, script);
    }

    private static Path input() {
        return common.resolve("input");
    }

    private static PostgreSqlServer server() {
        return started.orElseThrow();
    }

    private TestRun run(Path into) {
        return TestRun.of(input(), into, AS_OF, server().environment(DATABASE));
    }

    private static Map<String, String> published(TestRun run) throws IOException {
        assertTrue(run.exit() == 0 || run.exit() == 2, run.exit() + " " + run.err());
        return run.hashes();
    }

    /** Lets the database do something at a moment of the next run. */
    private void at(String moment, String what) throws SQLException {
        String[] words = moment.substring(moment.indexOf(": ") + 2).split(", ", -1);
        boolean step = moment.startsWith("step");
        String when = step
                ? "new.step_name = '" + words[0] + "' and new.status = '" + words[1] + "' and new.commit_count >= "
                        + words[2]
                : moment.endsWith("COMPLETED") ? "new.status = 'COMPLETED'" : "true";
        server().tell(
                        DATABASE,
                        "create or replace function moment() returns trigger language plpgsql as $$ begin " + what
                                + " return new; end $$",
                        "create trigger moment before insert or update on "
                                + (step ? "batch_step_execution" : "batch_job_execution") + " for each row when ("
                                + when
                                + ") execute function moment()");
    }

    private void asBefore() throws SQLException {
        server().tell(DATABASE, "drop function moment cascade");
    }

    private void nothingIsPublished(TestRun run, String when, Attempts tries) throws IOException {
        if (run.exit() != 73 || !run.err().contains("nothing was published")) {
            tries.lost(when + ": exit " + run.exit() + " " + run.err());
        }
        if (!run.written().isEmpty() || Files.exists(output.resolve(".staging"))) {
            tries.lost(when + ": left " + run.written());
        }
        toldInWords(run, when, tries);
    }

    private static void toldInWords(TestRun run, String when, Attempts tries) {
        String told = run.out() + run.err();
        if (told.contains("\tat ") || told.contains("  at ") || told.contains(PostgreSqlServer.password())) {
            tries.lost(when + ": told " + told);
        }
        if (run.err().lines().filter(line -> line.startsWith("earnout: ")).count() > 1) {
            tries.lost(when + ": told more than once " + told);
        }
    }

    private void theNextPublishesTheSame(String when, Attempts tries) throws IOException, SQLException {
        TestRun next = run(output);
        if (next.exit() != 0 && next.exit() != 2) {
            tries.lost(when + ": the next run ends with " + next.exit() + " " + next.err());
            return;
        }
        if (!next.hashes().equals(undisturbed)) {
            tries.lost(when + ": other bytes");
        }
        if (new Verification(output.toRealPath()).runs().size() != 1) {
            tries.doubled(when + ": more than one run is published");
        }
        Path published = next.published();
        Files.delete(output.resolve("latest"));
        FileSystemUtils.deleteRecursively(published);
    }

    @Test
    void theServerIsKilledAtEveryMomentThatItKnowsOf() throws IOException, InterruptedException, SQLException {
        Attempts tries = new Attempts("the database server is killed while a run works");
        int number = 0;
        for (Map.Entry<String, Boolean> moment : MOMENTS.entrySet()) {
            at(moment.getKey(), number++ % 2 == 0 ? STOP_AT_ONCE : KILL_ALL);

            TestRun run = run(output);

            tries.tried(moment.getKey());
            if (moment.getValue()) {
                if (!published(run).equals(undisturbed)) {
                    tries.lost(moment.getKey() + ": other bytes");
                }
                assertTrue(run.err().contains("is published"), run.err());
                assertFalse(Files.exists(output.resolve(".staging")));
                toldInWords(run, moment.getKey(), tries);
                Path published = run.published();
                Files.delete(output.resolve("latest"));
                FileSystemUtils.deleteRecursively(published);
            } else {
                nothingIsPublished(run, moment.getKey(), tries);
            }
            server().startAgain();
            asBefore();
            // in the gate the next run is the one that the next moment hits
            if (EVERY_TIME) {
                theNextPublishesTheSame(moment.getKey(), tries);
            }
        }
        theNextPublishesTheSame("in the end", tries);
        tries.assertNothingLost();
    }

    @Test
    void theServerIsKilledAtAnyMoment() throws IOException, InterruptedException, SQLException, ExecutionException {
        Attempts tries = new Attempts("the database server is killed at any moment");
        long start = System.nanoTime();
        theNextPublishesTheSame("before", tries);
        long nanoseconds = System.nanoTime() - start;
        Random random = new Random(KILLS);
        for (int kill = 0; kill < KILLS; kill++) {
            CompletableFuture<TestRun> working = CompletableFuture.supplyAsync(() -> run(output));
            LockSupport.parkNanos((long) (nanoseconds * random.nextDouble()));
            server().kill();
            TestRun run = working.get();

            tries.tried(run.exit() == 73 ? "not published" : "published");
            if (run.exit() == 73) {
                nothingIsPublished(run, "kill " + kill, tries);
            } else if (!published(run).equals(undisturbed)) {
                tries.lost("kill " + kill + ": other bytes");
            }
            server().startAgain();
            theNextPublishesTheSame("kill " + kill, tries);
        }
        tries.assertNothingLost();
    }

    @Test
    void aRunThatLosesItsLockPublishesNothingAndWritesNoMore() throws IOException, SQLException {
        Attempts tries = new Attempts("the connection that holds the lock is ended while a run works");
        for (Map.Entry<String, Boolean> moment : MOMENTS.entrySet()) {
            boolean stepBegins = moment.getKey().endsWith(", 0");
            if (moment.getValue() || (!EVERY_TIME && !stepBegins)) {
                continue;
            }
            at(moment.getKey(), LOSE_THE_LOCK);
            TestRun run = run(output);
            tries.tried(moment.getKey());
            nothingIsPublished(run, moment.getKey(), tries);
            if (!run.err().contains("another machine may be at work")) {
                tries.lost(moment.getKey() + ": doesn't say why " + run.err());
            }
            asBefore();
            // in the gate the next run is the one that the next moment hits
            if (EVERY_TIME) {
                theNextPublishesTheSame(moment.getKey(), tries);
            }
        }
        theNextPublishesTheSame("in the end", tries);
        tries.assertNothingLost();
    }

    /**
     * The longest stretch in which a run asks the database nothing is its last: it proves what it staged. It is held there
     * by a file that gives no end, while its lock goes to another machine.
     */
    @Test
    void whatAnotherMachineTookOverInTheLastMomentIsNotPublishedTwice()
            throws IOException, InterruptedException, SQLException, ExecutionException {
        at("step: publish, STARTED, 0", "perform pg_advisory_xact_lock(42);");
        CompletableFuture<TestRun> working;
        Path endless;
        try (Connection connection = server().connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(42)");
            working = CompletableFuture.supplyAsync(() -> run(output));
            while (!working.isDone()
                    && server().count(DATABASE, "select count(*) from pg_locks where not granted and objid = 42")
                            == 0) {
                LockSupport.parkNanos(A_MOMENT);
            }
            assertFalse(working.isDone(), "it waits for us");
            endless = staged().resolve("endless");
            assertEquals(
                    0, new ProcessBuilder("mkfifo", endless.toString()).start().waitFor());
        }
        try (OutputStream held = Files.newOutputStream(endless)) {
            held.write(1);
            Files.delete(endless);
            Files.write(endless, new byte[] {1});
            asBefore();
            server().tell(DATABASE, "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'");

            assertEquals(undisturbed, published(run(folder.resolve("another machine"))));
        }
        TestRun run = working.get();

        Attempts tries = new Attempts("another machine takes over while a run proves what it staged");
        tries.tried("publish");
        nothingIsPublished(run, "taken over", tries);
        assertEquals(
                1,
                server().count(DATABASE, "select count(*) from batch_job_execution where status = 'COMPLETED'"),
                "what the other machine wrote stands");
        theNextPublishesTheSame("taken over", tries);
        tries.assertNothingLost();
    }

    private Path staged() throws IOException {
        try (Stream<Path> found = Files.list(output.resolve(".staging"))) {
            return found.filter(path -> !path.endsWith("work")).findFirst().orElseThrow();
        }
    }

    @Test
    void aServerThatFallsSilentDoesNotHoldUpTheRunForEver() throws IOException, SQLException {
        at("step: papers, STARTED, 0", FREEZE);
        Map<String, String> impatient = new TreeMap<>(server().environment(DATABASE));
        impatient.merge("SPRING_DATASOURCE_URL", "?socketTimeout=2", String::concat);

        TestRun run = TestRun.of(input(), output, AS_OF, impatient);
        Attempts tries = new Attempts("the database falls silent");
        tries.tried("papers");
        nothingIsPublished(run, "silent", tries);
        asBeforeLater();
        assertEquals(75, run(output).exit(), "its lock is held until the server notices");
        server().tell(DATABASE, THAW);
        while (server().count(DATABASE, "select count(*) from pg_stat_activity where application_name = 'earnout'")
                > 0) {
            LockSupport.parkNanos(A_MOMENT);
        }
        asBefore();
        theNextPublishesTheSame("silent", tries);
        tries.assertNothingLost();
    }

    /** The frozen transaction holds the table: the trigger can't be dropped yet, but its function can do nothing. */
    private void asBeforeLater() throws SQLException {
        server().tell(
                        DATABASE,
                        "create or replace function moment() returns trigger language plpgsql as $$ begin return new; end"
                                + " $$");
    }

    @Test
    void timeLimitsOfTheDatabaseDoNotEndALongRun() throws IOException, SQLException {
        server().tell(
                        DATABASE,
                        "alter database " + DATABASE + " set idle_session_timeout = '200ms'",
                        "alter database " + DATABASE + " set idle_in_transaction_session_timeout = '1ms'");
        assertEquals(undisturbed, published(run(output)));
    }

    @Test
    void aFullDiskOfTheServerIsNoDefectOfTheProgram() throws IOException, SQLException {
        at(
                "step: settle, STARTED, 0",
                "raise exception 'could not extend file: No space left on device' using errcode = '53100';");
        TestRun run = run(output);
        Attempts tries = new Attempts("the disk of the server is full");
        tries.tried("settle");
        nothingIsPublished(run, "full", tries);
        assertTrue(run.err().contains("the disk of the server is full"), run.err());
        assertTrue(Files.notExists(output.resolve("latest"), LinkOption.NOFOLLOW_LINKS));
        asBefore();
        theNextPublishesTheSame("full", tries);
        tries.assertNothingLost();
    }
}
