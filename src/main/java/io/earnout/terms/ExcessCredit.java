package io.earnout.terms;

/** How much of an excess may be used to offset earlier shortfalls: SPA 5.2(2), and the 6-K's summary of it. */
public enum ExcessCredit implements Term {
    /** "50% of the excess amount may be used": SPA 5.2(2), first sentence. The default. */
    HALF("half") {
        @Override
        public ExactMoney of(Money revenue, Money target) {
            return new ExactMoney(Fraction.of(revenue.beyond(target).minorUnits(), 2));
        }

        @Override
        String formula(Money revenue, Money target) {
            return "50% x (" + revenue + " - " + target + ")";
        }
    },
    /** "dividing the excess amount": SPA 5.2(2), second sentence, which does not halve it. */
    FULL("full") {
        @Override
        public ExactMoney of(Money revenue, Money target) {
            return ExactMoney.of(revenue.beyond(target));
        }

        @Override
        String formula(Money revenue, Money target) {
            return "100% x (" + revenue + " - " + target + ")";
        }
    },
    /** "exceeds the performance target by more than 50%": the 6-K as a threshold, beyond which all of it counts. */
    ABOVE_150("above-150") {
        @Override
        public ExactMoney of(Money revenue, Money target) {
            return isAbove150(revenue, target) ? FULL.of(revenue, target) : ExactMoney.ZERO;
        }

        @Override
        String formula(Money revenue, Money target) {
            return (isAbove150(revenue, target) ? "100%" : "0%") + " x (" + revenue + " - " + target + ")";
        }

        @Override
        public String equation(Money revenue, Money target) {
            return super.equation(revenue, target) + above150InWords(revenue, target);
        }
    },
    /** The 6-K's threshold, of which only the part beyond 150% of the target counts. */
    BEYOND_150("beyond-150") {
        @Override
        public ExactMoney of(Money revenue, Money target) {
            long halfFenBeyond = 2 * revenue.minorUnits() - 3 * target.minorUnits();
            return halfFenBeyond <= 0 ? ExactMoney.ZERO : new ExactMoney(Fraction.of(halfFenBeyond, 2));
        }

        @Override
        String formula(Money revenue, Money target) {
            return "max(0, " + revenue + " - 150% x " + target + ")";
        }
    },
    /** The 6-K's threshold with the SPA's half: beyond 150% of the target half of the whole excess counts. */
    HALF_ABOVE_150("half-above-150") {
        @Override
        public ExactMoney of(Money revenue, Money target) {
            return isAbove150(revenue, target) ? HALF.of(revenue, target) : ExactMoney.ZERO;
        }

        @Override
        String formula(Money revenue, Money target) {
            return (isAbove150(revenue, target) ? "50%" : "0%") + " x (" + revenue + " - " + target + ")";
        }

        @Override
        public String equation(Money revenue, Money target) {
            return super.equation(revenue, target) + above150InWords(revenue, target);
        }
    };

    private static boolean isAbove150(Money revenue, Money target) {
        return 2 * revenue.minorUnits() > 3 * target.minorUnits();
    }

    private static String above150InWords(Money revenue, Money target) {
        return ": the revenue is " + (isAbove150(revenue, target) ? "" : "not ") + "above 150% x " + target;
    }

    private final String term;

    ExcessCredit(String term) {
        this.term = term;
    }

    /** The credit that a year's revenue gives; zero where the target is not exceeded. */
    public abstract ExactMoney of(Money revenue, Money target);

    /** Whether it reads the words of SPA 5.2(2); the others read the 6-K's summary, which contradicts them. */
    public boolean isOfTheSpa() {
        return this == HALF || this == FULL;
    }

    abstract String formula(Money revenue, Money target);

    /** The arithmetic of {@link #of} with its figures and its result, for the workings of a year beyond its target. */
    public String equation(Money revenue, Money target) {
        return formula(revenue, target) + " = " + of(revenue, target) + " credit";
    }

    @Override
    public String term() {
        return term;
    }
}
