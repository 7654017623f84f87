package io.earnout.output;

import static io.earnout.output.Column.agreementId;
import static io.earnout.output.Column.date;
import static io.earnout.output.Column.either;
import static io.earnout.output.Column.number;
import static io.earnout.output.Column.summedExactly;
import static io.earnout.output.Column.term;
import static io.earnout.output.Column.text;
import static io.earnout.output.Column.yes;

import io.earnout.escrow.delay.Delay;
import io.earnout.escrow.finding.FindingCode;
import java.util.List;

/** {@code delays.csv}: one row per late release and party to whom days of it fall (SPA 8.2, EA 5.2). */
final class DelaysFile {

    static final Table<Delay> TABLE = new Table<>(
            "delays.csv",
            agreement -> agreement.determination().delays(),
            List.of(
                    agreementId(),
                    number("assessment_year", (agreement, delay) -> delay.year()),
                    term("party", Delay.Party.values(), (agreement, delay) -> delay.party()),
                    date("first_day", (agreement, delay) -> delay.firstDay()),
                    date("last_day", (agreement, delay) -> delay.lastDay()),
                    number("days", (agreement, delay) -> delay.days()),
                    summedExactly("late_shares", (agreement, delay) -> delay.lateShares()),
                    text(
                            "penalty",
                            (agreement, delay) ->
                                    delay.penalty().map(Delay.Penalty::plain).orElse("")),
                    text(
                            "currency",
                            (agreement, delay) ->
                                    delay.penalty().map(Delay.Penalty::currency).orElse("")),
                    yes("capped", (agreement, delay) -> delay.capped()),
                    text(
                            "reason",
                            (agreement, delay) ->
                                    delay.reason().map(FindingCode::name).orElse("")),
                    either(
                            "basis",
                            "CERTAIN",
                            "PROVISIONAL",
                            (agreement, delay) -> delay.provisional().isEmpty())));

    private DelaysFile() {}
}
