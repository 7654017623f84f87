package io.earnout.present.explain;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.record.Report;
import io.earnout.terms.Clause;
import java.util.List;
import java.util.Optional;

/**
 * How one number was calculated.
 *
 * @param quantity which number
 * @param assessmentYear the year whose result it is
 * @param trancheYear the year whose shares or shortfall it is about; the same year, or an earlier one that an excess restores
 * @param result nothing while it isn't known
 * @param clauses what it rests on
 * @param arithmetic the formula with its figures, or the sentence that it follows from
 * @param rounding nothing where nothing had to be rounded
 * @param readings the choices that decided it, if any
 * @param cells the input on which it is based
 * @param report the report on which it is based
 * @param findings what holds it and what opens it, or why it isn't known
 */
public record Derivation(
        Quantity quantity,
        int assessmentYear,
        int trancheYear,
        Optional<Result> result,
        List<Clause> clauses,
        String arithmetic,
        Optional<Rounding> rounding,
        List<Choice> readings,
        List<Cell> cells,
        Optional<Report> report,
        List<Finding> findings) {

    public Derivation {
        clauses = List.copyOf(clauses);
        readings = List.copyOf(readings);
        cells = List.copyOf(cells);
        findings = List.copyOf(findings);
    }

    /** Whether it is a plain zero: there is nothing to explain. */
    public boolean isZero() {
        return result.isPresent() && result.get().isZero();
    }
}
