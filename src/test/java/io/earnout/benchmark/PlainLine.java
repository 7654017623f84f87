package io.earnout.benchmark;

/** One line of an instruction as a hand-written program would hold it. */
final class PlainLine {

    final PlainYear year;
    final PlainYear tranche;
    final long entitled;
    /** What was laid of a credit, in half fen; for a restoration alone. */
    final long laidHalfFen;

    final long confirmed;
    long instructed;
    long held;
    long toInstruct;

    PlainLine(PlainYear year, PlainYear tranche, long entitled, long laidHalfFen) {
        this.year = year;
        this.tranche = tranche;
        this.entitled = entitled;
        this.laidHalfFen = laidHalfFen;
        this.confirmed = year.moved(tranche.number);
        if (confirmed > entitled) {
            throw new IllegalStateException("the plain loop knows no over-release");
        }
    }

    boolean restores() {
        return year != tranche;
    }

    /** What the agent has not moved yet. */
    long left() {
        return entitled - confirmed;
    }
}
