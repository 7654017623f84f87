package io.earnout.benchmark;

/** One assessment year as a hand-written program would hold it: mutable, amounts in fen. */
final class PlainYear {

    static final long NO_REPORT = -1;

    private static final long[] NOTHING = {};

    final int number;
    final long target;
    final long tranche;
    long revenue = NO_REPORT;
    String reportId = "";
    long deducted;
    long restored;
    /** The shortfall to which no credit has been applied, in half fen, since a credit is half of an excess. */
    long openHalfFen;
    /** What all parties agreed to release, if they did. */
    long agreed = -1;
    /** What was signed for. */
    long signed;

    boolean suspended;
    /** What was moved under the year's instructions, by tranche. */
    private long[] moved = NOTHING;

    PlainYear(int number, long target, long tranche) {
        this.number = number;
        this.target = target;
        this.tranche = tranche;
    }

    void move(int trancheYear, long shares) {
        if (moved.length == 0) {
            moved = new long[number + 1];
        }
        moved[trancheYear] += shares;
    }

    long moved(int trancheYear) {
        return moved.length == 0 ? 0 : moved[trancheYear];
    }

    /** What is signed for and not moved yet. */
    long open() {
        long open = signed;
        for (long ofTranche : moved) {
            open -= ofTranche;
        }
        return open;
    }

    long stillDeducted() {
        return deducted - restored;
    }
}
