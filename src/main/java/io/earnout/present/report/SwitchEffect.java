package io.earnout.present.report;

import io.earnout.settlement.ReadingsMatrix;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One choice of an open point, and its effect on the entitlement.
 *
 * @param chosen whether it is the reading in force
 * @param difference the shares beside the reading in force if only this point changes; empty where it is not computed
 * @param closedBy the direction of the offset under which the point decides nothing; empty where it is open
 */
public record SwitchEffect(String choice, boolean chosen, Optional<Long> difference, String closedBy) {

    static List<SwitchEffect> of(ReadingSwitch point, ReadingsMatrix matrix, OffsetDirection direction) {
        List<SwitchEffect> effects = new ArrayList<>();
        Term own = point.choiceOf(matrix.own().readings());
        for (Term choice : point.choices()) {
            Optional<Long> difference = matrix.entries().stream()
                    .filter(entry -> point.choiceOf(entry.readings()) == choice)
                    .filter(entry -> point.isTheOnlyDifference(matrix.own().readings(), entry.readings()))
                    .map(entry ->
                            entry.entitled().count() - matrix.own().entitled().count())
                    .findFirst();
            effects.add(new SwitchEffect(
                    choice.term(), choice == own, difference, direction.isDecidedBy(point) ? "" : direction.term()));
        }
        return effects;
    }

    /** {@code +3,000 shares}; or that the choice is in force, or not computed. */
    public String inWords() {
        if (chosen) {
            return "in force";
        }
        if (!closedBy.isEmpty()) {
            return "not with offset_direction = " + closedBy;
        }
        return difference
                .map(shares -> shares == 0 ? "no difference" : Written.signed(shares) + " shares")
                .orElse("not computed beside this reading");
    }
}
