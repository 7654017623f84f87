package io.earnout.job;

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

    @Override
    void close() throws SQLException;

    /** Makes the tables of Spring Batch on first use. */
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
        // H2 has its names in capitals, PostgreSQL in small letters
        for (String name : new String[] {"BATCH_JOB_INSTANCE", "batch_job_instance"}) {
            try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
