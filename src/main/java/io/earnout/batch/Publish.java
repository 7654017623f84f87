package io.earnout.batch;

import io.earnout.publish.Publication;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** The last step: proves what was staged and, if output folder and job repository are still this run's alone, moves it into place. */
final class Publish implements Tasklet {

    private final RunOrder order;
    private final RunState state;
    private final RunLock lock;
    private final JobRepositoryDatabase repository;

    Publish(RunOrder order, RunState state, RunLock lock, JobRepositoryDatabase repository) {
        this.order = order;
        this.state = state;
        this.lock = lock;
        this.repository = repository;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws Exception {
        if (!order.input().sizesAndTimes().equals(order.inputAsFound())) {
            throw new InputChanged();
        }
        Publication publication = new Publication(order.outputFolder(), order.identity());
        Publication.Proven proven = publication.prove(order.stagedRun(), state.expected(), state.controlSums());
        // to prove a large run takes its time: only now is it known that nobody else took over meanwhile
        lock.proveStillHeld();
        repository.proveStillOurs();
        proven.publish();
        Folders.delete(order.stagingFolder());
        return RepeatStatus.FINISHED;
    }
}
