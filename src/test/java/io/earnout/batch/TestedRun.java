package io.earnout.batch;

import io.earnout.CaseFolders;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.InputFolder;
import io.earnout.publish.RunIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** The run that the job's tests run: the Kaixin agreement over five years, into a folder of its own. */
@Configuration(proxyBeanMethods = false)
class TestedRun {

    static final Path INPUT = CaseFolders.input("kaixin-five-years");
    static final LocalDate AS_OF = LocalDate.of(2031, 2, 10);

    /** An output folder that goes with the context. */
    record OutputFolder(Path path) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(path);
        }
    }

    static RunOrder order(Path input, Path output) {
        InputFolder folder = InputFolder.of(input);
        try {
            RunDay day = new RunDay(AS_OF, RunDay.Lies.EARLIER);
            return new RunOrder(
                    folder, folder.sizesAndTimes(), output, RunIdentity.of(folder.everything(), day, "test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parameters of a single step: Batch runs each as a job, which must have an identity of its own. */
    static JobParameters parameters(RunOrder order, String step) {
        return new JobParametersBuilder(JobRun.parameters(order))
                .addString("step", step)
                .toJobParameters();
    }

    @Bean
    OutputFolder outputFolder() throws IOException {
        return new OutputFolder(Files.createTempDirectory("earnout-job-"));
    }

    @Bean
    RunOrder order(OutputFolder output) {
        return order(INPUT, output.path());
    }

    @Bean(destroyMethod = "close")
    RunLock lock(RunOrder order) throws IOException {
        return RunLock.take(order.outputFolder());
    }

    @Bean
    Progress progress() {
        return Progress.NONE;
    }
}
