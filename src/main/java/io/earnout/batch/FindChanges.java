package io.earnout.batch;

import io.earnout.present.changes.CalendarsFile;
import io.earnout.present.changes.Changes;
import io.earnout.present.overview.ChangeSummary;
import io.earnout.publish.ControlSums;
import io.earnout.publish.Manifest;
import io.earnout.publish.ManifestFile;
import io.earnout.publish.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** The step {@code changes}: compares the run with the one published before, and writes {@code changes.csv}, the last of the CSV files. */
final class FindChanges implements Tasklet {

    private final RunOrder order;
    private final CheckedRun checked;
    private final ControlSums sums;
    private final BackgroundReadBack readBack;
    private final StepResult<ChangeSummary> changes;

    FindChanges(
            RunOrder order,
            CheckedRun checked,
            ControlSums sums,
            BackgroundReadBack readBack,
            StepResult<ChangeSummary> changes) {
        this.order = order;
        this.checked = checked;
        this.sums = sums;
        this.readBack = readBack;
        this.changes = changes;
    }

    /** Whether the run is as of an earlier day than the previous one; a folder without a manifest says nothing. */
    private boolean looksBack(Path previous) throws IOException {
        return Files.exists(previous.resolve(Manifest.FILE_NAME))
                && order.identity()
                        .asOf()
                        .isBefore(ManifestFile.read(previous).identity().asOf());
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws Exception {
        CalendarsFile.append(checked.input().calendars().days(), order.stagedRun(), sums);
        Optional<Path> previous = new Publication(order.outputFolder(), order.identity()).previousRun();
        ChangeSummary.Collector found = new ChangeSummary.Collector();
        if (previous.isPresent()) {
            boolean looksBack = looksBack(previous.get());
            Changes.append(previous.get(), order.stagedRun(), looksBack, sums, found::add);
        }
        changes.set(found.summary());
        readBack.begin(order.stagedRun());
        return RepeatStatus.FINISHED;
    }
}
