package io.earnout.batch;

/** Ends the job: an input file is not what it was when its hash was taken. */
final class InputChanged extends Exception {

    private static final long serialVersionUID = 1L;

    InputChanged() {
        super("an input file was changed while it was read");
    }
}
