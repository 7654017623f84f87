package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.AuditedRevenue;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How an agreement could end: the years that are assessed as they are, the others with any revenue. What all parties agreed
 * on for a year (SPA 5.3) holds whatever its revenue.
 */
final class Scenario {

    /** The most revenue that the program takes. */
    static final Money HOWEVER_MUCH = new Money(Money.LIMIT);

    private final Agreement agreement;
    private final List<Assessment> assessed;
    private final Map<Integer, Shares> agreed;

    /**
     * The prospect of an agreement.
     *
     * @param assessed the years with a report that counts, in order
     * @param agreed the shares that all parties agreed on, by assessment year
     */
    Scenario(Agreement agreement, List<Assessment> assessed, Map<Integer, Shares> agreed) {
        this.agreement = agreement;
        this.assessed = List.copyOf(assessed);
        this.agreed = Map.copyOf(agreed);
    }

    static Scenario of(AgreementResult result) {
        Map<Integer, Shares> agreed = new TreeMap<>();
        for (AssessmentYear year : result.agreement().years()) {
            result.review()
                    .agreedQuantity(year.number())
                    .flatMap(adjustment -> adjustment.releaseShares())
                    .ifPresent(shares -> agreed.put(year.number(), shares));
        }
        return new Scenario(
                result.agreement(), result.determination().settlement().assessments(), agreed);
    }

    Agreement agreement() {
        return agreement;
    }

    boolean isAssessed(AssessmentYear year) {
        return assessed.stream().anyMatch(known -> known.year().number() == year.number());
    }

    /** The years that are still to be assessed, in order. */
    List<AssessmentYear> toCome() {
        return agreement.years().stream().filter(year -> !isAssessed(year)).toList();
    }

    /** The first year to come that an excess already assessed waits for (SPA 5.2(2)). */
    Optional<AssessmentYear> holdingUpAnOffset() {
        return toCome().stream()
                .filter(year -> assessed.stream()
                        .anyMatch(other -> other.year().number() > year.number()
                                && !other.excess().isZero()))
                .findFirst();
    }

    /** The shares that all parties agreed on for a year (SPA 5.3). */
    Optional<Shares> agreed(AssessmentYear year) {
        return Optional.ofNullable(agreed.get(year.number()));
    }

    /** A year to come without any revenue: its shortfall is the greatest that it can have. */
    Assessment withoutRevenue(AssessmentYear year) {
        return assess(year, Money.ZERO);
    }

    /** The years that are assessed, in order. */
    List<AssessmentYear> assessedYears() {
        return assessed.stream().map(Assessment::year).toList();
    }

    /** Where it would end with such revenues of the years to come. */
    Settlement ending(Function<AssessmentYear, Money> revenues, Readings readings) {
        List<Assessment> all = new ArrayList<>(agreement.years().size());
        for (AssessmentYear year : agreement.years()) {
            Optional<Assessment> known = assessed.stream()
                    .filter(assessment -> assessment.year().number() == year.number())
                    .findFirst();
            all.add(known.orElseGet(() -> assess(year, revenues.apply(year))));
        }
        return Settlement.of(agreement, readings, all);
    }

    /** Where it stands before any of the years to come. */
    Settlement now(Readings readings) {
        return Settlement.of(agreement, readings, assessed);
    }

    private Assessment assess(AssessmentYear year, Money revenue) {
        Assessment byFormula = Assessment.of(year, new AuditedRevenue(year.number(), revenue, ""));
        return agreed(year).map(byFormula::agreedAt).orElse(byFormula);
    }

    /** Whether the years to come can give anything back to those that are assessed now. */
    boolean isAnythingRestorable(Readings readings) {
        Settlement now = now(readings);
        return assessedYears().stream()
                .anyMatch(year -> !now.restorableInto(year).isNone());
    }

    /** What is deducted of the years that are assessed now, once a prospect has come true. */
    Shares leftDeducted(Settlement ending) {
        long left = 0;
        for (AssessmentYear year : assessedYears()) {
            left += ending.balance(year, Account.DEDUCTED).count();
        }
        return Shares.of(left);
    }
}
