package io.earnout.batch;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.InputFolder;
import io.earnout.present.changes.PreviousAgreements;
import io.earnout.publish.FilePermissions;
import io.earnout.publish.Manifest;
import io.earnout.publish.Publication;
import io.earnout.publish.RunIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One run from the command line to the exit code: takes the lock, works out the run's identity, leaves a run alone that
 * was already published, otherwise starts the job, and tells people what came of it.
 */
public final class EscrowRun {

    /** On which day an input is checked whose run.properties doesn't say a day: late enough for every row to count. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    /** So many agreements are told that a run published earlier has not. */
    private static final int TOLD_OF_THE_LOST = 12;

    private final Console console;
    private final String version;
    private final LocalDate today;
    private final Map<String, String> environment;

    /**
     * Runs on a day, with the job repository that the environment asks for.
     *
     * @param today decides whether an as-of date lies in the future, and is the as-of date if none is given
     */
    public EscrowRun(Console console, String version, LocalDate today) {
        this(console, version, today, System.getenv());
    }

    /** Runs in an environment of its own. */
    public EscrowRun(Console console, String version, LocalDate today, Map<String, String> environment) {
        this.console = console;
        this.version = version;
        this.today = today;
        this.environment = environment;
    }

    /**
     * Runs once.
     *
     * @param asOf the day given on the command line, which wins over {@code run.properties}
     */
    public ExitCode execute(Path input, Path output, Optional<LocalDate> asOf) {
        return execute(input, output, asOf, Optional.empty());
    }

    /**
     * Runs once.
     *
     * @param taken the lock of the output folder, where it was taken already
     */
    public ExitCode execute(Path input, Path output, Optional<LocalDate> asOf, Optional<RunLock> taken) {
        try (RunLock lock = taken.isPresent() && taken.get().isOf(output) ? taken.get() : RunLock.take(output)) {
            if (!lock.isHeld()) {
                console.error(RunLock.inWords(output));
                return ExitCode.LOCKED;
            }
            Publication.proveFileSystem(output.toAbsolutePath().normalize());
            return execute(order(input, output.toAbsolutePath().normalize(), asOf), lock, output);
        } catch (Exception | Error e) {
            return told(e);
        }
    }

    private RunOrder order(Path input, Path outputFolder, Optional<LocalDate> given) throws IOException {
        InputFolder folder = InputFolder.of(input);
        boolean unknownDay =
                folder.findings().stream().anyMatch(finding -> finding.code() == FindingCode.SETTING_INVALID);
        LocalDate asOf = unknownDay ? END_OF_TIME : given.or(folder::pinnedAsOf).orElse(today);
        return new RunOrder(
                folder,
                folder.sizesAndTimes(),
                outputFolder,
                RunIdentity.of(
                        folder.everything(),
                        unknownDay ? RunDay.of(asOf, LocalDate.MAX) : RunDay.of(asOf, today),
                        version));
    }

    private ExitCode execute(RunOrder order, RunLock lock, Path output) throws Exception {
        for (Path run : List.of(order.outputFolder().resolve(Publication.LATEST), order.publishedRun())) {
            Optional<String> another = Manifest.writtenByAnotherVersion(run);
            if (another.isPresent()) {
                console.error("the run " + output.resolve(run.getFileName()) + " " + another.get()
                        + ": use that version, or name another --output; nothing was written");
                return ExitCode.OUTPUT_FAILED;
            }
        }
        Folders.delete(order.stagingFolder());
        FilePermissions.refuseLink(order.rejectedRuns());
        if (Files.isDirectory(order.publishedRun(), LinkOption.NOFOLLOW_LINKS)) {
            return leaveAsItIs(order, output);
        }
        RepositorySettings settings = RepositorySettings.of(environment);
        if (settings.isUnknown()) {
            console.error("SPRING_DATASOURCE_URL names no PostgreSQL database: " + settings
                    + "; write jdbc:postgresql://HOST/DATABASE, or leave it out for a file in the output folder");
            return ExitCode.WRONG_COMMAND_LINE;
        }
        try {
            return runWithRepository(order, lock, output, settings);
        } catch (Exception | Error e) {
            clearStaging(order, lock);
            if (!Failures.isOfRepository(e)) {
                throw e;
            }
            if (settings.isPostgreSql()) {
                // others look after that database: what is wrong with it is told, and not made anew
                console.error("the job repository " + settings + " can't be used: "
                        + PostgreSqlRepository.inWords(e, settings) + "; nothing was published");
                return ExitCode.OUTPUT_FAILED;
            }
            console.error("the job repository is damaged, or of another version (" + Failures.inWords(e)
                    + "): it is put aside and made anew; nothing that was published depends on it");
            H2Repository.putAside(order.outputFolder());
            return runWithRepository(order, lock, output, settings);
        }
    }

