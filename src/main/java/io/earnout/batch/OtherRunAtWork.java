package io.earnout.batch;

/** Another run works with the same job repository, on this machine or another. */
public final class OtherRunAtWork extends Exception {

    private static final long serialVersionUID = 1L;

    OtherRunAtWork() {
        super("another run is at work");
    }
}
