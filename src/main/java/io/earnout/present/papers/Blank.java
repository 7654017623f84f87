package io.earnout.present.papers;

/** What stands in a paper where the record has nothing: a blank that people fill in, never an invention. */
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
