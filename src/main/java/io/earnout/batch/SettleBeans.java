package io.earnout.batch;

import io.earnout.escrow.record.RunDay;
import io.earnout.input.EscrowBlock;
import io.earnout.input.EscrowReader;
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
    ItemStreamReader<EscrowBlock> escrows(StepResult<CheckedRun> checked) {
        return new EscrowReader(() -> checked.get().input());
    }

    @Bean
    @StepScope
    ItemProcessor<EscrowBlock, SettledEscrows> settlement(
            @Value("#{jobParameters['asOf']}") LocalDate asOf,
            @Value("#{jobParameters['asOfLies']}") RunDay.Lies lies,
            StepResult<CheckedRun> checked) {
        return new SettleBlock(new RunDay(asOf, lies), checked.get());
    }

    @Bean
    @StepScope
    ItemStreamWriter<SettledEscrows> stagedFiles(RunOrder order, ControlSums sums) {
        return new StagedFiles(order, sums);
    }

    @Bean
    SettleSummary summary(StepResult<CheckedRun> checked, StepResult<SettledRun> settled) {
        return new SettleSummary(checked, settled);
    }

    @Bean
    SettleProgress settleProgress(StepResult<CheckedRun> checked, Progress progress) {
        return new SettleProgress(checked, progress);
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
