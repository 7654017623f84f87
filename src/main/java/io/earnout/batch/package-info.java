/**
 * The Spring Batch job. {@link io.earnout.batch.EarnoutJob} is the job with its steps {@code settle}, {@code check},
 * {@code changes}, {@code papers}, {@code report}, {@code workbook}, {@code publish}; {@link io.earnout.batch.JobRun} launches it.
 *
 * <p>Spring Batch 6.0.4 behaves in ways that decide the shape of this job. Each was reproduced; several end COMPLETED with data
 * missing.
 *
 * <ul>
 *   <li>The job's identity is one parameter, the digest of the input, which covers as-of date and program version. There is no
 *       {@code JobParametersIncrementer}: with one, Batch 6 ignores the parameters that are passed. Paths are not read from the
 *       parameters, since a path can be longer than a parameter.
 *   <li>The results of the steps ({@link io.earnout.batch.StepResult}) are in memory and not in the execution context: the job
 *       repository must not hold a figure (SPA 9). One context runs one job, so its singletons belong to that job.
 *   <li>The input is read once, and nothing is published before the end anyway: {@code settle} checks the files as it reads them,
 *       and {@code check} sends the job back to it ({@link io.earnout.batch.CheckRun}) where what was found means that another way
 *       through the input is needed. A step that ran before in the same execution may run again.
 *   <li>No step is resumed. Every step may start although it is complete, and begins anew, because resuming a file in the middle
 *       is harder to prove than writing it again.
 *   <li>There is no skip, no retry and no {@code faultTolerant()}: an agreement must not be missing.
 *   <li>An interrupted thread ends a chunk step COMPLETED with items missing; an exception in a listener's {@code afterStep} is
 *       swallowed. So {@code publish} proves row counts, control totals and SHA-256 before anything moves, and a step without
 *       the result of the step before it fails.
 *   <li>A chunk step with a task executor writes the items of a chunk in the order in which they were read: Batch 6 collects the
 *       futures in order, other than Batch 5.
 *   <li>Steps of file work have a {@code ResourcelessTransactionManager}: a JDBC transaction that is open for minutes would be
 *       ended by a database with time limits. The job repository has transactions of its own.
 *   <li>A commit costs an H2 repository some 2 ms, so a few blocks share one.
 *   <li>{@code kill -9} leaves an execution STARTED, and a full disk leaves UNKNOWN: both are repaired before the start. An
 *       instance without an execution is deleted, since Batch would refuse it.
 *   <li>The repository is no lock: two restarts of one failed instance can both run. {@link io.earnout.batch.RunLock} is one, taken
 *       before Spring starts, and PostgreSqlLock for a repository that several machines share.
 *   <li>Whether a run is published, only the folders say: the repository can fail after the folder was moved, and it can be lost.
 *   <li>There is no {@code ObservationRegistry}: it doubles the time of {@code settle}.
 * </ul>
 */
package io.earnout.batch;
