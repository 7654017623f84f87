package io.earnout.batch;

import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.infrastructure.item.Chunk;

/** Reports how far the input has been read, and how many agreements have been settled. */
final class SettleProgress implements ItemWriteListener<SettledEscrows> {

    private final InputPasses passes;
    private final Progress progress;

    SettleProgress(InputPasses passes, Progress progress) {
        this.passes = passes;
        this.progress = progress;
    }

    @Override
    public void afterWrite(Chunk<? extends SettledEscrows> blocks) {
        int percent = passes.percentRead();
        blocks.forEach(block -> progress.settled(block.counted().ids(), percent));
    }
}
