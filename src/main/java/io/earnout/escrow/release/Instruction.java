package io.earnout.escrow.release;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.JointInstruction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A joint written instruction of issuer and purchaser (EA 3.1(b)) with a life of its own: drawn up as a draft, signed by
 * both, received by the agent, and then open, until it is carried out or withdrawn. It lists a quantity per tranche, and
 * counts tranche by tranche as it was drawn up, whatever changes beside it.
 *
 * @param shares what it lists, in shares of the day on which it was drawn up; of an instruction whose draft isn't known, what its
 *     rows say of tranches, if they do
 * @param total the whole of it
 * @param units the same as {@code shares}, in units
 * @param totalUnits the same as {@code total}, in units
 * @param draft what it was drawn up as; nothing if its number is that of no draft
 * @param reportReceivedOn when the agent received the report on which it rests; nothing if that isn't on record
 * @param fault what keeps it from being acted on, whether signed or not
 * @param overtakenOn the first day on which the shares that it names don't exist any more, because a share change came after it
 *     was drawn up; nothing if there is none
 * @param rows its rows on record; at least one
 */
public record Instruction(
        int year,
        String number,
        TrancheShares shares,
        long total,
        TrancheShares units,
        long totalUnits,
        Optional<Draft> draft,
        Optional<LocalDate> reportReceivedOn,
        Optional<FindingCode> fault,
        Optional<LocalDate> overtakenOn,
        List<JointInstruction> rows) {

    JointInstruction row() {
        return rows.get(0);
    }

    public Source source() {
        return row().source();
    }

    public Optional<LocalDate> receivedOn() {
        return row().receivedOn();
    }

    /** The day of the first signature; of one that has none, the day on which it was received. */
    Optional<LocalDate> signedOrReceivedOn() {
        return row().firstSignedOn().or(this::receivedOn);
    }

    Optional<LocalDate> withdrawnOn() {
        return row().withdrawnOn();
    }

    /** Signed by both and received: the agent may act on it, unless it was withdrawn. */
    boolean isComplete() {
        return row().isComplete();
    }

    /** Whether the agent may not act on it any more on a day. */
    boolean isWithdrawnBy(LocalDate day) {
        return withdrawnOn().filter(withdrawn -> !withdrawn.isAfter(day)).isPresent()
                || overtakenOn.filter(overtaken -> !overtaken.isAfter(day)).isPresent();
    }

    /** Whether it was neither withdrawn nor overtaken by a share change. */
    boolean isInForce() {
        return withdrawnOn().isEmpty() && overtakenOn.isEmpty();
    }

    /** Whether it was signed by one of the two by a day. */
    boolean isSignedBy(LocalDate day) {
        return row().isSignedBy(day);
    }

    /** Whether its quantities are those of its draft, so that it counts tranche by tranche. */
    boolean isAsDrafted() {
        return fault.isEmpty() || fault.get() == FindingCode.INSTRUCTION_BEFORE_REPORT;
    }

    /** The most units that can be transferred of a tranche under it: what it lists, or all of it where that can't be told. */
    long mostOf(int tranche) {
        if (isAsDrafted()) {
            return units.of(tranche);
        }
        return lists(tranche) ? totalUnits : 0;
    }

    /** Whether it is about a tranche, or may be. */
    boolean lists(int tranche) {
        return shares.isEmpty() || shares.of(tranche) > 0;
    }

    /** The day from which the agent has had both the instruction and its report (EA 3.2); nothing if a receipt isn't on record. */
    public Optional<LocalDate> documentsComplete() {
        if (reportReceivedOn.isEmpty() || receivedOn().isEmpty()) {
            return Optional.empty();
        }
        return receivedOn().get().isBefore(reportReceivedOn.get()) ? reportReceivedOn : receivedOn();
    }

    /** The same with the number of its draft, which its rows don't name. */
    Instruction withNumber(String found) {
        return with(found, fault);
    }

    Instruction withFault(FindingCode found) {
        return with(number, Optional.of(found));
    }

    private Instruction with(String itsNumber, Optional<FindingCode> itsFault) {
        return new Instruction(
                year,
                itsNumber,
                shares,
                total,
                units,
                totalUnits,
                draft,
                reportReceivedOn,
                itsFault,
                overtakenOn,
                rows);
    }

    /** The same instruction as it was on record on an earlier day. */
    Instruction asKnownOn(LocalDate day) {
        return new Instruction(
                year,
                number,
                shares,
                total,
                units,
                totalUnits,
                draft,
                reportReceivedOn,
                fault,
                overtakenOn.filter(overtaken -> !overtaken.isAfter(day)),
                rows.stream().map(row -> row.asKnownOn(day)).toList());
    }
}
