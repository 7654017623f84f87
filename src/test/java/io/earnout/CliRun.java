package io.earnout;

import io.earnout.cli.EarnoutApplication;
import io.earnout.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * A command line in this process: how it ended and what people saw.
 *
 * @param out what went to standard output
 * @param err what went to standard error
 */
record CliRun(int exit, String out, String err) {

    static final Instant NOW = Instant.parse("2031-03-01T06:00:00Z");

    static CliRun of(String... arguments) {
        return of("", Map.of(), arguments);
    }

    /** With somebody at the screen, or not, and with such environment variables. */
    static CliRun of(String terminals, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit;
        try (PrintStream printedOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream printedErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            exit = EarnoutApplication.run(
                    arguments,
                    new Surroundings(
                            printedOut, printedErr, terminals, environment, TestRun.TODAY, InstantSource.fixed(NOW)));
        }
        return new CliRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
