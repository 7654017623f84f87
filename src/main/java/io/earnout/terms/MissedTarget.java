package io.earnout.terms;

/** What a missed target does to its own tranche: SPA 5.2(1) "shall be reduced" against EA 3.1(a) "has achieved". */
public enum MissedTarget implements Term {
    /** The tranche is reduced by the deduction and the rest is released. The default. */
    REDUCE("reduce"),
    /** Nothing of the tranche is releasable: the deduction is the same, the rest waits in escrow. */
    BLOCK("block");

    private final String term;

    MissedTarget(String term) {
        this.term = term;
    }

    /** Whether what a missed year has earned is released. */
    public boolean releasesTheRest() {
        return this == REDUCE;
    }

    @Override
    public String term() {
        return term;
    }
}
