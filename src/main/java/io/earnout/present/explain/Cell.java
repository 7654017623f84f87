package io.earnout.present.explain;

import io.earnout.escrow.finding.Source;

/**
 * A cell of the input on which a number rests.
 *
 * @param figure what the number's formula calls it, e.g. {@code target of year 1}
 * @param value as people read it
 * @param source file and line
 * @param column the column of the file
 */
public record Cell(String figure, String value, Source source, String column) {

    /** {@code audited-revenue.csv:3 audited_revenue}. */
    public String place() {
        return source + " " + column;
    }
}
