package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Credits that are kept for later years: each reduces the revenue shortfalls of the years after its own, the next first, until it
 * is used up; of several credits the oldest is used first. A year deducts by what is left of its shortfall and never gets back what
 * it deducted.
 *
 * <p>Behind a year without an accepted report no credit is applied: that year may need the earlier ones, and its own is not
 * known. The years after it deduct by their whole shortfalls for now, and its report can only give them more.
 */
final class ForwardOffsets implements Offsets {

    private final Readings readings;
    private final List<Assessment> assessments;
    private final List<Credit> credits = new ArrayList<>();
    private final List<ExactMoney> left = new ArrayList<>();

    private ForwardOffsets(Readings readings, int years) {
        this.readings = readings;
        this.assessments = new ArrayList<>(years);
    }

    static ForwardOffsets of(List<Assessment> years, Readings readings) {
        ForwardOffsets offsets = new ForwardOffsets(readings, years.size());
        for (int i = 0; i < years.size(); i++) {
            Assessment year = years.get(i);
            // years are numbered from 1 without gaps: i years before this one have a report
            boolean everyEarlierYearAssessed = year.year().number() == i + 1;
            ExactMoney applied = everyEarlierYearAssessed ? offsets.apply(year) : ExactMoney.ZERO;
            offsets.assessments.add(year.reducedBy(applied));
            if (!year.excess().isZero()) {
                Credit credit = Credit.kept(year, readings, !everyEarlierYearAssessed);
                offsets.credits.add(credit);
                offsets.left.add(credit.amount());
            }
        }
        return offsets;
    }

    /** Applies what is left of the credits so far to a shortfall, and says how much that is. */
    private ExactMoney apply(Assessment year) {
        ExactMoney open = ExactMoney.of(year.shortfall());
        for (int i = 0; i < credits.size() && !open.isZero(); i++) {
            ExactMoney part = open.min(left.get(i));
            if (!part.isZero()) {
                credits.set(i, credits.get(i).with(new Reduction(year.year(), part)));
                left.set(i, left.get(i).minus(part));
                open = open.minus(part);
            }
        }
        return ExactMoney.of(year.shortfall()).minus(open);
    }

    @Override
    public List<Assessment> assessments() {
        return Collections.unmodifiableList(assessments);
    }

    @Override
    public List<Credit> credits() {
        return credits;
    }

    @Override
    public ExactMoney openShortfall(AssessmentYear year) {
        for (Assessment assessment : assessments) {
            if (assessment.year().number() == year.number()) {
                return assessment.openShortfall();
            }
        }
        return ExactMoney.ZERO;
    }

    @Override
    public boolean areTheSameUnder(Readings other) {
        for (Credit credit : credits) {
            if (other.excessCredit() != readings.excessCredit() && !credit.isAsLargeUnder(other)) {
                return false;
            }
        }
        return true;
    }

    /** All that is deducted, as long as an earlier year is missing, whose credit is unknown; nothing where none is. */
    @Override
    public Shares restorableInto(AssessmentYear year, List<AssessmentYear> toCome) {
        for (Assessment assessment : assessments) {
            if (assessment.year().number() == year.number()) {
                return restorableInto(assessment, toCome);
            }
        }
        return Shares.NONE;
    }

    @Override
    public Shares restorableInto(Assessment supposed, List<AssessmentYear> toCome) {
        boolean isBehindAMissingYear =
                !toCome.isEmpty() && toCome.get(0).number() < supposed.year().number();
        return isBehindAMissingYear && supposed.agreed().isEmpty() ? supposed.deducted() : Shares.NONE;
    }

    @Override
    public long given() {
        long earned = 0;
        for (Assessment assessment : assessments) {
            earned += assessment.earned().count();
        }
        return earned;
    }

    /** Never: the default has the smallest credits of the SPA's formula, and a smaller credit never leaves a later year more. */
    @Override
    public boolean giveLessThan(Offsets other) {
        return false;
    }
}
