package io.earnout.batch;

import io.earnout.publish.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.FileSystemUtils;

/** The job repository as a file in the output folder. If it is lost or damaged, the next run creates a new one. */
@Configuration(proxyBeanMethods = false)
public class H2Repository {

    private static final String FOLDER = ".repository";
    private static final String ASIDE = ".repository-damaged";
    private static final String FILE = "earnout.mv.db";
    private static final String TABLES = "org/springframework/batch/core/schema-h2.sql";

    @Bean(destroyMethod = "close")
    H2DataSource dataSource(RunOrder order) throws SQLException, IOException {
        Path folder = order.outputFolder().resolve(FOLDER);
        FilePermissions.refuseLink(folder);
        FilePermissions.createFolders(folder);
        Path file = folder.resolve(FILE);
        boolean isNew = !Files.exists(file);
        H2DataSource dataSource = new H2DataSource("jdbc:h2:" + H2File.name(folder.resolve("earnout"))
                + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        try (Connection connection = dataSource.getConnection()) {
            if (isNew) {
                new ResourceDatabasePopulator(new ClassPathResource(TABLES)).populate(connection);
            }
            FilePermissions.restrict(file);
            return dataSource;
        } catch (SQLException | IOException | RuntimeException | Error e) {
            // a database left open would be found again under its name when another is made in its place
            dataSource.close();
            throw e;
        }
    }

    /** Puts a damaged repository aside, so that a new one is created. It replaces the one that was put aside before. */
    public static void putAside(Path outputFolder) throws IOException {
        Path aside = outputFolder.resolve(ASIDE);
        FileSystemUtils.deleteRecursively(aside);
        Files.move(outputFolder.resolve(FOLDER), aside);
    }

    /** A database file that is closed with the run. */
    static final class H2DataSource extends DriverManagerDataSource {

        H2DataSource(String url) {
            super(url, "sa", "");
        }

        /** Closes it properly; at once, if it is damaged. No published fact is in it, so a failure is no reason to stop. */
        void close() {
            if (!execute("SHUTDOWN")) {
                execute("SHUTDOWN IMMEDIATELY");
            }
        }

        private boolean execute(String sql) {
            try (Connection connection = getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.execute(sql) || statement.getUpdateCount() >= -1;
            } catch (SQLException | RuntimeException | Error e) {
                return false;
            }
        }
    }
}
