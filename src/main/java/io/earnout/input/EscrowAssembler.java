package io.earnout.input;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.finding.TextSimilarity;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Origins;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Rejected.Register;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.record.RunDay;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.Limits;
import io.earnout.input.csv.OrderedFile;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Texts;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes one {@link EscrowFile} of the rows of an agreement, as they were known on the as-of date. An invalid row blocks the
 * agreement and year that it belongs to, or all years if it can't be told which; terms that don't add up stop the run.
 *
 * <p>One assembler serves one thread.
 */
public final class EscrowAssembler {

    private final CheckedInput input;
    private final RunDay day;
    private final LocalDate asOf;
    private final boolean termsAlone;
    private final List<Finding> findings = new ArrayList<>();
    private final Row row;
    private final LeftOut[] leftOut;
    private final List<Format> formats;

    // of the agreement being assembled
    private String id = "";
    private int agreementRows;
    private Optional<MisspeltIds.Stray> stray = Optional.empty();
    private boolean knownOnTheDay;
    private boolean termsRejected;
    private boolean termsClosed;
    private final List<AgreementsFile.Terms> terms = new ArrayList<>();
    private final List<AssessmentYear> years = new ArrayList<>();
    private final List<Source> yearSources = new ArrayList<>();
    private Optional<Agreement> agreement = Optional.empty();
    private final List<Report> reports = new ArrayList<>();
    private final Map<Register, Set<Integer>> rejected = new EnumMap<>(Register.class);
    private final Set<Integer> rejectedTransfers = new TreeSet<>();
    private Source agreementSource = Source.NONE;
    private final RegisterRows registers;
    private final List<ApprovedFirms.Approval> approvals = new ArrayList<>();

    private EscrowAssembler(CheckedInput input, RunDay day, boolean termsAlone) {
        this.input = input;
        this.day = day;
        this.asOf = day.asOf();
        this.termsAlone = termsAlone;
        this.row = new Row(findings, day);
        this.registers = new RegisterRows(row);
        this.leftOut = new LeftOut[input.files().size()];
        Arrays.fill(leftOut, LeftOut.NONE);
        this.formats =
                input.files().stream().map(file -> Format.of(file.file())).toList();
    }

    /** Takes every row. */
    public static EscrowAssembler of(CheckedInput input, RunDay day) {
        return new EscrowAssembler(input, day, false);
    }

    /** Takes the terms alone, which is enough to see whether they add up; of other rows only the dates are looked at. */
    public static EscrowAssembler ofTermsAlone(CheckedInput input, RunDay day) {
        return new EscrowAssembler(input, day, true);
    }

    /** Assembles the agreement at that place of the block. */
    public AssembledEscrow assemble(EscrowBlock block, int place) {
        reset(block.agreementId(place));
        OptionalInt tooMany = block.recordTooMany(place);
        if (tooMany.isPresent()) {
            OrderedFile file = input.files().get(block.file(tooMany.getAsInt()));
            return new AssembledEscrow(
                    Optional.empty(),
                    false,
                    List.of(tooLarge(new Source(file.file().name(), block.line(tooMany.getAsInt())))),
                    Optional.empty());
        }
        for (int record = block.firstRecord(place); record < block.endRecord(place); record++) {
            OrderedFile file = input.files().get(block.file(record));
            row.read(
                    file.layout(),
                    new Source(file.file().name(), block.line(record)),
                    block.bytes(),
                    block.start(record),
                    block.end(record),
                    block.quotesBroken(record),
                    id);
            if (!termsAlone) {
                row.noteUnseenInId(file.file().schema().owner());
            }
            Format format = formats.get(block.file(record));
            if (agreementRows == 0 && stray.isEmpty() && format.schema().decidesOnShares()) {
                stray = Optional.of(new MisspeltIds.Stray(id, row.source()));
            }
            if (!take(format)) {
                int left = block.file(record);
                leftOut[left] = leftOut[left].plus(block.line(record));
            }
        }
        closeTerms();
        if (!termsAlone && agreement.isPresent()) {
            input.misspelt().rowThatMayMean(id).ifPresent(this::holdForMisspelt);
        }
        return new AssembledEscrow(agreement.map(this::escrow), !knownOnTheDay, List.copyOf(findings), stray);
    }

