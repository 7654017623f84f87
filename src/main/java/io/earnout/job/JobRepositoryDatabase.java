package io.earnout.job;

import io.earnout.output.OwnerOnly;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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

    private static final String ASIDE = ".repository-damaged";

    /** What an operating system says of a disk on which nothing can be written, a new repository neither. */
    private static final List<String> OF_THE_DISK =
            List.of("No space left", "Read-only file system", "Disk quota exceeded", "Permission denied");

    private static final String FILE = "earnout.mv.db";

    private static final String SCHEMA = "org/springframework/batch/core/schema-h2.sql";

    private JobRepositoryDatabase() {}

    static DataSource open(Path outputFolder) throws SQLException, IOException {
        Path folder = outputFolder.resolve(FOLDER);
        OwnerOnly.refuseLink(folder);
        OwnerOnly.createFolders(folder);
        Path database = folder.resolve("earnout");
        DriverManagerDataSource dataSource = new DriverManagerDataSource(
                "jdbc:h2:file:" + database + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0", "sa", "");
        try (Connection connection = dataSource.getConnection()) {
            if (!hasTables(connection)) {
                new ResourceDatabasePopulator(new ClassPathResource(SCHEMA)).populate(connection);
            }
            OwnerOnly.restrict(folder.resolve(FILE));
            return dataSource;
        }
    }

    /** Puts a damaged repository aside, so that a new one is made. The one that was put aside before gives way. */
    static void putAside(Path outputFolder) throws IOException {
        Path aside = outputFolder.resolve(ASIDE);
        Folders.delete(aside);
        Files.move(outputFolder.resolve(FOLDER), aside);
    }

    /** Whether it is the repository that failed, and not the disk below it or the program. */
    static boolean isDamage(Throwable failure) {
        boolean ofTheDatabase = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof AccessDeniedException || OF_THE_DISK.stream().anyMatch(message::contains)) {
                return false;
            }
            ofTheDatabase |= cause instanceof SQLException;
        }
        return ofTheDatabase;
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "BATCH_JOB_INSTANCE", null)) {
            return tables.next();
        }
    }

    private static void shutDownAtOnce(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            // then it is closed already
        }
    }

    /** Closes the database file properly; at once, if it is damaged. */
    static void close(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            shutDownAtOnce(dataSource);
            throw e;
        }
    }
}
