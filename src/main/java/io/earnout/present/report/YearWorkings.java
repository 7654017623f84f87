package io.earnout.present.report;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.review.YearState;
import io.earnout.present.explain.Cell;
import io.earnout.present.explain.Derivation;
import io.earnout.present.explain.Derivations;
import io.earnout.present.explain.DerivedYear;
import io.earnout.present.explain.Quantity;
import io.earnout.terms.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the numbers of one assessment year were calculated, clause by clause, and from which cells.
 *
 * @param derived the year with the derivations of its numbers
 * @param numbers those that get a line: zeros have none, except the revenue and the shares earned
 */
public record YearWorkings(DerivedYear derived, List<Derivation> numbers) {

    /** Shown even where they are zero, because readers will ask why. */
    private static final Set<Quantity> ALWAYS = EnumSet.of(Quantity.EARNED_SHARES, Quantity.AUDITED_REVENUE);

    /** Already shown by the line before. */
    private static final Set<Quantity> SAID_ALREADY = EnumSet.of(
            Quantity.SHORTFALL_REVENUE,
            Quantity.EXCESS_REVENUE,
            Quantity.CREDIT_USED_REVENUE,
            Quantity.CREDIT_USED_BY_LATER_YEARS,
            Quantity.CONFIRMED_SHARES);

    static List<YearWorkings> of(AgreementResult result) {
        List<YearWorkings> years = new ArrayList<>();
        for (DerivedYear derived : Derivations.of(result)) {
            years.add(new YearWorkings(
                    derived,
                    derived.numbers().stream()
                            .filter(number -> isWorthALine(number, derived))
                            .toList()));
        }
        return years;
    }

    private static boolean isWorthALine(Derivation number, DerivedYear derived) {
        Quantity quantity = number.quantity();
        if (ALWAYS.contains(quantity)) {
            return true;
        }
        boolean onlyEarned = quantity == Quantity.LINE_ENTITLED_SHARES && number.trancheYear() == derived.number();
        boolean nothingRestored = quantity == Quantity.ENTITLED_SHARES
                && derived.statement().restoredInto().isNone();
        return !number.isZero() && !SAID_ALREADY.contains(quantity) && !onlyEarned && !nothingRestored;
    }

    public int year() {
        return derived.number();
    }

    public Period period() {
        return derived.statement().year().period();
    }

    public YearState state() {
        return derived.statement().state();
    }

    /** The cells that a number is calculated from, each once, as far as their place is known. */
    public Set<Cell> cells(Derivation number) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (Cell cell : number.cells()) {
            if (!cell.source().equals(Source.NONE)) {
                cells.add(cell);
            }
        }
        return cells;
    }
}