    private Finding tooLarge(Source source) {
        return new Finding(
                FindingCode.AGREEMENT_TOO_LARGE,
                id,
                0,
                source,
                "",
                "",
                "with this row the agreement has more than " + Limits.ROWS_OF_AN_AGREEMENT + " rows, or "
                        + Limits.BYTES_OF_AN_AGREEMENT + " bytes, in all files together",
                "check that rows were not written many times over, or under the wrong id");
    }

    /** The rows of a file that were left out so far, because they are dated after the as-of date. */
    public LeftOut leftOut(int file) {
        return leftOut[file];
    }

    private void reset(String agreementId) {
        findings.clear();
        id = agreementId;
        agreementRows = 0;
        stray = Optional.empty();
        knownOnTheDay = true;
        termsRejected = false;
        termsClosed = false;
        terms.clear();
        years.clear();
        yearSources.clear();
        agreement = Optional.empty();
        reports.clear();
        rejected.clear();
        rejectedTransfers.clear();
        registers.clear();
        approvals.clear();
    }

    private EscrowFile escrow(Agreement agreed) {
        // of a list that can't be read nothing follows for the firms; the run is stopped anyway
        boolean listed = input.firmsListed() && input.trusted().contains(Format.APPROVED_FIRMS);
        return new EscrowFile(
                agreed,
                List.copyOf(reports),
                listed ? new ApprovedFirms(true, List.copyOf(approvals)) : ApprovedFirms.NO_LIST,
                registers.registers(),
                rejected(),
                input.calendars().of(agreed.businessCalendar()),
                new Origins(agreementSource, yearSources));
    }

    private Rejected rejected() {
        return rejected.isEmpty()
                ? Rejected.NOTHING
                : new Rejected(new EnumMap<>(rejected), Set.copyOf(rejectedTransfers));
    }

    private void holdForMisspelt(MisspeltIds.Stray other) {
        findings.add(new Finding(
                FindingCode.AGREEMENT_MISSPELT,
                id,
                0,
                other.source(),
                "agreement_id",
                other.id(),
                "\"" + Texts.shown(other.id()) + "\" is not an agreement; \"" + Texts.shown(id)
                        + "\" may be meant: nothing of this agreement is instructed",
                "correct the id, or take the row out"));
        holdYear(Rejected.ANY_YEAR, Register.SUSPENSIONS);
    }

    /** Takes the row; false if it is dated after the as-of date. The files come in the order of the formats. */
    private boolean take(Format format) {
        return switch (format) {
            case AGREEMENTS -> takeAgreement();
            case ASSESSMENT_YEARS -> takeYear();
            case AUDITED_REVENUE -> {
                closeTerms();
                yield takeReport();
            }
            case APPROVED_FIRMS -> {
                closeTerms();
                yield takeApproval();
            }
            case HOLIDAYS -> throw new IllegalArgumentException("holidays belong to no agreement");
            default -> {
                closeTerms();
                yield takeRegister(format);
            }
        };
    }

    private boolean takeAgreement() {
        agreementRows++;
        if (agreementRows > 1) {
            row.reject(
                    FindingCode.AGREEMENT_TWICE,
                    AgreementsFile.AGREEMENT_ID,
                    "is the id of more than one agreement",
                    "give each agreement one row and an id of its own");
        }
        if (day.leavesLaterRowsOut() && AgreementsFile.isAfter(row, asOf)) {
            knownOnTheDay = false;
            return false;
        }
        AgreementsFile.Terms read = AgreementsFile.read(row);
        List<String> unknown = input.calendars().unknownIn(read.businessCalendar());
        if (row.isSound() && !unknown.isEmpty()) {
            row.note(
                    FindingCode.CALENDAR_UNKNOWN,
                    AgreementsFile.BUSINESS_CALENDAR,
                    "names a calendar that holidays.csv does not have (" + Texts.shown(String.join(", ", unknown))
                            + "): its days are computed on weekends alone",
                    "write it as in holidays.csv, several joined by +, or add its holidays");
        }
        if (row.isSound()) {
            terms.add(read);
            agreementSource = row.source();
        } else {
            termsRejected = true;
        }
        return true;
    }

