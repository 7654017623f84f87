package io.earnout.present.report;

import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One of the points where the contract is open: the switch, the words that it turns on, and the choices. */
public enum ReadingSwitch {
    EXCESS_CREDIT(
            "excess_credit",
            "SPA 5.2(2): \"50% of the excess amount may be used\", then \"the excess amount\"; the 6-K: \"exceeds the"
                    + " performance target by more than 50%\"",
            readings -> readings.excessCredit().term(),
            Stream.of(ExcessCredit.values()).map(ExcessCredit::term).toList()),
    CONVERSION_TARGET(
            "conversion_target",
            "SPA 5.2(2): \"the Target Operating Revenue of the particular period\"",
            readings -> readings.conversionTarget().term(),
            Stream.of(ConversionTarget.values()).map(ConversionTarget::term).toList()),
    OFFSET_LIMIT(
            "offset_limit",
            "SPA 5.2(2): \"offset any shortfall in the Operating Revenue\"",
            readings -> readings.offsetLimit().term(),
            Stream.of(OffsetLimit.values()).map(OffsetLimit::term).toList()),
    OFFSET_ORDER(
            "offset_order",
            "SPA 5.2(2): \"any previous Assessment Year\"",
            readings -> readings.offsetOrder().term(),
            Stream.of(OffsetOrder.values()).map(OffsetOrder::term).toList()),
    MISSED_TARGET(
            "missed_target",
            "SPA 5.2(1): \"shall be reduced\"; EA 3.1(a): \"has achieved the Performance Target\"",
            readings -> readings.missedTarget().term(),
            Stream.of(MissedTarget.values()).map(MissedTarget::term).toList());

    private final String term;
    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a method of a record
    private final Function<Readings, String> choice;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList
    private final List<String> choices;

    ReadingSwitch(String term, String words, Function<Readings, String> choice, List<String> choices) {
        this.term = term;
        this.words = words;
        this.choice = choice;
        this.choices = choices;
    }

    /** How files name the switch. */
    public String term() {
        return term;
    }

    /** The words of the contract. */
    public String words() {
        return words;
    }

    public String choiceOf(Readings readings) {
        return choice.apply(readings);
    }

    public List<String> choices() {
        return choices;
    }

    /** Whether the two readings differ in this switch and in no other. */
    boolean alonePartsThem(Readings one, Readings other) {
        for (ReadingSwitch each : values()) {
            boolean same = each.choiceOf(one).equals(each.choiceOf(other));
            if (same == (each == this)) {
                return false;
            }
        }
        return true;
    }
}
