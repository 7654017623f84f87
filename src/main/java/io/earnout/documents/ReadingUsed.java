package io.earnout.documents;

import io.earnout.terms.Readings;
import java.util.List;

/**
 * How one open point of the contract is read.
 *
 * @param point how files name it
 * @param choice the reading chosen
 * @param words the words that are open
 */
public record ReadingUsed(String point, String choice, String words) {

    static List<ReadingUsed> of(Readings readings) {
        return List.of(
                new ReadingUsed(
                        "excess_credit",
                        readings.excessCredit().term(),
                        "SPA 5.2(2): \"50% of the excess amount may be used\", then \"the excess amount\"; the 6-K:"
                                + " \"by more than 50%\""),
                new ReadingUsed(
                        "conversion_target",
                        readings.conversionTarget().term(),
                        "SPA 5.2(2): \"the Target Operating Revenue of the particular period\""),
                new ReadingUsed(
                        "offset_limit",
                        readings.offsetLimit().term(),
                        "SPA 5.2(2): \"offset any shortfall in the Operating Revenue\""),
                new ReadingUsed(
                        "offset_order", readings.offsetOrder().term(), "SPA 5.2(2): \"any previous Assessment Year\""),
                new ReadingUsed(
                        "missed_target",
                        readings.missedTarget().term(),
                        "SPA 5.2(1): \"shall be reduced\"; EA 3.1(a): \"has achieved the Performance Target\""));
    }
}
