package io.earnout.escrow;

import io.earnout.terms.Figures;

/** How findings count. */
final class Words {

    private Words() {}

    /** {@code 1 share}, {@code 2,700,000 shares}; a sum of several rows may be more than an agreement is about. */
    static String shares(long count) {
        return Figures.grouped(Long.toString(count)) + (count == 1 ? " share" : " shares");
    }
}
