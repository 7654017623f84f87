package io.earnout.batch;

import io.earnout.input.RowForms;
import io.earnout.output.RunTotals;
import io.earnout.present.deadlines.DeadlineCalendar;
import io.earnout.present.overview.ChangeSummary;
import io.earnout.present.overview.FindingSummary;
import io.earnout.present.overview.RunOverview;
import io.earnout.present.papers.Documents;
import io.earnout.present.papers.DraftedDocument;
import io.earnout.present.report.ReportPages;
import io.earnout.present.summary.Summary;
import io.earnout.present.workbook.Workbook;
import io.earnout.publish.ControlSums;
import io.earnout.publish.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The tasklets, each made when its step begins, from the results of the steps before it. */
@Configuration(proxyBeanMethods = false)
class TaskletBeans {

    @Bean
    @StepScope
    Tasklet checkRun(
            RunOrder order,
            InputPasses passes,
            ControlSums sums,
            BackgroundWriting writing,
            StepResult<SettledRun> settled,
            StepResult<CheckedRun> checked) {
        return new CheckRun(order, passes, sums, writing, settled.get(), checked);
    }

    @Bean
    @StepScope
    Tasklet findChanges(
            RunOrder order,
            StepResult<CheckedRun> checked,
            ControlSums sums,
            BackgroundReadBack readBack,
            StepResult<ChangeSummary> changes) {
        return new FindChanges(order, checked.get(), sums, readBack, changes);
    }

    @Bean
    @StepScope
    Tasklet draftPapers(
            RunOverview overview, RunOrder order, ControlSums sums, StepResult<List<DraftedDocument>> drafted) {
        return (contribution, context) -> {
            drafted.set(Documents.draft(overview, order.stagedRun(), sums));
            return RepeatStatus.FINISHED;
        };
    }

    @Bean
    @StepScope
    Tasklet writeReport(
            RunOverview overview, RunOrder order, ControlSums sums, StepResult<List<DraftedDocument>> drafted) {
        return (contribution, context) -> {
            ReportPages.write(overview, drafted.get(), order.stagedRun(), sums);
            Summary.write(overview, drafted.get(), order.stagedRun(), sums);
            DeadlineCalendar.write(overview, order.stagedRun(), sums);
            return RepeatStatus.FINISHED;
        };
    }

    @Bean
    @StepScope
    Tasklet writeWorkbook(RunOverview overview, RunOrder order, ControlSums sums) {
        return (contribution, context) -> {
            Workbook.write(overview, order.stagedRun(), sums);
            return RepeatStatus.FINISHED;
        };
    }

    @Bean
    @StepScope
    Tasklet publishRun(
            RunOrder order,
            StepResult<CheckedRun> checked,
            StepResult<ChangeSummary> changes,
            ControlSums sums,
            BackgroundReadBack readBack,
            RunLock lock,
            ObjectProvider<PostgreSqlLock> repositoryLock) {
        return new Publish(
                order,
                checked.get(),
                changes.get(),
                sums,
                readBack,
                lock,
                Optional.ofNullable(repositoryLock.getIfAvailable()));
    }

    /** Made anew for each step that presents the run to people. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    RunOverview overview(
            RunOrder order,
            StepResult<CheckedRun> checked,
            StepResult<SettledRun> settled,
            StepResult<ChangeSummary> changes)
            throws IOException {
        Optional<Path> previous = new Publication(order.outputFolder(), order.identity()).previousRun();
        return new RunOverview(
                order.identity(),
                checked.get().expected().inputRows(),
                checked.get().ofTheRun(),
                checked.get().totals(),
                settled.get().mostPressing().holdsAll(),
                settled.get().mostPressing().toDecide(),
                RowForms.of(order.input()),
                settled.get().mostPressing().results(),
                changes.get().first(),
                changes.get().count(),
                previous.isPresent() ? Optional.of(previous.get().toRealPath()) : Optional.empty());
    }

    /** Made when the job has ended, from the results that there are. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    RunResults results(
            StepResult<SettledRun> settled,
            StepResult<CheckedRun> checked,
            StepResult<ChangeSummary> changes,
            StepResult<List<DraftedDocument>> drafted) {
        return new RunResults(
                checked.find().map(CheckedRun::findings).orElse(FindingSummary.NONE),
                changes.find().orElse(ChangeSummary.NONE),
                drafted.find().map(List::size).orElse(0),
                settled.find().map(SettledRun::workings).orElse(List.of()),
                checked.find().map(CheckedRun::totals).orElseGet(RunTotals::new).countdown());
    }

    @Bean
    StepResult<CheckedRun> checked() {
        return new StepResult<>();
    }

    @Bean
    StepResult<ChangeSummary> changesFound() {
        return new StepResult<>();
    }

    @Bean
    StepResult<List<DraftedDocument>> drafted() {
        return new StepResult<>();
    }

    @Bean
    BackgroundReadBack readBack() {
        return new BackgroundReadBack();
    }

    @Bean
    ControlSums controlSums() {
        return new ControlSums();
    }
}
