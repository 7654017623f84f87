package io.earnout.batch;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * The database of the job repository, as {@code SPRING_DATASOURCE_URL} names it.
 *
 * @param url empty for the file in the output folder
 */
public record RepositoryUrl(String url) {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    public static RepositoryUrl of(Map<String, String> environment) {
        return new RepositoryUrl(environment.getOrDefault("SPRING_DATASOURCE_URL", ""));
    }

    public boolean isPostgreSql() {
        return url.startsWith(POSTGRESQL);
    }

    /** Whether it is a database that a job repository can be in. */
    public boolean isValid() {
        if (url.isEmpty()) {
            return true;
        }
        try {
            DriverManager.getDriver(url);
            // the driver would take a user and password before an @ for the host, and show them in its messages
            return isPostgreSql() && !withoutSettings().contains("@");
        } catch (SQLException e) {
            return false;
        }
    }

    /** Without the settings and the password that may be in it. */
    @Override
    public String toString() {
        return url.isEmpty() ? "H2 in the output folder" : withoutSettings().replaceFirst("//.*@", "//");
    }

    private String withoutSettings() {
        return url.replaceFirst("\\?.*", "");
    }
}
