package io.earnout.batch;

/** Ends the job: the input can't be trusted, and why was written down. */
final class RejectedInput extends Exception {

    private static final long serialVersionUID = 1L;

    RejectedInput() {
        super("the input was rejected");
    }
}
