/**
 * CSV files to the domain. One class per file format, whose Javadoc is the format; {@link io.earnout.input.EscrowReader}
 * merges the sorted files into one escrow after another.
 *
 * <p>The way of a row: {@link io.earnout.input.csv.RecordScanner} finds where it ends, {@link io.earnout.input.csv.StructureCheck}
 * sees on the way whether the file can be trusted and is in order ({@link io.earnout.input.csv.DiskSort} brings it into order if not),
 * {@link io.earnout.input.EscrowReader} puts it with the other rows of its agreement, {@link io.earnout.input.csv.Row} reads
 * its cells, and {@link io.earnout.input.EscrowAssembler} makes one {@link io.earnout.escrow.review.EscrowFile} of them. What is
 * wrong is a {@link io.earnout.escrow.finding.Finding}, never an exception.
 */
package io.earnout.input;
