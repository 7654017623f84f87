package io.earnout.cli;

import io.earnout.present.explain.Answer;
import io.earnout.present.explain.TerminalPage;
import io.earnout.present.papers.Documents;
import io.earnout.present.papers.DraftedDocument;
import io.earnout.publish.FilePermissions;
import io.earnout.publish.Publication;
import io.earnout.publish.RunIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code draft AGREEMENT --into DIR}: the papers of one agreement; a run of a large portfolio drafts none. */
@Command(
        name = "draft",
        sortOptions = false,
        customSynopsis =
                "./run.sh draft AGREEMENT --into DIR [--input DIR] [--output DIR] [--as-of YYYY-MM-DD] [--help]",
        description = {
            "Drafts the papers of an agreement that are due, as a run does, in the versions that follow those of the last run.",
            "These are joint written instruction, calculation statement, checklist, letter to the transfer agent, cancellation list, return instruction and summary. Writes no run."
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
final class DraftPapers implements Callable<Integer> {

    private final Options options;

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "its id, as in agreements.csv")
    private String agreement = "";

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "the folder that gets the papers")
    private Path into = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    DraftPapers(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        return options.askBesideRuns(agreement, this::draft);
    }

    private ExitCode draft(Answer.Found found) {
        Surroundings surroundings = options.surroundings();
        try {
            FilePermissions.createFolders(into);
            RunIdentity identity = RunIdentity.of(options.inputFiles(), found.day(), Version.ofProgram());
            Optional<Path> latest = new Publication(options.outputFolder(), identity).previousRun();
            Optional<Path> lastRun =
                    latest.isPresent() ? Optional.of(latest.get().toRealPath()) : latest;
            List<DraftedDocument> drafted = Documents.draft(identity, found.result(), lastRun, into);
            if (drafted.isEmpty()) {
                surroundings.out().println("no paper is due for " + TerminalPage.visible(agreement));
            }
            drafted.forEach(paper -> surroundings.out().println(into.resolve(paper.fileName())));
        } catch (IOException e) {
            surroundings.error("the papers can't be written: " + e.getMessage(), "check the folder given with --into");
            return ExitCode.OUTPUT_FAILED;
        }
        return Question.ending(found);
    }
}
