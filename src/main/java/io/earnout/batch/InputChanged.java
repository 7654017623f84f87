package io.earnout.batch;

/** Ends the job: an input file is not as it was when its SHA-256 was taken. */
public final class InputChanged extends Exception {

    private static final long serialVersionUID = 1L;

    InputChanged() {
        super("an input file was changed while it was read");
    }
}
