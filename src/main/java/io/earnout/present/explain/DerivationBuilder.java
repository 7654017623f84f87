package io.earnout.present.explain;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.record.Report;
import io.earnout.settlement.Working;
import io.earnout.terms.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A derivation while it is written down. */
final class DerivationBuilder {

    private final Quantity quantity;
    private final int assessmentYear;
    private final int trancheYear;
    private Optional<Result> result = Optional.empty();
    private final List<Clause> clauses = new ArrayList<>(2);
    private String arithmetic = "";
    private Optional<Rounding> rounding = Optional.empty();
    private final List<Choice> readings = new ArrayList<>(3);
    private final List<Cell> cells = new ArrayList<>(4);
    private Optional<Report> report = Optional.empty();
    private final List<Finding> findings = new ArrayList<>(1);

    private DerivationBuilder(Quantity quantity, int assessmentYear, int trancheYear) {
        this.quantity = quantity;
        this.assessmentYear = assessmentYear;
        this.trancheYear = trancheYear;
    }

    static DerivationBuilder of(Quantity quantity, int year) {
        return new DerivationBuilder(quantity, year, year);
    }

    static DerivationBuilder of(Quantity quantity, int assessmentYear, int trancheYear) {
        return new DerivationBuilder(quantity, assessmentYear, trancheYear);
    }

    DerivationBuilder is(Result known) {
        result = Optional.of(known);
        return this;
    }

    DerivationBuilder by(Clause... cited) {
        clauses.addAll(List.of(cited));
        return this;
    }

    DerivationBuilder by(List<Clause> cited) {
        clauses.addAll(cited);
        return this;
    }

    DerivationBuilder from(String formula) {
        arithmetic = formula;
        return this;
    }

    /** The clause and the arithmetic of a working. */
    DerivationBuilder from(Working working) {
        return by(working.clause()).from(working.arithmetic());
    }

    DerivationBuilder rounded(Optional<Rounding> how) {
        rounding = how;
        return this;
    }

    DerivationBuilder read(Choice... choices) {
        for (Choice choice : choices) {
            readings.add(choice);
        }
        return this;
    }

    DerivationBuilder on(List<Cell> restsOn) {
        cells.addAll(restsOn);
        return this;
    }

    DerivationBuilder on(Cell... restsOn) {
        cells.addAll(List.of(restsOn));
        return this;
    }

    DerivationBuilder on(Optional<Report> restsOn) {
        report = restsOn;
        return this;
    }

    DerivationBuilder because(List<Finding> found) {
        for (Finding finding : found) {
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
        }
        return this;
    }

    Derivation derivation() {
        return new Derivation(
                quantity,
                assessmentYear,
                trancheYear,
                result,
                clauses,
                arithmetic,
                rounding,
                readings,
                cells,
                report,
                findings);
    }
}
