package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.Period;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code assessment-years.csv}: one row per agreement and assessment year, all columns required: {@code agreement_id},
 * {@code assessment_year} (1 to n, n at most 40), {@code starts_on} and {@code ends_on} (both inclusive), {@code
 * target_revenue}, {@code tranche_shares} (the tranches of an agreement add up to its consideration shares).
 */
final class AssessmentYearsFile {

    enum Columns implements Column {
        AGREEMENT_ID,
        ASSESSMENT_YEAR,
        STARTS_ON,
        ENDS_ON,
        TARGET_REVENUE,
        TRANCHE_SHARES;

        @Override
        public boolean required() {
            return true;
        }
    }

    private AssessmentYearsFile() {}

    /** The year, if the row is sound. */
    static Optional<AssessmentYear> read(Row row) {
        int number = row.year(Columns.ASSESSMENT_YEAR);
        LocalDate startsOn = row.date(Columns.STARTS_ON);
        LocalDate endsOn = row.date(Columns.ENDS_ON);
        Money target = row.amount(Columns.TARGET_REVENUE, 2);
        Shares tranche = row.shares(Columns.TRANCHE_SHARES);
        if (number > AssessmentYear.MOST) {
            row.reject(
                    FindingCode.UNKNOWN_YEAR,
                    Columns.ASSESSMENT_YEAR,
                    "is beyond the " + AssessmentYear.MOST + " years that an agreement may have",
                    "number the years from 1");
        }
        if (row.isSound() && target.isZero()) {
            row.reject(
                    FindingCode.NOT_ABOVE_ZERO,
                    Columns.TARGET_REVENUE,
                    "is not above zero",
                    "write the operating revenue that the year shall not be less than");
        }
        if (row.isSound() && endsOn.isBefore(startsOn)) {
            row.reject(
                    FindingCode.DATES_REVERSED,
                    Columns.ENDS_ON,
                    "lies before starts_on, " + startsOn,
                    "write the first and the last day of the assessment year");
        }
        return row.isSound()
                ? Optional.of(new AssessmentYear(number, new Period(startsOn, endsOn), target, tranche))
                : Optional.empty();
    }
}
