package io.earnout.terms;

/** Whose target and tranche turn offset revenue into shares: "the particular period" of SPA 5.2(2). */
public enum ConversionTarget implements Term {
    /** The year with the excess. The default. */
    EXCESS_YEAR("excess-year") {
        @Override
        public Conversion of(AssessmentYear excessYear, AssessmentYear shortfallYear) {
            return excessYear.conversion();
        }
    },
    /** The earlier year whose shortfall is offset. */
    SHORTFALL_YEAR("shortfall-year") {
        @Override
        public Conversion of(AssessmentYear excessYear, AssessmentYear shortfallYear) {
            return shortfallYear.conversion();
        }
    };

    private final String term;

    ConversionTarget(String term) {
        this.term = term;
    }

    /** The rate at which revenue of the one year restores shares of the other. */
    public abstract Conversion of(AssessmentYear excessYear, AssessmentYear shortfallYear);

    @Override
    public String term() {
        return term;
    }
}
