package io.earnout.present.workbook;

import io.earnout.settlement.Credit;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.Fraction;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds, in exact arithmetic, the quotients that are too near to a whole share for a spreadsheet, which keeps some fifteen
 * digits of a number. Where one is, the sheet takes the program's figure.
 */
final class CloseRounding {

    /** Up to this many shares every reading is examined; beyond, doubles decide little, and only the program's own is. */
    private static final int MOST_DIGITS = 13;

    private static final int DIGITS_OF_A_DOUBLE = 14;
    private static final int MOST_DECIMALS = 6;
    private static final long MOST_OF_A_DIFFERENCE = 100_000_000_000_000L;

    /**
     * The restoration that the program gives where a spreadsheet can't decide a rounding of the credit.
     *
     * @param reading the four choices on which an offset depends, in one line
     */
    record Decision(String reading, PairFigures pair) {}

    /**
     * What was found for one agreement.
     *
     * @param pairs the pairs of years between which shares move under any reading, as {@link #key}
     */
    record Findings(List<Decision> decisions, TreeSet<Integer> pairs) {

        boolean isDecided(AssessmentYear excess) {
            return decisions.stream()
                    .anyMatch(decision -> decision.pair().excess().number() == excess.number());
        }
    }

    private final Settlement own;
    private final int digits;
    private final int decimals;
    private final ExactShares tolerance;

    /** Where credits look forward, what a year deducts under each reading of the credit; else the program's own. */
    private final Map<ExcessCredit, Settlement> byCredit = new EnumMap<>(ExcessCredit.class);

    CloseRounding(Settlement own) {
        this.own = own;
        this.digits =
                Long.toString(own.agreement().considerationShares().count() - 1).length();
        this.decimals = Math.max(1, Math.min(MOST_DECIMALS, DIGITS_OF_A_DOUBLE - digits));
        this.tolerance = shares(1, decimals);
        if (own.agreement().offsetDirection() == OffsetDirection.FORWARD) {
            for (Readings readings : OffsetDirection.FORWARD.pricedBeside(own.readings())) {
                byCredit.put(readings.excessCredit(), Settlement.of(own.agreement(), readings, own.assessments()));
            }
        } else {
            byCredit.put(own.readings().excessCredit(), own);
        }
    }

    private static ExactShares shares(long numerator, int decimals) {
        long denominator = 1;
        for (int i = 0; i < decimals; i++) {
            denominator *= 10;
        }
        return new ExactShares(Fraction.of(numerator, denominator));
    }

    /** A quotient that is nearer to a whole share counts as whole on the sheet: a power of ten, beyond the errors of doubles. */
    ExactShares tolerance() {
        return tolerance;
    }

    /** The first four choices in one line. */
    static String offsetReading(Readings readings) {
        String all = readings.toString();
        return all.substring(0, all.lastIndexOf(','));
    }

    static int key(PairFigures pair) {
        return pair.excess().number() * (AssessmentYear.MOST + 1)
                + pair.shortfall().number();
    }

    /** Whether a spreadsheet can't round a year's own deduction. */
    boolean isClose(AssessmentYear year) {
        return byCredit.values().stream().anyMatch(settlement -> isClose(year, settlement));
    }

    private boolean isClose(AssessmentYear year, Settlement settlement) {
        return settlement
                .assessment(year.number())
                .filter(assessment -> assessment.agreed().isEmpty())
                .filter(assessment -> isClose(assessment.deductible(), scale(year, settlement)))
                .isPresent();
    }

    /** The error of a double grows with the largest amount that it is calculated from: looking forward, all credits so far. */
    private static ExactShares scale(AssessmentYear year, Settlement settlement) {
        ExactShares scale = ExactShares.of(year.tranche());
        if (settlement.agreement().offsetDirection() == OffsetDirection.FORWARD) {
            for (Credit credit : settlement.credits()) {
                scale = scale.plus(year.conversion().shares(credit.amount()));
            }
        }
        return scale;
    }

    /** What a year deducts under a reading of the credit. */
    long deducted(AssessmentYear year, ExcessCredit credit) {
        return Optional.ofNullable(byCredit.get(credit))
                .flatMap(settlement -> settlement.assessment(year.number()))
                .map(assessment -> assessment.deducted().count())
                .orElse(0L);
    }

