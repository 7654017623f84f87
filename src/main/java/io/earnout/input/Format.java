package io.earnout.input;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of CSV files that are read, and their columns. */
public enum Format {
    AGREEMENTS("agreements", false, AgreementsFile.Columns.values()),
    ASSESSMENT_YEARS("assessment-years", false, AssessmentYearsFile.Columns.values()),
    AUDITED_REVENUE("audited-revenue", true, AuditedRevenueFile.Columns.values()),
    APPROVED_FIRMS("approved-firms", false, ApprovedFirmsFile.Columns.values()),
    JOINT_INSTRUCTIONS("joint-instructions", true, JointInstructionsFile.Columns.values()),
    TRANSFERS("transfers", true, TransfersFile.Columns.values()),
    SUSPENSIONS("suspensions", false, SuspensionsFile.Columns.values()),
    ADJUSTMENTS("adjustments", false, AdjustmentsFile.Columns.values()),
    SHARE_PRICES("share-prices", false, SharePricesFile.Columns.values()),
    DIVIDENDS("dividends", false, DividendsFile.Columns.values()),
    PARTIES("parties", false, PartiesFile.Columns.values()),
    /** The only one that is not about agreements: its rows belong to calendars. */
    HOLIDAYS("holidays", false, HolidaysFile.Columns.values());

    private static final String ENDING = ".csv";

    private final String stem;
    private final boolean inParts;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Column> columns;

    @SuppressWarnings("ImmutableEnumChecker") // of an enum constant
    private final Optional<Column> yearColumn;

    Format(String stem, boolean inParts, Column[] columns) {
        this.stem = stem;
        this.inParts = inParts;
        this.columns = List.of(columns);
        this.yearColumn = this.columns.stream()
                .filter(column -> column.name().equals("ASSESSMENT_YEAR"))
                .findFirst();
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

    /** Whether a name begins like that of one of the files. */
    static boolean beginsLikeOne(String fileName) {
        for (Format format : values()) {
            if (fileName.startsWith(format.stem)) {
                return true;
            }
        }
        return false;
    }

    private boolean names(String fileName) {
        return inParts ? fileName.startsWith(stem) && fileName.endsWith(ENDING) : fileName.equals(stem + ENDING);
    }

    /** Whether a file of that name may be split into several. */
    static boolean mayComeInParts(String fileName) {
        return ofName(fileName).filter(format -> format.inParts).isPresent();
    }

    /** How large a file of this kind may be. */
    long mostBytes() {
        return this == HOLIDAYS ? Limits.BYTES_IN_MEMORY : Limits.FILE_BYTES;
    }

    /** How the file is usually called. */
    public String fileName() {
        return stem + (inParts ? "*" : "") + ENDING;
    }

    /** What all files are called, in their order. */
    static String fileNames() {
        return String.join(", ", Stream.of(values()).map(Format::fileName).toList());
    }

    /** Whether there must be such a file. */
    boolean required() {
        return this == AGREEMENTS || this == ASSESSMENT_YEARS || this == AUDITED_REVENUE;
    }

    List<Column> columns() {
        return columns;
    }

    /** Whether its rows belong to assessment years. */
    boolean hasYears() {
        return yearColumn.isPresent();
    }

    /** The column that names the assessment year, if there is one. */
    Optional<Column> yearColumn() {
        return yearColumn;
    }

    /** Whether its rows can hold shares, or say that they have gone. */
    boolean decidesOnShares() {
        return switch (this) {
            case AUDITED_REVENUE, APPROVED_FIRMS, JOINT_INSTRUCTIONS, TRANSFERS, SUSPENSIONS, ADJUSTMENTS -> true;
            default -> false;
        };
    }

    /** Whether its rows belong to agreements. */
    boolean isOfAgreements() {
        return this != HOLIDAYS;
    }

    /** The column that says whose row it is: the agreement's, or the calendar's; every format has it first. */
    Column owner() {
        return columns.get(0);
    }
}
