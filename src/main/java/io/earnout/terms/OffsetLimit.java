package io.earnout.terms;

/** How far an offset can go: "offset any shortfall in the Operating Revenue" (SPA 5.2(2)). */
public enum OffsetLimit implements Term {
    /** Until the revenue shortfall is covered or its shares are all restored, whichever comes first. The default. */
    BOTH("both") {
        @Override
        public ExactMoney of(ExactMoney openShortfall, ExactShares openDeduction, Conversion conversion) {
            return conversion.shares(openShortfall).compareTo(openDeduction) <= 0
                    ? openShortfall
                    : conversion.revenue(openDeduction);
        }

        @Override
        public ExactMoney weight(ExactMoney openShortfall, ExactMoney limit) {
            return openShortfall;
        }
    },
    /** Until the deducted shares are all restored, whatever revenue that takes. */
    SHARES("shares") {
        @Override
        public ExactMoney of(ExactMoney openShortfall, ExactShares openDeduction, Conversion conversion) {
            return conversion.revenue(openDeduction);
        }

        @Override
        public ExactMoney weight(ExactMoney openShortfall, ExactMoney limit) {
            return limit;
        }
    };

    private final String term;

    OffsetLimit(String term) {
        this.term = term;
    }

    /** The most revenue that can still be applied to a shortfall. */
    public abstract ExactMoney of(ExactMoney openShortfall, ExactShares openDeduction, Conversion conversion);

    /** What counts where a credit is applied to several shortfalls in proportion: the revenue that is open to be offset. */
    public abstract ExactMoney weight(ExactMoney openShortfall, ExactMoney limit);

    @Override
    public String term() {
        return term;
    }
}
