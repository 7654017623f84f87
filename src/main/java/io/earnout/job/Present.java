package io.earnout.job;

import io.earnout.documents.Documents;
import io.earnout.documents.DraftedDocument;
import io.earnout.output.CalendarsFile;
import io.earnout.output.Changes;
import io.earnout.output.ControlSums;
import io.earnout.output.Publication;
import io.earnout.output.RunOverview;
import io.earnout.report.ReportPages;
import io.earnout.workbook.Workbook;
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
