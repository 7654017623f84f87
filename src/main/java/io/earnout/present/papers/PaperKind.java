package io.earnout.present.papers;

/** The kinds of paper that a run drafts. */
public enum PaperKind {
    /** The joint written instruction of issuer and purchaser (EA 3.1(b)). */
    JOINT_INSTRUCTION("Joint written instruction", "joint-instruction"),
    /** How the quantity was calculated, for the seller. */
    CALCULATION_STATEMENT("Calculation statement", "calculation-statement"),
    /** The checklist of the release conditions (EA 3.1(a) and (b)). */
    CHECKLIST("Checklist of the release conditions", "checklist"),
    /** The letter to the issuer's transfer agent that goes with a joint written instruction (EA 3.2). */
    TRANSFER_AGENT_LETTER("Letter to the transfer agent", "transfer-agent-letter"),
    /** The shares to be cancelled at expiration (SPA 5.2(1)). */
    CANCELLATION_LIST("Cancellation list", "cancellation-list"),
    /** The instruction to return shares for cancellation (SPA 5.2(1)). */
    RETURN_INSTRUCTION("Return instruction", "return-instruction"),
    /** The agreement on one page, for the board. */
    SUMMARY("Summary for the board", "summary");

    private final String title;
    private final String inFileNames;

    PaperKind(String title, String inFileNames) {
        this.title = title;
        this.inFileNames = inFileNames;
    }

    public String title() {
        return title;
    }

    /** Whether it is on one page, annexes aside. */
    boolean isOnOnePage() {
        return this == JOINT_INSTRUCTION || this == TRANSFER_AGENT_LETTER || this == SUMMARY;
    }

    public String inFileNames() {
        return inFileNames;
    }
}
