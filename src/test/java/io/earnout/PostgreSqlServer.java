package io.earnout;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL server for a test, made in a folder of its own from the programs that the system has installed. */
final class PostgreSqlServer implements AutoCloseable {

    private static final String USER = "earnout";
    private static final String PASSWORD = "only-for-this-test";
    private static final long A_MOMENT = 10_000_000;
    private static final int MOMENTS = 100;

    private final List<String> asWhom;
    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgreSqlServer(List<String> asWhom, Path programs, Path folder, int port) {
        this.asWhom = asWhom;
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server; nothing where none is installed. */
    static Optional<PostgreSqlServer> start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        // the server refuses to be run by root, and Debian makes a user for it
        boolean isRoot = System.getProperty("user.name").equals("root");
        List<String> asWhom = isRoot ? List.of("runuser", "-u", "postgres", "--") : List.of();
        Path folder = Files.createTempDirectory("earnout-postgresql-");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        PostgreSqlServer server = new PostgreSqlServer(asWhom, programs.get(), folder, port);
        server.program(
                "initdb", "-D", server.cluster(), "-U", USER, "-A", "scram-sha-256", "--pwfile", password.toString());
        server.begin();
        return Optional.of(server);
    }

    private void begin() throws IOException, InterruptedException {
        program(
                "pg_ctl",
                "-D",
                cluster(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off",
                "start");
    }

    /** Starts it again on the same port with what it had stored, after it was killed. */
    void startAgain() throws IOException, InterruptedException {
        Path ofTheKilled = Path.of(cluster(), "postmaster.pid");
        for (int moment = 0; Files.exists(ofTheKilled) && moment < MOMENTS; moment++) {
            LockSupport.parkNanos(A_MOMENT);
        }
        // killed with -9 it leaves this behind, as a machine does that loses its power
        Files.deleteIfExists(ofTheKilled);
        begin();
    }

    /** {@code kill -9}; what it was doing for others ends by itself. */
    void kill() throws IOException {
        long number = Long.parseLong(
                Files.readAllLines(Path.of(cluster(), "postmaster.pid")).get(0));
        ProcessHandle.of(number).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static Optional<Path> programs() throws IOException {
        List<Path> folders = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted().forEach(version -> folders.add(version.resolve("bin")));
            }
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            folders.add(Path.of(folder));
        }
        return folders.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private String cluster() {
        return folder.resolve("cluster").toString();
    }

    private String program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(asWhom);
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path told = Files.createTempFile("earnout-postgresql-", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start();
            int exit = process.waitFor();
            String said = Files.readString(told, StandardCharsets.UTF_8);
            if (exit != 0) {
                throw new IOException(command + " ended with " + exit + ": " + said);
            }
            return said;
        } finally {
            Files.delete(told);
        }
    }

    /** What a run is told of the server. */
    Map<String, String> environment() {
        return environment("postgres");
    }

    /** What a run is told of a database of the server. */
    Map<String, String> environment(String database) {
        return Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                "SPRING_DATASOURCE_USERNAME", USER,
                "SPRING_DATASOURCE_PASSWORD", PASSWORD);
    }

    static String password() {
        return PASSWORD;
    }

    /** A new and empty database; what a run is told of it. */
    Map<String, String> newDatabase(String name) throws SQLException {
        tell("postgres", "create database " + name);
        return environment(name);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                String.valueOf(environment(database).get("SPRING_DATASOURCE_URL")), USER, PASSWORD);
    }

    /** Tells a database to do something, as the server's owner. */
    void tell(String database, String... orders) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String order : orders) {
                statement.execute(order);
            }
        }
    }

    /** Asks a database for a number. */
    int count(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }

    /** Stops it at once, connections and all, and leaves nothing of it. */
    @Override
    public void close() throws IOException {
        try {
            program("pg_ctl", "-D", cluster(), "-m", "immediate", "stop");
            FileSystemUtils.deleteRecursively(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
