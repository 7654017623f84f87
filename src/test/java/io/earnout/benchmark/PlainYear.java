package io.earnout.benchmark;

/** One assessment year as a hand-written program would hold it: mutable, amounts in fen. */
final class PlainYear {

    static final long NO_REPORT = -1;

    final int number;
    final long target;
    final long tranche;
    long revenue = NO_REPORT;
    String reportId = "";
    long deducted;
    long restored;
    /** The shortfall that no credit has been laid on, in half fen, since a credit is half of an excess. */
    long openHalfFen;

    PlainYear(int number, long target, long tranche) {
        this.number = number;
        this.target = target;
        this.tranche = tranche;
    }

    long stillDeducted() {
        return deducted - restored;
    }
}
