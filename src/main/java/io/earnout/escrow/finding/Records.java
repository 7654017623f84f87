package io.earnout.escrow.finding;

/** The records that the agent and the parties keep, as messages name them. */
public enum Records {
    AGREEMENTS("agreements.csv"),
    APPROVED_FIRMS("approved-firms.csv"),
    AUDITED_REVENUE("audited-revenue.csv"),
    HOLIDAYS("holidays.csv"),
    JOINT_INSTRUCTIONS("joint-instructions.csv"),
    SHARE_CHANGES("share-changes.csv"),
    SHARE_PRICES("share-prices.csv"),
    TRANSFERS("transfers.csv");

    private final String name;

    Records(String name) {
        this.name = name;
    }

    /** The name by which people find them. */
    @Override
    public String toString() {
        return name;
    }
}
