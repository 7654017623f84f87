package io.earnout.present.explain;

import java.util.Locale;

/** The numbers that can be explained, each under the name of the column that holds it. */
public enum Quantity {
    AUDITED_REVENUE(Quantity.RECONCILIATION, "the operating revenue that counts"),
    SHORTFALL_REVENUE(Quantity.RECONCILIATION, "how far the revenue falls short of the target"),
    EXCESS_REVENUE(Quantity.RECONCILIATION, "how far the revenue exceeds the target"),
    DEDUCTED_SHARES(Quantity.RECONCILIATION, "deducted of the year's tranche by its own result"),
    /** Only where all parties agreed on another quantity; no file has it as a column. */
    EARNED_BY_FORMULA("", "what the formula alone would earn"),
    ADJUSTMENT_SHARES(Quantity.INSTRUCTIONS, "what the agreement of all parties adds to the formula's shares"),
    EARNED_SHARES(Quantity.RECONCILIATION, "released of the year's tranche by its own result"),
    CREDIT_REVENUE(Quantity.RECONCILIATION, "the part of the excess that may offset earlier shortfalls"),
    REVENUE_OFFSET(Quantity.INSTRUCTIONS, "applied to the shortfall of the earlier year"),
    CREDIT_USED_REVENUE(Quantity.RECONCILIATION, "applied to the shortfalls of all earlier years"),
    /** Only where one credit restores several years, which are rounded together; no file has it as a column. */
    RESTORED_BY_CREDIT("", "given back by the year's credit to all earlier years"),
    OPEN_SHORTFALL_REVENUE(Quantity.RECONCILIATION, "the shortfall to which no credit was applied"),
    RESTORED_INTO_SHARES(Quantity.RECONCILIATION, "given back to the tranche by later years"),
    OUTSTANDING_DEDUCTED_SHARES(Quantity.RECONCILIATION, "still deducted of the tranche"),
    ENTITLED_SHARES(Quantity.RECONCILIATION, "of the tranche, earned and restored"),
    CONFIRMED_RELEASED_SHARES(Quantity.RECONCILIATION, "of the tranche, moved to the seller by the agent"),
    OVER_RELEASED_SHARES(Quantity.RECONCILIATION, "moved to the seller beyond the entitlement"),
    CONFIRMED_RETURNED_SHARES(Quantity.RECONCILIATION, "of the tranche, returned to the issuer by the agent"),
    UNASSESSED_SHARES(Quantity.RECONCILIATION, "the tranche while no report counts"),
    /** Of a line: shares of one tranche that one assessment year's result releases. */
    LINE_ENTITLED_SHARES(Quantity.INSTRUCTIONS, "entitled_shares", "due to the seller by this line"),
    CONFIRMED_SHARES(Quantity.INSTRUCTIONS, "moved to the seller by the agent"),
    INSTRUCTED_SHARES(Quantity.INSTRUCTIONS, "signed and received, not moved yet"),
    HELD_SHARES(Quantity.INSTRUCTIONS, "held back by a closed gate"),
    SHARES_TO_INSTRUCT(Quantity.INSTRUCTIONS, "to put into the joint written instruction now"),
    SHARES_TO_CANCEL(Quantity.CANCELLATIONS, "to be returned for cancellation at expiration"),
    RESTORABLE_AT_MOST(Quantity.CANCELLATIONS, "the most that the years to come could still give back");

    private static final String RECONCILIATION = "reconciliation-report.csv";
    private static final String INSTRUCTIONS = "release-instructions.csv";
    private static final String CANCELLATIONS = "cancellation-list.csv";

    private final String file;
    private final String column;
    private final String words;

    Quantity(String file, String words) {
        this.file = file;
        this.column = name().toLowerCase(Locale.ROOT);
        this.words = words;
    }

    Quantity(String file, String column, String words) {
        this.file = file;
        this.column = column;
        this.words = words;
    }

    /** The file that holds the number; empty where none does. */
    public String file() {
        return file;
    }

    /** The column of that file, e.g. {@code earned_shares}. */
    public String column() {
        return column;
    }

    /** What it is, in a line. */
    public String words() {
        return words;
    }
}
