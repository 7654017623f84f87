/**
 * The batch job: {@code checkInput}, {@code settle}, {@code publish}. {@link io.earnout.batch.EarnoutJob} reads top-down;
 * {@link io.earnout.batch.EscrowRun} is what happens around it: lock, identity, exit code. It imports every room and is
 * imported by none.
 */
package io.earnout.batch;
