package io.earnout.escrow.release;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.terms.AssessmentYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares of one tranche that one assessment year's result releases, while it is worked out what became of them. Every entitled
 * share is confirmed, instructed, held, to be instructed, claimed because it was returned, or a fraction of a share of the day.
 * All is counted in the units of {@link io.earnout.escrow.record.ShareChanges}.
 */
public final class ReleaseLine {

    private final Movement movement;
    private final AssessmentYear tranche;
    // of most lines nothing is on record: an empty list costs little
    private final List<InstructionTransfers.Moved> pieces = new ArrayList<>(0);
    private final List<Covered> covered = new ArrayList<>(0);
    private final List<FindingCode> reasons = new ArrayList<>(0);
    private final long entitled;
    private long free;
    private long fraction;
    private long givenBack;
    private boolean overtaken;
    private long confirmed;
    private long claimed;
    private long instructed;
    private long held;
    private long awaiting;
    private long againstOverRelease;
    private long undocumented;
    /** The part of what a gate holds that no instruction covers. */
    private long gatedUncovered;

    /** Shares of the line that an open instruction covers. */
    public record Covered(Instruction instruction, long shares) {}

    ReleaseLine(Movement movement, AssessmentYear tranche, ShareChanges changes) {
        this.movement = movement;
        this.tranche = tranche;
        this.entitled = changes.units(movement.shares());
        this.free = entitled;
    }

    Movement movement() {
        return movement;
    }

    public int assessmentYear() {
        return movement.assessmentYear();
    }

    public AssessmentYear tranche() {
        return tranche;
    }

    public boolean isOf(int trancheYear) {
        return tranche.number() == trancheYear;
    }

    public boolean isWithheld() {
        return movement.to() == Account.WITHHELD;
    }

    /** What the year's result gives of the tranche; all of it is held where a missed target blocks the release. */
    long entitled() {
        return entitled;
    }

    /** What nothing was decided on yet: in the end what is to be instructed. */
    public long free() {
        return free;
    }

    /** What is left of a share of the day: it is never instructed, and goes back at the end. */
    public long fraction() {
        return fraction;
    }

    /** Sets apart what of the free shares makes no whole share of the day. */
    void setFractionApart(ShareChanges changes, LocalDate day) {
        fraction = free - changes.unitsOfWholeShares(free, day);
        free -= fraction;
    }

    /** Notes that an instruction on its shares was overtaken by a share change. */
    void overtake() {
        overtaken = true;
    }

    boolean isOvertaken() {
        return overtaken;
    }

    long confirmed() {
        return confirmed;
    }

    public long claimed() {
        return claimed;
    }

    public long instructed() {
        return instructed;
    }

    public long held() {
        return held;
    }

    /** The part of {@link #held()} that waits for a signature or for its receipt alone. */
    long awaiting() {
        return awaiting;
    }

    /** The part of {@link #held()} that is held against an over-release. */
    public long againstOverRelease() {
        return againstOverRelease;
    }

    /** The part of {@link #held()} that the reading gives beyond the default, while it is not documented. */
    public long undocumented() {
        return undocumented;
    }

    /** What should be released: entitled shares that are not out, unless the reading that gives them isn't documented. */
    public long due() {
        return isWithheld() ? 0 : free + instructed + held - undocumented;
    }

    public List<FindingCode> reasons() {
        return reasons;
    }

    /** What was moved of the line, transfer by transfer and instruction by instruction. */
    public List<InstructionTransfers.Moved> pieces() {
        return pieces;
    }

    /** What the agent has an instruction for and has not moved: instructed, or behind a gate that closed later. */
    public List<Covered> covered() {
        return covered;
    }

    /** Counts moved shares on the line; what it has room for. */
    long confirm(long shares) {
        long laid = Math.min(free, shares);
        free -= laid;
        confirmed += laid;
        return laid;
    }

    /** Notes under which instruction shares that were counted on the line were moved. */
    void movedUnder(InstructionTransfers.Moved piece) {
        pieces.add(piece);
    }

    /** Takes out shares that were returned to the issuer; what there was to take. */
    long claim(long shares) {
        long taken = Math.min(free, shares);
        free -= taken;
        claimed += taken;
        return taken;
    }

    /** Takes out a fraction of a share that went back with the last return; how much. */
    long giveBack(long units) {
        long taken = Math.min(free, units);
        free -= taken;
        givenBack += taken;
        return taken;
    }

    /** What went back of it as a fraction of a share. */
    public long givenBack() {
        return givenBack;
    }

    /** Counts shares as instructed; how many. */
    long instruct(Instruction instruction, long shares) {
        long taken = Math.min(free, shares);
        if (taken > 0) {
            free -= taken;
            instructed += taken;
            covered.add(new Covered(instruction, taken));
        }
        return taken;
    }

    /** Holds what is neither moved nor instructed; how many. */
    long hold(long shares, FindingCode reason) {
        long taken = Math.min(free, shares);
        if (taken > 0) {
            free -= taken;
            held += taken;
            addReason(reason);
        }
        return taken;
    }

    /** A gate holds all that is not moved, what is instructed as well. */
    void close(List<FindingCode> gates) {
        if (free + instructed + held == 0) {
            return;
        }
        gatedUncovered = free;
        held += free + instructed;
        free = 0;
        instructed = 0;
        gates.forEach(this::addReason);
    }

    /**
     * Holds what the line has beyond the default reading, instructed shares last.
     *
     * @param beyond the entitled shares beyond the default's
     */
    void holdUndocumented(long beyond) {
        long shares = Math.min(beyond, free + instructed);
        long ofInstructed = Math.max(0, shares - free);
        free -= shares - ofInstructed;
        instructed -= ofInstructed;
        held += shares;
        undocumented += shares;
        if (shares > 0) {
            addReason(FindingCode.READING_UNDOCUMENTED);
        }
    }

    /** Holds shares against an over-release; how many. */
    long holdAgainstOverRelease(long shares) {
        long taken = hold(shares, FindingCode.HELD_AGAINST_OVER_RELEASE);
        againstOverRelease += taken;
        return taken;
    }

    /** Holds instructed shares against an over-release; how many. */
    long holdInstructedAgainstOverRelease(long shares) {
        long taken = Math.min(instructed, shares);
        if (taken > 0) {
            instructed -= taken;
            held += taken;
            againstOverRelease += taken;
            addReason(FindingCode.HELD_AGAINST_OVER_RELEASE);
        }
        return taken;
    }

    /** How many shares an instruction that isn't complete can be about. */
    long roomToAwait() {
        return free + gatedUncovered;
    }

    /** Counts shares as waiting for a signature or a receipt; how many, those behind a closed gate included. */
    long await(long shares, FindingCode missing) {
        long taken = hold(shares, missing);
        awaiting += taken;
        long gated = Math.min(gatedUncovered, shares - taken);
        gatedUncovered -= gated;
        return taken + gated;
    }

    void addReason(FindingCode code) {
        if (!reasons.contains(code)) {
            reasons.add(code);
        }
    }
}
