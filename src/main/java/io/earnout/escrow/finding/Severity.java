package io.earnout.escrow.finding;

import io.earnout.terms.Term;

/** How much a finding matters. */
public enum Severity implements Term {
    /** Something is rejected, held, overdue or in conflict: a person must act. */
    ERROR("error"),
    /** Nothing is held, but a person should look at it. */
    WARNING("warning"),
    /** For the record. */
    NOTE("note");

    private final String term;

    Severity(String term) {
        this.term = term;
    }

    @Override
    public String term() {
        return term;
    }
}
