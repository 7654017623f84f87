package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.List;

/** Where no excess offsets anything: each year is on its own. */
record NoOffsets(List<Assessment> assessments) implements Offsets {

    @Override
    public List<Credit> credits() {
        return List.of();
    }

    @Override
    public ExactMoney openShortfall(AssessmentYear year) {
        for (Assessment assessment : assessments) {
            if (assessment.year().number() == year.number()) {
                return ExactMoney.of(assessment.shortfall());
            }
        }
        return ExactMoney.ZERO;
    }

    @Override
    public boolean areTheSameUnder(Readings other) {
        return true;
    }

    @Override
    public Shares restorableInto(AssessmentYear year, List<AssessmentYear> toCome) {
        return Shares.NONE;
    }

    @Override
    public Shares restorableInto(Assessment supposed, List<AssessmentYear> toCome) {
        return Shares.NONE;
    }

    @Override
    public long given() {
        return 0;
    }

    @Override
    public boolean giveLessThan(Offsets other) {
        return false;
    }
}
