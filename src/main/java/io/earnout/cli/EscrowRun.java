package io.earnout.cli;

import io.earnout.batch.H2Repository;
import io.earnout.batch.JobEnd;
import io.earnout.batch.JobRun;
import io.earnout.batch.OtherRunAtWork;
import io.earnout.batch.RepositoryUrl;
import io.earnout.batch.RunLock;
import io.earnout.batch.RunOrder;
import io.earnout.escrow.finding.Severity;
import io.earnout.input.InputFolder;
import io.earnout.output.CsvRows;
import io.earnout.output.OutputFile;
import io.earnout.present.changes.PreviousAgreements;
import io.earnout.publish.FilePermissions;
import io.earnout.publish.ManifestFile;
import io.earnout.publish.Publication;
import io.earnout.publish.RunIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * One run from the folders to the exit code: takes the lock, works out which run it is, leaves a run unchanged that is already
 * published, and otherwise launches the job and reports how it ended.
 */
public final class EscrowRun {

    /** How many lost agreements are named. */
    private static final int NAMED_LOST = 12;

    private final Console console;
    private final String version;
    private final LocalDate today;
    private final Map<String, String> environment;

    /** Runs on a day, with the job repository that the environment names. */
    public EscrowRun(Console console, String version, LocalDate today) {
        this(console, version, today, System.getenv());
    }

    /**
     * Runs on a day.
     *
     * @param today decides whether an as-of date lies in the future, and is the as-of date if none is given
     * @param environment may name the job repository
     */
    public EscrowRun(Console console, String version, LocalDate today, Map<String, String> environment) {
        this.console = console;
        this.version = version;
        this.today = today;
        this.environment = environment;
    }

    /**
     * Runs once.
     *
     * @param asOf the day given on the command line, which takes precedence over {@code run.properties}
     */
    public ExitCode execute(Path input, Path output, Optional<LocalDate> asOf) {
        try (RunLock lock = RunLock.take(output)) {
            if (!lock.isHeld()) {
                console.error("another run is at work in " + output + ": try again when it has ended");
                return ExitCode.LOCKED;
            }
            Publication.proveFileSystem(output.toAbsolutePath().normalize());
            return execute(order(input, output.toAbsolutePath().normalize(), asOf), lock, output);
        } catch (Exception | Error e) {
            return console.failed(e);
        }
    }

    private RunOrder order(Path input, Path outputFolder, Optional<LocalDate> given) throws IOException {
        InputFolder folder = InputFolder.of(input);
        return new RunOrder(
                folder,
                folder.sizesAndTimes(),
                outputFolder,
                RunIdentity.of(folder.everything(), AsOfDay.of(folder, given, today), version));
    }

    private ExitCode execute(RunOrder order, RunLock lock, Path output) throws Exception {
        for (Path run : List.of(order.outputFolder().resolve(Publication.LATEST), order.publishedRun())) {
            Optional<String> another = ManifestFile.writtenByAnotherVersion(run);
            if (another.isPresent()) {
                console.error("the run " + output.resolve(run.getFileName()) + " " + another.get()
                        + ": use that version, or name another --output; nothing was written");
                return ExitCode.OUTPUT_FAILED;
            }
        }
        FileSystemUtils.deleteRecursively(order.stagingFolder());
        FilePermissions.refuseLink(order.rejectedRuns());
        if (order.isPublished()) {
            return leaveUnchanged(order, output);
        }
        RepositoryUrl repository = RepositoryUrl.of(environment);
        if (!repository.isValid()) {
            console.error("SPRING_DATASOURCE_URL names no PostgreSQL database: " + repository
                    + "; write jdbc:postgresql://HOST/DATABASE, or leave it out for a file in the output folder");
            return ExitCode.WRONG_COMMAND_LINE;
        }
        try {
            return launch(order, lock, output, repository);
        } catch (Exception | Error e) {
            clearStaging(order, lock);
            if (Failures.anyCause(e, OtherRunAtWork.class::isInstance)) {
                console.error("another run is at work with " + repository + ": try again when it has ended");
                return ExitCode.LOCKED;
            }
            if (!Failures.isOfRepository(e)) {
                throw e;
            }
            if (repository.isPostgreSql()) {
                // others administer that database
                console.error("the job repository " + repository + " can't be used: "
                        + RepositoryFailure.message(e, repository, environment) + "; nothing was published");
                return ExitCode.OUTPUT_FAILED;
            }
            console.error("the job repository is damaged, or of another version (" + Failures.message(e)
                    + "): it is put aside and created again; nothing that was published depends on it");
            H2Repository.putAside(order.outputFolder());
            return launch(order, lock, output, repository);
        }
    }

