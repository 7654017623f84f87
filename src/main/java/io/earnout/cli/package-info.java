/**
 * The command line: {@link io.earnout.cli.EarnoutApplication} with its commands. {@link io.earnout.cli.EscrowRun} is a run
 * from the lock to the exit code, {@link io.earnout.cli.Console} its messages.
 */
package io.earnout.cli;
