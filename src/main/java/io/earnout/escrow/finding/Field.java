package io.earnout.escrow.finding;

/** What a finding is about within a record, as the agreements and their records name it. */
public enum Field {
    /** None alone. */
    NONE,
    AGREED_ON,
    ASSESSMENT_YEAR,
    AUDITED_REVENUE,
    CONFIRMED_FIGURE,
    CONFIRMED_ON,
    CURRENCY,
    DEPOSITED_ON,
    DISPUTED_BY,
    DISPUTED_SHARES,
    EFFECTIVE_ON,
    EXPIRES_ON,
    FIRM,
    FROM,
    INSTRUCTION_ID,
    LIFTED_BY,
    LIFTED_ON,
    LIFTING_DOCUMENT,
    MISSED_TARGET,
    NEW_SHARES,
    OPINION,
    READINGS_AGREED_ON,
    READINGS_DOCUMENT,
    RECEIVED_ON,
    RECORD_DATE,
    REFERENCE,
    RELEASE_DUE_ON,
    RELEASE_SHARES,
    REPORT_DATE,
    REPORT_ID,
    ROUNDING,
    SUPERSEDES,
    SHARES,
    SIGNED_BY,
    SIGNED_BY_ISSUER_ON,
    SIGNED_BY_PURCHASER_ON,
    TARGET_REVENUE,
    TRANCHE_YEAR,
    WITHDRAWN_ON;

    private final String text = name().equals("NONE") ? "" : lowerCase(name());

    /** The letters of a constant's name in lower case, whatever the locale. */
    private static String lowerCase(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            letters.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        return letters.toString();
    }

    /** As the files name it; empty for {@link #NONE}. */
    @Override
    public String toString() {
        return text;
    }
}
