package io.earnout.present.papers;

import io.earnout.terms.Term;

/**
 * One condition of a release and what is on record of it.
 *
 * @param clauses the clause that makes it one
 * @param asked what is asked
 * @param standing whether the record meets it
 * @param onRecord what the record says
 * @param place the file and line; empty where nothing is on record
 */
public record Condition(String clauses, String asked, Standing standing, String onRecord, String place) {

    /** How a condition stands on record. */
    public enum Standing implements Term {
        MET,
        /** Met with a qualification that the signatories should know. */
        QUALIFIED,
        /** Nothing on record meets it yet. */
        OPEN,
        /** No record can meet it: a person must look at the document itself. */
        TO_CHECK;

        @Override
        public String term() {
            return this == TO_CHECK ? "TO CHECK" : name();
        }
    }

    /** Whether a person ticks it off. */
    public boolean needsATick() {
        return standing == Standing.OPEN || standing == Standing.TO_CHECK;
    }
}
