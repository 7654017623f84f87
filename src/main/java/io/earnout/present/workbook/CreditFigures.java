package io.earnout.present.workbook;

import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.settlement.Restoration;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Conversion;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One year's credit and every earlier year that it could restore, oldest first, exact: a block of the sheet's offset table.
 *
 * @param usable the credit; zero without an excess, and while it waits for the report of an earlier year
 */
record CreditFigures(AssessmentYear year, ExactMoney usable, List<PairFigures> pairs) {

    /** The credits of all years but the first, as the program settled them; none where no credit restores an earlier year. */
    static List<CreditFigures> of(Settlement settlement) {
        if (!settlement.agreement().offsetDirection().restores()) {
            return List.of();
        }
        List<AssessmentYear> years = settlement.agreement().years();
        List<Open> open = new ArrayList<>();
        List<CreditFigures> credits = new ArrayList<>();
        for (AssessmentYear year : years) {
            if (year.number() > 1) {
                Optional<Credit> credit = settlement.credit(year.number());
                List<PairFigures> pairs = new ArrayList<>();
                for (Open earlier : open) {
                    pairs.add(earlier.offsetBy(year, credit, settlement.readings()));
                }
                ExactMoney usable = credit.filter(some -> everyYearIsAssessed(settlement, year))
                        .map(Credit::amount)
                        .orElse(ExactMoney.ZERO);
                credits.add(new CreditFigures(year, usable, pairs));
            }
            open.add(new Open(year, settlement.assessment(year.number())));
        }
        return credits;
    }

    private static boolean everyYearIsAssessed(Settlement settlement, AssessmentYear until) {
        return settlement.toCome().stream().noneMatch(year -> year.number() < until.number());
    }

    /** What is still open of one year while the credits of later years are applied. */
    private static final class Open {

        private final AssessmentYear year;
        private ExactMoney shortfall;
        private ExactShares deduction;
        private long stillDeducted;

        Open(AssessmentYear year, Optional<Assessment> assessment) {
            this.year = year;
            this.shortfall = assessment.map(a -> ExactMoney.of(a.shortfall())).orElse(ExactMoney.ZERO);
            this.deduction = assessment.map(Assessment::deductible).orElse(ExactShares.NONE);
            this.stillDeducted = assessment.map(a -> a.deducted().count()).orElse(0L);
        }

        PairFigures offsetBy(AssessmentYear excess, Optional<Credit> credit, Readings readings) {
            Conversion conversion = readings.conversionTarget().of(excess, year);
            ExactMoney limit = readings.offsetLimit().of(shortfall, deduction, conversion);
            Optional<Restoration> restoration = credit.flatMap(some -> some.restorations().stream()
                    .filter(one -> one.year().number() == year.number())
                    .findFirst());
            PairFigures pair = new PairFigures(
                    excess,
                    year,
                    shortfall,
                    deduction,
                    stillDeducted,
                    conversion,
                    limit,
                    readings.offsetLimit().weight(shortfall, limit),
                    restoration.map(Restoration::laid).orElse(ExactMoney.ZERO),
                    restoration.map(Restoration::exact).orElse(ExactShares.NONE),
                    restoration.map(one -> one.shares().count()).orElse(0L));
            shortfall = shortfall.minus(shortfall.min(pair.applied()));
            deduction = deduction.minus(pair.exact());
            stillDeducted -= pair.restored();
            return pair;
        }
    }

    /** The sum of all limits: a larger credit restores no more. */
    ExactMoney limits() {
        ExactMoney sum = ExactMoney.ZERO;
        for (PairFigures pair : pairs) {
            sum = sum.plus(pair.limit());
        }
        return sum;
    }

    /** The credit with which an earlier year gets all that it can take. */
    ExactMoney fullAt(PairFigures full, OffsetOrder order) {
        ExactMoney credit = ExactMoney.ZERO;
        for (PairFigures pair : pairs) {
            int distance = pair.shortfall().number() - full.shortfall().number();
            credit = credit.plus(
                    switch (order) {
                        case OLDEST_FIRST -> distance <= 0 ? pair.limit() : ExactMoney.ZERO;
                        case LATEST_FIRST -> distance >= 0 ? pair.limit() : ExactMoney.ZERO;
                        case PRO_RATA ->
                            full.weight().isZero()
                                    ? ExactMoney.ZERO
                                    : pair.limit().min(full.limit().inProportion(pair.weight(), full.weight()));
                    });
        }
        return credit;
    }

    /** The exact shares of the years that the credit does not close, in all. */
    ExactShares notClosed(ExactShares tolerance) {
        ExactShares sum = ExactShares.NONE;
        for (PairFigures pair : pairs) {
            sum = pair.closes(tolerance) ? sum : sum.plus(pair.exact());
        }
        return sum;
    }

    /** The whole shares of that sum which rounding each year down leaves over. */
    long leftOver(ExactShares tolerance) {
        long left = notClosed(tolerance).plus(tolerance).roundedDown().count();
        for (PairFigures pair : pairs) {
            left -= pair.closes(tolerance) ? 0 : pair.wholePart(tolerance);
        }
        return left;
    }

    /** In which place a year gets one of them, by largest remainder, the older year first; 0 if it can't get one. */
    int place(PairFigures placed, ExactShares tolerance) {
        if (!placed.hasRoom(tolerance)) {
            return 0;
        }
        int place = 1;
        for (PairFigures pair : pairs) {
            place += pair.hasRoom(tolerance) && pair.isBefore(placed, tolerance) ? 1 : 0;
        }
        return place;
    }
}
