/**
 * Staging, proof and publication of a run. {@link io.earnout.publish.Publication} reads the staged files back, compares them with
 * what was written, adds up their shares again and moves the run into place as a whole;
 * {@link io.earnout.publish.Verification} checks published runs.
 */
package io.earnout.publish;
