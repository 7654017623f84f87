package io.earnout;

import io.earnout.input.InputFolder;
import io.earnout.job.Console;
import io.earnout.job.EscrowRun;
import io.earnout.job.ExitCode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "run.sh",
        sortOptions = false,
        customSynopsis = "./run.sh [--input DIR] [--output DIR] [--as-of YYYY-MM-DD] [--help] [--version]",
        description = {
            "Administers share earn-outs held in escrow: audited revenue in; release instructions, cancellation list"
                    + " and reconciliation report out."
        },
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, nothing needs a person",
            "2:done, but something is held, overdue or in conflict: see exceptions.csv",
            "64:wrong command line",
            "65:an input file as a whole can't be trusted; nothing was published",
            "70:a defect of the program; nothing was published",
            "73:the output can't be written; nothing was published",
            "75:another run holds the lock: try again"
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
public final class EarnoutApplication implements Callable<Integer> {

    private static final String TERMINALS = "earnout.terminals";
    private static final String HOME = "earnout.home";

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "the folder with the CSV files (default: input, beside run.sh)")
    private Optional<Path> input = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "the folder for the runs (default: output, beside run.sh)")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            description = "the day of the run: what is dated later is not known (default: what run.properties pins,"
                    + " otherwise today)")
    private Optional<String> asOf = Optional.empty();

    @Option(names = "--help", usageHelp = true, description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "shows the version")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    private final PrintStream out;
    private final PrintStream err;

    private EarnoutApplication(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, out, err));
    }

    /** Runs the command line and returns the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        return new CommandLine(new EarnoutApplication(out, err))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOverwrittenOptionsAllowed(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((wrong, ignored) -> {
                    err.println("earnout: " + wrong.getMessage());
                    err.println("  ./run.sh --help tells what can be given");
                    return ExitCode.WRONG_COMMAND_LINE.code();
                })
                .execute(args);
    }

    @Override
    public Integer call() {
        Optional<LocalDate> day = Optional.empty();
        if (asOf.isPresent()) {
            day = InputFolder.day(asOf.get());
            if (day.isEmpty()) {
                err.println("earnout: --as-of: \"" + asOf.get() + "\" is not a day of the calendar");
                err.println("  write year-month-day, e.g. --as-of 2031-02-10");
                return ExitCode.WRONG_COMMAND_LINE.code();
            }
        }
        // run.sh knows whether anybody is looking; "out" and "err" name the streams that are terminals
        String terminals = System.getProperty(TERMINALS, "");
        Console console = new Console(out, err, terminals.contains("out"), terminals.contains("err"));
        return new EscrowRun(console, Version.ofProgram(), LocalDate.now(ZoneId.systemDefault()))
                .execute(input.orElse(beside("input")), output.orElse(beside("output")), day)
                .code();
    }

    /** A folder of the project, named as shortly as the current folder allows. */
    private static Path beside(String name) {
        Path home = Path.of(System.getProperty(HOME, "")).toAbsolutePath();
        return home.equals(Path.of("").toAbsolutePath()) ? Path.of(name) : home.resolve(name);
    }
}
