package io.earnout.input;

import io.earnout.escrow.ApprovedFirms;
import io.earnout.escrow.Code;
import io.earnout.escrow.EscrowFile;
import io.earnout.escrow.Finding;
import io.earnout.escrow.Origins;
import io.earnout.escrow.Rejected;
import io.earnout.escrow.Report;
import io.earnout.escrow.Source;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes one {@link EscrowFile} of the rows of an agreement, as they were known on the as-of date. A row at fault holds the
 * agreement and year that it belongs to, or all years if it can't be told which; terms that don't add up stop the run.
 *
 * <p>One assembler serves one thread.
 */
public final class EscrowAssembler {

    private final CheckedInput input;
    private final LocalDate asOf;
    private final boolean termsAlone;
    private final List<Finding> findings = new ArrayList<>();
    private final Row row;
    private final long[] rowsAfterAsOf;

    // of the agreement being assembled
    private String id = "";
    private int agreementRows;
    private boolean knownOnTheDay;
    private boolean termsRejected;
    private boolean termsClosed;
    private final List<AgreementsFile.Terms> terms = new ArrayList<>();
    private final List<AssessmentYear> years = new ArrayList<>();
    private final List<Source> yearSources = new ArrayList<>();
    private Optional<Agreement> agreement = Optional.empty();
    private final List<Report> reports = new ArrayList<>();
    private final Set<Integer> rejectedReports = new TreeSet<>();
    private final Set<Integer> rejectedRows = new TreeSet<>();
    private final Set<Integer> rejectedTransfers = new TreeSet<>();
    private boolean rejectedWhole;
    private Source agreementSource = Source.NONE;
    private final RegisterRows registers;
    private final List<ApprovedFirms.Approval> approvals = new ArrayList<>();

    private EscrowAssembler(CheckedInput input, LocalDate asOf, boolean termsAlone) {
        this.input = input;
        this.asOf = asOf;
        this.termsAlone = termsAlone;
        this.row = new Row(findings);
        this.registers = new RegisterRows(row);
        this.rowsAfterAsOf = new long[input.files().size()];
    }

    /** Takes every row. */
    public static EscrowAssembler of(CheckedInput input, LocalDate asOf) {
        return new EscrowAssembler(input, asOf, false);
    }

