package io.earnout.job;

import io.earnout.output.Publication;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** The last step: proves what was staged and moves it into place. */
final class Publish implements Tasklet {

    private final RunOrder order;
    private final RunState state;

    Publish(RunOrder order, RunState state) {
        this.order = order;
        this.state = state;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws Exception {
        if (!order.input().sizesAndTimes().equals(order.inputAsFound())) {
            throw new InputChanged();
        }
        Publication publication = new Publication(order.outputFolder(), order.identity());

        publication.publish(order.stagedRun(), state.expected());
        Folders.delete(order.stagingFolder());
        return RepeatStatus.FINISHED;
    }
}
