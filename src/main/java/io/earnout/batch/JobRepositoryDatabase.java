package io.earnout.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Where Spring Batch remembers runs: an H2 file in the output folder, or the PostgreSQL database that the environment names.
 * Nothing that was published depends on it.
 */
interface JobRepositoryDatabase extends AutoCloseable {

    /** The one that the environment asks for. */
    static JobRepositoryDatabase open(Path outputFolder, RepositorySettings settings) throws SQLException, IOException {
        return settings.isPostgreSql() ? PostgreSqlRepository.open(settings) : H2Repository.open(outputFolder);
    }

    DataSource dataSource();

    /** Whether this run has the repository for itself; otherwise another run is at work with it, here or elsewhere. */
    boolean isOurs();

    /**
     * Asks once more, before something is done that can't be undone.
     *
     * @throws LockLost if this run no longer has the repository for itself
     */
    void proveStillOurs() throws LockLost;

    @Override
    void close() throws SQLException;

    /** Makes the tables of Spring Batch in H2 on first use; a file in which some are missing is put aside as damaged. */
    static void makeTables(DataSource dataSource, String schema) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!hasTables(connection)) {
                new ResourceDatabasePopulator(
                                new ClassPathResource("org/springframework/batch/core/schema-" + schema + ".sql"))
                        .populate(connection);
            }
        }
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), "BATCH_JOB_INSTANCE", null)) {
            return tables.next();
        }
    }
}
