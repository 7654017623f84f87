package io.earnout.cli;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.input.InputFolder;
import io.earnout.present.explain.Answer;
import io.earnout.present.explain.TerminalPage;
import io.earnout.present.explain.WhatIfResult;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code what-if --revenue YEAR=AMOUNT}: the result if years had these revenues, without a run. */
@Command(
        name = "what-if",
        sortOptions = false,
        customSynopsis = "./run.sh what-if --revenue YEAR=AMOUNT [--revenue YEAR=AMOUNT ...] [--agreement ID]"
                + " [--input DIR] [--as-of YYYY-MM-DD] [--help]",
        description = {
            "Prints the result if years had these revenues.",
            "That is where the shares would be, the quantities of the joint instructions, the " + Readings.PRICED
                    + " readings, the revenue that restores all deducted shares, and the least"
                    + " and most that each party can still get. Writes no run."
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
final class WhatIf implements Callable<Integer> {

    private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{0,3}");
    private static final String EXAMPLE = "write the year's number and its revenue, e.g. --revenue 3=900000000";

    private final Options options;

    @Option(
            names = "--revenue",
            required = true,
            paramLabel = "YEAR=AMOUNT",
            description =
                    "the audited revenue of an assessment year, as in the files: plain digits, at most two decimals;"
                            + " it adds a report, or restates the current one")
    private List<String> revenue = List.of();

    @Option(names = "--agreement", paramLabel = "ID", description = "the agreement, if the input has several")
    private Optional<String> agreement = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    WhatIf(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        Map<Integer, Money> revenues = new TreeMap<>();
        for (String given : revenue) {
            Optional<String> objection = take(given, revenues);
            if (objection.isPresent()) {
                return wrong("\"" + TerminalPage.visible(given) + "\" " + objection.get(), EXAMPLE)
                        .code();
            }
        }
        return options.ask(agreement, found -> answer(found, revenues));
    }

    /** Reads one assumption; says what is wrong with it, if anything. */
    private static Optional<String> take(String given, Map<Integer, Money> revenues) {
        int equals = given.indexOf('=');
        if (equals < 0 || !YEAR.matcher(given.substring(0, equals)).matches()) {
            return Optional.of("names no assessment year");
        }
        Optional<Money> amount = InputFolder.amount(given.substring(equals + 1));
        if (amount.isEmpty()) {
            return Optional.of("has no valid amount: write plain digits with at most two decimals, from 0 to "
                    + new Money(Money.LIMIT).plain());
        }
        int year = Integer.parseInt(given.substring(0, equals));
        return revenues.put(year, amount.get()) == null
                ? Optional.empty()
                : Optional.of("names year " + year + " a second time");
    }

    private ExitCode wrong(String sentence, String remedy) {
        options.surroundings().error("--revenue: " + sentence, remedy);
        return ExitCode.WRONG_COMMAND_LINE;
    }

    private ExitCode answer(Answer.Found found, Map<Integer, Money> revenues) {
        AgreementResult result = found.result();
        int years = result.agreement().years().size();
        for (int year : revenues.keySet()) {
            if (year > years) {
                return wrong(
                        "the agreement \"" + TerminalPage.visible(result.agreementId()) + "\" has no year " + year,
                        years == 1 ? "it has only year 1" : "it has the years 1 to " + years);
            }
        }
        TerminalPage page = new TerminalPage(options.surroundings().outInColour());
        WhatIfResult.print(found, revenues, page);
        page.lines().forEach(options.surroundings().out()::println);
        return Question.ending(found);
    }
}
