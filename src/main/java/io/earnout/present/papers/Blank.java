package io.earnout.present.papers;

/** A blank in a paper, to be filled in by hand, for a text that is not on record. */
final class Blank {

    private static final String LINE = "____________";

    private Blank() {}

    /** {@code ____________ (address: not on record)}. */
    static String of(String what) {
        return LINE + " (" + what + ": not on record)";
    }

    static String unlessGiven(String text, String what) {
        return text.isEmpty() ? of(what) : text;
    }
}
