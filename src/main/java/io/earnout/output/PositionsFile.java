package io.earnout.output;

import static io.earnout.output.Column.agreementId;
import static io.earnout.output.Column.quotient;
import static io.earnout.output.Column.sharesOfTheDay;
import static io.earnout.output.Column.summed;
import static io.earnout.output.Column.summedExactly;
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
                            summedExactly("confirmed_released", (agreement, position) -> position.released()),
                            summedExactly("releasable", (agreement, position) -> position.releasable()),
                            summedExactly("held", (agreement, position) -> position.held()),
                            summedExactly("deducted", (agreement, position) -> position.deducted()),
                            summedExactly("unassessed", (agreement, position) -> position.unassessed()),
                            summedExactly("confirmed_returned", (agreement, position) -> position.returned()),
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
                                            .orElse("")),
                            sharesOfTheDay(
                                    "agent_balance",
                                    (agreement, position) ->
                                            position.inAccount().map(Position.InAccount::balance)),
                            quotient(
                                    "rounding_shares",
                                    (agreement, position) -> position.inAccount()
                                            .map(Position.InAccount::rounding)
                                            .orElse(""))))
            .withKey("agreement_id");

    private PositionsFile() {}
}
