package io.earnout.terms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The points where the contract is open: for each its name in the files, the words that are open, and how they can be read. */
public enum ReadingSwitch {
    EXCESS_CREDIT(
            "excess_credit",
            "SPA 5.2(2): \"50% of the excess amount may be used\", then \"the excess amount\"; the 6-K: \"by more than 50%\"",
            Readings::excessCredit,
            ExcessCredit.values()),
    CONVERSION_TARGET(
            "conversion_target",
            "SPA 5.2(2): \"the Target Operating Revenue of the particular period\"",
            Readings::conversionTarget,
            ConversionTarget.values()),
    OFFSET_LIMIT(
            "offset_limit",
            "SPA 5.2(2): \"offset any shortfall in the Operating Revenue\"",
            Readings::offsetLimit,
            OffsetLimit.values()),
    OFFSET_ORDER(
            "offset_order",
            "SPA 5.2(2): \"any previous Assessment Year\"",
            Readings::offsetOrder,
            OffsetOrder.values()),
    MISSED_TARGET(
            "missed_target",
            "SPA 5.2(1): \"shall be reduced\"; EA 3.1(a): \"has achieved the Performance Target\"",
            Readings::missedTarget,
            MissedTarget.values());

    private final String term;
    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // an accessor of a record
    private final Function<Readings, Term> choice;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Term> choices;

    ReadingSwitch(String term, String words, Function<Readings, Term> choice, Term[] choices) {
        this.term = term;
        this.words = words;
        this.choice = choice;
        this.choices = List.of(choices);
    }

    /** How files name the switch. */
    public String term() {
        return term;
    }

    /** The words of the contract that are open, each with its clause. */
    public String words() {
        return words;
    }

    /** How a reading decides it. */
    public Term choiceOf(Readings readings) {
        return choice.apply(readings);
    }

    /** The reading that decides each switch as given; the term must be one of the switch's choices. */
    public static Readings read(Function<ReadingSwitch, Term> choices) {
        return new Readings(
                (ExcessCredit) choices.apply(EXCESS_CREDIT),
                (ConversionTarget) choices.apply(CONVERSION_TARGET),
                (OffsetLimit) choices.apply(OFFSET_LIMIT),
                (OffsetOrder) choices.apply(OFFSET_ORDER),
                (MissedTarget) choices.apply(MISSED_TARGET));
    }

    /** Every combination of the choices. */
    public static List<Readings> combinations() {
        List<Map<ReadingSwitch, Term>> combined = List.of(Map.of());
        for (ReadingSwitch each : values()) {
            List<Map<ReadingSwitch, Term>> longer = new ArrayList<>();
            for (Map<ReadingSwitch, Term> before : combined) {
                for (Term choice : each.choices) {
                    Map<ReadingSwitch, Term> with = new EnumMap<>(ReadingSwitch.class);
                    with.putAll(before);
                    with.put(each, choice);
                    longer.add(with);
                }
            }
            combined = longer;
        }
        return combined.stream()
                .map(choices -> read(point -> Objects.requireNonNull(choices.get(point))))
                .toList();
    }

    /** How it can be read, the default first. */
    public List<Term> choices() {
        return choices;
    }

    /** Whether two readings decide it differently and all other switches alike. */
    public boolean isTheOnlyDifference(Readings one, Readings other) {
        for (ReadingSwitch each : values()) {
            boolean same = each.choiceOf(one) == each.choiceOf(other);
            if (same == (each == this)) {
                return false;
            }
        }
        return true;
    }
}
