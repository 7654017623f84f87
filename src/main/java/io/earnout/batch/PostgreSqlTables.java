package io.earnout.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The tables of Spring Batch in a PostgreSQL database: made on first use, and completed where some of them are missing, all
 * of it or nothing. Where they are complete, nothing but reading and writing their rows is asked of the database.
 */
final class PostgreSqlTables {

    static final String SCRIPT = "org/springframework/batch/core/schema-postgresql.sql";

    private static final Pattern MADE = Pattern.compile("CREATE (?:TABLE|SEQUENCE) (\\w+)");

    private static final String SEQUENCE = "_seq";

    private PostgreSqlTables() {}

    /** Makes what is missing. Only the holder of the lock may: two who make the same table get into each other's way. */
    static void complete(DataSource dataSource) throws SQLException, IOException {
        String script = new ClassPathResource(SCRIPT).getContentAsString(StandardCharsets.UTF_8);
        try (Connection connection = dataSource.getConnection()) {
            List<String> missing = missing(connection, script);
            if (missing.isEmpty()) {
                return;
            }
            connection.setAutoCommit(false);
            String onlyWhatIsMissing = script.replaceAll("CREATE (TABLE|SEQUENCE) ", "CREATE $1 IF NOT EXISTS ");
            new ResourceDatabasePopulator(new ByteArrayResource(onlyWhatIsMissing.getBytes(StandardCharsets.UTF_8)))
                    .populate(connection);
            for (String name : missing) {
                if (name.endsWith(SEQUENCE)) {
                    beginAfterWhatIsThere(connection, name);
                }
            }
            connection.commit();
        }
    }

    private static List<String> missing(Connection connection, String script) throws SQLException {
        List<String> missing = new ArrayList<>();
        Matcher made = MADE.matcher(script);
        try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?) is null")) {
            while (made.find()) {
                String name = made.group(1).toLowerCase(Locale.ROOT);
                statement.setString(1, name);
                try (ResultSet found = statement.executeQuery()) {
                    if (found.next() && found.getBoolean(1)) {
                        missing.add(name);
                    }
                }
            }
        }
        return missing;
    }

    /** A sequence that was lost begins after the rows that it numbered: batch_job_instance_seq numbers job_instance_id. */
    private static void beginAfterWhatIsThere(Connection connection, String sequence) throws SQLException {
        String table = sequence.substring(0, sequence.length() - SEQUENCE.length());
        String number = table.substring("batch_".length()) + "_id";
        try (Statement statement = connection.createStatement()) {
            statement.execute("select setval('" + sequence + "', (select coalesce(max(" + number + "), 0) + 1 from "
                    + table + "), false)");
        }
    }
}
