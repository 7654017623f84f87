package io.earnout.input.csv;

/**
 * How the cells of a column are read.
 *
 * @param <T> what a cell holds
 */
public interface CellType<T> {

    /** Reads a cell. What is wrong with it is found, and {@link #neutral} is returned. */
    T read(Cell cell);

    /** What an empty cell is read as: a value that does no harm in a row that is not used. */
    T neutral();

    /** What it says to other programs. */
    FieldForm form();
}
