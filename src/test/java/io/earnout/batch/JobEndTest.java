package io.earnout.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The ways in which the job ends, and what it repairs when it begins. */
@DisplayName("The end of the job")
class JobEndTest {

    @TempDir
    private Path folder = Path.of("");

    private static JobEnd run(RunOrder order) throws Exception {
        try (RunLock lock = RunLock.take(order.outputFolder())) {
            return JobRun.of(order, lock, Map.of(), Progress.NONE);
        }
    }

    private RunOrder order() {
        return TestedRun.order(TestedRun.INPUT, folder.resolve("output"));
    }

    private static void assertPublished(RunOrder order, JobEnd end) {
        JobEnd.Published published = assertInstanceOf(JobEnd.Published.class, end);
        assertFalse(published.repositoryFailed());
        assertTrue(published.results().needsAPerson(), "its shares are late (SPA 8.2)");
        assertTrue(published.results().papers() > 0);
        assertTrue(Files.isRegularFile(order.publishedRun().resolve("manifest.json")));
        assertFalse(Files.exists(order.stagingFolder()));
    }

    @Test
    void aRunIsPublished() throws Exception {
        assertPublished(order(), run(order()));
    }

    /** Only the folders say what is published. */
    @Test
    void aRunWhoseFolderWasDeletedIsPublishedAgain() throws Exception {
        run(order());
        FileSystemUtils.deleteRecursively(order().publishedRun());
        assertPublished(order(), run(order()));
    }

    @Test
    void anInputThatCannotBeTrustedIsRejectedWithTheListOfErrors() throws Exception {
        Path input = folder.resolve("input");
        FileSystemUtils.copyRecursively(TestedRun.INPUT, input);
        Files.writeString(input.resolve("agreements.csv"), "no header");
        RunOrder order = TestedRun.order(input, folder.resolve("output"));
        JobEnd.Rejected rejected = assertInstanceOf(JobEnd.Rejected.class, run(order));
        assertTrue(rejected.findings().errors() > 0);
        assertTrue(Files.isRegularFile(order.rejectedRun().resolve("exceptions.csv")));
        assertFalse(order.isPublished());
        assertFalse(Files.exists(order.stagingFolder()));
    }

    @Test
    void anInputThatChangesWhileItIsReadIsNotPublished() throws Exception {
        RunOrder order = order();
        RunOrder changed = new RunOrder(order.input(), "as it was before", order.outputFolder(), order.identity());
        JobEnd.Failed failed = assertInstanceOf(JobEnd.Failed.class, run(changed));
        assertInstanceOf(InputChanged.class, failed.failures().get(0));
        assertFalse(changed.isPublished());
    }

    /** This run holds the lock: an execution that the repository calls running was killed. A full disk leaves UNKNOWN. */
    @ParameterizedTest
    @EnumSource(
            value = BatchStatus.class,
            names = {"STARTING", "STARTED", "STOPPING", "UNKNOWN", "FAILED", "STOPPED"})
    void aRunThatWasKilledIsRunAgain(BatchStatus left) throws Exception {
        RunOrder order = order();
        inRepository(order, jobs -> {
            JobExecution killed = jobs.createJobExecution(
                    jobs.createJobInstance(EarnoutJob.NAME, JobRun.parameters(order)),
                    JobRun.parameters(order),
                    new ExecutionContext());
            killed.setStatus(left);
            killed.setStartTime(TestedRun.AS_OF.atStartOfDay());
            jobs.update(killed);
        });
        assertPublished(order, run(order));
    }

    /** Killed after Batch noted the instance, and before it noted its first execution. */
    @Test
    void anInstanceThatWasNeverExecutedIsRunAgain() throws Exception {
        RunOrder order = order();
        inRepository(order, jobs -> jobs.createJobInstance(EarnoutJob.NAME, JobRun.parameters(order)));
        assertPublished(order, run(order));
    }

    interface Work {
        void on(JobRepository jobs) throws Exception;
    }

    private static void inRepository(RunOrder order, Work work) throws Exception {
        try (RunLock lock = RunLock.take(order.outputFolder());
                ConfigurableApplicationContext context = JobRun.context(order, lock, Map.of(), Progress.NONE)) {
            work.on(context.getBean(JobRepository.class));
        }
    }

    /** A path can be longer than a parameter of the repository. */
    @Test
    void ofALongPathTheRepositoryKeepsTheBeginning() {
        Path deep = Path.of("/" + "d".repeat(3_000));
        String output = String.valueOf(
                JobRun.parameters(TestedRun.order(TestedRun.INPUT, deep)).getString("output"));
        assertEquals(2_400, output.length());
    }
}
