package io.earnout.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Where the command line runs: its output streams, the environment, the day, and the clock, which metrics alone show.
 *
 * @param terminals names the streams that are terminals, {@code out} and {@code err}; run.sh finds out
 * @param environment the environment variables
 * @param clock says when a run ended; no file of a run shows it
 */
public record Surroundings(
        PrintStream out,
        PrintStream err,
        String terminals,
        Map<String, String> environment,
        LocalDate today,
        InstantSource clock) {

    private static final String TERMINALS = "earnout.terminals";
    private static final String HOME = "earnout.home";

    static Surroundings of(PrintStream out, PrintStream err) {
        return new Surroundings(
                out,
                err,
                System.getProperty(TERMINALS, ""),
                System.getenv(),
                LocalDate.now(ZoneId.systemDefault()),
                InstantSource.system());
    }

    boolean outIsTerminal() {
        return terminals.contains("out");
    }

    boolean errIsTerminal() {
        return terminals.contains("err");
    }

    /** Only on a terminal, and unless the user has turned colours off (no-color.org). */
    boolean outInColour() {
        String terminal = environment.getOrDefault("TERM", "dumb");
        return outIsTerminal()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !terminal.equals("dumb")
                && !terminal.isEmpty();
    }

    void error(String sentence, String remedy) {
        err.println("earnout: " + sentence);
        err.println("  " + remedy);
    }

    /** A folder of the project, named as shortly as the current folder allows. */
    public static Path beside(String name) {
        Path home = Path.of(System.getProperty(HOME, "")).toAbsolutePath();
        return home.equals(Path.of("").toAbsolutePath()) ? Path.of(name) : home.resolve(name);
    }

    /** Text in UTF-8, whatever the system's own. */
    static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
