package io.earnout.input;

import io.earnout.input.csv.InputFile;
import io.earnout.input.csv.Limits;
import io.earnout.input.csv.Schema;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The CSV files that are read, in the order in which an agreement needs them. */
public enum Format {
    AGREEMENTS(
            "agreements", false, AgreementsFile.COLUMNS, "the agreement: shares, parties, days of signing and deposit"),
    ASSESSMENT_YEARS(
            "assessment-years", false, AssessmentYearsFile.COLUMNS, "the assessment years, with targets and tranches"),
    AUDITED_REVENUE("audited-revenue", true, AuditedRevenueFile.COLUMNS, "auditors' reports, as they come"),
    APPROVED_FIRMS(
            "approved-firms",
            false,
            ApprovedFirmsFile.COLUMNS,
            "firms that the issuer approved; without them no report counts"),
    JOINT_INSTRUCTIONS(
            "joint-instructions",
            true,
            JointInstructionsFile.COLUMNS,
            "joint instructions: days of signature and receipt"),
    TRANSFERS("transfers", true, TransfersFile.COLUMNS, "transfers that the escrow agent confirmed"),
    SUSPENSIONS("suspensions", false, SuspensionsFile.COLUMNS, "disputes and notices of breach, if there are any"),
    ADJUSTMENTS("adjustments", false, AdjustmentsFile.COLUMNS, "agreements of all parties on a year, if there are any"),
    AMENDMENTS("amendments", false, AmendmentsFile.COLUMNS, "amended targets, if all parties signed one"),
    SHARE_CHANGES(
            "share-changes", false, ShareChangesFile.COLUMNS, "consolidations and subdivisions of the shares, if any"),
    SHARE_PRICES("share-prices", false, SharePricesFile.COLUMNS, "closing prices, if a release is late"),
    DIVIDENDS("dividends", false, DividendsFile.COLUMNS, "dividends on the shares in escrow, if there are any"),
    PARTIES("parties", false, PartiesFile.COLUMNS, "names, addresses and accounts for the documents"),
    HOLIDAYS("holidays", false, HolidaysFile.COLUMNS, "holidays of China (CN) and the US; add each new year");

    private static final String ENDING = ".csv";

    private final String stem;
    private final boolean inParts;

    @SuppressWarnings("ImmutableEnumChecker") // complete once its file's class is
    private final Schema schema;

    private final String purpose;

    Format(String stem, boolean inParts, Schema schema, String purpose) {
        this.stem = stem;
        this.inParts = inParts;
        this.schema = schema;
        this.purpose = purpose;
    }

    /** The format of a file of that name, if it is one of these. */
    static Optional<Format> ofName(String fileName) {
        return Stream.of(values()).filter(format -> format.names(fileName)).findFirst();
    }

    /** The format of a file that is read. */
    static Format of(InputFile file) {
        return ofName(file.name()).orElseThrow(() -> new IllegalArgumentException("no input file: " + file.name()));
    }

    /** Whether a name begins like that of one of the files. */
    static boolean beginsLikeOne(String fileName) {
        return Stream.of(values()).anyMatch(format -> fileName.startsWith(format.stem));
    }

    private boolean names(String fileName) {
        return inParts ? fileName.startsWith(stem) && fileName.endsWith(ENDING) : fileName.equals(stem + ENDING);
    }

    /** Whether a file of that name may be split into several. */
    static boolean mayComeInParts(String fileName) {
        return ofName(fileName).filter(format -> format.inParts).isPresent();
    }

    /** The file at that place. */
    InputFile at(Path path) {
        return new InputFile(path, schema);
    }

    /** How large a file of this kind may be. */
    long mostBytes() {
        return this == HOLIDAYS ? Limits.BYTES_IN_MEMORY : Limits.FILE_BYTES;
    }

    /** How the file is usually called. */
    public String fileName() {
        return stem + (inParts ? "*" : "") + ENDING;
    }

    /** What it is called where it is one file. */
    String wholeName() {
        return stem + ENDING;
    }

    /** What it is for, in a few words. */
    String purpose() {
        return purpose;
    }

    /** What all files are called, in their order. */
    static String fileNames() {
        return Stream.of(values()).map(Format::fileName).collect(Collectors.joining(", "));
    }

    /** Whether there must be such a file. */
    boolean required() {
        return this == AGREEMENTS || this == ASSESSMENT_YEARS || this == AUDITED_REVENUE;
    }

    Schema schema() {
        return schema;
    }

    /** Whether its rows belong to agreements. */
    boolean isOfAgreements() {
        return this != HOLIDAYS;
    }
}
