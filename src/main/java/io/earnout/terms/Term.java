package io.earnout.terms;

/** A choice that files name by a word of its own, such as {@code excess-year}. */
public interface Term {

    /** The word. */
    String term();
}
