package io.earnout.present.papers;

/** A blank in a paper, to be filled in by hand, for a text that is not on record. */
public final class Blank {

    private static final String LINE = "____________";

    private Blank() {}

    /** {@code ____________ (address: not on record)}. */
    public static String of(String what) {
        return LINE + " (" + what + ": not on record)";
    }

    /** Whether a text is a blank. */
    public static boolean is(String text) {
        return text.startsWith(LINE);
    }

    static String unlessGiven(String text, String what) {
        return text.isEmpty() ? of(what) : text;
    }
}
