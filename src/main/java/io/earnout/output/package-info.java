/**
 * The domain to files. One class for each file, a {@code Table} of its columns; each is a view of the same {@link
 * io.earnout.escrow.determination.Determination}. {@link io.earnout.output.OutputFile} lists them.
 */
package io.earnout.output;
