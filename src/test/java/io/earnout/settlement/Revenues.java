package io.earnout.settlement;

import io.earnout.terms.Agreement;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.Readings;
import java.util.ArrayList;
import java.util.List;

/** Settlements of given revenues, for the tests. */
public final class Revenues {

    private Revenues() {}

    /**
     * The Kaixin agreement settled.
     *
     * @param readings how it is read
     * @param revenues of the first, second ... year in yuan; {@code -} for a year without a report
     */
    public static Settlement kaixin(Readings readings, String... revenues) {
        Agreement agreement = Kaixin.agreement(readings);
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; i < revenues.length; i++) {
            if (!revenues[i].equals("-")) {
                assessments.add(assessment(agreement, i + 1, Kaixin.rmb(revenues[i])));
            }
        }
        return Settlement.of(agreement, readings, assessments);
    }

    static Assessment assessment(Agreement agreement, int year, Money revenue) {
        return Assessment.of(agreement.year(year), new AuditedRevenue(year, revenue, "RPT-" + year));
    }

    /** An agreement settled with a revenue for each of its years. */
    static Settlement settled(Agreement agreement, Readings readings, List<Money> revenues) {
        List<Assessment> assessments = new ArrayList<>();
        for (int i = 0; i < revenues.size(); i++) {
            assessments.add(assessment(agreement, i + 1, revenues.get(i)));
        }
        return Settlement.of(agreement, readings, assessments);
    }
}
