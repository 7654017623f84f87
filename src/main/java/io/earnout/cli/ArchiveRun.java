package io.earnout.cli;

import io.earnout.publish.ManifestFile;
import io.earnout.publish.RunArchive;
import io.earnout.publish.RunIdentity;
import io.earnout.publish.Verification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archive RUN --into FILE.zip}: a run with its input and its verification, for an auditor. */
@Command(
        name = "archive",
        sortOptions = false,
        customSynopsis = "./run.sh archive RUN --into FILE.zip [--output DIR] [--input DIR] [--help]",
        description = {
            "Puts a run, its input and its verification into one ZIP file.",
            "The run is verified first, and computed again from the input: if one byte differs, or the input has changed"
                    + " since the run, there is no archive. README.txt in it says how to verify it where it is"
                    + " unpacked."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the archive is written", "65:the run or its input was changed; the files are named"},
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
final class ArchiveRun implements Callable<Integer> {

    private final Options options;

    @Parameters(index = "0", paramLabel = "RUN", description = "the folder of a run or its name, or latest")
    private String run = "";

    @Option(names = "--into", required = true, paramLabel = "FILE.zip", description = "the archive, a new file")
    private Path into = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    ArchiveRun(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        Surroundings surroundings = options.surroundings();
        if (Files.exists(into, LinkOption.NOFOLLOW_LINKS)) {
            surroundings.error(into + " is there already", "name a new file with --into: none is overwritten");
            return ExitCode.WRONG_COMMAND_LINE.code();
        }
        try {
            return archive().code();
        } catch (IOException | UncheckedIOException e) {
            surroundings.error(
                    "there is no archive: " + Failures.message(e), "check the file given with --into, and run again");
            return ExitCode.OUTPUT_FAILED.code();
        }
    }

    private ExitCode archive() throws IOException {
        Surroundings surroundings = options.surroundings();
        List<Path> found = run.equals("all") ? List.of() : Verify.one(options.outputFolder(), run);
        if (found.isEmpty()) {
            surroundings.error(
                    "there is no run \"" + run + "\" in " + options.outputFolder(), "./run.sh runs lists the runs");
            return ExitCode.WRONG_COMMAND_LINE;
        }
        Path folder = found.get(0);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ExitCode verified;
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            verified = new Verify(out, surroundings.err(), Version.ofProgram())
                    .execute(outputOf(folder), folder.toString(), Optional.of(options.inputFolder()));
        }
        if (verified != ExitCode.DONE) {
            surroundings.error("there is no archive", "give the folder with the input of the run with --input");
            return verified;
        }
        RunArchive archive =
                RunArchive.of(folder, new Verification(outputOf(folder)).runBefore(folder), options.inputFolder());
        archive.add("verification.txt", Version.line() + "\n" + said.toString(StandardCharsets.UTF_8));
        archive.add("README.txt", readme(ManifestFile.read(folder).identity()));
        archive.write(into.toAbsolutePath());
        surroundings.out().print(said.toString(StandardCharsets.UTF_8));
        surroundings.out().println(into);
        return ExitCode.DONE;
    }

    private static Path outputOf(Path run) {
        return run.resolveSibling("");
    }

    private static String readme(RunIdentity identity) {
        return """
                A run of the earn-out escrow job as of %s. Confidential (SPA 9).

                input/            the input of the run
                runs/             the run, and the previous run, which changes.csv compares
                verification.txt  the result of the verification when this archive was made
                SHA256SUMS        the checksum of each file

                To check that no file was changed, in this folder:

                  sha256sum -c SHA256SUMS

                To compute the run again from its input and compare it byte by byte, in the
                folder of the program, version %s, with HERE for this folder:

                  ./run.sh verify %s --output HERE/runs --input HERE/input

                Both end with 0 if everything is as it was published.
                """.formatted(identity.asOf(), identity.version(), identity.folderName());
    }
}
