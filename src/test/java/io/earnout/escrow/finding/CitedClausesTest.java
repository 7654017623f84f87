package io.earnout.escrow.finding;

import static io.earnout.escrow.InputFiles.escrow;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.terms.Agreement;
import io.earnout.terms.Clause;
import io.earnout.terms.Kaixin;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every clause that a rule of the calculation or of its readings rests on is cited where the rule is applied. */
class CitedClausesTest {

    /** SPA 4 and 5 and the words that the readings turn on; EA 3.1(a) is what {@code block} reads literally. */
    private static final Set<Clause> OF_THE_CALCULATION = EnumSet.of(
            Clause.SPA_4_1,
            Clause.SPA_4_2,
            Clause.SPA_5_1,
            Clause.SPA_5_2_1,
            Clause.SPA_5_2_2,
            Clause.SPA_11_2,
            Clause.EA_3_1_A);

    @Test
    void everyClauseOfTheCalculationIsCitedByWhatFollowsFromIt() {
        Set<Clause> cited = EnumSet.noneOf(Clause.class);
        cited.addAll(citedBy(Kaixin.defaultOnRecord()));
        cited.addAll(citedBy(new Agreement.ReadingsOnRecord(Kaixin.BLOCK, Optional.empty(), "")));
        Set<Clause> missing = EnumSet.copyOf(OF_THE_CALCULATION);
        missing.removeAll(cited);
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyMovementOfSharesHasAWorkingUnderItsClause() {
        Determination determination = determined(Kaixin.defaultOnRecord());
        Set<Clause> moved = EnumSet.noneOf(Clause.class);
        determination.settlement().movements().forEach(movement -> moved.add(movement.clause()));
        Set<Clause> shown = EnumSet.noneOf(Clause.class);
        determination.settlement().workings().forEach(working -> shown.add(working.clause()));
        assertEquals(EnumSet.of(Clause.SPA_5_1, Clause.SPA_5_2_1, Clause.SPA_5_2_2), moved);
        assertEquals(moved, shown);
    }

    private static Set<Clause> citedBy(Agreement.ReadingsOnRecord readings) {
        Determination determination = determined(readings);
        Set<Clause> cited = EnumSet.noneOf(Clause.class);
        determination.settlement().movements().forEach(movement -> cited.add(movement.clause()));
        determination.settlement().workings().forEach(working -> cited.add(working.clause()));
        determination.findings().forEach(finding -> cited.addAll(finding.code().clauses()));
        determination.instructions().forEach(line -> cited.addAll(line.clauses()));
        return cited;
    }

    /** A shortfall, an excess, a report in dollars and one by an unknown firm, and a year without one. */
    private static Determination determined(Agreement.ReadingsOnRecord readings) {
        EscrowFile reports = escrow(
                Kaixin.agreement(readings),
                report(1, "598500000"),
                report(2, "805200000"),
                report(3, "805000000").in("USD"),
                report(4, "1000000000").id("RPT-4A").line(8),
                report(4, "885000000").id("RPT-4B").line(9));
        return Determination.of(Review.of(reports, LocalDate.of(2031, 3, 1)));
    }
}
