package io.earnout.batch;

import io.earnout.input.EscrowBlock;
import io.earnout.input.EscrowReader;
import io.earnout.output.SettledBlock;
import io.earnout.publish.StagedRun;
import java.nio.file.Path;
import java.util.concurrent.ThreadPoolExecutor;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job: check the input, settle the escrows, present the results to people, publish the run. Its identity is the digest of
 * what goes in. Every step begins anew after an interruption, since what it hands on lives in memory and in the staging
 * folder, which is emptied.
 */
@Configuration(proxyBeanMethods = false)
class EarnoutJob extends JdbcDefaultBatchConfiguration {

    static final String NAME = "earnout";

    /** A commit costs the repository some milliseconds: a few blocks share one. */
    private static final int BLOCKS_A_COMMIT = 8;

    /** What the repository's tables can take is 2,500. */
    private static final int LONGEST_PARAMETER = 2_400;

    /** The job with all that it needs, ready to be started. */
    static ConfigurableApplicationContext context(
            RunOrder order, RunLock lock, JobRepositoryDatabase repository, Progress progress) {
        SpringApplication application = new SpringApplicationBuilder(EarnoutJob.class)
                .web(WebApplicationType.NONE)
                .environment(new StandardEnvironment() {
                    @Override
                    protected void customizePropertySources(MutablePropertySources propertySources) {
                        // SPRING_ and LOGGING_ variables are meant for other programs
                    }
                })
                // Spring Boot would also read an application.properties of the current folder
                .properties("spring.config.location=classpath:/application.properties")
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(RunOrder.class, () -> order);
                    // closed by whoever opened them, after the context
                    beans.registerBean(RunLock.class, () -> lock, definition -> definition.setDestroyMethodName(""));
                    beans.registerBean(
                            JobRepositoryDatabase.class,
                            () -> repository,
                            definition -> definition.setDestroyMethodName(""));
                    beans.registerBean("dataSource", DataSource.class, repository::dataSource);
                    beans.registerBean(Progress.class, () -> progress);
                })
                .build();
        return application.run();
    }

    /** The digest alone is the job's identity; the rest is for whoever looks into the repository. */
    static JobParameters parameters(RunOrder order) {
        return new JobParametersBuilder()
                .addString("inputDigest", order.identity().digest(), true)
                .addString("asOf", order.identity().asOf().toString(), false)
                .addString("input", shortened(order.input().path()), false)
                .addString("output", shortened(order.outputFolder()), false)
                .toJobParameters();
    }

    /** As much of a path as a parameter can hold; it is only there to be looked at. */
    private static String shortened(Path path) {
        String text = path.toString();
        return text.length() <= LONGEST_PARAMETER ? text : text.substring(0, LONGEST_PARAMETER);
    }

    @Bean
    Job earnout(JobRepository repository, Step checkInput, Step settle, Step present, Step publish) {
        return new JobBuilder(NAME, repository)
                .start(checkInput)
                .next(settle)
                .next(present)
                .next(publish)
                .build();
    }

    @Bean
    Step checkInput(
            JobRepository repository,
            PlatformTransactionManager transactionManager,
            RunOrder order,
            RunState state,
            ThreadPoolTaskExecutor workers,
            Progress progress) {
        EscrowCheck escrows = new EscrowCheck(order.identity().day(), workers, progress::checked);
        return new StepBuilder("checkInput", repository)
                .tasklet(new CheckInput(order, state, escrows), transactionManager)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step settle(
            JobRepository repository,
            PlatformTransactionManager transactionManager,
            RunOrder order,
            RunState state,
            ThreadPoolTaskExecutor workers,
            Progress progress) {
        return new StepBuilder("settle", repository)
                .<EscrowBlock, SettledBlock>chunk(BLOCKS_A_COMMIT)
                .transactionManager(transactionManager)
                .reader(new EscrowReader(state::input))
                .processor(new SettleBlock(state, order.identity().day()))
                .writer(new StagedRun(order.stagedRun(), order.exceptionsOfFiles(), state::controlSums, block -> {
                    block.errors().forEach(state::found);
                    state.warned(block.warnings());
                    state.explained(block.workings());
                    state.tally().add(block.tally());
                    progress.settled(block.agreements(), state.expected().agreements());
                }))
                .taskExecutor(workers)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step present(
            JobRepository repository, PlatformTransactionManager transactionManager, RunOrder order, RunState state) {
        return new StepBuilder("present", repository)
                .tasklet(new Present(order, state), transactionManager)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step publish(
            JobRepository repository,
            RunLock lock,
            JobRepositoryDatabase database,
            PlatformTransactionManager transactionManager,
            RunOrder order,
            RunState state) {
        return new StepBuilder("publish", repository)
                .tasklet(new Publish(order, state, lock, database), transactionManager)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    RunState state() {
        return new RunState();
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

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }
}
