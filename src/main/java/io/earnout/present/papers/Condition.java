package io.earnout.present.papers;

import io.earnout.terms.Term;

/**
 * One condition of a release and the record of it.
 *
 * @param clauses the clause that makes it one
 * @param asked the condition
 * @param status whether the record meets it
 * @param onRecord the record
 * @param place the file and line; empty where nothing is on record
 */
public record Condition(String clauses, String asked, Status status, String onRecord, String place) {

    /** Whether the record meets a condition. */
    public enum Status implements Term {
        MET,
        /** Met with a qualification that the signatories should know. */
        QUALIFIED,
        /** No record meets it yet. */
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
        return status == Status.OPEN || status == Status.TO_CHECK;
    }
}
