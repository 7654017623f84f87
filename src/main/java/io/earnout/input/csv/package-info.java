/**
 * CSV text to cells, and cells to values: nothing here knows a file of the program.
 *
 * <p>{@link io.earnout.input.csv.RecordScanner} finds where a row ends, {@link io.earnout.input.csv.StructureCheck} checks that a
 * file can be trusted and is in order, {@link io.earnout.input.csv.DiskSort} brings it into order if not. A {@link
 * io.earnout.input.csv.Schema} lists the {@link io.earnout.input.csv.Column columns} of a file, each with its type, and {@link
 * io.earnout.input.csv.Row} reads the cells of one row.
 */
package io.earnout.input.csv;
