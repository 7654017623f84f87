package io.earnout.present.explain;

import io.earnout.escrow.determination.YearStatement;
import java.util.List;
import java.util.Optional;

/**
 * One assessment year with the derivations of its numbers, in the order in which the contract makes them.
 *
 * @param statement the year in the reconciliation
 * @param numbers zeros and what isn't known yet included
 */
public record DerivedYear(YearStatement statement, List<Derivation> numbers) {

    public DerivedYear {
        numbers = List.copyOf(numbers);
    }

    /** The number of the year, 1 to n. */
    public int number() {
        return statement.year().number();
    }

    /** The derivation of a number of the year's own tranche. */
    public Optional<Derivation> of(Quantity quantity) {
        return of(quantity, number());
    }

    /** The derivation of a number about a tranche. */
    public Optional<Derivation> of(Quantity quantity, int trancheYear) {
        return numbers.stream()
                .filter(number -> number.quantity() == quantity && number.trancheYear() == trancheYear)
                .findFirst();
    }
}
