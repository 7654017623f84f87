package io.earnout.escrow;

import io.earnout.terms.Shares;

/** How findings count. */
final class Words {

    private Words() {}

    /** {@code 1 share}, {@code 2,700,000 shares}. */
    static String shares(long count) {
        return Shares.of(count) + (count == 1 ? " share" : " shares");
    }
}
