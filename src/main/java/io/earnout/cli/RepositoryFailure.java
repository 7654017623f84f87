package io.earnout.cli;

import io.earnout.batch.LockLost;
import io.earnout.batch.RepositoryUrl;
import java.sql.SQLException;
import java.util.Map;

/** Explains in one line what is wrong with a job repository in PostgreSQL, and what to do. */
final class RepositoryFailure {

    private RepositoryFailure() {}

    /** Without the password. */
    static String message(Throwable failure, RepositoryUrl repository, Map<String, String> environment) {
        SQLException found = null;
        String message = Failures.message(failure);
        for (Throwable cause = failure; cause != null && !(found instanceof LockLost); cause = cause.getCause()) {
            if (cause instanceof SQLException ofTheDatabase) {
                found = ofTheDatabase;
                message = String.valueOf(ofTheDatabase.getMessage());
            }
        }
        return message.replace(repository.url(), repository.toString()).replaceAll("\\s+", " ")
                + (found == null ? "" : whatToDo(found, environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "")));
    }

    private static String whatToDo(SQLException failure, String user) {
        if (failure instanceof LockLost) {
            return ": run again when the database can be reached";
        }
        return switch (String.valueOf(failure.getSQLState())) {
            case "3D000" -> ": create the database, or name another in SPRING_DATASOURCE_URL";
            case "28000", "28P01" -> ": check SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD";
            case "42501", "42P01" ->
                ": let the user " + user + " create tables there (grant create on schema), or create them with"
                        + " schema-postgresql.sql of Spring Batch, and let the user read and write them";
            case "3F000" -> ": no schema of its search path exists; create one";
            case "08001" -> ": is the server running, and is the host in SPRING_DATASOURCE_URL right?";
            case "08006", "57P01", "57P02", "57P03" -> ": run again when the database can be reached";
            case "53100" -> ": the disk of the server is full";
            default -> "";
        };
    }
}
