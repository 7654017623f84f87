package io.earnout.present.explain;

import java.util.Optional;

/**
 * The reading of an open point that decided a number.
 *
 * @param point the switch, as the column of {@code agreements.csv} calls it
 * @param choice what it is read as
 * @param isDefault whether that is the default
 * @param cell where the choice stands; nothing while another choice than the cell's is in force, because that one is agreed
 *     on only from a later day
 */
public record Choice(String point, String choice, boolean isDefault, Optional<Cell> cell) {

    /** {@code excess_credit = half}. */
    @Override
    public String toString() {
        return point + " = " + choice;
    }
}
