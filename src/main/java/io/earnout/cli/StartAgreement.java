package io.earnout.cli;

import io.earnout.input.StartingFiles;
import io.earnout.present.explain.TerminalPage;
import io.earnout.publish.FilePermissions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new AGREEMENT --into DIR}: the input files of a new agreement. */
@Command(
        name = "new",
        sortOptions = false,
        customSynopsis = "./run.sh new AGREEMENT --into DIR [--blank] [--help]",
        description = {
            "Writes the input files of a new agreement into an empty folder.",
            "They have the terms of the Kaixin agreement, to be compared with your contract, the holidays of China and the United States, and a page that says what each file is for. A run of them works at once."
        },
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
final class StartAgreement implements Callable<Integer> {

    /** As long as a name in the files may be. */
    private static final int LONGEST_ID = 200;

    private final Options options;

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "the id for the agreement, e.g. KAIXIN-2025")
    private String agreement = "";

    @Option(names = "--into", required = true, paramLabel = "DIR", description = "the folder: new, or empty")
    private Path into = Path.of("");

    @Option(names = "--blank", description = "leaves the terms blank, for another contract")
    private boolean blank;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    StartAgreement(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        return start().code();
    }

    private ExitCode start() {
        Surroundings surroundings = options.surroundings();
        if (!isPlain(agreement)) {
            surroundings.error(
                    "\"" + TerminalPage.visible(agreement) + "\" can't be the id of an agreement",
                    "use letters, digits, - and ., e.g. KAIXIN-2025");
            return ExitCode.WRONG_COMMAND_LINE;
        }
        Map<String, String> files = blank ? StartingFiles.blank(agreement) : StartingFiles.ofKaixin(agreement);
        try {
            if (Files.exists(into) && !isEmptyFolder(into)) {
                surroundings.error(
                        into + " is not an empty folder, and nothing was written",
                        "name another folder with --into: no file of yours is overwritten");
                return ExitCode.WRONG_COMMAND_LINE;
            }
            FilePermissions.createFolders(into);
            for (Map.Entry<String, String> file : files.entrySet()) {
                try (OutputStream out = FilePermissions.create(into.resolve(file.getKey()))) {
                    out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            surroundings.error(
                    "the files can't be written: " + Failures.message(e), "check the folder given with --into");
            return ExitCode.OUTPUT_FAILED;
        }
        tell(surroundings, files.size());
        return ExitCode.DONE;
    }

    private void tell(Surroundings surroundings, int files) {
        surroundings.out().println(files + " files for " + agreement + " in " + into);
        surroundings.out().println();
        surroundings.out().println("fill in first");
        List<String> first = StartingFiles.fillInFirst(blank);
        first.forEach(line -> surroundings.out().println("  " + line));
        surroundings.out().println();
        surroundings.out().println("then");
        surroundings.out().println("  ./run.sh check --input " + into);
        surroundings.out().println("  ./run.sh --input " + into + " --output " + into.resolveSibling("output"));
        surroundings.out().println();
        surroundings.out().println(into.resolve(StartingFiles.README) + " says what each file is for");
    }

    private static boolean isPlain(String id) {
        return id.length() <= LONGEST_ID && id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }
}
