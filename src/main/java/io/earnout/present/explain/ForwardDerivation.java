package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.settlement.Reduction;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ReadingSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where credits look forward: what a year's excess takes off later shortfalls, and what earlier ones take off its own. */
final class ForwardDerivation {

    private final SourceCells evidence;
    private final Settlement settlement;

    ForwardDerivation(SourceCells evidence, AgreementResult result) {
        this.evidence = evidence;
        this.settlement = result.determination().settlement();
    }

    /** The credit of a year with an excess, and what became of it. */
    List<Derivation> of(Credit credit) {
        AssessmentYear year = credit.year().year();
        List<DerivationBuilder> noted = new ArrayList<>();
        noted.add(of(Quantity.CREDIT_FOR_LATER_YEARS, year)
                .is(Result.of(credit.amount()))
                .from(credit.workings(settlement.readings()).get(0))
                .rounded(Rounding.of(credit.amount()))
                .read(evidence.choice(ReadingSwitch.EXCESS_CREDIT))
                .on(evidence.ofShortfall(year)));
        List<String> parts = new ArrayList<>();
        for (Reduction reduction : credit.reductions()) {
            parts.add(reduction.laid().term());
            noted.add(of(Quantity.APPLIED_TO_LATER_YEAR, year)
                    .is(Result.of(reduction.laid()))
                    .from(reduction.working())
                    .rounded(Rounding.of(reduction.laid()))
                    .on(evidence.ofShortfall(reduction.year())));
        }
        noted.add(of(Quantity.CREDIT_USED_BY_LATER_YEARS, year)
                .is(Result.of(credit.used()))
                .by(Clause.SPA_5_2_2)
                .from(
                        parts.isEmpty()
                                ? "no later shortfall used it so far"
                                : String.join(" + ", parts) + " = " + credit.used() + ", and "
                                        + credit.amount().minus(credit.used()) + " is left for later years")
                .rounded(Rounding.of(credit.used())));
        return noted.stream().map(DerivationBuilder::derivation).toList();
    }

    /** What the credits of earlier years take off a year's shortfall; nothing without a shortfall. */
    Optional<DerivationBuilder> of(Assessment assessment) {
        if (assessment.meetsTarget()) {
            return Optional.empty();
        }
        AssessmentYear year = assessment.year();
        DerivationBuilder noted = of(Quantity.CREDITED_REVENUE, year)
                .is(Result.of(assessment.credited()))
                .by(Clause.SPA_5_2_2)
                .rounded(Rounding.of(assessment.credited()))
                .read(evidence.choice(ReadingSwitch.EXCESS_CREDIT))
                .because(evidence.findings(FindingCode.OFFSET_WAITS::equals, year.number()));
        List<String> parts = new ArrayList<>();
        for (Credit credit : settlement.credits()) {
            for (Reduction reduction : credit.reductions()) {
                if (reduction.year().number() == year.number()) {
                    AssessmentYear by = credit.year().year();
                    parts.add(reduction.laid().term() + " by year " + by.number());
                    noted.on(evidence.ofShortfall(by));
                }
            }
        }
        if (!parts.isEmpty()) {
            noted.from(String.join(" + ", parts) + (parts.size() > 1 ? " = " + assessment.credited() : ""));
        } else {
            boolean isBehindAMissingYear =
                    settlement.toCome().stream().anyMatch(other -> other.number() < year.number());
            noted.from(
                    isBehindAMissingYear
                            ? "an earlier year has no accepted report: no credit is applied behind it"
                            : "no credit of an earlier year is left");
        }
        return Optional.of(noted);
    }

    /** The shortfall of a year less the credits of earlier years. */
    static String openShortfall(Assessment assessment, ExactMoney open) {
        if (assessment.shortfall().isZero()) {
            return "there is no shortfall";
        }
        return assessment.credited().isZero()
                ? assessment.shortfall() + ", to which no credit is applied"
                : assessment.shortfall() + " - " + assessment.credited().term() + " = " + open;
    }

    private DerivationBuilder of(Quantity quantity, AssessmentYear year) {
        return DerivationBuilder.of(quantity, year.number()).on(evidence.report(year.number()));
    }
}
