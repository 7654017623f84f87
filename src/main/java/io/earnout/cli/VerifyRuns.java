package io.earnout.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify [RUN | all]}: checks that published runs are unchanged. */
@Command(
        name = "verify",
        sortOptions = false,
        customSynopsis = "./run.sh verify [RUN | all] [--output DIR] [--input DIR] [--help]",
        description = {
            "Checks that a published run is unchanged.",
            "That is every file, the manifest and the previous run. With --input the run is computed again from its input and compared byte by byte. Writes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:unchanged", "65:changed; the files are named"},
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
final class VerifyRuns implements Callable<Integer> {

    private final Options options;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN",
            defaultValue = "latest",
            description = "the folder of a run, or all (default: the latest)")
    private String run = "latest";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    VerifyRuns(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        Surroundings surroundings = options.surroundings();
        return new Verify(surroundings.out(), surroundings.err(), Version.ofProgram())
                .execute(options.outputFolder(), run, options.givenInput())
                .code();
    }
}