    private ExitCode runWithRepository(RunOrder order, RunLock lock, Path output, RepositorySettings settings)
            throws Exception {
        JobRepositoryDatabase repository = JobRepositoryDatabase.open(order.outputFolder(), settings);
        try {
            if (!repository.isOurs()) {
                console.error("another run is at work with " + settings + ": try again when it has ended");
                return ExitCode.LOCKED;
            }
            try (ConfigurableApplicationContext context =
                    EarnoutJob.context(order, lock, repository, console.progress())) {
                try {
                    return run(context, order, lock, output, settings);
                } catch (Exception | Error e) {
                    if (!wasPublished(order, settings)) {
                        throw e;
                    }
                    return published(order, output, context.getBean(RunState.class));
                }
            }
        } finally {
            close(repository);
        }
    }

    /** What became of the run is settled by then: a repository that can't be closed properly is the next run's to mend. */
    private static void close(JobRepositoryDatabase repository) {
        try {
            repository.close();
        } catch (SQLException | RuntimeException | Error leftOpen) {
            // no published fact is in it
        }
    }

    private ExitCode leaveAsItIs(RunOrder order, Path output) throws IOException {
        List<String> differences = Manifest.differencesIn(order.publishedRun());
        if (!differences.isEmpty()) {
            console.error("the run published in " + order.publishedRun() + " is no longer as it was published: "
                    + differences.get(0) + "; move the folder away and run again");
            return ExitCode.OUTPUT_FAILED;
        }
        Publication publication = new Publication(order.outputFolder(), order.identity());
        List<String> lost = lostSince(publication.previousRun(), order.publishedRun());
        publication.pointLatestHere();
        console.nothingNew(output.resolve(order.identity().folderName()));
        lost.forEach(
                id -> console.error("AGREEMENT_LOST: \"" + id + "\" was in the run before and is not in this one"));
        return lost.isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
    }

    /** The first agreements that the latest run has and a run published earlier, which becomes the latest again, has not. */
    private static List<String> lostSince(Optional<Path> latest, Path run) throws IOException {
        List<String> lost = new ArrayList<>();
        if (latest.isPresent()) {
            try (PreviousAgreements before = PreviousAgreements.of(latest.get())) {
                before.notIn(run, id -> {
                    if (lost.size() < TOLD_OF_THE_LOST) {
                        lost.add(id);
                    }
                });
            }
        }
        return lost;
    }

    private ExitCode run(
            ConfigurableApplicationContext context,
            RunOrder order,
            RunLock lock,
            Path output,
            RepositorySettings settings)
            throws Exception {
        Job job = context.getBean(Job.class);
        JobRepository repository = context.getBean(JobRepository.class);
        JobOperator operator = context.getBean(JobOperator.class);
        RunState state = context.getBean(RunState.class);
        JobParameters parameters = EarnoutJob.parameters(order);
        recover(repository, operator);
        JobExecution execution = start(job, parameters, repository, operator);
        context.getBean(Progress.class).end();
        if (execution.getStatus() == BatchStatus.COMPLETED || wasPublished(order, settings)) {
            return published(order, output, state);
        }
        if (state.isRejected()) {
            Path shown = output.resolve(order.outputFolder().relativize(order.rejectedRun()));
            console.rejected(shown, state);
            return ExitCode.INPUT_REJECTED;
        }
        clearStaging(order, lock);
        return failed(execution);
    }

