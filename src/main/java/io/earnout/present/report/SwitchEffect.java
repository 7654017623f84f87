package io.earnout.present.report;

import io.earnout.settlement.ReadingsMatrix;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One choice of a switch, and what it would change.
 *
 * @param chosen whether it is the reading in force
 * @param difference the shares beside the reading in force, all else read alike; nothing where that is not priced
 */
public record SwitchEffect(String choice, boolean chosen, Optional<Long> difference) {

    static List<SwitchEffect> of(ReadingSwitch point, ReadingsMatrix matrix) {
        List<SwitchEffect> effects = new ArrayList<>();
        Term own = point.choiceOf(matrix.own().readings());
        for (Term choice : point.choices()) {
            Optional<Long> difference = matrix.entries().stream()
                    .filter(entry -> point.choiceOf(entry.readings()) == choice)
                    .filter(entry -> point.isTheOnlyDifference(matrix.own().readings(), entry.readings()))
                    .map(entry ->
                            entry.entitled().count() - matrix.own().entitled().count())
                    .findFirst();
            effects.add(new SwitchEffect(choice.term(), choice == own, difference));
        }
        return effects;
    }

    /** {@code +3,000 shares}; for what is chosen and for what is not priced, that. */
    public String inWords() {
        if (chosen) {
            return "in force";
        }
        return difference
                .map(shares -> shares == 0 ? "no difference" : Written.signed(shares) + " shares")
                .orElse("not priced beside this reading");
    }
}
