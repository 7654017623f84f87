package io.earnout.cli;

import io.earnout.present.explain.Answer;
import io.earnout.present.report.ReportPages;
import io.earnout.publish.FilePermissions;
import io.earnout.publish.RunIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code page AGREEMENT --into DIR}: the page of one agreement; a run of a large portfolio writes only the most pressing. */
@Command(
        name = "page",
        sortOptions = false,
        customSynopsis = "./run.sh page AGREEMENT --into DIR [--input DIR] [--as-of YYYY-MM-DD] [--help]",
        description = {
            "Writes the page of an agreement.",
            "A run of a large portfolio writes those of the most pressing: where the shares are, and how each number was calculated. Writes no run."
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
final class WritePage implements Callable<Integer> {

    private final Options options;

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "its id, as in agreements.csv")
    private String agreement = "";

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "the folder that gets the page")
    private Path into = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    WritePage(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        return options.ask(Optional.of(agreement), this::write);
    }

    private ExitCode write(Answer.Found found) {
        Surroundings surroundings = options.surroundings();
        try {
            FilePermissions.createFolders(into);
            RunIdentity identity = RunIdentity.of(options.inputFiles(), found.day(), Version.ofProgram());
            surroundings
                    .out()
                    .println(into.resolve(ReportPages.write(identity, found.result(), found.rowForms(), into)));
        } catch (IOException e) {
            surroundings.error("the page can't be written: " + e.getMessage(), "check the folder given with --into");
            return ExitCode.OUTPUT_FAILED;
        }
        return Question.ending(found);
    }
}
