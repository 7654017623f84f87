package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Money;
import io.earnout.terms.Shares;
import java.util.List;

/**
 * One year's audited revenue against its target (SPA 4.1, 5.1, 5.2(1)): what it earns and what it deducts of its own
 * tranche. The same under every reading. Shortfall and excess both always exist; at least one of them is zero.
 */
public final class Assessment {

    private final AssessmentYear year;
    private final AuditedRevenue revenue;
    private final Money shortfall;
    private final Shares earned;
    private final ExactShares deductible;

    private Assessment(AssessmentYear year, AuditedRevenue revenue) {
        this.year = year;
        this.revenue = revenue;
        this.shortfall = revenue.amount().shortOf(year.target());
        // rounded down: a released share can't be recalled
        this.earned = shortfall.isZero()
                ? year.tranche()
                : year.conversion().shares(ExactMoney.of(revenue.amount())).roundedDown();
        this.deductible =
                shortfall.isZero() ? ExactShares.NONE : year.conversion().shares(ExactMoney.of(shortfall));
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
        return new Assessment(year, revenue);
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

    /** What the revenue has beyond the target. */
    public Money excess() {
        return revenue.amount().beyond(year.target());
    }

    /** "Not less than" (SPA 4.1): equality meets the target. */
    public boolean meetsTarget() {
        return shortfall.isZero();
    }

    /** SPA 5.2(1): (target - revenue) / target x tranche, exact. */
    public ExactShares deductible() {
        return deductible;
    }

    /** SPA 5.1, 5.2(1): what the year earns of its tranche; revenue / target x tranche rounded down, at most all. */
    public Shares earned() {
        return earned;
    }

    /** The whole shares that the shortfall deducts: what is not earned. */
    public Shares deducted() {
        return year.tranche().minus(earned);
    }

    /** How {@link #earned()} and {@link #deducted()} came about. */
    public List<Working> workings() {
        if (meetsTarget()) {
            return List.of(new Working(
                    Clause.SPA_5_1,
                    revenue.amount() + " is not less than " + year.target() + ": the whole tranche, " + year.tranche()
                            + " shares"));
        }
        ExactShares exact = deductible();
        String rounding = exact.remainder().isNone() ? "" : ", rounded up to " + deducted();
        return List.of(
                new Working(
                        Clause.SPA_5_2_1,
                        "(" + year.target() + " - " + revenue.amount() + ") / " + year.target() + " x " + year.tranche()
                                + " = " + exact + rounding + " shares deducted"),
                new Working(Clause.SPA_5_1, year.tranche() + " - " + deducted() + " = " + earned() + " shares earned"));
    }
}
