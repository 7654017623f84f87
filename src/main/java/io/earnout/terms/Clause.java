package io.earnout.terms;

/** The clauses of the Securities Purchase Agreement (SPA) and of the Escrow Agreement (EA) that a rule can cite. */
public enum Clause {
    SPA_1_1("SPA 1.1", "the consideration shares"),
    SPA_1_4("SPA 1.4", "the performance assessment period"),
    SPA_4_1("SPA 4.1", "the performance targets: \"not less than\""),
    SPA_4_2("SPA 4.2", "confirmed by an accounting firm approved by the issuer"),
    SPA_5_1("SPA 5.1", "one-fifth of the consideration shares is released within sixty days after the year"),
    SPA_5_2_1("SPA 5.2(1)", "a shortfall deducts shares, which are returned for cancellation at expiration"),
    SPA_5_2_2("SPA 5.2(2)", "50% of an excess may offset the shortfall of any previous year"),
    SPA_11_2("SPA 11.2", "an amendment needs the written consent of all parties"),
    EA_3_1_A("EA 3.1(a)", "the report that the target has been achieved");

    private final String citation;
    private final String gist;

    Clause(String citation, String gist) {
        this.citation = citation;
        this.gist = gist;
    }

    /** How the clause is cited in every output, e.g. {@code SPA 5.2(1)}. */
    public String citation() {
        return citation;
    }

    /** What the clause says, in a line. */
    public String gist() {
        return gist;
    }
}
