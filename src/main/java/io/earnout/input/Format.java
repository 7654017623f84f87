package io.earnout.input;

import java.util.List;
import java.util.Optional;

/** The kinds of CSV files that are read, and their columns. */
public enum Format {
    AGREEMENTS("agreements", false, AgreementsFile.Columns.values()),
    ASSESSMENT_YEARS("assessment-years", false, AssessmentYearsFile.Columns.values()),
    AUDITED_REVENUE("audited-revenue", true, AuditedRevenueFile.Columns.values()),
    APPROVED_FIRMS("approved-firms", false, ApprovedFirmsFile.Columns.values());

    private static final String ENDING = ".csv";

    /** Registers of the escrow agreement that the formats name and this version does not read. */
    private static final List<String> NOT_SUPPORTED_YET = List.of(
            "joint-instructions",
            "transfers",
            "suspensions",
            "adjustments",
            "share-prices",
            "dividends",
            "holidays",
            "parties");

    private final String stem;
    private final boolean inParts;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Column> columns;

    Format(String stem, boolean inParts, Column[] columns) {
        this.stem = stem;
        this.inParts = inParts;
        this.columns = List.of(columns);
    }

    /** The format of a file of that name, if it is one of these. */
    static Optional<Format> ofName(String fileName) {
        for (Format format : values()) {
            if (format.names(fileName)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    static boolean isNotSupportedYet(String fileName) {
        return NOT_SUPPORTED_YET.stream().anyMatch(stem -> fileName.startsWith(stem) && fileName.endsWith(ENDING));
    }

    /** Whether a name begins like that of one of the files, of this version or of a later one. */
    static boolean beginsLikeOne(String fileName) {
        for (Format format : values()) {
            if (fileName.startsWith(format.stem)) {
                return true;
            }
        }
        return NOT_SUPPORTED_YET.stream().anyMatch(fileName::startsWith);
    }

    private boolean names(String fileName) {
        return inParts ? fileName.startsWith(stem) && fileName.endsWith(ENDING) : fileName.equals(stem + ENDING);
    }

    /** How the file is usually called. */
    public String fileName() {
        return stem + (inParts ? "*" : "") + ENDING;
    }

    /** Whether there must be such a file. */
    boolean required() {
        return this != APPROVED_FIRMS;
    }

    List<Column> columns() {
        return columns;
    }

    /** Whether its rows belong to assessment years. */
    boolean hasYears() {
        return this == ASSESSMENT_YEARS || this == AUDITED_REVENUE;
    }

    /** The column that says whose row it is; every format has it. */
    Column agreementId() {
        return columns.get(0);
    }
}
