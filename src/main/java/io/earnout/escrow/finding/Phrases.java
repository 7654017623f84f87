package io.earnout.escrow.finding;

import io.earnout.terms.Figures;

/** How findings count. */
public final class Phrases {

    private Phrases() {}

    /** {@code 1 share}, {@code 2,700,000 shares}; a sum of several rows may be more than an agreement is about. */
    public static String shares(long count) {
        return Figures.grouped(Long.toString(count)) + (count == 1 ? " share" : " shares");
    }
}
