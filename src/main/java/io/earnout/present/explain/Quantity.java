package io.earnout.present.explain;

import io.earnout.output.OutputFile;
import java.util.Locale;

/** The numbers that can be explained, each under the name of the column that holds it. */
public enum Quantity {
    AUDITED_REVENUE(OutputFile.RECONCILIATION_REPORT, "the operating revenue that counts"),
    SHORTFALL_REVENUE(OutputFile.RECONCILIATION_REPORT, "how far the revenue falls short of the target"),
    EXCESS_REVENUE(OutputFile.RECONCILIATION_REPORT, "how far the revenue exceeds the target"),
    DEDUCTED_SHARES(OutputFile.RECONCILIATION_REPORT, "deducted of the year's tranche by its own result"),
    /** Only where all parties agreed on another quantity; no file has it as a column. */
    EARNED_BY_FORMULA("what the formula alone would earn"),
    ADJUSTMENT_SHARES(
            OutputFile.RELEASE_INSTRUCTIONS, "what the agreement of all parties adds to the formula's shares"),
    EARNED_SHARES(OutputFile.RECONCILIATION_REPORT, "released of the year's tranche by its own result"),
    CREDIT_REVENUE(OutputFile.RECONCILIATION_REPORT, "the part of the excess that may offset earlier shortfalls"),
    /** The same where credits look forward. */
    CREDIT_FOR_LATER_YEARS(
            OutputFile.RECONCILIATION_REPORT,
            "credit_revenue",
            "the part of the excess that may reduce later shortfalls"),
    REVENUE_OFFSET(OutputFile.RELEASE_INSTRUCTIONS, "applied to the shortfall of the earlier year"),
    CREDIT_USED_REVENUE(OutputFile.RECONCILIATION_REPORT, "applied to the shortfalls of all earlier years"),
    /** Only where credits look forward; no file has the parts of a credit as a column. */
    APPLIED_TO_LATER_YEAR("applied to the shortfall of a later year"),
    CREDIT_USED_BY_LATER_YEARS(
            OutputFile.RECONCILIATION_REPORT, "credit_used_revenue", "applied to the shortfalls of all later years"),
    /** Only where credits look forward. */
    CREDITED_REVENUE("taken off the shortfall by the credits of earlier years"),
    /** Only where one credit restores several years, which are rounded together; no file has it as a column. */
    RESTORED_BY_CREDIT("given back by the year's credit to all earlier years"),
    OPEN_SHORTFALL_REVENUE(OutputFile.RECONCILIATION_REPORT, "the shortfall to which no credit was applied"),
    RESTORED_INTO_SHARES(OutputFile.RECONCILIATION_REPORT, "given back to the tranche by later years"),
    OUTSTANDING_DEDUCTED_SHARES(OutputFile.RECONCILIATION_REPORT, "still deducted of the tranche"),
    ENTITLED_SHARES(OutputFile.RECONCILIATION_REPORT, "of the tranche, earned and restored"),
    CONFIRMED_RELEASED_SHARES(OutputFile.RECONCILIATION_REPORT, "of the tranche, moved to the seller by the agent"),
    OVER_RELEASED_SHARES(OutputFile.RECONCILIATION_REPORT, "moved to the seller beyond the entitlement"),
    CONFIRMED_RETURNED_SHARES(OutputFile.RECONCILIATION_REPORT, "of the tranche, returned to the issuer by the agent"),
    UNASSESSED_SHARES(OutputFile.RECONCILIATION_REPORT, "the tranche while no report counts"),
    /** Of a line: shares of one tranche that one assessment year's result releases. */
    LINE_ENTITLED_SHARES(OutputFile.RELEASE_INSTRUCTIONS, "entitled_shares", "due to the seller by this line"),
    CONFIRMED_SHARES(OutputFile.RELEASE_INSTRUCTIONS, "moved to the seller by the agent"),
    INSTRUCTED_SHARES(OutputFile.RELEASE_INSTRUCTIONS, "signed and received, not moved yet"),
    HELD_SHARES(OutputFile.RELEASE_INSTRUCTIONS, "held back by a closed gate"),
    SHARES_TO_INSTRUCT(OutputFile.RELEASE_INSTRUCTIONS, "to put into the joint written instruction now"),
    SHARES_TO_CANCEL(OutputFile.CANCELLATION_LIST, "to be returned for cancellation at expiration"),
    RESTORABLE_AT_MOST(OutputFile.CANCELLATION_LIST, "the most that the years to come could still give back");

    private final String file;
    private final String column;
    private final String words;

    /** A number that no file holds. */
    Quantity(String words) {
        this.file = "";
        this.column = name().toLowerCase(Locale.ROOT);
        this.words = words;
    }

    Quantity(OutputFile file, String words) {
        this.file = file.fileName();
        this.column = name().toLowerCase(Locale.ROOT);
        this.words = words;
    }

    Quantity(OutputFile file, String column, String words) {
        this.file = file.fileName();
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
