package io.earnout.escrow.record;

import io.earnout.escrow.finding.Source;
import java.util.List;

/**
 * Where the terms of an agreement were read, so that a figure can be traced to its cell.
 *
 * @param agreement the row of the agreement
 * @param years the row of each assessment year, in order; empty if they are not known
 */
public record Origins(Source agreement, List<Source> years) {

    public static final Origins UNKNOWN = new Origins(Source.NONE, List.of());

    public Origins {
        years = List.copyOf(years);
    }

    /** The row of an assessment year, 1 to n. */
    public Source year(int number) {
        return number <= years.size() ? years.get(number - 1) : Source.NONE;
    }
}
