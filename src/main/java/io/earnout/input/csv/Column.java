package io.earnout.input.csv;

/**
 * A column of an input file: its name, whether it must be filled in, and how its cells are read.
 *
 * @param <T> what a cell holds
 */
public final class Column<T> {

    private final String name;
    private final int index;
    private final boolean required;
    private final CellType<T> type;

    Column(String name, int index, boolean required, CellType<T> type) {
        this.name = name;
        this.index = index;
        this.required = required;
        this.type = type;
    }

    /** The column's name in the header. */
    public String name() {
        return name;
    }

    /** Its letters, whatever is between them. */
    String folded() {
        return name.replace("_", "");
    }

    /** Its place among the columns of the schema, from 0. */
    int index() {
        return index;
    }

    /** Whether the file must have it, and each row a value in it. */
    public boolean required() {
        return required;
    }

    /** What its cells hold, as the schema of the file says it. */
    public FieldForm form() {
        return type.form();
    }

    CellType<T> type() {
        return type;
    }
}
