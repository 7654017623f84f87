package io.earnout.batch;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * Which job repository the environment asks for.
 *
 * @param url {@code SPRING_DATASOURCE_URL}; empty for the file in the output folder
 * @param user {@code SPRING_DATASOURCE_USERNAME}
 * @param password {@code SPRING_DATASOURCE_PASSWORD}; it is never shown
 */
record RepositorySettings(String url, String user, String password) {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    static RepositorySettings of(Map<String, String> environment) {
        return new RepositorySettings(
                environment.getOrDefault("SPRING_DATASOURCE_URL", ""),
                environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
    }

    boolean isPostgreSql() {
        return url.startsWith(POSTGRESQL);
    }

    /** Whether the environment names a database of another kind, or none that could be understood. */
    boolean isUnknown() {
        return !url.isEmpty() && !(isPostgreSql() && isUnderstood());
    }

    private boolean isUnderstood() {
        try {
            DriverManager.getDriver(url);
            // the driver would take a user and password before an @ for the host, and tell it to everybody
            return !withoutSettings().contains("@");
        } catch (SQLException e) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url.isEmpty() ? "H2 in the output folder" : withoutSettings().replaceFirst("//.*@", "//");
    }

    private String withoutSettings() {
        return url.replaceFirst("\\?.*", "");
    }
}