    private ExitCode launch(RunOrder order, RunLock lock, Path output, RepositoryUrl repository) throws Exception {
        ProgressBar progress = console.progress();
        JobEnd end = JobRun.of(order, lock, environment, progress);
        progress.end();
        if (end instanceof JobEnd.Published published) {
            if (published.repositoryFailed()) {
                new Publication(order.outputFolder(), order.identity()).pointLatestHere();
                FileSystemUtils.deleteRecursively(order.stagingFolder());
                console.error("the run is published; the job repository " + repository + " failed after that");
            }
            console.published(order, output.resolve(order.identity().folderName()), published.results());
            return published.results().needsAPerson() ? ExitCode.NEEDS_A_PERSON : ExitCode.DONE;
        }
        if (end instanceof JobEnd.Rejected rejected) {
            console.rejected(
                    order, output.resolve(order.outputFolder().relativize(order.rejectedRun())), rejected.findings());
            return ExitCode.INPUT_REJECTED;
        }
        clearStaging(order, lock);
        return failed(((JobEnd.Failed) end).failures());
    }

    private ExitCode failed(List<Throwable> failures) {
        for (Throwable failure : failures) {
            if (Failures.isOfRepository(failure)) {
                throw new IllegalStateException("the job repository failed", failure);
            }
        }
        return console.failed(
                failures.stream().min(Comparator.comparing(Failures::isDefect)).orElseThrow());
    }

    /** Deletes what a failed run staged, unless another run has begun in the output folder. */
    private static void clearStaging(RunOrder order, RunLock lock) throws IOException {
        if (!lock.isAnothersNow()) {
            FileSystemUtils.deleteRecursively(order.stagingFolder());
        }
    }

    private ExitCode leaveUnchanged(RunOrder order, Path output) throws IOException {
        List<String> differences = ManifestFile.differencesIn(order.publishedRun());
        if (!differences.isEmpty()) {
            console.error("the run published in " + order.publishedRun() + " is no longer as it was published: "
                    + differences.get(0) + "; move the folder away and run again");
            return ExitCode.OUTPUT_FAILED;
        }
        Publication publication = new Publication(order.outputFolder(), order.identity());
        List<String> lost = lostSince(publication.previousRun(), order.publishedRun());
        publication.pointLatestHere();
        boolean needsAPerson = needsAPerson(order.publishedRun()) || !lost.isEmpty();
        console.noChange(order.publishedRun(), output.resolve(order.identity().folderName()), needsAPerson);
        lost.forEach(
                id -> console.error("AGREEMENT_LOST: \"" + id + "\" was in the previous run and is not in this one"));
        return needsAPerson ? ExitCode.NEEDS_A_PERSON : ExitCode.DONE;
    }

    /** As the run ended that made it; one of an earlier version didn't note it, and its exceptions say it. */
    private static boolean needsAPerson(Path run) throws IOException {
        Optional<Boolean> noted = ManifestFile.read(run).needsAPerson();
        return noted.isPresent()
                ? noted.get()
                : CsvRows.of(run.resolve(OutputFile.EXCEPTIONS.fileName())).stream()
                        .anyMatch(row -> Severity.ERROR.term().equals(row.get("severity")));
    }

    /** The first agreements that the latest run has, and a run published earlier, which becomes the latest again, has not. */
    private static List<String> lostSince(Optional<Path> latest, Path run) throws IOException {
        List<String> lost = new ArrayList<>();
        if (latest.isPresent()) {
            try (PreviousAgreements before = PreviousAgreements.of(latest.get())) {
                before.notIn(run, id -> {
                    if (lost.size() < NAMED_LOST) {
                        lost.add(id);
                    }
                });
            }
        }
        return lost;
    }
}
