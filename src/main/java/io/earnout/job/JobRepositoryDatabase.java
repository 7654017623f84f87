package io.earnout.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Where Spring Batch remembers runs: an H2 file in the output folder. Nothing that was published depends on it; if it is
 * lost the next run makes a new one.
 */
final class JobRepositoryDatabase {

    static final String FOLDER = ".repository";

    private static final String SCHEMA = "org/springframework/batch/core/schema-h2.sql";

    private JobRepositoryDatabase() {}

    static DataSource open(Path outputFolder) throws SQLException {
        Path database = outputFolder.resolve(FOLDER).resolve("earnout");
        DriverManagerDataSource dataSource = new DriverManagerDataSource(
                "jdbc:h2:file:" + database + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0", "sa", "");
        try (Connection connection = dataSource.getConnection()) {
            if (!hasTables(connection)) {
                new ResourceDatabasePopulator(new ClassPathResource(SCHEMA)).populate(connection);
            }
            return dataSource;
        }
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "BATCH_JOB_INSTANCE", null)) {
            return tables.next();
        }
    }

    /** Closes the database file properly. */
    static void close(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
