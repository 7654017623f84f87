/**
 * The domain to files. One class per file, each a view of the same {@link io.earnout.escrow.determination.Determination};
 * {@link io.earnout.publish.StagedRun} writes them aside, {@link io.earnout.publish.Publication} reads them back, adds them
 * up again and moves the run into place whole.
 */
package io.earnout.output;
