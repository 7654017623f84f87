package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Conversion;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the excesses of all years do for earlier shortfalls (SPA 5.2(2)), under one reading. The years are gone through in
 * order, so that an excess only ever reaches back, and several of them can restore the same shortfall until it is closed.
 */
final class BackwardOffsets implements Offsets {

    private final Readings readings;
    private final List<Assessment> assessments;
    private final List<Deduction> deductions = new ArrayList<>();
    private final List<Credit> credits = new ArrayList<>();
    private final List<Credit> withSomethingToRestore = new ArrayList<>(0);
    private long restored;
    private long restoredRoundedDown;
    private int restorations;
    private boolean hadAChoice;
    private boolean reachedALimit;
    private boolean isAnythingAgreed;

    private BackwardOffsets(List<Assessment> assessments, Readings readings) {
        this.assessments = assessments;
        this.readings = readings;
    }

    /**
     * Applies the credits of all years.
     *
     * @param assessments the years with an accepted report, in order
     */
    static BackwardOffsets of(List<Assessment> assessments, Readings readings) {
        BackwardOffsets offsets = new BackwardOffsets(assessments, readings);
        for (int i = 0; i < assessments.size(); i++) {
            Assessment year = assessments.get(i);
            if (!year.excess().isZero()) {
                // years are numbered from 1 without gaps: i years before this one have a report
                boolean everyEarlierYearAssessed = year.year().number() == i + 1;
                if (everyEarlierYearAssessed) {
                    offsets.lay(year);
                } else {
                    offsets.credits.add(Credit.waiting(year, readings));
                }
            }
            if (!year.meetsTarget() || !year.deducted().isNone()) {
                offsets.isAnythingAgreed |= year.agreed().isPresent();
                offsets.deductions.add(Deduction.of(year));
            }
        }
        return offsets;
    }

    private List<Deduction> openDeductions() {
        List<Deduction> open = new ArrayList<>(deductions.size());
        for (Deduction deduction : deductions) {
            if (!deduction.open().isNone()) {
                open.add(deduction);
            }
        }
        return open;
    }

    /**
     * Its credits are as large wherever there is something to restore, and what it reads differently decides nothing. Of the
     * fourteen readings a handful is left to work out.
     */
    @Override
    public boolean areTheSameUnder(Readings other) {
        return withSomethingToRestore.isEmpty()
                || (other.conversionTarget() == readings.conversionTarget()
                        && (other.offsetOrder() == readings.offsetOrder() || !hadAChoice)
                        && isLimitedAlikeUnder(other)
                        && areCreditsAsLargeUnder(other));
    }

