package io.earnout.cli;

import io.earnout.escrow.record.RunDay;
import io.earnout.input.InputFolder;
import io.earnout.publish.ManifestFile;
import io.earnout.publish.Publication;
import io.earnout.publish.RunIdentity;
import io.earnout.publish.Verification;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that published runs are unchanged and the chain of runs is complete; and, where the input of a run was kept, that it
 * gives the same files again, byte for byte.
 */
public final class Verify {

    private final PrintStream out;
    private final PrintStream err;
    private final String version;

    public Verify(PrintStream out, PrintStream err, String version) {
        this.out = out;
        this.err = err;
        this.version = version;
    }

    /**
     * Checks runs of an output folder.
     *
     * @param which the folder of one run or its name, {@code latest}, or {@code all}
     * @param input the input of the run, to compute it again; nothing to check the files and the chain only
     */
    public ExitCode execute(Path output, String which, Optional<Path> input) {
        try {
            Verification verification = new Verification(output.toAbsolutePath().normalize());
            List<Path> runs = which.equals("all") ? verification.runs() : one(output, which);
            if (runs.isEmpty()) {
                err.println("earnout: there is no run \"" + which + "\" in " + output);
                return ExitCode.WRONG_COMMAND_LINE;
            }
            boolean unchanged = true;
            for (Path run : runs) {
                unchanged &= isUnchanged(run, verification, input);
            }
            return unchanged ? ExitCode.DONE : ExitCode.INPUT_REJECTED;
        } catch (IOException | UncheckedIOException e) {
            err.println("earnout: the runs can't be verified: " + Failures.message(e));
            return ExitCode.OUTPUT_FAILED;
        }
    }

    private boolean isUnchanged(Path run, Verification verification, Optional<Path> input) throws IOException {
        List<String> differences = new ArrayList<>(verification.differences(run));
        boolean recomputes = input.isPresent() && Verification.isManifestUnchanged(run);
        if (recomputes) {
            differences.addAll(recomputed(run, verification, input.get()));
        }
        String name = run.getFileName().toString();
        if (differences.isEmpty()) {
            out.println(name + ": unchanged" + (recomputes ? ", and the input gives the same bytes again" : ""));
        } else {
            err.println(name + ": not as it was published");
            differences.forEach(difference -> err.println("  " + difference));
        }
        return differences.isEmpty();
    }

    /** The folder of one run, by its path or its name; none if there is no such folder. */
    static List<Path> one(Path output, String which) throws IOException {
        Path inOutput = output.resolve(which);
        Path run = Files.isDirectory(inOutput) ? inOutput : Path.of(which);
        return Files.isDirectory(run) ? List.of(run.toRealPath()) : List.of();
    }

    private static List<String> changedInputs(Path input, Map<String, String> then, Map<String, String> now) {
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        List<String> changed = new ArrayList<>(List.of("the input in " + input + " is not that of the run"));
        for (String name : names) {
            if (!now.containsKey(name)) {
                changed.add(name + " is missing in the input");
            } else if (!then.containsKey(name)) {
                changed.add(name + " was added to the input");
            } else if (!now.getOrDefault(name, "").equals(then.get(name))) {
                changed.add(name + " was changed in the input");
            }
        }
        return changed;
    }

    private List<String> recomputed(Path run, Verification verification, Path input) throws IOException {
        RunIdentity published = ManifestFile.read(run).identity();
        RunDay day = published.day();
        RunIdentity identity = RunIdentity.of(InputFolder.of(input).everything(), day, version);
        if (!version.equals(published.version())) {
            return List.of("this is another version of the program (" + version + " instead of " + published.version()
                    + "): verify the run with the version that wrote it");
        }
        if (!identity.digest().equals(published.digest())) {
            return changedInputs(input, published.inputs(), identity.inputs());
        }
        try (TemporaryFolder work = TemporaryFolder.create()) {
            Path folder = work.path();
            Optional<Path> before = verification.runBefore(run);
            if (before.isPresent()) {
                Files.createSymbolicLink(folder.resolve(Publication.LATEST), before.get());
            }
            PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            // a proof leaves the job repository that several machines share alone
            ExitCode exit = new EscrowRun(new Console(silent, silent, false, false), version, day.seenFrom(), Map.of())
                    .execute(input, folder, Optional.of(day.asOf()));
            if (exit != ExitCode.DONE && exit != ExitCode.NEEDS_A_PERSON) {
                return List.of("the input can no longer be processed: exit code " + exit.code());
            }
            return Verification.firstDifferences(run, folder.resolve(identity.folderName()));
        }
    }
}
