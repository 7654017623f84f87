package io.earnout.present.papers;

import io.earnout.terms.Shares;

/** How sentences count shares. */
final class QuantityText {

    private QuantityText() {}

    /** {@code 1 share}, {@code 2,700,000 shares}. */
    static String of(Shares shares) {
        return shares + (shares.count() == 1 ? " share" : " shares");
    }
}