    private boolean areCreditsAsLargeUnder(Readings other) {
        if (other.excessCredit() != readings.excessCredit()) {
            for (Credit credit : withSomethingToRestore) {
                if (!credit.isAsLargeUnder(other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isLimitedAlikeUnder(Readings other) {
        if (other.offsetLimit() == readings.offsetLimit() || isAnythingAgreed) {
            return other.offsetLimit() == readings.offsetLimit();
        }
        // at its own year's rate a shortfall is covered when its shares are all restored
        boolean atItsOwnRate = readings.conversionTarget() == ConversionTarget.SHORTFALL_YEAR;
        // where the stricter limit was never reached a wider one changes nothing, unless it is a weight in a proportion
        boolean neverReached = readings.offsetLimit() == OffsetLimit.BOTH
                && !reachedALimit
                && (readings.offsetOrder() != OffsetOrder.PRO_RATA || !hadAChoice);
        return atItsOwnRate || neverReached;
    }

    @Override
    public Shares restorableInto(AssessmentYear year, List<AssessmentYear> toCome) {
        return openDeduction(year).map(open -> restorableAtMost(open, toCome)).orElse(Shares.NONE);
    }

    @Override
    public Shares restorableInto(Assessment supposed, List<AssessmentYear> toCome) {
        return restorableAtMost(Deduction.of(supposed), toCome);
    }

    /** What is deducted of a year and not closed. */
    private Optional<Deduction> openDeduction(AssessmentYear year) {
        for (Deduction deduction : deductions) {
            if (deduction.year().number() == year.number() && !deduction.open().isNone()) {
                return Optional.of(deduction);
            }
        }
        return Optional.empty();
    }

    private void lay(Assessment year) {
        List<Deduction> open = openDeductions();
        Credit credit = Credit.of(year, open, readings);
        credits.add(credit);
        hadAChoice |= open.size() > 1;
        if (!open.isEmpty()) {
            withSomethingToRestore.add(credit);
        }
        for (Restoration restoration : credit.restorations()) {
            restored += restoration.shares().count();
            restoredRoundedDown += restoration.exact().roundedDown().count();
            restorations++;
            for (int i = 0; i < deductions.size(); i++) {
                if (deductions.get(i).year().number() == restoration.year().number()) {
                    Deduction after = deductions.get(i).after(restoration);
                    reachedALimit |= after.isCoveredOrClosed();
                    deductions.set(i, after);
                }
            }
        }
    }

    @Override
    public List<Assessment> assessments() {
        return assessments;
    }

    @Override
    public List<Credit> credits() {
        return credits;
    }

    @Override
    public ExactMoney openShortfall(AssessmentYear year) {
        for (Deduction deduction : deductions) {
            if (deduction.year().number() == year.number()) {
                return deduction.openShortfall();
            }
        }
        return ExactMoney.ZERO;
    }

    /**
     * A bound of the shares that can still be given back to a year, whatever the years to come bring: its exact share at
     * the best rate of the later years, rounded down, and what the rounding of the credits can add to it. In each credit
     * every other year that is short loses less than a share by the rounding, and this year can gain no more than the
     * others lose.
     *
     * @param deduction what is deducted of the year now
     * @param toCome the years that are still to be assessed, in order; the year itself may be one of them
     */
    private Shares restorableAtMost(Deduction deduction, List<AssessmentYear> toCome) {
        AssessmentYear year = deduction.year();
        ExactShares best = ExactShares.NONE;
        ExactShares ofWaiting = ExactShares.NONE;
        List<AssessmentYear> giving = new ArrayList<>();
        for (Credit credit : credits) {
            AssessmentYear other = credit.year().year();
            if (credit.waits() && other.number() > year.number()) {
                ExactMoney laid = credit.amount().min(limit(deduction, other));
                ofWaiting = ofWaiting.plus(
                        readings.conversionTarget().of(other, year).shares(laid));
                best = max(best, unlimited(deduction, other));
                giving.add(other);
            }
        }
        int waiting = giving.size();
        for (AssessmentYear other : toCome) {
            if (other.number() > year.number()) {
                best = max(best, unlimited(deduction, other));
                giving.add(other);
            }
        }
        best = giving.size() == waiting ? ofWaiting : best;
        if (best.isNone()) {
            return Shares.NONE;
        }
        if (best.compareTo(deduction.open()) >= 0) {
            return deduction.stillDeducted();
        }
        ExactShares atMost = best.plus(gainByRounding(year, giving, toCome));
        // the gain is always less than its bound
        boolean isWhole = atMost.remainder().isNone() && atMost.compareTo(best) > 0;
        Shares whole = atMost.roundedDown().minus(isWhole ? Shares.of(1) : Shares.NONE);
        return whole.compareTo(deduction.stillDeducted()) <= 0 ? whole : deduction.stillDeducted();
    }

    /** A bound of the part of a share, or the shares, by which a year can be given more than its exact share. */
    private ExactShares gainByRounding(AssessmentYear year, List<AssessmentYear> giving, List<AssessmentYear> toCome) {
        ExactShares gain = ExactShares.NONE;
        for (AssessmentYear excess : giving) {
            gain = gain.plus(ExactShares.of(Shares.of(toCome.stream()
                    .filter(other -> other.number() < excess.number() && other.number() != year.number())
                    .count())));
        }
        for (Deduction other : openDeductions()) {
            if (other.year().number() == year.number()) {
                continue;
            }
            for (AssessmentYear excess : giving) {
                boolean shares = other.year().number() < excess.number()
                        && !limit(other, excess).isZero();
                gain = shares ? gain.plus(ExactShares.of(Shares.of(1))) : gain;
            }
            // what roundings so far gave the other year beyond its exact share can come to this one
            ExactShares still = ExactShares.of(other.stillDeducted());
            gain = still.compareTo(other.open()) < 0 ? gain.plus(other.open().minus(still)) : gain;
        }
        return gain;
    }

    private ExactMoney limit(Deduction deduction, AssessmentYear later) {
        Conversion conversion = readings.conversionTarget().of(later, deduction.year());
        return readings.offsetLimit().of(deduction.openShortfall(), deduction.open(), conversion);
    }

    /** What a later year gives back to a deduction if its revenue sets no limit. */
    private ExactShares unlimited(Deduction deduction, AssessmentYear later) {
        return readings.conversionTarget().of(later, deduction.year()).shares(limit(deduction, later));
    }

    private static ExactShares max(ExactShares one, ExactShares other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    @Override
    public boolean giveLessThan(Offsets all) {
        if (this == all || !(all instanceof BackwardOffsets other)) {
            return false;
        }
        // the fractions are added up only where they can decide
        return restored < other.restored
                || (restoredRoundedDown < other.restoredRoundedDown + other.restorations
                        && exactly().compareTo(other.exactly()) < 0);
    }

    private ExactShares exactly() {
        ExactShares exactly = ExactShares.NONE;
        for (Credit credit : credits) {
            for (Restoration restoration : credit.restorations()) {
                exactly = exactly.plus(restoration.exact());
            }
        }
        return exactly;
    }

    /** How many shares are given back in all. */
    @Override
    public long given() {
        return restored;
    }
}
