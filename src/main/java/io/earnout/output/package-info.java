/**
 * The domain to files. One class per file, each a view of the same {@link io.earnout.escrow.determination.Determination};
 * {@link io.earnout.publish.Publication} proves and publishes what was staged.
 */
package io.earnout.output;
