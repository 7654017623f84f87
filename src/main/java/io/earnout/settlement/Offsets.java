package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Conversion;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the excesses of all years do for earlier shortfalls (SPA 5.2(2)), under one reading. The years are gone through in
 * order, so that an excess only ever reaches back, and several of them can restore the same shortfall until it is closed.
 */
final class Offsets {

    private final List<Deduction> deductions = new ArrayList<>();
    private final List<Credit> credits = new ArrayList<>();
    private boolean metSeveralDeductions;

    private Offsets() {}

    /**
     * Lays the credits of all years.
     *
     * @param assessments the years with an accepted report, in order
     */
    static Offsets of(List<Assessment> assessments, Readings readings) {
        Offsets offsets = new Offsets();
        for (int i = 0; i < assessments.size(); i++) {
            Assessment year = assessments.get(i);
            if (!year.excess().isZero()) {
                // years are numbered from 1 without gaps: i years before this one have a report
                boolean everyEarlierYearAssessed = year.year().number() == i + 1;
                List<Deduction> open = offsets.openDeductions();
                offsets.metSeveralDeductions |= open.size() > 1;
                offsets.lay(
                        everyEarlierYearAssessed ? Credit.of(year, open, readings) : Credit.waiting(year, readings));
            }
            if (!year.meetsTarget() || !year.deducted().isNone()) {
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

    /** Whether no year has missed its target or has shares deducted: then there is nothing to restore under any reading. */
    boolean isWithoutDeductions() {
        return deductions.isEmpty();
    }

    /** Whether a credit ever had a choice between open deductions. */
    boolean hasMetSeveralDeductions() {
        return metSeveralDeductions;
    }

    private void lay(Credit credit) {
        credits.add(credit);
        for (Restoration restoration : credit.restorations()) {
            for (int i = 0; i < deductions.size(); i++) {
                if (deductions.get(i).year().number() == restoration.year().number()) {
                    deductions.set(i, deductions.get(i).after(restoration));
                }
            }
        }
    }

    /** The credits of the years with an excess, in order. */
    List<Credit> credits() {
        return credits;
    }

    /** The credit of a year, if it has an excess. */
    Optional<Credit> creditOf(AssessmentYear year) {
        for (Credit credit : credits) {
            if (credit.year().year().number() == year.number()) {
                return Optional.of(credit);
            }
        }
        return Optional.empty();
    }

    /** The revenue shortfall of a year that no credit has been laid on. */
    ExactMoney openShortfall(AssessmentYear year) {
        for (Deduction deduction : deductions) {
            if (deduction.year().number() == year.number()) {
                return deduction.openShortfall();
            }
        }
        return ExactMoney.ZERO;
    }

    /**
     * The most shares that could still be given back to a year: at the best rate of the years to come, with so much
     * revenue that only the shortfall and the deduction limit it; and by the credits that wait. A share more is
     * possible where a year still to come falls short as well, and the last whole share is dealt out to this one.
     *
     * @param toCome later years that are still to be assessed
     */
    Shares restorable(AssessmentYear year, List<AssessmentYear> toCome, Readings readings) {
        Optional<Deduction> open = openDeductions().stream()
                .filter(deduction -> deduction.year().number() == year.number())
                .findFirst();
        List<Credit> waiting = credits.stream()
                .filter(credit -> credit.waits() && credit.year().year().number() > year.number())
                .toList();
        if (open.isEmpty() || (toCome.isEmpty() && waiting.isEmpty())) {
            return Shares.NONE;
        }
        ExactShares best = ExactShares.NONE;
        for (AssessmentYear later : toCome) {
            best = max(best, unlimited(open.get(), later, readings));
        }
        ExactShares ofWaiting = ExactShares.NONE;
        for (Credit credit : waiting) {
            AssessmentYear later = credit.year().year();
            ExactMoney laid = credit.amount().min(limit(open.get(), later, readings));
            ofWaiting =
                    ofWaiting.plus(readings.conversionTarget().of(later, year).shares(laid));
            best = toCome.isEmpty() ? best : max(best, unlimited(open.get(), later, readings));
        }
        best = toCome.isEmpty() ? min(ofWaiting, open.get().open()) : best;
        long whole = WholeShares.of(List.of(open.get()), List.of(best)).get(0).count();
        // beside other deductions each credit can deal out one share more than its own part, rounded down
        AssessmentYear later = toCome.isEmpty() ? waiting.get(0).year().year() : toCome.get(0);
        boolean alone = openDeductions().stream()
                .noneMatch(other -> other.year().number() != year.number()
                        && !limit(other, later, readings).isZero());
        long dealtOut = alone || best.remainder().isNone() ? 0 : toCome.size() + waiting.size();
        return Shares.of(Math.min(whole + dealtOut, open.get().stillDeducted().count()));
    }

    private static ExactMoney limit(Deduction deduction, AssessmentYear later, Readings readings) {
        Conversion conversion = readings.conversionTarget().of(later, deduction.year());
        return readings.offsetLimit().of(deduction.openShortfall(), deduction.open(), conversion);
    }

    /** What a later year gives back to a deduction if its revenue sets no limit. */
    private static ExactShares unlimited(Deduction deduction, AssessmentYear later, Readings readings) {
        return readings.conversionTarget().of(later, deduction.year()).shares(limit(deduction, later, readings));
    }

    private static ExactShares max(ExactShares one, ExactShares other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static ExactShares min(ExactShares one, ExactShares other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** All shares that are given back. */
    Shares restored() {
        long restored = 0;
        for (Credit credit : credits) {
            for (Restoration restoration : credit.restorations()) {
                restored += restoration.shares().count();
            }
        }
        return Shares.of(restored);
    }
}
