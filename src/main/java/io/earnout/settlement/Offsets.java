package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.List;
import java.util.Optional;

/** What the excesses of all years do for the shortfalls of others, in the agreed direction and under one reading. */
interface Offsets {

    /** The years as the offsets leave their own results. */
    List<Assessment> assessments();

    /** The credits of the years with an excess, in order. */
    List<Credit> credits();

    /** The credit of a year, if it has an excess that counts. */
    default Optional<Credit> creditOf(AssessmentYear year) {
        for (Credit credit : credits()) {
            if (credit.year().year().number() == year.number()) {
                return Optional.of(credit);
            }
        }
        return Optional.empty();
    }

    /** The revenue shortfall of a year to which no credit has been applied. */
    ExactMoney openShortfall(AssessmentYear year);

    /** Whether another reading of the same years is known to give the same. */
    boolean areTheSameUnder(Readings other);

    /**
     * A bound of the shares of a year that can still come back, whatever the years to come bring.
     *
     * @param toCome the years that are still to be assessed, in order
     */
    Shares restorableInto(AssessmentYear year, List<AssessmentYear> toCome);

    /** The same of a year that is one of the years to come, if it were assessed so. */
    Shares restorableInto(Assessment supposed, List<AssessmentYear> toCome);

    /** How many shares the offsets leave or give to the seller, but for a number that is the same under each reading. */
    long given();

    /** Whether less is given in all than by other offsets of the same years, exactly or in whole shares. */
    boolean giveLessThan(Offsets other);
}
