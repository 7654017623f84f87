package io.earnout.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The job repository in a PostgreSQL database, which several machines can share: an advisory lock of the database lets one
 * run at a time work with it. The lock is held by a connection of its own and dies with it.
 */
final class PostgreSqlRepository implements JobRepositoryDatabase {

    /** The number of the lock: the letters of "earnout". */
    private static final long LOCK = 0x6561726e6f7574L;

    /** A step and its workers need no more. */
    private static final int CONNECTIONS = 4;

    private final Connection lock;
    private final boolean ours;
    private final HikariDataSource dataSource;

    private PostgreSqlRepository(Connection lock, boolean ours, HikariDataSource dataSource) {
        this.lock = lock;
        this.ours = ours;
        this.dataSource = dataSource;
    }

    static PostgreSqlRepository open(RepositorySettings settings) throws SQLException {
        Connection lock = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        try {
            boolean ours = tryLock(lock);
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(settings.url());
            config.setUsername(settings.user());
            config.setPassword(settings.password());
            config.setMaximumPoolSize(CONNECTIONS);
            config.setMinimumIdle(0);
            config.setInitializationFailTimeout(-1);
            HikariDataSource dataSource = new HikariDataSource(config);
            if (ours) {
                JobRepositoryDatabase.makeTables(dataSource, "postgresql");
            }
            return new PostgreSqlRepository(lock, ours, dataSource);
        } catch (SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet taken = statement.executeQuery()) {
                return taken.next() && taken.getBoolean(1);
            }
        }
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public boolean isOurs() {
        return ours;
    }

    @Override
    public void close() throws SQLException {
        dataSource.close();
        lock.close();
    }
}
