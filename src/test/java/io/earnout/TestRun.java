package io.earnout;

import io.earnout.cli.Console;
import io.earnout.cli.EscrowRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run of the job in this process: how it ended, what people saw, and what it left in its output folder.
 *
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record TestRun(int exit, String out, String err, Path outputFolder) {

    static final LocalDate TODAY = LocalDate.of(2031, 3, 1);
    static final String VERSION = "test";

    /** The CSV files of every published run. */
    static final List<String> PUBLISHED = List.of(
            "release-instructions.csv",
            "cancellation-list.csv",
            "reconciliation-report.csv",
            "positions.csv",
            "readings.csv",
            "delays.csv",
            "deadlines.csv",
            "exceptions.csv");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}|\\b[0-9a-f]{12}\\b");

    static TestRun of(Path input, Path output) {
        return of(input, output, Optional.empty(), false, System.getenv());
    }

    static TestRun of(Path input, Path output, LocalDate asOf) {
        return of(input, output, Optional.of(asOf), false, System.getenv());
    }

    /** A run that finds its job repository in an environment. */
    static TestRun of(Path input, Path output, LocalDate asOf, Map<String, String> environment) {
        return of(input, output, Optional.of(asOf), false, environment);
    }

    /** A run with somebody at the screen. */
    static TestRun onTerminal(Path input, Path output, Optional<LocalDate> asOf) {
        return of(input, output, asOf, true, System.getenv());
    }

    /** A run on another day than the tests' own, with a person at the screen. */
    static TestRun on(LocalDate today, Path input, Path output, Optional<LocalDate> asOf) {
        return of(today, input, output, asOf, true, System.getenv());
    }

    private static TestRun of(
            Path input, Path output, Optional<LocalDate> asOf, boolean terminal, Map<String, String> environment) {
        return of(TODAY, input, output, asOf, terminal, environment);
    }

    private static TestRun of(
            LocalDate today,
            Path input,
            Path output,
            Optional<LocalDate> asOf,
            boolean terminal,
            Map<String, String> environment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit;
        try (PrintStream printedOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream printedErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            exit = new EscrowRun(new Console(printedOut, printedErr, terminal, false), VERSION, today, environment)
                    .execute(input, output, asOf)
                    .code();
        }
        return new TestRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), output);
    }

    /** What people saw, without what differs from machine to machine or with every byte of the input. */
    String seen(String text) {
        return withoutDigests(text.replace(outputFolder.toString(), "OUTPUT"));
    }

    static String withoutDigests(String text) {
        return DIGEST.matcher(text).replaceAll("DIGEST");
    }

    /** The folder that {@code latest} points to. */
    public Path published() throws IOException {
        return outputFolder.resolve("latest").toRealPath();
    }

    /** The published file, as text. */
    String text(String fileName) throws IOException {
        return Files.readString(published().resolve(fileName), StandardCharsets.UTF_8);
    }

    /** The published CSV files, by name. */
    Map<String, String> csvFiles() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : PUBLISHED) {
            files.put(name, text(name));
        }
        return files;
    }

    /** The SHA-256 of every published file, by its path in the run folder. */
    Map<String, String> hashes() throws IOException {
        return JobProcess.hashes(outputFolder);
    }

    /** Every file in the output folder, by its path there; what begins with a dot is the program's own. */
    List<String> written() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.walk(outputFolder)) {
            all.filter(path -> !Files.isDirectory(path) || Files.isSymbolicLink(path))
                    .map(path -> outputFolder.relativize(path).toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }
}
