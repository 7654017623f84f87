package io.earnout.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * One run at a time works with a job repository in PostgreSQL: an advisory lock of the database. A connection of its own holds
 * it, and it ends with that connection.
 */
final class PostgreSqlLock implements AutoCloseable {

    static final String TABLES = "org/springframework/batch/core/schema-postgresql.sql";

    /** The number of the lock: the letters of "earnout". */
    private static final long NUMBER = 0x6561726e6f7574L;

    /** Asks for this very session, so that a connection which was replaced on the way is noticed. */
    private static final String STILL_HELD =
            "select exists (select 1 from pg_locks where locktype = 'advisory' and granted"
                    + " and pid = pg_backend_pid() and objsubid = 1 and (classid::bigint << 32) | objid::bigint = ?)";

    private final Connection connection;
    private Optional<LockLost> lost = Optional.empty();

    private PostgreSqlLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock.
     *
     * @param createTables whether to create the tables of Spring Batch where some are missing. Only the holder of the lock may:
     *     two that create the same table disturb each other
     * @throws OtherRunAtWork if another run holds it
     */
    static PostgreSqlLock take(DataSource connections, boolean createTables) throws SQLException, OtherRunAtWork {
        PostgreSqlLock lock = new PostgreSqlLock(connections.getConnection());
        try {
            if (!lock.asks("select pg_try_advisory_lock(?)")) {
                throw new OtherRunAtWork();
            }
            // the sequence is the last object that the script creates
            if (createTables && lock.asks("select to_regclass('batch_job_instance_seq') is null and ? > 0")) {
                lock.createTables();
            }
            return lock;
        } catch (SQLException | OtherRunAtWork | RuntimeException | Error e) {
            lock.connection.close();
            throw e;
        }
    }

    /** In one transaction, and only what is missing. */
    private void createTables() throws SQLException {
        String script;
        try {
            script = new ClassPathResource(TABLES).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Spring Batch comes with " + TABLES, e);
        }
        String missing = script.replaceAll("CREATE (TABLE|SEQUENCE) ", "CREATE $1 IF NOT EXISTS ");
        connection.setAutoCommit(false);
        new ResourceDatabasePopulator(new ByteArrayResource(missing.getBytes(StandardCharsets.UTF_8)))
                .populate(connection);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private boolean asks(String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, NUMBER);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /**
     * Asks the database again, before anything is done that can't be undone.
     *
     * @throws LockLost if this run no longer holds the lock; once lost it stays lost
     */
    synchronized void proveStillHeld() throws LockLost {
        if (lost.isEmpty()) {
            try {
                if (!asks(STILL_HELD)) {
                    lost = Optional.of(new LockLost(new SQLException("its session holds it no longer")));
                }
            } catch (SQLException e) {
                lost = Optional.of(new LockLost(e));
            }
        }
        if (lost.isPresent()) {
            throw lost.get();
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            asks("select pg_advisory_unlock(?)");
        }
    }
}
