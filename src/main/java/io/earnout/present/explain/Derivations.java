package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.OffsetDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How every number of an agreement was calculated, year by year: an explanation is a result. The figures are those of the
 * determination, the formulas its workings; nothing is computed a second time.
 */
public final class Derivations {

    private Derivations() {}

    /** One entry for each assessment year, in order. */
    public static List<DerivedYear> of(AgreementResult result) {
        SourceCells evidence = new SourceCells(result);
        List<DerivedYear> years = new ArrayList<>();
        for (YearStatement statement : result.determination().years()) {
            years.add(new DerivedYear(statement, numbers(evidence, result, statement)));
        }
        return years;
    }

    private static List<Derivation> numbers(SourceCells evidence, AgreementResult result, YearStatement statement) {
        int year = statement.year().number();
        boolean forward = result.agreement().offsetDirection() == OffsetDirection.FORWARD;
        ForwardDerivation forwards = new ForwardDerivation(evidence, result);
        List<Derivation> numbers = new ArrayList<>();
        statement
                .assessment()
                .ifPresentOrElse(
                        assessment -> numbers.addAll(new AssessmentDerivation(
                                        evidence,
                                        statement,
                                        assessment,
                                        forward ? forwards.of(assessment) : Optional.empty())
                                .derivations()),
                        () -> numbers.addAll(new UnassessedDerivation(
                                        evidence, result.review().years().get(year - 1), result.asOf())
                                .derivations()));
        statement
                .credit()
                .ifPresent(credit -> numbers.addAll(
                        forward ? forwards.of(credit) : new CreditDerivation(evidence, result, credit).derivations()));
        for (ReleaseInstruction line : result.determination().instructions()) {
            if (line.assessmentYear() == year) {
                numbers.addAll(new ReleaseDerivation(evidence, result, line).derivations());
            }
        }
        numbers.addAll(new TrancheDerivation(evidence, result, statement).derivations());
        return numbers;
    }
}