    /** Whether a spreadsheet takes two amounts for equal that are not: it drops what is beyond some fourteen digits. */
    static boolean isClose(long minorUnits, long others) {
        long difference = Math.abs(minorUnits - others);
        return difference > 0 && difference < Math.max(minorUnits, others) / MOST_OF_A_DIFFERENCE;
    }

    /** Examines every reading that changes an offset. */
    Findings examine() {
        Findings findings = new Findings(new ArrayList<>(), new TreeSet<>());
        boolean nothingDeducted = !own.agreement().offsetDirection().restores()
                || own.assessments().stream().allMatch(year -> year.deducted().isNone());
        if (nothingDeducted) {
            return findings;
        }
        if (digits > MOST_DIGITS) {
            examine(own, findings);
            return findings;
        }
        for (Readings readings : ReadingSwitch.combinations()) {
            if (readings.missedTarget() == Readings.DEFAULT.missedTarget()) {
                examine(Settlement.of(own.agreement(), readings, own.assessments()), findings);
            }
        }
        return findings;
    }

    private void examine(Settlement settlement, Findings findings) {
        for (CreditFigures credit : CreditFigures.of(settlement)) {
            List<PairFigures> used = credit.pairs().stream()
                    .filter(pair -> !pair.applied().isZero())
                    .toList();
            used.forEach(pair -> findings.pairs().add(key(pair)));
            if (!used.isEmpty() && isClose(credit, used)) {
                String reading = offsetReading(settlement.readings());
                used.forEach(pair -> findings.decisions().add(new Decision(reading, pair)));
            }
        }
    }

    private boolean isClose(CreditFigures credit, List<PairFigures> used) {
        ExactMoney most = credit.usable().min(credit.limits());
        long left = credit.leftOver(tolerance);
        for (PairFigures pair : used) {
            int place = credit.place(pair, tolerance);
            boolean givesAnother = pair.wholePart(tolerance) + (place > 0 && place <= left ? 1 : 0) != pair.restored();
            ExactMoney shortfall = own.assessment(pair.shortfall().number())
                    .map(year -> ExactMoney.of(year.shortfall()))
                    .orElse(ExactMoney.ZERO);
            // the error of a double grows with the largest amount that it was subtracted from
            ExactShares scale = pair.conversion().shares(most.compareTo(shortfall) > 0 ? most : shortfall);
            boolean isNearlyNothing = isNearZero(pair.exact());
            boolean nearlyCloses = isNearZero(pair.openDeduction().minus(pair.exact()));
            if (givesAnother
                    || isNearlyNothing
                    || nearlyCloses
                    || (isClose(pair.exact(), scale) && !pair.closes(tolerance))
                    || isBeyond(scale)) {
                return true;
            }
        }
        return isNearWhole(credit.notClosed(tolerance)) || (left > 0 && haveCloseRemainders(used));
    }

    private boolean haveCloseRemainders(List<PairFigures> used) {
        for (PairFigures one : used) {
            for (PairFigures other : used) {
                ExactShares more = one.exact().remainder();
                ExactShares less = other.exact().remainder();
                if (more.compareTo(less) > 0 && isNearZero(more.minus(less))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isClose(ExactShares exact, ExactShares scale) {
        return isBeyond(scale) || isNearWhole(exact);
    }

    /** Whether the errors of doubles can be larger than the tolerance. */
    private boolean isBeyond(ExactShares scale) {
        long most = 1;
        for (int i = 0; i < DIGITS_OF_A_DOUBLE - decimals; i++) {
            most *= 10;
        }
        return scale.compareTo(ExactShares.of(Shares.of(most))) > 0;
    }

    private boolean isNearWhole(ExactShares exact) {
        ExactShares remainder = exact.remainder();
        return isNearZero(remainder)
                || (!remainder.isNone()
                        && isNearZero(ExactShares.of(Shares.of(1)).minus(remainder)));
    }

    /** Above zero, but so little that the tolerance or the error of a double can hide it. */
    private boolean isNearZero(ExactShares exact) {
        return !exact.isNone() && exact.compareTo(tolerance.plus(tolerance)) < 0;
    }
}
