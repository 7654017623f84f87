package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
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

    static final Schema COLUMNS = Schema.ofAgreements().withKey("agreement_id", "assessment_year");

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<Integer> ASSESSMENT_YEAR = COLUMNS.year(true);
    static final Column<LocalDate> STARTS_ON = COLUMNS.required("starts_on", DateCell.DATE);
    static final Column<LocalDate> ENDS_ON = COLUMNS.required("ends_on", DateCell.DATE);
    static final Column<Money> TARGET_REVENUE = COLUMNS.required("target_revenue", NumberCell.MONEY);
    static final Column<Shares> TRANCHE_SHARES = COLUMNS.required("tranche_shares", NumberCell.SHARES);

    private AssessmentYearsFile() {}

    /** The year, if the row is sound. */
    static Optional<AssessmentYear> read(Row row) {
        int number = row.get(ASSESSMENT_YEAR);
        LocalDate startsOn = row.get(STARTS_ON);
        LocalDate endsOn = row.get(ENDS_ON);
        Money target = row.get(TARGET_REVENUE);
        Shares tranche = row.get(TRANCHE_SHARES);
        if (number > AssessmentYear.MOST) {
            row.reject(
                    FindingCode.UNKNOWN_YEAR,
                    ASSESSMENT_YEAR,
                    "is beyond the " + AssessmentYear.MOST + " years that an agreement may have",
                    "number the years from 1");
        }
        if (row.isSound() && target.isZero()) {
            row.reject(
                    FindingCode.NOT_ABOVE_ZERO,
                    TARGET_REVENUE,
                    "is not above zero",
                    "write the operating revenue that the year shall not be less than");
        }
        if (row.isSound() && endsOn.isBefore(startsOn)) {
            row.reject(
                    FindingCode.DATES_REVERSED,
                    ENDS_ON,
                    "lies before starts_on, " + startsOn,
                    "write the first and the last day of the assessment year");
        }
        return row.isSound()
                ? Optional.of(new AssessmentYear(number, new Period(startsOn, endsOn), target, tranche))
                : Optional.empty();
    }
}
