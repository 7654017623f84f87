package io.earnout.cli;

import io.earnout.present.explain.TerminalPage;
import io.earnout.publish.Manifest;
import io.earnout.publish.ManifestFile;
import io.earnout.publish.Publication;
import io.earnout.publish.Verification;
import io.earnout.terms.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code runs}: the runs of an output folder, one line each. */
@Command(
        name = "runs",
        sortOptions = false,
        customSynopsis = "./run.sh runs [--output DIR] [--help]",
        description = {
            "Lists the published runs, one line each, in the order in which they were made.",
            "Each line has the as-of date, the shares that are instructed and not transferred yet, the shares that are held, the exit code and the folder. Writes nothing."
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
final class ListRuns implements Callable<Integer> {

    private static final String LINE = "%-10s  %13s  %13s  %4s  %s";

    private final Options options;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    ListRuns(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        return list().code();
    }

    private ExitCode list() {
        Surroundings surroundings = options.surroundings();
        Path output = options.outputFolder();
        if (!Files.isDirectory(output)) {
            surroundings.error("there is no folder " + output, "name the folder of the runs with --output");
            return ExitCode.WRONG_COMMAND_LINE;
        }
        try {
            Verification verification = new Verification(output.toAbsolutePath().normalize());
            List<Path> runs = verification.runsAsPublished();
            PrintStream out = surroundings.out();
            if (runs.isEmpty()) {
                out.println("no run was published in " + output);
                return ExitCode.DONE;
            }
            Path latest = output.resolve(Publication.LATEST);
            Path newest = Files.isDirectory(latest) ? latest.toRealPath() : latest;
            out.println(LINE.formatted("as of", "instructed", "held", "exit", "folder in " + output));
            for (Path run : runs) {
                out.println(line(run) + (run.toRealPath().equals(newest) ? "  latest" : ""));
            }
            return ExitCode.DONE;
        } catch (IOException | UncheckedIOException e) {
            surroundings.error("the runs can't be listed: " + Failures.message(e), "check the folder and its rights");
            return ExitCode.OUTPUT_FAILED;
        }
    }

    private static String line(Path run) throws IOException {
        String folder = TerminalPage.visible(run.getFileName().toString());
        if (!Verification.isManifestUnchanged(run)) {
            String why = ManifestFile.writtenByAnotherVersion(run)
                    .map(written -> " " + written)
                    .orElse(": the manifest is missing or was changed");
            return folder + why;
        }
        Manifest manifest = ManifestFile.read(run);
        String exit = manifest.needsAPerson()
                .map(needed -> Integer.toString((needed ? ExitCode.NEEDS_A_PERSON : ExitCode.DONE).code()))
                .orElse("?");
        return LINE.formatted(
                manifest.identity().asOf(),
                total(manifest, "instructed_shares"),
                total(manifest, "held_shares"),
                exit,
                folder);
    }

    private static String total(Manifest manifest, String name) {
        return Figures.grouped(
                manifest.totals().getOrDefault(name, BigInteger.ZERO).toString());
    }
}
