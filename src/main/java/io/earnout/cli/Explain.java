package io.earnout.cli;

import io.earnout.present.explain.Answer;
import io.earnout.present.explain.Explanation;
import io.earnout.present.explain.TerminalPage;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain AGREEMENT [YEAR]}: how each number was calculated, without a run. */
@Command(
        name = "explain",
        sortOptions = false,
        customSynopsis = "./run.sh explain AGREEMENT [YEAR] [--input DIR] [--as-of YYYY-MM-DD] [--help]",
        description = {
            "Prints how each number of an agreement was calculated.",
            "That is: result, exact fraction and rounding, clause, reading, input cells and report; which shares are held and what releases them; what isn't known yet. Writes no run."
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
final class Explain implements Callable<Integer> {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final Options options;

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "its id, as in agreements.csv")
    private String agreement = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "YEAR",
            description = "one assessment year, 1 for the first (default: all)")
    private Optional<String> year = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    Explain(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        if (year.isPresent() && !NUMBER.matcher(year.get()).matches()) {
            options.surroundings()
                    .error(
                            "\"" + TerminalPage.visible(year.get()) + "\" is not an assessment year",
                            "write its number, 1 for the first, e.g. ./run.sh explain KAIXIN-2025 3");
            return ExitCode.WRONG_COMMAND_LINE.code();
        }
        return options.ask(Optional.of(agreement), this::explain);
    }

    private ExitCode explain(Answer.Found found) {
        Optional<Integer> number = year.map(Integer::valueOf);
        int years = found.result().agreement().years().size();
        if (number.isPresent() && number.get() > years) {
            options.surroundings()
                    .error(
                            "the agreement \"" + TerminalPage.visible(agreement) + "\" has no year " + number.get(),
                            years == 1 ? "it has only year 1" : "it has the years 1 to " + years);
            return ExitCode.WRONG_COMMAND_LINE;
        }
        TerminalPage page = new TerminalPage(options.surroundings().outInColour());
        Explanation.print(found, number, page);
        page.lines().forEach(options.surroundings().out()::println);
        return Question.ending(found);
    }
}
