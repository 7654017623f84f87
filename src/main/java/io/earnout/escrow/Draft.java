package io.earnout.escrow;

import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one assessment year's result puts into a joint written instruction (EA 3.1(b)): its own tranche, and the earlier
 * tranches that its excess restores.
 *
 * @param instructionId the number of the paper, which follows from what is determined
 * @param movements by tranche, the earliest first; at least one
 */
record Draft(int year, String instructionId, String reportId, List<Movement> movements) {

    /** The drafts of all years that release shares, in order. */
    static List<Draft> of(Settlement settlement) {
        List<Draft> drafts = new ArrayList<>();
        List<Movement> ofOneYear = new ArrayList<>();
        for (Movement movement : settlement.movements()) {
            if (movement.to() == Account.DEDUCTED) {
                continue;
            }
            if (!ofOneYear.isEmpty() && ofOneYear.get(0).assessmentYear() != movement.assessmentYear()) {
                drafts.add(draft(settlement, ofOneYear));
                ofOneYear.clear();
            }
            ofOneYear.add(movement);
        }
        if (!ofOneYear.isEmpty()) {
            drafts.add(draft(settlement, ofOneYear));
        }
        return drafts;
    }

    private static Draft draft(Settlement settlement, List<Movement> released) {
        int year = released.get(0).assessmentYear();
        String reportId = settlement.assessment(year).orElseThrow().revenue().reportId();
        String id = InstructionId.of(settlement, year, reportId, released);
        List<Movement> byTranche = new ArrayList<>(released);
        byTranche.sort(Comparator.comparingInt(Movement::trancheYear));
        return new Draft(year, id, reportId, byTranche);
    }

    /** What it moves of a tranche. */
    Shares of(int trancheYear) {
        for (Movement movement : movements) {
            if (movement.trancheYear() == trancheYear) {
                return movement.shares();
            }
        }
        return Shares.NONE;
    }
}
