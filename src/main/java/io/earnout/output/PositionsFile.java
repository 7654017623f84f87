package io.earnout.output;

import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.determination.Position;

/** {@code positions.csv}: one row per agreement, where its consideration shares are; {@code check} is always 0. */
final class PositionsFile {

    private PositionsFile() {}

    static void write(Determination determination, CsvBuffer rows) {
        Position position = determination.position();
        rows.text(determination.agreement().id())
                .shares(position.considerationShares())
                .shares(position.released())
                .shares(position.releasable())
                .shares(position.held())
                .shares(position.deducted())
                .shares(position.unassessed())
                .shares(position.returned())
                .number(position.check())
                .shares(position.lowestEntitlement())
                .shares(position.highestEntitlement())
                .text(position.feesDue().map(Position::plain).orElse(""))
                .text(position.dividendsDue().map(Position::plain).orElse(""))
                .endRow();
    }
}
