package io.earnout.cli;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Severity;
import io.earnout.present.explain.Answer;
import io.earnout.present.explain.TerminalPage;
import io.earnout.present.overview.FindingSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Looks up the agreement that a question is about, or explains why the question can't be answered.
 *
 * @param input the input folder
 * @param asOf the day given on the command line
 */
record Question(Surroundings surroundings, Path input, Optional<LocalDate> asOf) {

    /** Answers the question about the agreement that was found. */
    interface Answering {
        ExitCode answer(Answer.Found found);
    }

    /** Answers about an agreement; about the only one where none is named. */
    ExitCode about(Optional<String> agreementId, Answering answering) {
        Answer answer;
        try {
            answer = AgreementLookup.find(input, asOf, surroundings.today(), agreementId);
        } catch (IOException | UncheckedIOException e) {
            surroundings.error(
                    "the input can't be searched: " + e.getMessage(),
                    "check the folder for temporary files, and run again");
            return ExitCode.OUTPUT_FAILED;
        }
        if (answer instanceof Answer.Found found) {
            return answering.answer(found);
        }
        if (answer instanceof Answer.Rejected rejected) {
            return rejected(rejected);
        }
        return answer instanceof Answer.Unsettled unsettled ? unsettled(unsettled) : unknown((Answer.Unknown) answer);
    }

    private ExitCode rejected(Answer.Rejected rejected) {
        surroundings.err().println("earnout: the input can't be trusted, so there is no answer");
        tell(rejected.first());
        more(rejected.more());
        return ExitCode.INPUT_REJECTED;
    }

    private ExitCode unsettled(Answer.Unsettled unsettled) {
        if (unsettled.findings().isEmpty()) {
            surroundings.error(
                    "the agreement \"" + TerminalPage.visible(unsettled.agreementId())
                            + "\" was signed after the as-of date",
                    "ask as of a later day, with --as-of");
            return ExitCode.WRONG_COMMAND_LINE;
        }
        surroundings
                .err()
                .println("earnout: \"" + TerminalPage.visible(unsettled.agreementId())
                        + "\" can't be settled: a row with its terms was rejected");
        FindingSummary.Collector all = new FindingSummary.Collector();
        unsettled.findings().forEach(all::add);
        FindingSummary errors = all.summary();
        tell(errors.first().stream().map(errors::told).toList());
        tell(unsettled.findings().stream()
                .filter(finding -> finding.code().severity() != Severity.ERROR)
                .map(Finding::toString)
                .toList());
        more(errors.errors() - errors.shown());
        return ExitCode.NEEDS_A_PERSON;
    }

    private ExitCode unknown(Answer.Unknown unknown) {
        String sentence = unknown.agreementId().isEmpty()
                ? "the input has " + unknown.agreements() + " agreements"
                : "there is no agreement \"" + TerminalPage.visible(unknown.agreementId()) + "\" in "
                        + TerminalPage.visible(input.toString());
        List<String> nearest =
                unknown.nearest().stream().map(TerminalPage::visible).toList();
        boolean all = nearest.size() == unknown.agreements();
        String ids = (all ? "there is " : "the most similar of " + unknown.agreements() + " are ")
                + String.join(", ", nearest);
        String remedy = unknown.agreementId().isEmpty() ? "name it with --agreement: " + ids : ids;
        surroundings.error(sentence, nearest.isEmpty() ? "the input has no agreement on that day" : remedy);
        return ExitCode.WRONG_COMMAND_LINE;
    }

    private void more(long errors) {
        if (errors > 0) {
            surroundings.err().println("and " + errors + " more; a run lists all of them");
        }
    }

    private void tell(List<String> findings) {
        for (String finding : findings) {
            finding.lines().map(TerminalPage::visible).forEach(surroundings.err()::println);
        }
    }

    /** The exit code of the answer: 2 where something needs a person, as in a run. */
    static ExitCode ending(Answer.Found found) {
        boolean sound = found.ofFiles().isEmpty() && !found.result().needsAPerson();
        return sound ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
    }
}
