package io.earnout.present.papers;

/** The kinds of paper that a run drafts. */
public enum PaperKind {
    /** The joint written instruction of issuer and purchaser (EA 3.1(b)). */
    JOINT_INSTRUCTION("Joint written instruction", "joint-instruction"),
    /** How the quantity was calculated, for the seller. */
    CALCULATION_STATEMENT("Calculation statement", "calculation-statement"),
    /** The checklist of the release conditions (EA 3.1(a) and (b)). */
    CHECKLIST("Checklist of the release conditions", "checklist"),
    /** The shares to be cancelled at expiration (SPA 5.2(1)). */
    CANCELLATION_LIST("Cancellation list", "cancellation-list"),
    /** The instruction to return shares for cancellation (SPA 5.2(1)). */
    RETURN_INSTRUCTION("Return instruction", "return-instruction");

    private final String title;
    private final String inFileNames;

    PaperKind(String title, String inFileNames) {
        this.title = title;
        this.inFileNames = inFileNames;
    }

    public String title() {
        return title;
    }

    public String inFileNames() {
        return inFileNames;
    }
}
