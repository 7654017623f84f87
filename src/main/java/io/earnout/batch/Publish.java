package io.earnout.batch;

import io.earnout.present.overview.ChangeSummary;
import io.earnout.publish.ControlSums;
import io.earnout.publish.Publication;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.util.FileSystemUtils;

/**
 * The step {@code publish}: proves what was staged and moves it into place, if output folder and job repository still belong to
 * this run alone.
 */
final class Publish implements Tasklet {

    private final RunOrder order;
    private final CheckedRun checked;
    private final ChangeSummary changes;
    private final ControlSums sums;
    private final BackgroundReadBack readBack;
    private final RunLock lock;
    private final Optional<PostgreSqlLock> repositoryLock;

    Publish(
            RunOrder order,
            CheckedRun checked,
            ChangeSummary changes,
            ControlSums sums,
            BackgroundReadBack readBack,
            RunLock lock,
            Optional<PostgreSqlLock> repositoryLock) {
        this.order = order;
        this.checked = checked;
        this.changes = changes;
        this.sums = sums;
        this.readBack = readBack;
        this.lock = lock;
        this.repositoryLock = repositoryLock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws Exception {
        if (!order.input().sizesAndTimes().equals(order.inputAsFound())) {
            throw new InputChanged();
        }
        Publication publication = new Publication(order.outputFolder(), order.identity());
        Publication.Proven proven = publication.prove(
                order.stagedRun(),
                checked.expected(),
                RunResults.needsAPerson(checked.findings(), changes),
                sums,
                readBack.of(order.stagedRun()));
        // the proof of a large run takes a while, in which another run may have taken over
        lock.proveStillHeld();
        if (repositoryLock.isPresent()) {
            repositoryLock.get().proveStillHeld();
        }
        proven.publish();
        FileSystemUtils.deleteRecursively(order.stagingFolder());
        return RepeatStatus.FINISHED;
    }
}
