package io.earnout.cli;

import io.earnout.batch.Console;
import io.earnout.batch.EscrowRun;
import io.earnout.batch.ExitCode;
import io.earnout.batch.RunLock;
import io.earnout.input.InputFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
        name = "run.sh",
        sortOptions = false,
        customSynopsis = {
            "./run.sh [--input DIR] [--output DIR] [--as-of YYYY-MM-DD] [--help] [--version]",
            "       ./run.sh explain AGREEMENT [YEAR] [--input DIR] [--as-of YYYY-MM-DD]",
            "       ./run.sh what-if --revenue YEAR=AMOUNT [--agreement ID] [--input DIR] [--as-of YYYY-MM-DD]",
            "       ./run.sh draft AGREEMENT --into DIR [--input DIR] [--as-of YYYY-MM-DD]",
            "       ./run.sh verify [RUN | all] [--output DIR] [--input DIR]"
        },
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

    private static final Set<String> COMMANDS = Set.of("explain", "what-if", "draft", "verify", "--help");

    @Option(
            names = "--input",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "the folder with the CSV files (default: input, beside run.sh)")
    private Optional<Path> input = Optional.empty();

    @Option(
            names = "--output",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "the folder for the runs (default: output, beside run.sh)")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--as-of",
            scope = ScopeType.INHERIT,
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

    private final Surroundings surroundings;
    private final Optional<RunLock> lock;

    private EarnoutApplication(Surroundings surroundings, Optional<RunLock> lock) {
        this.surroundings = surroundings;
        this.lock = lock;
    }

    public static void main(String[] args) {
        Optional<RunLock> lock = lockAtOnce(args);
        if (lock.isPresent() && !lock.get().isHeld()) {
            Path output = PlainRun.outputFolder(args).orElseThrow();
            Surroundings.utf8(System.err).println("earnout: " + RunLock.inWords(output));
            System.exit(ExitCode.LOCKED.code());
        }
        Surroundings surroundings = Surroundings.of(Surroundings.utf8(System.out), Surroundings.utf8(System.err));
        System.exit(run(args, surroundings, lock));
    }

    /** To read the command line in earnest takes longer than Java's own start: whoever comes second leaves before that. */
    private static Optional<RunLock> lockAtOnce(String[] args) {
        try {
            Optional<Path> output = PlainRun.outputFolder(args);
            return output.isPresent() ? Optional.of(RunLock.take(output.get())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the run will say so
        }
    }

    /** Runs the command line and returns the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, Surroundings.of(out, err));
    }

    public static int run(String[] args, Surroundings surroundings) {
        return run(args, surroundings, Optional.empty());
    }

    private static int run(String[] args, Surroundings surroundings, Optional<RunLock> lock) {
        EarnoutApplication application = new EarnoutApplication(surroundings, lock);
        CommandLine commandLine = new CommandLine(application);
        // a plain run shall not wait for commands that it doesn't need
        if (Stream.of(args).anyMatch(COMMANDS::contains)) {
            commandLine
                    .addSubcommand(new Explain(application))
                    .addSubcommand(new WhatIf(application))
                    .addSubcommand(new DraftPapers(application))
                    .addSubcommand(new VerifyRuns(application));
        }
        return commandLine
                .registerConverter(Path.class, EarnoutApplication::folder)
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOverwrittenOptionsAllowed(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((wrong, ignored) -> {
                    String command = wrong.getCommandLine().getCommandName();
                    surroundings.error(
                            String.valueOf(wrong.getMessage()),
                            "./run.sh " + (command.equals("run.sh") ? "" : command + " ")
                                    + "--help tells what can be given");
                    return ExitCode.WRONG_COMMAND_LINE.code();
                })
                .execute(args);
    }

    /** An empty name would be the current folder: most likely a variable of a script that isn't set. */
    private static Path folder(String name) {
        if (name.isEmpty()) {
            throw new CommandLine.TypeConversionException("the name of the folder is empty");
        }
        return Path.of(name);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public Integer call() {
        return onTheDay(day -> {
            Console console = new Console(
                    surroundings.out(), surroundings.err(), surroundings.outIsTerminal(), surroundings.errIsTerminal());
            return new EscrowRun(console, Version.ofProgram(), surroundings.today())
                    .execute(inputFolder(), outputFolder(), day, lock);
        });
    }

    /** Answers a question about an agreement; about the only one where none is named. */
    int ask(Optional<String> agreementId, Question.Answering answering) {
        if (output.isPresent()) {
            surroundings.error("a question writes no run", "leave --output out");
            return ExitCode.WRONG_COMMAND_LINE.code();
        }
        return onTheDay(day -> new Question(surroundings, inputFolder(), day).about(agreementId, answering));
    }

    /** The input that was named; nothing where none was. */
    Optional<Path> givenInput() {
        return input;
    }

    /** The files of the input folder. */
    List<Path> inputFiles() {
        return InputFolder.of(inputFolder()).everything();
    }

    Path outputFolder() {
        return output.orElse(Surroundings.beside("output"));
    }

    private Path inputFolder() {
        return input.orElse(Surroundings.beside("input"));
    }

    private int onTheDay(Function<Optional<LocalDate>, ExitCode> work) {
        Optional<LocalDate> day = asOf.flatMap(InputFolder::day);
        if (asOf.isPresent() && day.isEmpty()) {
            surroundings.error(
                    "--as-of: \"" + asOf.get() + "\" is not a day of the calendar",
                    "write year-month-day, e.g. --as-of 2031-02-10");
            return ExitCode.WRONG_COMMAND_LINE.code();
        }
        return work.apply(day).code();
    }
}
