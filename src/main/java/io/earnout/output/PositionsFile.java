package io.earnout.output;

import static io.earnout.output.Column.agreementId;
import static io.earnout.output.Column.summed;
import static io.earnout.output.Column.text;

import io.earnout.escrow.determination.Position;
import java.util.List;

/** {@code positions.csv}: one row per agreement, where its consideration shares are; {@code check} is always 0. */
final class PositionsFile {

    static final Table<Position> TABLE = new Table<>(
                    "positions.csv",
                    agreement -> List.of(agreement.determination().position()),
                    List.of(
                            agreementId(),
                            summed("consideration_shares", (agreement, position) -> position.considerationShares()),
                            summed("confirmed_released", (agreement, position) -> position.released()),
                            summed("releasable", (agreement, position) -> position.releasable()),
                            summed("held", (agreement, position) -> position.held()),
                            summed("deducted", (agreement, position) -> position.deducted()),
                            summed("unassessed", (agreement, position) -> position.unassessed()),
                            summed("confirmed_returned", (agreement, position) -> position.returned()),
                            Column.<Position>number("check", (agreement, position) -> position.check())
                                    .addedUp(),
                            summed("lowest_entitlement", (agreement, position) -> position.lowestEntitlement()),
                            summed("highest_entitlement", (agreement, position) -> position.highestEntitlement()),
                            text(
                                    "fees_due",
                                    (agreement, position) -> position.feesDue()
                                            .map(Position::plain)
                                            .orElse("")),
                            text(
                                    "dividends_due",
                                    (agreement, position) -> position.dividendsDue()
                                            .map(Position::plain)
                                            .orElse(""))))
            .withKey("agreement_id");

    private PositionsFile() {}
}
