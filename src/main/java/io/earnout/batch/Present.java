package io.earnout.batch;

import io.earnout.present.changes.CalendarsFile;
import io.earnout.present.changes.Changes;
import io.earnout.present.overview.RunOverview;
import io.earnout.present.papers.Documents;
import io.earnout.present.papers.DraftedDocument;
import io.earnout.present.report.ReportPages;
import io.earnout.present.workbook.Workbook;
import io.earnout.publish.ControlSums;
import io.earnout.publish.Publication;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * The step for people: says what changed since the run before, and draws up the report to look at, the papers to sign and the
 * workbook to recompute.
 */
final class Present implements Tasklet {

    private final RunOrder order;
    private final RunState state;

    Present(RunOrder order, RunState state) {
        this.order = order;
        this.state = state;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws Exception {
        ControlSums sums = state.controlSums();
        Publication publication = new Publication(order.outputFolder(), order.identity());
        CalendarsFile.append(state.input().calendars().days(), order.stagedRun(), sums);
        Optional<Path> previous = publication.previousRun();
        if (previous.isPresent()) {
            Changes.append(previous.get(), order.stagedRun(), sums, state::changed);
        }
        RunOverview overview =
                overview(previous.isPresent() ? Optional.of(previous.get().toRealPath()) : Optional.empty());

        List<DraftedDocument> documents = Documents.draft(overview, order.stagedRun(), sums);
        state.drafted(documents.size());
        ReportPages.write(overview, documents, order.stagedRun(), sums);
        Workbook.write(overview, order.stagedRun(), sums);
        return RepeatStatus.FINISHED;
    }

    private RunOverview overview(Optional<Path> previousRun) {
        return new RunOverview(
                order.identity(),
                state.expected().inputRows(),
                state.ofTheRun(),
                state.tally(),
                state.shelf().holdsAll(),
                state.shelf().dossiers(),
                state.keptChanges(),
                state.changes(),
                previousRun);
    }
}
