package io.earnout.output;

import io.earnout.escrow.Determination;
import io.earnout.escrow.Position;
import io.earnout.terms.Shares;

/** {@code positions.csv}: one row per agreement, where its consideration shares are; {@code check} is always 0. */
final class PositionsFile {

    private PositionsFile() {}

    static void write(Determination determination, CsvBuffer rows) {
        Position position = determination.position();
        rows.text(determination.agreement().id())
                .shares(position.considerationShares())
                .shares(Shares.NONE) // confirmed_released: no transfer is known
                .shares(position.releasable())
                .shares(position.held())
                .shares(position.deducted())
                .shares(position.unassessed())
                .shares(Shares.NONE) // confirmed_returned
                .number(check(position))
                .shares(position.lowestEntitlement())
                .shares(position.highestEntitlement())
                .empty() // fees_due
                .empty() // dividends_due
                .endRow();
    }

    private static long check(Position position) {
        return position.releasable().count()
                + position.held().count()
                + position.deducted().count()
                + position.unassessed().count()
                - position.considerationShares().count();
    }
}
