package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Rejected.Register;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The assessment years of one agreement that wait, because a row that decides on their shares was rejected. */
final class HeldYears {

    private final Row row;
    private final TermsRows terms;
    private final Map<Register, Set<Integer>> years = new EnumMap<>(Register.class);
    private final Set<Integer> transfers = new TreeSet<>();

    HeldYears(Row row, TermsRows terms) {
        this.row = row;
        this.terms = terms;
    }

    void clear() {
        years.clear();
        transfers.clear();
    }

    Rejected rejected() {
        return years.isEmpty() ? Rejected.NOTHING : new Rejected(new EnumMap<>(years), Set.copyOf(transfers));
    }

    /** Rejects the row if it names a year that the agreement doesn't have. */
    void checkYear(Column<Integer> column) {
        int last = terms.lastYear();
        if (row.year() > last) {
            row.reject(
                    FindingCode.UNKNOWN_YEAR,
                    column,
                    "is not an assessment year of \"" + Texts.shown(row.agreementId()) + "\", which has years 1 to "
                            + last,
                    "correct it; until then nothing of this agreement is instructed, since the row may belong to any"
                            + " year");
        }
    }

    /** Holds what the rejected row of a register is about. */
    void holdRow(Format format) {
        switch (format) {
            case JOINT_INSTRUCTIONS -> {
                holdYear(row.year(), Register.INSTRUCTIONS);
                holdTranche(JointInstructionsFile.TRANCHE_YEAR, Register.INSTRUCTIONS);
            }
            case TRANSFERS -> {
                holdYear(row.year(), Register.TRANSFERS);
                int tranche = holdTranche(TransfersFile.TRANCHE_YEAR, Register.TRANSFERS);
                if (tranche != Rejected.ANY_YEAR) {
                    transfers.add(tranche);
                }
            }
            case SUSPENSIONS -> holdYear(row.year(), Register.SUSPENSIONS);
            case ADJUSTMENTS -> holdYear(row.year(), Register.ADJUSTMENTS);
            case AMENDMENTS -> holdYear(row.year(), Register.AMENDMENTS);
            // how the shares of any year are counted is unknown
            case SHARE_CHANGES -> holdYear(Rejected.ANY_YEAR, Register.SHARE_CHANGES);
            default -> {} // it decides on no share
        }
    }

    /** What a rejected row would have said is unknown: its year waits, or all of them if it can't be told which. */
    int holdYear(int year, Register register) {
        int last = terms.lastYear();
        int held = year >= 1 && year <= last ? year : Rejected.ANY_YEAR;
        years.computeIfAbsent(register, none -> new TreeSet<>()).add(held);
        return held;
    }

    /** The same for the tranche that a row names, which is that of its year if it names none. */
    private int holdTranche(Column<Integer> column, Register register) {
        return holdYear(row.isEmpty(column) ? row.year() : row.peekYear(column), register);
    }
}
