package io.earnout.report;

import io.earnout.escrow.Source;

/**
 * A figure on which a year's result rests, with the cell that it was read from.
 *
 * @param name what it is
 * @param value as people read it
 * @param source file and line; {@link Source#NONE} if that is not known
 * @param column the column of the file
 */
public record Figure(String name, String value, Source source, String column) {

    public boolean isTraced() {
        return !source.equals(Source.NONE);
    }
}
