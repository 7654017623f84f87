package io.earnout.present.papers;

import io.earnout.terms.Readings;
import java.util.List;

/**
 * How one open point of the contract is read.
 *
 * @param point its name
 * @param choice the reading chosen
 * @param words the words that are open
 */
public record AppliedReading(String point, String choice, String words) {

    static List<AppliedReading> of(Readings readings) {
        return List.of(
                new AppliedReading(
                        "excess credit",
                        readings.excessCredit().term(),
                        "SPA 5.2(2): \"50% of the excess amount may be used\", then \"the excess amount\"; the 6-K:"
                                + " \"by more than 50%\""),
                new AppliedReading(
                        "conversion target",
                        readings.conversionTarget().term(),
                        "SPA 5.2(2): \"the Target Operating Revenue of the particular period\""),
                new AppliedReading(
                        "offset limit",
                        readings.offsetLimit().term(),
                        "SPA 5.2(2): \"offset any shortfall in the Operating Revenue\""),
                new AppliedReading(
                        "offset order", readings.offsetOrder().term(), "SPA 5.2(2): \"any previous Assessment Year\""),
                new AppliedReading(
                        "missed target",
                        readings.missedTarget().term(),
                        "SPA 5.2(1): \"shall be reduced\"; EA 3.1(a): \"has achieved the Performance Target\""));
    }
}