    private boolean takeYear() {
        if (!knownOnTheDay) {
            return false;
        }
        Optional<AssessmentYear> year = AssessmentYearsFile.read(row);
        if (year.isPresent()) {
            years.add(year.get());
            yearSources.add(row.source());
        } else {
            termsRejected = true;
        }
        rejectIfNobodyKnowsIt(AssessmentYearsFile.AGREEMENT_ID);
        return true;
    }

    /** All rows on the terms were taken: the agreement is known, or can't be. */
    private void closeTerms() {
        if (termsClosed) {
            return;
        }
        termsClosed = true;
        if (agreementRows == 0 || !knownOnTheDay || !input.trusted().contains(Format.ASSESSMENT_YEARS)) {
            return;
        }
        if (agreementRows > 1) {
            return;
        }
        if (termsRejected) {
            findings.add(new Finding(
                    FindingCode.TERMS_REJECTED,
                    id,
                    0,
                    Source.NONE,
                    "",
                    "",
                    "a row with its terms was rejected: the other files have no rows of this agreement",
                    "correct the row, and run again"));
        } else if (new TermsCheck(id, terms.get(0).considerationShares(), findings).addUp(years, yearSources)) {
            agreement = Optional.of(terms.get(0).over(years));
        }
    }

    private boolean takeReport() {
        if (day.leavesLaterRowsOut() && AuditedRevenueFile.isAfter(row, asOf)) {
            return false;
        }
        if (termsAlone) {
            return true;
        }
        if (!knownOnTheDay) {
            row.reject(
                    FindingCode.REPORT_BEFORE_SIGNING,
                    AuditedRevenueFile.REPORT_DATE,
                    "is the date of a report, but the agreement was signed only after " + asOf,
                    "correct report_date, or signed_on in agreements.csv");
            return true;
        }
        Optional<Report> report =
                AuditedRevenueFile.read(row, agreement.map(Agreement::currency).orElse(""));
        if (rejectIfNobodyKnowsIt(AuditedRevenueFile.AGREEMENT_ID) || agreement.isEmpty()) {
            return true;
        }
        checkYear(AuditedRevenueFile.ASSESSMENT_YEAR);
        if (row.isSound()) {
            report.ifPresent(reports::add);
        } else {
            holdYear(row.year(), Register.REPORTS);
        }
        return true;
    }

    private boolean takeRegister(Format format) {
        // what has no day of its own is known when its agreement is
        boolean isUndated = format == Format.PARTIES;
        boolean isLater =
                (day.leavesLaterRowsOut() || format == Format.DIVIDENDS) && RegisterRows.isAfter(format, row, asOf);
        if (isLater || (isUndated && agreementRows > 0 && !knownOnTheDay)) {
            return false;
        }
        if (termsAlone) {
            return true;
        }
        if (rejectIfNobodyKnowsIt(format.schema().owner())) {
            return true;
        }
        if (!knownOnTheDay) {
            row.reject(
                    FindingCode.ROW_BEFORE_SIGNING,
                    format.schema().owner(),
                    "was signed only after " + asOf + ", and the row is of an earlier day",
                    "correct the day, or signed_on in agreements.csv");
            return true;
        }
        if (agreement.isEmpty()) {
            return true;
        }
        format.schema().yearColumn().ifPresent(this::checkYear);
        registers.take(format, agreement.get());
        if (!row.isSound()) {
            switch (format) {
                case JOINT_INSTRUCTIONS -> {
                    holdYear(row.year(), Register.INSTRUCTIONS);
                    holdTranche(JointInstructionsFile.TRANCHE_YEAR, Register.INSTRUCTIONS);
                }
                case TRANSFERS -> {
                    holdYear(row.year(), Register.TRANSFERS);
                    int tranche = holdTranche(TransfersFile.TRANCHE_YEAR, Register.TRANSFERS);
                    if (tranche != Rejected.ANY_YEAR) {
                        rejectedTransfers.add(tranche);
                    }
                }
                case SUSPENSIONS -> holdYear(row.year(), Register.SUSPENSIONS);
                case ADJUSTMENTS -> holdYear(row.year(), Register.ADJUSTMENTS);
                default -> {} // it decides on no share
            }
        }
        return true;
    }

