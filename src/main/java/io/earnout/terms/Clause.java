package io.earnout.terms;

/**
 * The clauses of the Securities Purchase Agreement (SPA) and of the Escrow Agreement (EA) that a rule can cite, and the
 * Form 6-K that sums them up and yields to them.
 */
public enum Clause {
    FORM_6_K("6-K", "the summary of the agreements, which they prevail over"),
    SPA_1_1("SPA 1.1", "the consideration shares"),
    SPA_1_4("SPA 1.4", "the performance assessment period"),
    SPA_3_2("SPA 3.2", "dividends and votes of the shares in escrow are the seller's"),
    SPA_4_1("SPA 4.1", "the performance targets: \"not less than\""),
    SPA_4_2("SPA 4.2", "confirmed by an accounting firm approved by the issuer"),
    SPA_5_1("SPA 5.1", "one-fifth of the consideration shares is released within sixty days after the year"),
    SPA_5_2_1("SPA 5.2(1)", "a shortfall deducts shares, which are returned for cancellation at expiration"),
    SPA_5_2_2("SPA 5.2(2)", "50% of an excess may offset the shortfall of any previous year"),
    SPA_5_3("SPA 5.3", "all parties may agree on another quantity or another day"),
    SPA_6("SPA 6", "taxes and fees are borne by the respective parties"),
    SPA_8_1("SPA 8.1", "the issuer may suspend the release for the seller's breach"),
    SPA_8_2("SPA 8.2", "0.01% a day for a delayed release, at most 5%"),
    SPA_11_2("SPA 11.2", "an amendment needs the written consent of all parties"),
    SPA_11_3("SPA 11.3", "a notice is given on the third day after it is sent by courier"),
    EA_1_1("EA 1.1", "the shares are deposited within fifteen business days"),
    EA_1_3("EA 1.3", "dividends and votes of the shares in escrow are the seller's"),
    EA_2("EA 2", "the escrow lasts until all shares have been released or returned"),
    EA_3("EA 3", "the release mechanism, which has none for a return"),
    EA_3_1_A("EA 3.1(a)", "the report that the target has been achieved"),
    EA_3_1_B("EA 3.1(b)", "the joint written instruction of issuer and purchaser"),
    EA_3_2("EA 3.2", "the transfer within ten business days after the last document"),
    EA_3_3("EA 3.3", "a dispute over the quantity suspends the release"),
    EA_4_4("EA 4.4", "the escrow fee of $5,000 a year"),
    EA_7("EA 7", "effect and counterparts of the Escrow Agreement, before its signature page");

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