    /** What is staged goes with a run that failed, unless it is another run's by now. */
    private static void clearStaging(RunOrder order, RunLock lock) throws IOException {
        if (!lock.isAnothersNow()) {
            Folders.delete(order.stagingFolder());
        }
    }

    private ExitCode published(RunOrder order, Path output, RunState state) throws IOException {
        console.published(order, output.resolve(order.identity().folderName()), state);
        return state.errors() + state.readingsWithoutDocument() == 0 ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
    }

    /**
     * Whether what failed, failed only after the run was moved into place: the repository, which could not take note of it.
     * What counts are the folders.
     */
    private boolean wasPublished(RunOrder order, RepositorySettings settings) throws IOException {
        if (!Files.isDirectory(order.publishedRun(), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        new Publication(order.outputFolder(), order.identity()).pointLatestHere();
        Folders.delete(order.stagingFolder());
        console.error("the run is published; the job repository " + settings + " failed after that");
        return true;
    }

    /** We hold the lock: whatever the repository takes for running was killed. */
    private static void recover(JobRepository repository, JobOperator operator) {
        for (JobExecution dead : repository.findRunningJobExecutions(EarnoutJob.NAME)) {
            operator.recover(dead);
        }
    }

    private static JobExecution start(Job job, JobParameters parameters, JobRepository repository, JobOperator operator)
            throws Exception {
        JobInstance known = repository.getJobInstance(EarnoutJob.NAME, parameters);
        JobExecution last = known == null ? null : repository.getLastJobExecution(known);
        if (known != null && last == null) {
            // killed between the two: Batch would refuse an instance that was never executed
            repository.deleteJobInstance(known);
        }
        if (last != null && last.getStatus() == BatchStatus.UNKNOWN) {
            last.setStatus(BatchStatus.FAILED);
            repository.update(last);
        }
        if (last != null) {
            endStepsLeftOpen(last, repository);
        }
        try {
            return operator.start(job, parameters);
        } catch (JobInstanceAlreadyCompleteException e) {
            // it was published once, and the folder has been taken away since: what counts are the folders
            if (known == null) {
                throw e;
            }
            repository.deleteJobInstance(known);
            return operator.start(job, parameters);
        }
    }

    /** A step whose end the repository could not note, though that of its job: Batch would wait for it for ever. */
    private static void endStepsLeftOpen(JobExecution last, JobRepository repository) {
        for (StepExecution step : last.getStepExecutions()) {
            if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
    }

    private ExitCode failed(JobExecution execution) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        for (Throwable failure : failures) {
            if (Failures.isOfRepository(failure)) {
                throw new IllegalStateException("the job repository failed", failure);
            }
        }
        return told(failures.stream()
                .min(Comparator.comparing(Failures::isDefect))
                .orElseGet(() -> new IllegalStateException("the job ended with " + execution.getStatus())));
    }

    /** Says why nothing was published, and what to do. */
    private ExitCode told(Throwable failure) {
        if (Failures.isDefect(failure)) {
            console.defect(failure);
            return ExitCode.DEFECT;
        }
        if (failure instanceof InputChanged) {
            console.error(failure.getMessage() + ", and nothing was published: run again");
        } else if (Failures.isInterruption(failure)) {
            console.error("the run was interrupted, and nothing was published: run again");
        } else {
            console.error("the output can't be written: " + Failures.inWords(failure));
        }
        return ExitCode.OUTPUT_FAILED;
    }
}
