package io.earnout.batch;

import io.earnout.publish.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The job repository as a file in the output folder. If it is lost or damaged the next run makes a new one. */
final class H2Repository implements JobRepositoryDatabase {

    static final String FOLDER = ".repository";

    private static final String ASIDE = ".repository-damaged";

    private static final String FILE = "earnout.mv.db";

    private final DataSource dataSource;

    private H2Repository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    static H2Repository open(Path outputFolder) throws SQLException, IOException {
        Path folder = outputFolder.resolve(FOLDER);
        FilePermissions.refuseLink(folder);
        FilePermissions.createFolders(folder);
        DataSource dataSource = new DriverManagerDataSource(
                "jdbc:h2:" + H2File.name(folder.resolve("earnout"))
                        + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
                "sa",
                "");
        H2Repository repository = new H2Repository(dataSource);
        try {
            JobRepositoryDatabase.makeTables(dataSource, "h2");
            FilePermissions.restrict(folder.resolve(FILE));
            return repository;
        } catch (SQLException | IOException | RuntimeException | Error e) {
            // left open, it would be found again under its name when another is made in its place
            repository.closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(Throwable failure) {
        try {
            close();
        } catch (SQLException | RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    /** Puts a damaged repository aside, so that a new one is made. The one that was put aside before gives way. */
    static void putAside(Path outputFolder) throws IOException {
        Path aside = outputFolder.resolve(ASIDE);
        Folders.delete(aside);
        Files.move(outputFolder.resolve(FOLDER), aside);
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    /** The lock of the output folder is that of its repository too. */
    @Override
    public boolean isOurs() {
        return true;
    }

    /** That lock dies with this process, and not before. */
    @Override
    public void proveStillOurs() {}

    /** Closes the database file properly; at once, if it is damaged. */
    @Override
    public void close() throws SQLException {
        try {
            shutDown("SHUTDOWN");
        } catch (SQLException | RuntimeException | Error e) {
            try {
                shutDown("SHUTDOWN IMMEDIATELY");
            } catch (SQLException | RuntimeException | Error closedAlready) {
                e.addSuppressed(closedAlready);
            }
            throw e;
        }
    }

    private void shutDown(String how) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(how);
        }
    }
}
