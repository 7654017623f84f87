package io.earnout.input;

import java.util.Locale;

/** A column of a file format: an enum constant whose name is the column's. */
interface Column {

    String name();

    int ordinal();

    /** Whether a file without it can't be read. */
    boolean required();

    /** The column's name in the header: the constant's in lower case. */
    default String header() {
        return name().toLowerCase(Locale.ROOT);
    }
}
