package io.earnout.cli;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.ShareChange;
import io.earnout.input.InputFolder;
import io.earnout.present.explain.Answer;
import io.earnout.present.explain.Assumptions;
import io.earnout.present.explain.TerminalPage;
import io.earnout.present.explain.WhatIfResult;
import io.earnout.terms.Money;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Readings;
import io.earnout.terms.Term;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code what-if}: the result if years had other revenues or targets, or the contract were read otherwise, without a run. */
@Command(
        name = "what-if",
        sortOptions = false,
        customSynopsis =
                "./run.sh what-if [--revenue YEAR=AMOUNT ...] [--target YEAR=AMOUNT ...]"
                        + " [--reading SWITCH=CHOICE ...] [--share-change DAY=OLD:NEW ...] [--agreement ID] [--input DIR] [--as-of YYYY-MM-DD] [--help]",
        description = {
            "Prints the result if years had these revenues or targets, or the contract this reading.",
            "That is where the shares would be, the quantities of the joint instructions, the " + Readings.PRICED
                    + " readings, the revenue that restores all deducted shares, and the least"
                    + " and most that each party can still get. Writes no run."
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
final class WhatIf implements Callable<Integer> {

    private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{0,3}");
    private static final String REVENUE = "--revenue";
    private static final String TARGET = "--target";
    private static final String READING = "--reading";
    private static final String SHARE_CHANGE = "--share-change";
    private static final Pattern CHANGE =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})=([1-9][0-9]{0,5}):([1-9][0-9]{0,5})");

    private final Options options;

    @Option(
            names = REVENUE,
            paramLabel = "YEAR=AMOUNT",
            description =
                    "the audited revenue of an assessment year, as in the files: plain digits, at most two decimals;"
                            + " it adds a report, or restates the current one")
    private List<String> revenue = List.of();

    @Option(
            names = TARGET,
            paramLabel = "YEAR=AMOUNT",
            description = "another target of an assessment year, above zero, as if it had been signed")
    private List<String> target = List.of();

    @Option(
            names = READING,
            paramLabel = "SWITCH=CHOICE",
            description =
                    "another reading of an open point, e.g. missed_target=block, as if all parties had agreed to it")
    private List<String> reading = List.of();

    @Option(
            names = SHARE_CHANGE,
            paramLabel = "DAY=OLD:NEW",
            description = "a consolidation or subdivision of the shares from that day on, e.g. 2027-03-01=30:1;"
                    + " the agent's balance is rounded up")
    private List<String> shareChange = List.of();

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
        Assumptions assumed = new Assumptions(
                new TreeMap<>(), new TreeMap<>(), new EnumMap<>(ReadingSwitch.class), new ArrayList<>());
        Optional<ExitCode> wrong = Stream.of(
                        revenue.stream().map(given -> amount(REVENUE, given, assumed.revenues())),
                        target.stream().map(given -> amount(TARGET, given, assumed.targets())),
                        reading.stream().map(given -> reading(given, assumed.readings())),
                        shareChange.stream().map(given -> shareChange(given, assumed.shareChanges())))
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .findFirst();
        if (wrong.isPresent()) {
            return wrong.get().code();
        }
        if (assumed.isEmpty()) {
            options.surroundings()
                    .error(
                            "nothing is assumed",
                            "give " + REVENUE + " 3=900000000, " + TARGET + " 3=700000000, " + READING
                                    + " missed_target=block or " + SHARE_CHANGE
                                    + " 2027-03-01=30:1, each as often as needed");
            return ExitCode.WRONG_COMMAND_LINE.code();
        }
        return options.ask(agreement, found -> answer(found, assumed));
    }

    /** Reads one assumed amount; what is wrong with it, if anything, is said. */
    private Optional<ExitCode> amount(String option, String given, Map<Integer, Money> amounts) {
        String example = "write the year's number and its " + (option.equals(TARGET) ? "target" : "revenue") + ", e.g. "
                + option + " 3=900000000";
        int equals = given.indexOf('=');
        if (equals < 0 || !YEAR.matcher(given.substring(0, equals)).matches()) {
            return wrong(option, given, "names no assessment year", example);
        }
        Optional<Money> amount = InputFolder.amount(given.substring(equals + 1));
        if (amount.isEmpty()) {
            return wrong(
                    option,
                    given,
                    "has no valid amount: write plain digits with at most two decimals, from 0 to "
                            + new Money(Money.LIMIT).plain(),
                    example);
        }
        if (option.equals(TARGET) && amount.get().isZero()) {
            return wrong(option, given, "has no target: a target is above zero", example);
        }
        int year = Integer.parseInt(given.substring(0, equals));
        return amounts.put(year, amount.get()) == null
                ? Optional.empty()
                : wrong(option, given, "names year " + year + " a second time", example);
    }

    /** Reads one assumed choice; what is wrong with it, if anything, is said. */
    private Optional<ExitCode> reading(String given, Map<ReadingSwitch, Term> readings) {
        int equals = given.indexOf('=');
        String name = equals < 0 ? given : given.substring(0, equals);
        Optional<ReadingSwitch> point = Stream.of(ReadingSwitch.values())
                .filter(each -> each.term().equals(name))
                .findFirst();
        if (point.isEmpty()) {
            return wrong(
                    READING,
                    given,
                    "names no open point",
                    "write one of " + terms(List.of(ReadingSwitch.values()), ReadingSwitch::term)
                            + " and its choice, e.g. " + READING + " missed_target=block");
        }
        Optional<Term> choice = point.get().choices().stream()
                .filter(each -> equals >= 0 && each.term().equals(given.substring(equals + 1)))
                .findFirst();
        if (choice.isEmpty()) {
            return wrong(
                    READING,
                    given,
                    "is no choice of " + name,
                    "write " + name + "= and one of " + terms(point.get().choices(), Term::term));
        }
        return readings.put(point.get(), choice.get()) == null
                ? Optional.empty()
                : wrong(READING, given, "names " + name + " a second time", "give each open point once");
    }

    /** Reads one assumed share change; what is wrong with it, if anything, is said. */
    private Optional<ExitCode> shareChange(String given, List<ShareChange> changes) {
        Matcher change = CHANGE.matcher(given);
        if (!change.matches() || change.group(2).equals(change.group(3))) {
            return wrong(
                    SHARE_CHANGE,
                    given,
                    "is no share change",
                    "write its day, and how many old shares become how many new ones, e.g. " + SHARE_CHANGE
                            + " 2027-03-01=30:1");
        }
        try {
            changes.add(new ShareChange(
                    LocalDate.parse(change.group(1)),
                    Long.parseLong(change.group(2)),
                    Long.parseLong(change.group(3)),
                    ShareChange.Rounding.UP,
                    "what-if",
                    Source.NONE));
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return wrong(SHARE_CHANGE, given, "has no day of the calendar", "write it as YYYY-MM-DD");
        }
    }

    private static <T> String terms(List<T> all, Function<T, String> term) {
        return String.join(", ", all.stream().map(term).toList());
    }

    private Optional<ExitCode> wrong(String option, String given, String sentence, String remedy) {
        options.surroundings().error(option + ": \"" + TerminalPage.visible(given) + "\" " + sentence, remedy);
        return Optional.of(ExitCode.WRONG_COMMAND_LINE);
    }

    private ExitCode answer(Answer.Found found, Assumptions assumed) {
        Optional<ExitCode> wrong = unknownYear(REVENUE, assumed.revenues().keySet(), found.result())
                .or(() -> unknownYear(TARGET, assumed.targets().keySet(), found.result()));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Optional<String> objection = assumed.objectionTo(found.result());
        if (objection.isPresent()) {
            options.surroundings().error(SHARE_CHANGE + ": " + objection.get(), "assume another one");
            return ExitCode.WRONG_COMMAND_LINE;
        }
        TerminalPage page = new TerminalPage(options.surroundings().outInColour());
        WhatIfResult.print(found, assumed, page);
        page.lines().forEach(options.surroundings().out()::println);
        return Question.ending(found);
    }

    private Optional<ExitCode> unknownYear(String option, Set<Integer> given, AgreementResult result) {
        int years = result.agreement().years().size();
        Optional<Integer> unknown = given.stream().filter(year -> year > years).findFirst();
        unknown.ifPresent(year -> options.surroundings()
                .error(
                        option + ": the agreement \"" + TerminalPage.visible(result.agreementId()) + "\" has no year "
                                + year,
                        years == 1 ? "it has only year 1" : "it has the years 1 to " + years));
        return unknown.map(year -> ExitCode.WRONG_COMMAND_LINE);
    }
}
