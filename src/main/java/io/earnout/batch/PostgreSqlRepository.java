package io.earnout.batch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The job repository in a PostgreSQL database, which several machines can share: an advisory lock of the database lets one
 * run at a time work with it. The lock is held by a connection of its own and dies with it; a run that has lost it gets no
 * connection any more, and publishes nothing.
 */
final class PostgreSqlRepository implements JobRepositoryDatabase {

    /** The number of the lock: the letters of "earnout". */
    private static final long LOCK = 0x6561726e6f7574L;

    /** A step and its workers need no more. */
    private static final int CONNECTIONS = 4;

    private static final long WAIT_FOR_A_CONNECTION_MILLIS = 20_000;

    /** Whether this very session holds the lock: asked like this, a connection that was exchanged on the way is noticed. */
    private static final String STILL_HELD =
            "select exists (select 1 from pg_locks where locktype = 'advisory' and granted"
                    + " and pid = pg_backend_pid() and objsubid = 1 and (classid::bigint << 32) | objid::bigint = ?)";

    /**
     * What the database may be set to, for the sake of others, and would end a long run: a step that works for minutes holds
     * a transaction, and the lock's connection is idle for as long. And the server is to notice within a minute that a
     * machine which held the lock died without a word. What this version of the server doesn't know is left out.
     */
    private static final String SESSION = "select set_config(name, value, false) from (values"
            + " ('idle_session_timeout', '0'), ('idle_in_transaction_session_timeout', '0'), ('transaction_timeout', '0'),"
            + " ('tcp_keepalives_idle', '30'), ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '3'))"
            + " as wanted (name, value) where name in (select name from pg_settings)";

    private final Connection lock;
    private final boolean ours;
    private final HikariDataSource connections;
    private Optional<LockLost> lost = Optional.empty();

    private PostgreSqlRepository(Connection lock, boolean ours, HikariDataSource connections) {
        this.lock = lock;
        this.ours = ours;
        this.connections = connections;
    }

    static PostgreSqlRepository open(RepositorySettings settings) throws SQLException, IOException {
        Properties properties = properties(settings);
        Connection lock = DriverManager.getConnection(settings.url(), properties);
        try {
            try (Statement statement = lock.createStatement()) {
                statement.execute(SESSION);
            }
            boolean ours = answer(lock, "select pg_try_advisory_lock(?)");
            PostgreSqlRepository repository =
                    new PostgreSqlRepository(lock, ours, connections(settings.url(), properties));
            if (ours) {
                try {
                    PostgreSqlTables.complete(repository.dataSource());
                } catch (SQLException | IOException | RuntimeException e) {
                    repository.connections.close();
                    throw e;
                }
            }
            return repository;
        } catch (SQLException | IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A server that doesn't answer ends the run, instead of letting it wait for ever. What the URL says of it wins. */
    private static Properties properties(RepositorySettings settings) {
        Properties properties = new Properties();
        if (!settings.user().isEmpty()) {
            properties.setProperty("user", settings.user());
        }
        if (!settings.password().isEmpty()) {
            properties.setProperty("password", settings.password());
        }
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "earnout");
        return properties;
    }

    private static HikariDataSource connections(String url, Properties properties) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(WAIT_FOR_A_CONNECTION_MILLIS);
        config.setConnectionInitSql(SESSION);
        return new HikariDataSource(config);
    }

    private static boolean answer(Connection lock, String question) throws SQLException {
        try (PreparedStatement statement = lock.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** Gives no connection to a run that has lost the lock: what is in the tables may be another machine's by now. */
    @Override
    public DataSource dataSource() {
        return new DelegatingDataSource(connections) {
            @Override
            public Connection getConnection() throws SQLException {
                proveStillOurs();
                return super.getConnection();
            }
        };
    }

    @Override
    public boolean isOurs() {
        return ours;
    }

    @Override
    public synchronized void proveStillOurs() throws LockLost {
        if (lost.isEmpty()) {
            try {
                if (!answer(lock, STILL_HELD)) {
                    lost = Optional.of(new LockLost(new SQLException("its session holds it no longer")));
                }
            } catch (SQLException e) {
                lost = Optional.of(new LockLost(e));
            }
        }
        // once lost it stays lost, and nobody waits for a server that is gone
        if (lost.isPresent()) {
            throw lost.get();
        }
    }

    @Override
    public void close() throws SQLException {
        connections.close();
        lock.close();
    }

    /** What went wrong with the database, and what to do about it, in one line and without the password. */
    static String inWords(Throwable failure, RepositorySettings settings) {
        Optional<SQLException> ofTheDatabase = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                ofTheDatabase = Optional.of(found);
                if (found instanceof LockLost) {
                    break;
                }
            }
        }
        String said = ofTheDatabase
                .map(e -> String.valueOf(e.getMessage()))
                .orElseGet(() -> Failures.inWords(failure))
                .replace(settings.url(), settings.toString())
                .replaceAll("\\s+", " ");
        return said + ofTheDatabase.flatMap(e -> whatToDo(e, settings)).orElse("");
    }

    private static Optional<String> whatToDo(SQLException failure, RepositorySettings settings) {
        if (failure instanceof LockLost) {
            return Optional.of(": run again when the database can be reached");
        }
        String state = String.valueOf(failure.getSQLState());
        return Optional.ofNullable(
                switch (state) {
                    case "3D000" -> ": create the database, or name another in SPRING_DATASOURCE_URL";
                    case "28000", "28P01" ->
                        ": SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD say who logs in";
                    case "42501" ->
                        ": let the user " + settings.user()
                                + " create tables there (grant create on schema), or make them"
                                + " for it with " + PostgreSqlTables.SCRIPT
                                + " of Spring Batch, and let it read and write"
                                + " them";
                    case "3F000" -> ": no schema of its search path exists; create one";
                    case "08001" -> ": is the server running, and is the host in SPRING_DATASOURCE_URL right?";
                    case "08006", "57P01", "57P02", "57P03" -> ": run again when the database can be reached";
                    case "53100" -> ": the disk of the server is full";
                    default -> null;
                });
    }
}