    /** Takes the terms alone, which is enough to see whether they add up; of other rows only the dates are looked at. */
    public static EscrowAssembler ofTermsAlone(CheckedInput input, LocalDate asOf) {
        return new EscrowAssembler(input, asOf, true);
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
                    List.of(tooLarge(new Source(file.file().name(), block.line(tooMany.getAsInt())))));
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
            if (!take(file.file().format())) {
                rowsAfterAsOf[block.file(record)]++;
            }
        }
        closeTerms();
        return new AssembledEscrow(agreement.map(this::escrow), !knownOnTheDay, List.copyOf(findings));
    }

    private Finding tooLarge(Source source) {
        return new Finding(
                Code.AGREEMENT_TOO_LARGE,
                id,
                0,
                source,
                "",
                "",
                "with this row the agreement has more than " + Limits.ROWS_OF_AN_AGREEMENT + " rows, or "
                        + Limits.BYTES_OF_AN_AGREEMENT + " bytes, in all files together",
                "check that rows were not written many times over, or under the wrong id");
    }

    /** How many rows of a file were left out so far, because they are dated after the as-of date. */
    public long rowsAfterAsOf(int file) {
        return rowsAfterAsOf[file];
    }

    private void reset(String agreementId) {
        findings.clear();
        id = agreementId;
        agreementRows = 0;
        knownOnTheDay = true;
        termsRejected = false;
        termsClosed = false;
        terms.clear();
        years.clear();
        yearSources.clear();
        agreement = Optional.empty();
        reports.clear();
        rejectedReports.clear();
        rejectedRows.clear();
        rejectedTransfers.clear();
        registers.clear();
        rejectedWhole = false;
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
                new Rejected(
                        Set.copyOf(rejectedReports),
                        Set.copyOf(rejectedRows),
                        Set.copyOf(rejectedTransfers),
                        rejectedWhole),
                input.calendars().of(agreed.businessCalendar()),
                new Origins(agreementSource, yearSources));
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
                    Code.AGREEMENT_TWICE,
                    AgreementsFile.Columns.AGREEMENT_ID,
                    "is the id of more than one agreement",
                    "give each agreement one row and an id of its own");
        }
        if (AgreementsFile.isAfter(row, asOf)) {
            knownOnTheDay = false;
            return false;
        }
        AgreementsFile.Terms read = AgreementsFile.read(row, asOf);
        List<String> unknown = input.calendars().unknownIn(read.businessCalendar());
        if (row.isSound() && !unknown.isEmpty()) {
            row.note(
                    Code.CALENDAR_UNKNOWN,
                    AgreementsFile.Columns.BUSINESS_CALENDAR,
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
        rejectIfNobodyKnowsIt(AssessmentYearsFile.Columns.AGREEMENT_ID);
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
                    Code.TERMS_REJECTED,
                    id,
                    0,
                    Source.NONE,
                    "",
                    "",
                    "a row with its terms was rejected: nothing of this agreement is in the other files",
                    "correct the row, and run again"));
        } else if (new TermsCheck(id, terms.get(0).considerationShares(), findings).addUp(years, yearSources)) {
            agreement = Optional.of(terms.get(0).over(years));
        }
    }

    private boolean takeReport() {
        if (AuditedRevenueFile.isAfter(row, asOf)) {
            return false;
        }
        if (termsAlone) {
            return true;
        }
        if (!knownOnTheDay) {
            row.reject(
                    Code.REPORT_BEFORE_SIGNING,
                    AuditedRevenueFile.Columns.REPORT_DATE,
                    "is the day of a report on an agreement that was signed only after " + asOf,
                    "correct report_date, or signed_on in agreements.csv");
            return true;
        }
        Optional<Report> report =
                AuditedRevenueFile.read(row, agreement.map(Agreement::currency).orElse(""));
        if (rejectIfNobodyKnowsIt(AuditedRevenueFile.Columns.AGREEMENT_ID) || agreement.isEmpty()) {
            return true;
        }
        checkYear(AuditedRevenueFile.Columns.ASSESSMENT_YEAR);
        if (row.isSound()) {
            report.ifPresent(reports::add);
        } else {
            holdYear(row.year(), rejectedReports);
        }
        return true;
    }

    private boolean takeRegister(Format format) {
        // what has no day of its own is known when its agreement is
        boolean isUndated = format == Format.PARTIES;
        if (RegisterRows.isAfter(format, row, asOf) || (isUndated && agreementRows > 0 && !knownOnTheDay)) {
            return false;
        }
        if (termsAlone) {
            return true;
        }
        if (rejectIfNobodyKnowsIt(format.owner())) {
            return true;
        }
        if (!knownOnTheDay) {
            row.reject(
                    Code.ROW_BEFORE_SIGNING,
                    format.owner(),
                    "was signed only after " + asOf + ", and the row is of an earlier day",
                    "correct the day, or signed_on in agreements.csv");
            return true;
        }
        if (agreement.isEmpty()) {
            return true;
        }
        format.yearColumn().ifPresent(this::checkYear);
        registers.take(format, agreement.get(), asOf);
        boolean decidesOnShares =
                format != Format.SHARE_PRICES && format != Format.DIVIDENDS && format != Format.PARTIES;
        if (!row.isSound() && decidesOnShares) {
            holdYear(row.year(), rejectedRows);
            if (format == Format.TRANSFERS) {
                int tranche = row.isEmpty(TransfersFile.Columns.TRANCHE_YEAR)
                        ? row.year()
                        : row.peekYear(TransfersFile.Columns.TRANCHE_YEAR);
                holdYear(tranche, rejectedRows);
                holdYear(tranche, rejectedTransfers);
            }
        }
        return true;
    }

    private void checkYear(Column column) {
        int last = agreement.map(agreed -> agreed.years().size()).orElse(0);
        if (row.year() > last) {
            row.reject(
                    Code.UNKNOWN_YEAR,
                    column,
                    "is no assessment year of \"" + Texts.shown(id) + "\", which has years 1 to " + last,
                    "correct it; until then nothing of this agreement is instructed, since the row may belong to any"
                            + " year");
        }
    }

    /** What a rejected row would have said is unknown: its year waits, or all of them if it can't be told which. */
    private void holdYear(int year, Set<Integer> years) {
        int last = agreement.map(agreed -> agreed.years().size()).orElse(0);
        if (year >= 1 && year <= last) {
            years.add(year);
        } else {
            rejectedWhole = true;
        }
    }

    private boolean takeApproval() {
        if (!knownOnTheDay || ApprovedFirmsFile.isAfter(row, asOf)) {
            return false;
        }
        if (termsAlone) {
            return true;
        }
        Optional<ApprovedFirms.Approval> approval = ApprovedFirmsFile.read(row, asOf);
        if (!rejectIfNobodyKnowsIt(ApprovedFirmsFile.Columns.AGREEMENT_ID)) {
            approval.ifPresent(approvals::add);
        }
        return true;
    }

    private boolean rejectIfNobodyKnowsIt(Column agreementId) {
        if (agreementRows > 0) {
            return false;
        }
        if (input.trusted().contains(Format.AGREEMENTS)) {
            row.reject(
                    Code.UNKNOWN_AGREEMENT,
                    agreementId,
                    "is no agreement of " + Format.AGREEMENTS.fileName(),
                    "correct the id, or add the agreement");
        }
        return true;
    }
}
