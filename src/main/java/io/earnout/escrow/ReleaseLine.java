package io.earnout.escrow;

import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.terms.AssessmentYear;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of an instruction while it is worked out: what the seller is entitled to by it, and what became of that. Every
 * entitled share is confirmed, instructed, held, to be instructed, or claimed because it was returned.
 */
final class ReleaseLine {

    private final Draft draft;
    private final Movement movement;
    private final AssessmentYear tranche;
    private final List<Papers.Moved> pieces = new ArrayList<>(1);
    private final List<Covered> covered = new ArrayList<>(1);
    private final List<Code> reasons = new ArrayList<>(1);
    private long open;
    private long confirmed;
    private long claimed;
    private long instructed;
    private long held;
    private long againstOverRelease;

    /** Shares of the line that one paper covers and no transfer has moved yet. */
    record Covered(JointInstruction paper, long shares) {}

    ReleaseLine(Draft draft, Movement movement, AssessmentYear tranche) {
        this.draft = draft;
        this.movement = movement;
        this.tranche = tranche;
        this.open = movement.shares().count();
    }

    Draft draft() {
        return draft;
    }

    Movement movement() {
        return movement;
    }

    int assessmentYear() {
        return movement.assessmentYear();
    }

    AssessmentYear tranche() {
        return tranche;
    }

    boolean isWithheld() {
        return movement.to() == Account.WITHHELD;
    }

    /** What the year's result gives of the tranche; all of it is held where a missed target blocks the release. */
    long entitled() {
        return movement.shares().count();
    }

    /** What nothing was decided on yet: in the end what is to be instructed. */
    long open() {
        return open;
    }

    long confirmed() {
        return confirmed;
    }

    long claimed() {
        return claimed;
    }

    long instructed() {
        return instructed;
    }

    long held() {
        return held;
    }

    /** The part of {@link #held()} that is held against an over-release. */
    long againstOverRelease() {
        return againstOverRelease;
    }

    /** The part of {@link #held()} that the agent could release were the gate open. */
    long gated() {
        return isWithheld() ? 0 : held - againstOverRelease;
    }

    /** What is not released yet and still can be. */
    long due() {
        return open + instructed + (isWithheld() ? 0 : held);
    }

    List<Code> reasons() {
        return reasons;
    }

    /** What was moved of the line, transfer by transfer and paper by paper. */
    List<Papers.Moved> pieces() {
        return pieces;
    }

    /** What is signed for of the line and not moved yet, paper by paper: instructed, or behind a gate that closed later. */
    List<Covered> covered() {
        return covered;
    }

    /** Lays moved shares on the line; what it has room for. */
    long confirm(long shares) {
        long laid = Math.min(open, shares);
        open -= laid;
        confirmed += laid;
        return laid;
    }

    /** Notes under which paper shares that were laid on the line were moved. */
    void movedUnder(Papers.Moved piece) {
        pieces.add(piece);
    }

    /** Takes out shares that were returned to the issuer; what there was to take. */
    long claim(long shares) {
        long taken = Math.min(open, shares);
        open -= taken;
        claimed += taken;
        return taken;
    }

    void hold(List<Code> closed) {
        held += open;
        open = 0;
        for (Code code : closed) {
            addReason(code);
        }
    }

    /** Holds shares against an over-release; how many. */
    long holdAgainstOverRelease(long shares) {
        long taken = Math.min(open, shares);
        if (taken > 0) {
            open -= taken;
            held += taken;
            againstOverRelease += taken;
            addReason(Code.HELD_AGAINST_OVER_RELEASE);
        }
        return taken;
    }

    /** Counts shares as instructed by a paper; how many. */
    long instruct(JointInstruction paper, long shares) {
        long taken = Math.min(open, shares);
        open -= taken;
        instructed += taken;
        cover(paper, taken);
        return taken;
    }

    /** Notes that a paper covers shares behind a closed gate; how many. */
    long coverGated(JointInstruction paper, long shares) {
        long alreadyCovered = covered.stream().mapToLong(Covered::shares).sum() - instructed;
        long taken = Math.min(gated() - alreadyCovered, shares);
        cover(paper, taken);
        return taken;
    }

    private void cover(JointInstruction paper, long shares) {
        if (shares > 0) {
            covered.add(new Covered(paper, shares));
        }
    }

    void addReason(Code code) {
        if (!reasons.contains(code)) {
            reasons.add(code);
        }
    }
}
