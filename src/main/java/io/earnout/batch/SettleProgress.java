package io.earnout.batch;

import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.infrastructure.item.Chunk;

/** Reports how many agreements have been settled. */
final class SettleProgress implements ItemWriteListener<SettledEscrows> {

    private final StepResult<CheckedRun> checked;
    private final Progress progress;

    SettleProgress(StepResult<CheckedRun> checked, Progress progress) {
        this.checked = checked;
        this.progress = progress;
    }

    @Override
    public void afterWrite(Chunk<? extends SettledEscrows> blocks) {
        long all = checked.get().expected().agreements();
        blocks.forEach(block -> progress.settled(block.rows().agreements(), all));
    }
}
