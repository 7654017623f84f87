package io.earnout.batch;

import io.earnout.escrow.record.RunDay;
import io.earnout.input.EscrowBlock;
import io.earnout.output.RowBuffers;
import io.earnout.publish.ControlSums;
import java.time.LocalDate;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Reader, processor, writer and listeners of the step {@code settle}. */
@Configuration(proxyBeanMethods = false)
class SettleBeans {

    @Bean
    @StepScope
    ItemStreamReader<EscrowBlock> escrows(InputPasses passes) {
        return passes.nextReader();
    }

    @Bean
    @StepScope
    ItemProcessor<EscrowBlock, SettledEscrows> settlement(
            @Value("#{jobParameters['asOf']}") LocalDate asOf,
            @Value("#{jobParameters['asOfLies']}") RunDay.Lies lies,
            InputPasses passes,
            RowBuffers buffers) {
        return new SettleBlock(new RunDay(asOf, lies), passes, buffers);
    }

    @Bean
    @StepScope
    ItemStreamWriter<SettledEscrows> stagedFiles(
            RunOrder order, InputPasses passes, ControlSums sums, BackgroundWriting writing) {
        return new StagedFiles(order, passes, sums, writing);
    }

    @Bean
    SettleSummary summary(RunOrder order, InputPasses passes, ControlSums sums, StepResult<SettledRun> settled) {
        return new SettleSummary(order, passes, sums, settled);
    }

    @Bean
    SettleProgress settleProgress(InputPasses passes, Progress progress) {
        return new SettleProgress(passes, progress);
    }

    @Bean
    RowBuffers rowBuffers() {
        return new RowBuffers();
    }

    @Bean
    BackgroundWriting writing() {
        return new BackgroundWriting();
    }

    @Bean
    InputPasses passes(RunOrder order, ControlSums sums) {
        return new InputPasses(order, sums);
    }

    @Bean
    StepResult<SettledRun> settled() {
        return new StepResult<>();
    }

    @Bean
    ThreadPoolTaskExecutor workers() {
        ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
        workers.setCorePoolSize(Runtime.getRuntime().availableProcessors());
        workers.setThreadNamePrefix("settle-");
        workers.setDaemon(true);
        workers.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
        return workers;
    }
}
