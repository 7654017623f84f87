package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Money;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One year's audited revenue against its target (SPA 4.1, 5.1, 5.2(1)): what it earns and what it deducts of its own
 * tranche. The same under every reading, unless credits look forward and take off a part of the shortfall. Shortfall and excess both always exist; at least one of them is zero. All parties
 * may agree on another quantity than the formula's (SPA 5.3): that changes the shares, never the revenue.
 */
public final class Assessment {

    private final AssessmentYear year;
    private final AuditedRevenue revenue;
    private final ExactMoney credited;
    private final Money shortfall;
    private final Money excess;
    private final Shares byFormula;
    private final Shares deducted;
    private final Optional<Shares> agreed;
    private final ExactShares deductible;

    private Assessment(AssessmentYear year, AuditedRevenue revenue, Optional<Shares> agreed, ExactMoney credited) {
        this.year = year;
        this.revenue = revenue;
        this.agreed = agreed;
        this.credited = credited;
        this.shortfall = revenue.amount().shortOf(year.target());
        this.excess = revenue.amount().beyond(year.target());
        // rounded down: a released share can't be recalled
        this.byFormula = shortfall.isZero()
                ? year.tranche()
                : year.conversion()
                        .shares(ExactMoney.of(revenue.amount()).plus(credited))
                        .roundedDown();
        this.deducted = year.tranche().minus(agreed.orElse(byFormula));
        if (agreed.isPresent()) {
            this.deductible = ExactShares.of(deducted);
        } else {
            this.deductible =
                    shortfall.isZero() ? ExactShares.NONE : year.conversion().shares(openShortfall());
        }
    }

    /**
     * Assesses a year.
     *
     * @throws IllegalArgumentException if the revenue is another year's
     */
    public static Assessment of(AssessmentYear year, AuditedRevenue revenue) {
        if (year.number() != revenue.year()) {
            throw new IllegalArgumentException(
                    "the revenue of year " + revenue.year() + " can't assess year " + year.number());
        }
        return new Assessment(year, revenue, Optional.empty(), ExactMoney.ZERO);
    }

    /**
     * The same year where all parties agreed on the shares to release (SPA 5.3).
     *
     * @throws IllegalArgumentException if these are more than the tranche
     */
    public Assessment agreedAt(Shares shares) {
        return new Assessment(year, revenue, Optional.of(shares), credited);
    }

    /**
     * The same year where the credits of earlier years take a part off its shortfall, and nothing else does.
     *
     * @param credit at most the shortfall
     */
    Assessment reducedBy(ExactMoney credit) {
        return credit.compareTo(credited) == 0 ? this : new Assessment(year, revenue, agreed, credit);
    }

    public AssessmentYear year() {
        return year;
    }

    public AuditedRevenue revenue() {
        return revenue;
    }

    /** What the revenue lacks of the target. */
    public Money shortfall() {
        return shortfall;
    }

    /** What the credits of earlier years take off the shortfall, where they look forward. */
    public ExactMoney credited() {
        return credited;
    }

    /** What is left of the shortfall, by which shares are deducted. */
    ExactMoney openShortfall() {
        ExactMoney whole = ExactMoney.of(shortfall);
        return credited.isZero() ? whole : whole.minus(credited);
    }

    /** What the revenue has beyond the target. */
    public Money excess() {
        return excess;
    }

    /** "Not less than" (SPA 4.1): equality meets the target. */
    public boolean meetsTarget() {
        return shortfall.isZero();
    }

    /** Whether the literal EA 3.1(a) would block its release: it missed its target, and nothing else was agreed (5.3). */
    boolean canBeBlocked() {
        return !meetsTarget() && agreed.isEmpty();
    }

    /** The shares that all parties agreed to release instead of the formula's (SPA 5.3). */
    public Optional<Shares> agreed() {
        return agreed;
    }

    /** What the formula alone would earn (SPA 5.1, 5.2(1)). */
    public Shares earnedByFormula() {
        return byFormula;
    }

    /** SPA 5.2(1): (target - revenue) / target x tranche, exact; or what an agreement of all parties leaves (SPA 5.3). */
    public ExactShares deductible() {
        return deductible;
    }

    /** What the year earns: revenue / target x tranche rounded down, at most all (SPA 5.1, 5.2(1)), or as agreed (5.3). */
    public Shares earned() {
        return agreed.orElse(byFormula);
    }

    /** The whole shares that the shortfall deducts: what is not earned. */
    public Shares deducted() {
        return deducted;
    }

    /** How {@link #earned()} and {@link #deducted()} was calculated. */
    public List<Working> workings() {
        List<Working> workings = new ArrayList<>(ofFormula());
        agreed.ifPresent(shares -> workings.add(new Working(
                Clause.SPA_5_3,
                shares + " shares released as all parties agreed, instead of " + byFormula + "; " + deducted()
                        + " deducted")));
        return workings;
    }

    private List<Working> ofFormula() {
        if (meetsTarget()) {
            return List.of(new Working(
                    Clause.SPA_5_1,
                    revenue.amount() + " is not less than " + year.target() + ": the whole tranche, " + year.tranche()
                            + " shares"));
        }
        ExactShares exact = year.conversion().shares(openShortfall());
        Shares deductedByFormula = year.tranche().minus(byFormula);
        String rounding = exact.remainder().isNone() ? "" : ", rounded up to " + deductedByFormula;
        return List.of(
                new Working(
                        Clause.SPA_5_2_1,
                        "(" + year.target() + " - " + revenue.amount()
                                + (credited.isZero() ? "" : " - " + credited.term()) + ") / " + year.target() + " x "
                                + year.tranche()
                                + " = " + exact + rounding + " shares deducted"
                                + (credited.isZero() ? "" : ", after a credit of earlier years")),
                new Working(
                        Clause.SPA_5_1,
                        year.tranche() + " - " + deductedByFormula + " = " + byFormula + " shares earned"));
    }
}
