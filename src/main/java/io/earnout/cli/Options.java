package io.earnout.cli;

import io.earnout.input.InputFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that all commands share, given before or after the command, and where the command line runs. */
final class Options {

    private final Surroundings surroundings;

    @Option(
            names = "--input",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "the folder with the CSV files (default: input, beside the program)")
    private Optional<Path> input = Optional.empty();

    @Option(
            names = "--output",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "the folder for the runs (default: output, beside the program)")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--as-of",
            scope = ScopeType.INHERIT,
            paramLabel = "YYYY-MM-DD",
            description =
                    "the day of the run; later events are not counted (default: the day in run.properties, or today)")
    private Optional<String> asOf = Optional.empty();

    Options(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Nothing where none was given. */
    Optional<Path> givenInput() {
        return input;
    }

    Path inputFolder() {
        return input.orElse(Surroundings.beside("input"));
    }

    List<Path> inputFiles() {
        return InputFolder.of(inputFolder()).everything();
    }

    Path outputFolder() {
        return output.orElse(Surroundings.beside("output"));
    }

    /** Answers a question about an agreement; about the only one where none is named. */
    int ask(Optional<String> agreementId, Question.Answering answering) {
        return withoutRun(day -> new Question(surroundings, inputFolder(), day).about(agreementId, answering));
    }

    /** Answers a question about an agreement to which runs give the background: they are read, none is written. */
    int askBesideRuns(String agreementId, Question.Answering answering) {
        return onTheDay(day ->
                        new Question(surroundings, inputFolder(), day).about(Optional.of(agreementId), answering))
                .code();
    }

    /** Does something with the input alone, on the day that was given. */
    int withoutRun(Function<Optional<LocalDate>, ExitCode> work) {
        if (output.isPresent()) {
            surroundings.error("this command writes no run", "leave --output out");
            return ExitCode.WRONG_COMMAND_LINE.code();
        }
        return onTheDay(work).code();
    }

    /** Does something on the day that was given; nothing if that is no day. */
    ExitCode onTheDay(Function<Optional<LocalDate>, ExitCode> work) {
        Optional<LocalDate> day = asOf.flatMap(InputFolder::day);
        if (asOf.isPresent() && day.isEmpty()) {
            surroundings.error(
                    "--as-of: \"" + asOf.get() + "\" is not a valid date in the form YYYY-MM-DD",
                    "write year-month-day, e.g. --as-of 2031-02-10");
            return ExitCode.WRONG_COMMAND_LINE;
        }
        return work.apply(day);
    }
}
