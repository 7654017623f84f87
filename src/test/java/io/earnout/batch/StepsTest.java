package io.earnout.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.present.overview.ChangeSummary;
import io.earnout.present.papers.DraftedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.test.JobOperatorTestUtils;
import org.springframework.batch.test.context.SpringBatchTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Each step of the job: what it writes, and what it hands on. */
@DisplayName("The steps of the job")
@SpringBatchTest
@SpringJUnitConfig({EarnoutJob.class, H2Repository.class, TestedRun.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class StepsTest {

    private final JobOperatorTestUtils job;
    private final RunOrder order;
    private final StepResult<CheckedRun> checked;
    private final StepResult<SettledRun> settled;
    private final StepResult<ChangeSummary> changes;
    private final StepResult<List<DraftedDocument>> drafted;

    StepsTest(
            @Autowired JobOperatorTestUtils job,
            @Autowired RunOrder order,
            @Autowired StepResult<CheckedRun> checked,
            @Autowired StepResult<SettledRun> settled,
            @Autowired StepResult<ChangeSummary> changes,
            @Autowired StepResult<List<DraftedDocument>> drafted) {
        this.job = job;
        this.order = order;
        this.checked = checked;
        this.settled = settled;
        this.changes = changes;
        this.drafted = drafted;
    }

    /** Starts a step; its failures, none if it completed. */
    private List<Throwable> failures(String step) {
        JobExecution execution = job.startStep(step, TestedRun.parameters(order, step), new ExecutionContext());
        List<Throwable> failures = execution.getAllFailureExceptions();
        assertEquals(failures.isEmpty() ? BatchStatus.COMPLETED : BatchStatus.FAILED, execution.getStatus());
        return failures;
    }

    private void completed(String... steps) {
        for (String step : steps) {
            assertEquals(List.of(), failures(step), step);
        }
    }

    private Path staged(String file) {
        return order.stagedRun().resolve(file);
    }

    @Test
    void checkCountsWhatMustComeOut() {
        completed("settle", "check");
        assertEquals(1, checked.get().expected().agreements());
        assertEquals(5, checked.get().expected().years());
        assertFalse(checked.get().ofTheRun().isEmpty(), "the notes on the documents");
        assertTrue(Files.exists(staged("exceptions.csv")), "it has its first rows only now");
    }

    @Test
    void settleWritesTheFilesAndAddsThemUp() throws IOException {
        completed("settle", "check");
        assertEquals(2, Files.readAllLines(staged("positions.csv")).size());
        assertEquals(6, Files.readAllLines(staged("reconciliation-report.csv")).size());
        assertEquals(1, settled.get().totals().agreements());
        assertEquals(1, settled.get().mostPressing().results().size());
        assertTrue(settled.get().mostPressing().holdsAll());
        assertFalse(settled.get().workings().isEmpty());
    }

    @Test
    void changesNeedAPreviousRun() throws IOException {
        completed("settle", "check", "changes");
        assertEquals(ChangeSummary.NONE, changes.get());
        assertEquals(1, Files.readAllLines(staged("changes.csv")).size());
    }

    @Test
    void papersAreDraftedWhereTheyAreDue() {
        completed("settle", "check", "changes", "papers");
        assertFalse(drafted.get().isEmpty());
        for (DraftedDocument paper : drafted.get()) {
            assertTrue(Files.isRegularFile(staged(paper.file())), paper.file());
        }
    }

    @Test
    void reportWorkbookAndManifestAreWrittenAndTheRunIsMoved() {
        completed("settle", "check", "changes", "papers", "report");
        assertTrue(Files.isRegularFile(staged("reconciliation-report.html")));
        completed("workbook");
        assertTrue(Files.isRegularFile(staged("reconciliation.xlsx")));
        completed("publish");
        assertTrue(Files.isRegularFile(order.publishedRun().resolve("manifest.json")));
        assertFalse(Files.exists(order.stagingFolder()));
    }

    @Test
    void aStepWithoutTheResultOfTheStepBeforeFails() {
        assertFalse(failures("check").isEmpty());
        assertFalse(order.isPublished());
    }

    @Test
    void theJobTakesThemInOrder() throws Exception {
        JobExecution execution = job.startJob(JobRun.parameters(order));
        assertEquals(BatchStatus.COMPLETED, execution.getStatus());
        assertEquals(
                List.of("settle", "check", "changes", "papers", "report", "workbook", "publish"),
                execution.getStepExecutions().stream()
                        .map(StepExecution::getStepName)
                        .toList());
        assertTrue(order.isPublished());
    }

    @Test
    void theDigestOfTheInputAloneIsTheIdentityOfTheJob() {
        List<String> identifying = JobRun.parameters(order).parameters().stream()
                .filter(JobParameter::identifying)
                .map(JobParameter::name)
                .toList();
        assertEquals(List.of("inputDigest"), identifying);
    }

    /** A chunk step can end COMPLETED with items missing: only the staged files count. */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void aRowThatWasLostIsNoticedBeforeAnythingIsPublished(Loss loss) throws IOException {
        completed("settle", "check");
        loss.inflict(order.stagedRun());
        assertFalse(failures("publish").isEmpty());
        assertFalse(order.isPublished());
        assertFalse(Files.exists(order.outputFolder().resolve("latest")));
    }

    /** Who deletes the lock lets a second run begin: the first must no longer publish. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunWhoseLockWasTakenAwayPublishesNothing(boolean replaced) throws IOException {
        completed("settle", "check", "changes");
        Files.delete(order.outputFolder().resolve(".lock"));
        Optional<RunLock> second = replaced ? Optional.of(RunLock.take(order.outputFolder())) : Optional.empty();
        String failures = failures("publish").toString();
        assertTrue(failures.contains("was taken away while the run worked"), failures);
        assertFalse(order.isPublished());
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
            List<String> lines = Files.readAllLines(path);
            if (sharesTooMany > 0) {
                Files.writeString(
                        path, Files.readString(path).replace(",114641,0,0,0,0,114641,", ",114641,0,0,0,0,114642,"));
            } else {
                Files.write(path, lines.subList(0, lines.size() - 1));
            }
        }
    }
}
