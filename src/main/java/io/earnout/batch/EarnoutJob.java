package io.earnout.batch;

import io.earnout.input.EscrowBlock;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The job: settle the escrows, check that all is there, compare with the previous run, draft the joint instructions, write report,
 * calendar of deadlines and workbook, publish.
 */
@Configuration(proxyBeanMethods = false)
@Import({RepositoryConfiguration.class, SettleBeans.class, TaskletBeans.class})
class EarnoutJob {

    static final String NAME = "earnout";

    /** A commit costs the job repository some milliseconds: a few blocks share one. */
    private static final int BLOCKS_A_COMMIT = 8;

    private final JobRepository repository;

    EarnoutJob(JobRepository repository) {
        this.repository = repository;
    }

    @Bean
    Job earnout(Step settle, Step check, Step changes, Step papers, Step report, Step workbook, Step publish) {
        return new JobBuilder(NAME, repository)
                .start(settle)
                .next(check)
                .on(CheckRun.AGAIN)
                .to(settle)
                .from(check)
                .next(changes)
                .next(papers)
                .next(report)
                .next(workbook)
                .next(publish)
                .end()
                .build();
    }

    @Bean
    Step check(Tasklet checkRun) {
        return step("check", checkRun);
    }

    @Bean
    Step settle(
            ItemStreamReader<EscrowBlock> escrows,
            ItemProcessor<EscrowBlock, SettledEscrows> settlement,
            ItemStreamWriter<SettledEscrows> stagedFiles,
            SettleSummary summary,
            SettleProgress progress,
            ThreadPoolTaskExecutor workers) {
        return new StepBuilder("settle", repository)
                .<EscrowBlock, SettledEscrows>chunk(BLOCKS_A_COMMIT)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(escrows)
                .processor(settlement)
                .writer(stagedFiles)
                .listener(summary)
                .listener(progress)
                .taskExecutor(workers)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step changes(Tasklet findChanges) {
        return step("changes", findChanges);
    }

    @Bean
    Step papers(Tasklet draftPapers) {
        return step("papers", draftPapers);
    }

    @Bean
    Step report(Tasklet writeReport) {
        return step("report", writeReport);
    }

    @Bean
    Step workbook(Tasklet writeWorkbook) {
        return step("workbook", writeWorkbook);
    }

    @Bean
    Step publish(Tasklet publishRun) {
        return step("publish", publishRun);
    }

    /** A step of file work. It runs anew in every execution, since its result lives in memory. */
    private Step step(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }
}
