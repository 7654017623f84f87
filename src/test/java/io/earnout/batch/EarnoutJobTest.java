package io.earnout.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.CaseFolders;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.InputFolder;
import io.earnout.publish.RunIdentity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.test.JobOperatorTestUtils;
import org.springframework.context.ConfigurableApplicationContext;

/** The three steps, the job's identity, and what Spring Batch alone would not notice. */
class EarnoutJobTest {

    private static final Path INPUT = CaseFolders.input("kaixin-five-years");
    private static final LocalDate AS_OF = LocalDate.of(2031, 2, 10);
    private static final LocalDate TODAY = LocalDate.of(2031, 3, 1);

    @TempDir
    private Path output = Path.of("");

    private RunOrder order = orderFor(Path.of(""));
    private Optional<RunLock> lock = Optional.empty();
    private Optional<H2Repository> repository = Optional.empty();
    private Optional<ConfigurableApplicationContext> context = Optional.empty();

    private static RunOrder orderFor(Path output) {
        InputFolder folder = InputFolder.of(INPUT);
        try {
            return new RunOrder(
                    folder,
                    folder.sizesAndTimes(),
                    output,
                    RunIdentity.of(folder.everything(), new RunDay(AS_OF, RunDay.Lies.EARLIER), "test"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void startsTheContext() throws Exception {
        order = orderFor(output);
        RunLock held = RunLock.take(output);
        lock = Optional.of(held);
        H2Repository database = H2Repository.open(output);
        repository = Optional.of(database);
        context = Optional.of(EarnoutJob.context(order, held, database, new Progress(silent(), false)));
    }

    @AfterEach
    void closesIt() throws Exception {
        context.ifPresent(ConfigurableApplicationContext::close);
        if (repository.isPresent()) {
            repository.get().close();
        }
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    private <T> T bean(Class<T> type) {
        return context.orElseThrow().getBean(type);
    }

    private JobOperatorTestUtils job() {
        JobOperatorTestUtils job = new JobOperatorTestUtils(bean(JobOperator.class), bean(JobRepository.class));
        job.setJob(bean(Job.class));
        return job;
    }

    private JobExecution step(String name) {
        return job().startStep(name);
    }

    @Test
    void theInputIsCheckedSettledPresentedAndPublished() throws Exception {
        JobExecution execution = job().startJob(EarnoutJob.parameters(order));
        assertEquals(BatchStatus.COMPLETED, execution.getStatus());
        assertEquals(
                List.of("checkInput", "settle", "present", "publish"),
                execution.getStepExecutions().stream()
                        .map(StepExecution::getStepName)
                        .toList());
        assertTrue(Files.isRegularFile(order.publishedRun().resolve("manifest.json")));
        assertFalse(Files.exists(order.stagingFolder()));
    }

    @Test
    void theDigestOfTheInputAloneIsTheIdentityOfTheJob() {
        List<String> identifying = EarnoutJob.parameters(order).parameters().stream()
                .filter(JobParameter::identifying)
                .map(JobParameter::name)
                .toList();
        assertEquals(List.of("inputDigest"), identifying);
    }

    /** A chunk step can end COMPLETED with items missing: what counts is what stands in the staged files. */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void aRowLostOnTheWayIsNoticedBeforeAnythingIsPublished(Loss loss) throws Exception {
        assertEquals(BatchStatus.COMPLETED, step("checkInput").getStatus());
        assertEquals(BatchStatus.COMPLETED, step("settle").getStatus());
        loss.inflict(order.stagedRun());
        assertEquals(BatchStatus.FAILED, step("publish").getStatus());
        assertFalse(Files.exists(order.publishedRun()));
        assertFalse(Files.exists(output.resolve("latest")));
    }

    @Test
    void anInputThatChangesWhileItIsReadIsNotPublished() throws Exception {
        order = new RunOrder(order.input(), "as it was before", output, order.identity());
        closesIt();
        RunLock held = RunLock.take(output);
        lock = Optional.of(held);
        H2Repository database = H2Repository.open(output);
        repository = Optional.of(database);
        context = Optional.of(EarnoutJob.context(order, held, database, new Progress(silent(), false)));

        JobExecution execution = job().startJob(EarnoutJob.parameters(order));
        assertEquals(BatchStatus.FAILED, execution.getStatus());
        assertTrue(execution.getAllFailureExceptions().get(0) instanceof InputChanged);
        assertFalse(Files.exists(order.publishedRun()));
    }

    /** Whoever deletes the lock lets a second run begin: the first must not publish any more. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunWhoseLockWasTakenAwayPublishesNothing(boolean replaced) throws Exception {
        assertEquals(BatchStatus.COMPLETED, step("checkInput").getStatus());
        assertEquals(BatchStatus.COMPLETED, step("settle").getStatus());
        assertEquals(BatchStatus.COMPLETED, step("present").getStatus());
        Files.delete(output.resolve(".lock"));
        Optional<RunLock> second = replaced ? Optional.of(RunLock.take(output)) : Optional.empty();
        JobExecution publish = step("publish");
        assertEquals(BatchStatus.FAILED, publish.getStatus());
        assertTrue(
                Failures.inWords(publish.getAllFailureExceptions().get(0))
                        .contains("was taken away while the run worked"),
                publish.getAllFailureExceptions().toString());
        assertFalse(Files.exists(order.publishedRun()));
        if (second.isPresent()) {
            assertTrue(second.get().isHeld());
            second.get().close();
        }
    }

    enum Loss {
        AN_AGREEMENT("positions.csv", 0),
        A_YEAR("reconciliation-report.csv", 0),
        A_RELEASE("release-instructions.csv", 0),
        A_CANCELLATION("cancellation-list.csv", 0),
        ONE_SHARE("release-instructions.csv", 1);

        private final String file;
        private final int sharesTooMany;

        Loss(String file, int sharesTooMany) {
            this.file = file;
            this.sharesTooMany = sharesTooMany;
        }

        void inflict(Path staged) throws IOException {
            Path path = staged.resolve(file);
            List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
            if (sharesTooMany > 0) {
                Files.writeString(
                        path, Files.readString(path).replace(",114641,0,0,0,0,114641,", ",114641,0,0,0,0,114642,"));
            } else {
                Files.write(path, lines.subList(0, lines.size() - 1), StandardCharsets.UTF_8);
            }
        }
    }

    /** What the repository takes for running while we hold the lock was killed; UNKNOWN is what a full disk leaves. */
    @ParameterizedTest
    @EnumSource(
            value = BatchStatus.class,
            names = {"STARTING", "STARTED", "STOPPING", "UNKNOWN", "FAILED", "STOPPED"})
    void aRunThatWasCutOffIsMadeAnew(BatchStatus left) throws Exception {
        JobRepository jobs = bean(JobRepository.class);
        JobExecution dead = jobs.createJobExecution(
                jobs.createJobInstance(EarnoutJob.NAME, EarnoutJob.parameters(order)),
                EarnoutJob.parameters(order),
                new ExecutionContext());
        dead.setStatus(left);
        dead.setStartTime(AS_OF.atStartOfDay());
        jobs.update(dead);
        assertTheNextRunPublishes();
    }

    /** Killed after Batch noted the instance, and before it noted its first execution. */
    @Test
    void anInstanceThatWasNeverExecutedIsMadeAnew() throws Exception {
        bean(JobRepository.class).createJobInstance(EarnoutJob.NAME, EarnoutJob.parameters(order));
        assertTheNextRunPublishes();
    }

    private void assertTheNextRunPublishes() throws Exception {
        closesIt();
        context = Optional.empty();
        repository = Optional.empty();
        lock = Optional.empty();

        ExitCode exit = new EscrowRun(new Console(silent(), silent(), false, false), "test", TODAY)
                .execute(INPUT, output, Optional.of(AS_OF));
        assertEquals(ExitCode.NEEDS_A_PERSON, exit, "its shares are late (SPA 8.2)");
        assertTrue(Files.isRegularFile(order.publishedRun().resolve("manifest.json")));
    }
}
