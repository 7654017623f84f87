package io.earnout.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Launches the job: starts its context, repairs what a killed run left in the job repository, and starts the job. */
public final class JobRun {

    /** The repository's tables can take 2,500 characters. */
    private static final int LONGEST_PARAMETER = 2_400;

    private JobRun() {}

    /**
     * Runs the job once.
     *
     * @param lock held by the caller
     * @param environment may name the job repository, see {@link RepositoryUrl}
     * @throws OtherRunAtWork if another run works with the job repository
     */
    public static JobEnd of(RunOrder order, RunLock lock, Map<String, String> environment, Progress progress)
            throws Exception {
        try (ConfigurableApplicationContext context = context(order, lock, environment, progress)) {
            try {
                JobExecution execution = execute(context, parameters(order));
                return execution.getStatus() == BatchStatus.COMPLETED
                        ? new JobEnd.Published(context.getBean(RunResults.class), false)
                        : notCompleted(context, order, execution);
            } catch (Exception | Error e) {
                // only the folders say whether a run is published
                if (!order.isPublished()) {
                    throw e;
                }
                return new JobEnd.Published(context.getBean(RunResults.class), true);
            }
        }
    }

    private static JobEnd notCompleted(ConfigurableApplicationContext context, RunOrder order, JobExecution execution) {
        if (order.isPublished()) {
            return new JobEnd.Published(context.getBean(RunResults.class), true);
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        for (Throwable failure : failures) {
            if (failure instanceof RejectedInput rejected) {
                return new JobEnd.Rejected(rejected.findings());
            }
        }
        return new JobEnd.Failed(
                failures.isEmpty()
                        ? List.of(new IllegalStateException("the job ended with " + execution.getStatus()))
                        : failures);
    }

    /**
     * The context of one run: it knows the run, and of the environment only what is meant for this program. Spring Boot sets up
     * the connections to a database, but starts no application: its logging, events and settings files would cost more than the
     * rest of the context, and there is nothing for them to do.
     */
    static ConfigurableApplicationContext context(
            RunOrder order, RunLock lock, Map<String, String> environment, Progress progress) {
        Class<?> repository =
                RepositoryUrl.of(environment).isPostgreSql() ? PostgreSqlRepository.class : H2Repository.class;
        ConfigurableEnvironment settings = new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                // other SPRING_ variables are meant for other programs
                sources.addLast(new SystemEnvironmentPropertySource(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, ofTheRepository(environment)));
                sources.addLast(defaults());
            }
        };
        ConfigurationPropertySources.attach(settings);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setEnvironment(settings);
        context.registerBean(RunOrder.class, () -> order);
        // the caller closes it, after the context
        context.registerBean(RunLock.class, () -> lock, definition -> definition.setDestroyMethodName(""));
        context.registerBean(Progress.class, () -> progress);
        context.register(EarnoutJob.class, repository);
        context.refresh();
        return context;
    }

    private static PropertySource<?> defaults() {
        try {
            return new ResourcePropertySource("classpath:/application.properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> ofTheRepository(Map<String, String> environment) {
        Map<String, Object> ours = new TreeMap<>(environment);
        ours.keySet()
                .removeIf(name -> !name.startsWith("SPRING_DATASOURCE_") && !name.startsWith("SPRING_BATCH_JDBC_"));
        return ours;
    }

    /**
     * The digest of the input alone is the job's identity. As-of date and where it lies are used by the steps; the folders are
     * for people who look into the repository, since a path can be longer than a parameter.
     */
    static JobParameters parameters(RunOrder order) {
        return new JobParametersBuilder()
                .addString("inputDigest", order.identity().digest(), true)
                .addLocalDate("asOf", order.identity().asOf(), false)
                .addString("asOfLies", order.identity().day().lies().name(), false)
                .addString("input", shortened(order.input().path()), false)
                .addString("output", shortened(order.outputFolder()), false)
                .toJobParameters();
    }

    private static String shortened(Path path) {
        String text = path.toString();
        return text.length() <= LONGEST_PARAMETER ? text : text.substring(0, LONGEST_PARAMETER);
    }

    private static JobExecution execute(ConfigurableApplicationContext context, JobParameters parameters)
            throws Exception {
        Job job = context.getBean(Job.class);
        JobOperator operator = context.getBean(JobOperator.class);
        JobRepository repository = context.getBean(JobRepository.class);
        // this run holds the lock: an execution that the repository calls running was killed
        for (JobExecution killed : repository.findRunningJobExecutions(EarnoutJob.NAME)) {
            operator.recover(killed);
        }
        JobInstance known = repository.getJobInstance(EarnoutJob.NAME, parameters);
        if (known != null) {
            repairLastExecution(known, repository);
        }
        try {
            return operator.start(job, parameters);
        } catch (JobInstanceAlreadyCompleteException e) {
            // the run was published once, and its folder has been deleted since: only the folders count
            if (known == null) {
                throw e;
            }
            repository.deleteJobInstance(known);
            return operator.start(job, parameters);
        }
    }

    private static void repairLastExecution(JobInstance known, JobRepository repository) {
        JobExecution last = repository.getLastJobExecution(known);
        if (last == null) {
            // killed between the two: Batch would refuse an instance that was never executed
            repository.deleteJobInstance(known);
            return;
        }
        if (last.getStatus() == BatchStatus.UNKNOWN) {
            last.setStatus(BatchStatus.FAILED);
            repository.update(last);
        }
        for (StepExecution step : last.getStepExecutions()) {
            // the repository could not note its end, though that of its job: Batch would wait for it for ever
            if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
    }
}