    private void checkYear(Column<Integer> column) {
        int last = agreement.map(agreed -> agreed.years().size()).orElse(0);
        if (row.year() > last) {
            row.reject(
                    FindingCode.UNKNOWN_YEAR,
                    column,
                    "is not an assessment year of \"" + Texts.shown(id) + "\", which has years 1 to " + last,
                    "correct it; until then nothing of this agreement is instructed, since the row may belong to any"
                            + " year");
        }
    }

    /** What a rejected row would have said is unknown: its year waits, or all of them if it can't be told which. */
    private int holdYear(int year, Register register) {
        int last = agreement.map(agreed -> agreed.years().size()).orElse(0);
        int held = year >= 1 && year <= last ? year : Rejected.ANY_YEAR;
        rejected.computeIfAbsent(register, none -> new TreeSet<>()).add(held);
        return held;
    }

    /** The same for the tranche that a row names, which is that of its year if it names none. */
    private int holdTranche(Column<Integer> column, Register register) {
        return holdYear(row.isEmpty(column) ? row.year() : row.peekYear(column), register);
    }

    private boolean takeApproval() {
        if (!knownOnTheDay || (day.leavesLaterRowsOut() && ApprovedFirmsFile.isAfter(row, asOf))) {
            return false;
        }
        if (termsAlone) {
            return true;
        }
        Optional<ApprovedFirms.Approval> approval = ApprovedFirmsFile.read(row);
        if (!rejectIfNobodyKnowsIt(ApprovedFirmsFile.AGREEMENT_ID)) {
            approval.ifPresent(this::takeApproval);
            if (!row.isSound()) {
                holdYear(Rejected.ANY_YEAR, Register.APPROVALS);
            }
        }
        return true;
    }

    private void takeApproval(ApprovedFirms.Approval approval) {
        approvals.add(approval);
        Optional<ApprovedFirms.Approval> other =
                approvals.stream().filter(approval::contradicts).findFirst();
        if (other.isPresent()) {
            row.reject(
                    FindingCode.APPROVALS_CONTRADICT,
                    ApprovedFirmsFile.FIRM,
                    "has another row about the same days, which contradicts it ("
                            + other.get().source() + "): nothing of this agreement is instructed",
                    "delete the row that is wrong, or let the one approval end before the other begins");
        }
        boolean isOfAReport = reports.stream().anyMatch(report -> report.firm().equals(approval.firm()));
        Optional<String> meant = isOfAReport || approval.withdrawnOn().isEmpty()
                ? Optional.empty()
                : reports.stream()
                        .map(Report::firm)
                        .filter(firm -> TextSimilarity.isNear(firm, approval.firm()))
                        .min(Comparator.naturalOrder());
        if (meant.isPresent()) {
            row.reject(
                    FindingCode.FIRM_MISSPELT,
                    ApprovedFirmsFile.FIRM,
                    "made no report, and its approval was withdrawn; if \"" + meant.get()
                            + "\" is meant, its reports don't count: nothing of this agreement is instructed",
                    "write the firm as in its reports, or delete the row");
        }
    }

    private boolean rejectIfNobodyKnowsIt(Column<?> agreementId) {
        if (agreementRows > 0) {
            return false;
        }
        if (input.trusted().contains(Format.AGREEMENTS)) {
            List<String> near = input.misspelt().meantBy(id);
            row.reject(
                    FindingCode.UNKNOWN_AGREEMENT,
                    agreementId,
                    "is not listed in " + Format.AGREEMENTS.fileName()
                            + (near.isEmpty() ? "" : "; the nearest is \"" + Texts.shown(near.get(0)) + "\""),
                    "correct the id, or add the agreement");
        }
        return true;
    }
}
