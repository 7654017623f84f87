package io.earnout.present.explain;

import io.earnout.escrow.determination.YearStatement;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Working;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactShares;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one year's revenue earns and deducts of its own tranche (SPA 4.1, 5.1, 5.2(1), 5.3). */
final class AssessmentDerivation {

    private final SourceCells evidence;
    private final YearStatement statement;
    private final Assessment assessment;
    private final AssessmentYear year;
    private final Optional<DerivationBuilder> credited;

    /**
     * The numbers of one year.
     *
     * @param credited what the credits of earlier years take off its shortfall, where they look forward
     */
    AssessmentDerivation(
            SourceCells evidence,
            YearStatement statement,
            Assessment assessment,
            Optional<DerivationBuilder> credited) {
        this.credited = credited;
        this.evidence = evidence;
        this.statement = statement;
        this.assessment = assessment;
        this.year = assessment.year();
    }

    List<Derivation> derivations() {
        List<DerivationBuilder> noted = new ArrayList<>();
        noted.add(revenue());
        noted.add(shortfall());
        noted.add(excess());
        credited.ifPresent(noted::add);
        noted.add(deducted());
        if (assessment.agreed().isPresent()) {
            noted.add(byFormula());
            noted.add(adjustment(assessment.agreed().get()));
        }
        noted.add(earned());
        return noted.stream().map(DerivationBuilder::derivation).toList();
    }

    private DerivationBuilder of(Quantity quantity) {
        return DerivationBuilder.of(quantity, year.number()).on(evidence.report(year.number()));
    }

    private DerivationBuilder revenue() {
        DerivationBuilder noted = of(Quantity.AUDITED_REVENUE)
                .is(Result.of(assessment.revenue().amount()))
                .by(Clause.SPA_4_2)
                .from("report " + assessment.revenue().reportId() + " counts");
        evidence.report(year.number())
                .ifPresent(report -> noted.from("the report " + report.reportId() + " of " + report.firm() + " of "
                                + report.reportDate() + " counts")
                        .on(evidence.revenue(report))
                        .on(evidence.approval(report)));
        return noted;
    }

    private DerivationBuilder shortfall() {
        String formula = assessment.meetsTarget()
                ? assessment.revenue().amount() + " is not less than " + year.target()
                : year.target() + " - " + assessment.revenue().amount() + " = " + assessment.shortfall();
        return of(Quantity.SHORTFALL_REVENUE)
                .is(Result.of(assessment.shortfall()))
                .by(Clause.SPA_4_1)
                .from(formula)
                .on(evidence.ofShortfall(year));
    }

    private DerivationBuilder excess() {
        String formula = assessment.excess().isZero()
                ? assessment.revenue().amount() + " is not more than " + year.target()
                : assessment.revenue().amount() + " - " + year.target() + " = " + assessment.excess();
        return of(Quantity.EXCESS_REVENUE)
                .is(Result.of(assessment.excess()))
                .by(Clause.SPA_5_2_2)
                .from(formula)
                .on(evidence.ofShortfall(year));
    }

    private DerivationBuilder deducted() {
        DerivationBuilder noted = of(Quantity.DEDUCTED_SHARES).is(Result.of(assessment.deducted()));
        if (assessment.agreed().isPresent()) {
            return noted.from(last()).on(evidence.tranche(year)).on(agreed());
        }
        if (!assessment.credited().isZero()) {
            noted.read(evidence.choice(ReadingSwitch.EXCESS_CREDIT));
        }
        return noted.from(first())
                .rounded(Rounding.of(assessment.deductible(), assessment.deducted(), Rounding.How.UP))
                .on(evidence.ofResult(year));
    }

    private DerivationBuilder byFormula() {
        List<Working> workings = assessment.workings();
        return of(Quantity.EARNED_BY_FORMULA)
                .is(Result.of(assessment.earnedByFormula()))
                .by(Clause.SPA_5_1, Clause.SPA_5_2_1)
                .from(String.join(
                        "; ",
                        workings.subList(0, workings.size() - 1).stream()
                                .map(Working::arithmetic)
                                .toList()))
                .on(evidence.ofResult(year));
    }

    private DerivationBuilder adjustment(Shares agreed) {
        long more = agreed.count() - assessment.earnedByFormula().count();
        return of(Quantity.ADJUSTMENT_SHARES)
                .is(Result.ofShares(more))
                .by(Clause.SPA_5_3)
                .from(agreed + " - " + assessment.earnedByFormula() + " = " + Result.ofShares(more))
                .on(agreed());
    }

    private DerivationBuilder earned() {
        DerivationBuilder noted = of(Quantity.EARNED_SHARES).is(Result.of(statement.earned()));
        if (assessment.agreed().isPresent()) {
            return noted.from(last()).on(evidence.tranche(year)).on(agreed());
        }
        if (assessment.meetsTarget()) {
            return noted.from(first()).on(evidence.ofResult(year));
        }
        ExactShares exact = ExactShares.of(year.tranche()).minus(assessment.deductible());
        noted.rounded(Rounding.of(exact, assessment.earnedByFormula(), Rounding.How.DOWN))
                .read(evidence.choice(ReadingSwitch.MISSED_TARGET))
                .on(evidence.ofResult(year));
        if (!statement.earned().equals(assessment.earned())) {
            return noted.from(last().arithmetic() + ", none of which is releasable: the year missed its target")
                    .by(Clause.EA_3_1_A);
        }
        return noted.from(last());
    }

    private Working first() {
        return assessment.workings().get(0);
    }

    private Working last() {
        List<Working> workings = assessment.workings();
        return workings.get(workings.size() - 1);
    }

    private List<Cell> agreed() {
        Optional<Cell> cell = evidence.agreedShares(year.number());
        return cell.map(List::of).orElse(List.of());
    }
}
