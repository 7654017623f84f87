package io.earnout.cli;

import io.earnout.present.explain.TerminalPage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "run.sh",
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = {
            "./run.sh [--input DIR] [--output DIR] [--as-of YYYY-MM-DD] [--metrics FILE]",
            "./run.sh COMMAND ..., see ./run.sh help COMMAND"
        },
        description = {
            "Administers share earn-outs held in escrow: reads audited revenue, writes release instructions, cancellation"
                    + " list and reconciliation report."
        },
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, nothing needs a person",
            "2:done, but something is held, overdue or in conflict: see exceptions.csv",
            "64:wrong command line",
            "65:an input file can't be trusted as a whole; nothing was published",
            "70:a defect of the program; nothing was published",
            "73:the output can't be written; nothing was published",
            "75:another run is at work: try again when it has ended"
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
public final class EarnoutApplication implements Callable<Integer> {

    /** A command line of these and their values is a run, which doesn't wait for commands that it doesn't need. */
    private static final Set<String> OF_A_RUN = Set.of("--input", "--output", "--as-of", "--metrics");

    static {
        // no log is kept (SPA 9), and none is missed
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("java.awt.headless", "true");
    }

    @Mixin
    private final Options options;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "shows the version")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "a text file for Prometheus, written after the run however it ended")
    private Optional<Path> metrics = Optional.empty();

    private EarnoutApplication(Options options) {
        this.options = options;
    }

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            // nothing else has to be loaded for that
            Surroundings.utf8(System.out).println(Version.line());
            return;
        }
        System.exit(run(args, Surroundings.utf8(System.out), Surroundings.utf8(System.err)));
    }

    /** Runs the command line and returns the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, Surroundings.of(out, err));
    }

    public static int run(String[] args, Surroundings surroundings) {
        Options options = new Options(surroundings);
        CommandLine commandLine = new CommandLine(new EarnoutApplication(options));
        if (!isRun(args)) {
            CommandLine help = new CommandLine(new CommandLine.HelpCommand());
            help.getCommandSpec().usageMessage().header("Shows the help of a command.");
            commandLine
                    .addSubcommand(new StartAgreement(options))
                    .addSubcommand(new CheckInput(options))
                    .addSubcommand(new Explain(options))
                    .addSubcommand(new WhatIf(options))
                    .addSubcommand(new DraftPapers(options))
                    .addSubcommand(new WritePage(options))
                    .addSubcommand(new ListRuns(options))
                    .addSubcommand(new VerifyRuns(options))
                    .addSubcommand(new ArchiveRun(options))
                    .addSubcommand(help);
        }
        return commandLine
                .registerConverter(Path.class, new Folder())
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOverwrittenOptionsAllowed(false)
                .setUsageHelpWidth(80)
                .setParameterExceptionHandler(new Wrong(surroundings))
                .execute(args);
    }

    private static boolean isRun(String[] args) {
        boolean isValue = false;
        for (String argument : args) {
            boolean isOption = !isValue && OF_A_RUN.contains(argument.split("=", 2)[0]);
            if (!isOption && !isValue) {
                return false;
            }
            isValue = isOption && !argument.contains("=");
        }
        return true;
    }

    // the two are classes, not lambdas, since Java archives no class of the library's that a lambda is made of

    /** A folder's name. An empty one would be the current folder: most likely a variable of a script that isn't set. */
    private static final class Folder implements CommandLine.ITypeConverter<Path> {
        @Override
        public Path convert(String name) {
            if (name.isEmpty()) {
                throw new CommandLine.TypeConversionException("the name of the folder is empty");
            }
            return Path.of(name);
        }
    }

    /** Says what is wrong with the command line. */
    private record Wrong(Surroundings surroundings) implements CommandLine.IParameterExceptionHandler {
        @Override
        public int handleParseException(CommandLine.ParameterException wrong, String[] args) {
            String command = wrong.getCommandLine().getCommandName();
            boolean isOfACommand = !command.equals("run.sh");
            String sentence = String.valueOf(wrong.getMessage());
            String meant = "";
            if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
                String first = TerminalPage.visible(unmatched.getUnmatched().get(0));
                sentence = "\"" + first + "\" is "
                        + (first.startsWith("-")
                                ? "not an option"
                                : isOfACommand ? "one argument too many" : "not a command");
                meant = unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(nearest -> "did you mean " + nearest + "? ")
                        .orElse("");
            }
            surroundings.error(sentence, meant + "see ./run.sh " + (isOfACommand ? command + " " : "") + "--help");
            return ExitCode.WRONG_COMMAND_LINE.code();
        }
    }

    @Override
    public Integer call() {
        Surroundings surroundings = options.surroundings();
        if (metrics.isPresent() && !Metrics.isPossible(metrics.get())) {
            surroundings.error(
                    "--metrics: " + metrics.get() + " can't be a file", "name a file in a folder that there is");
            return ExitCode.WRONG_COMMAND_LINE.code();
        }
        ExitCode exit = options.onTheDay(this::run);
        return metrics.isPresent() ? measured(metrics.get(), exit).code() : exit.code();
    }

    private ExitCode measured(Path file, ExitCode exit) {
        Surroundings surroundings = options.surroundings();
        try {
            Metrics.write(
                    file, options.outputFolder(), exit, surroundings.clock().instant());
            return exit;
        } catch (IOException | UncheckedIOException e) {
            surroundings.error("the metrics can't be written: " + Failures.message(e), "check " + file);
            return exit == ExitCode.DONE ? ExitCode.OUTPUT_FAILED : exit;
        }
    }

    private ExitCode run(Optional<LocalDate> day) {
        Surroundings surroundings = options.surroundings();
        Console console = new Console(
                surroundings.out(), surroundings.err(), surroundings.outIsTerminal(), surroundings.errIsTerminal());
        return new EscrowRun(console, Version.ofProgram(), surroundings.today(), surroundings.environment())
                .execute(options.inputFolder(), options.outputFolder(), day);
    }
}
