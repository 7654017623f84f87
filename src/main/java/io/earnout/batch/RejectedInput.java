package io.earnout.batch;

import io.earnout.present.overview.FindingSummary;

/** Ends the job: the input can't be trusted, and the list of all errors was written. */
final class RejectedInput extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FindingSummary findings;

    RejectedInput(FindingSummary findings) {
        super("the input was rejected");
        this.findings = findings;
    }

    FindingSummary findings() {
        return findings;
    }
}
