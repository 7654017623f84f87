package io.earnout.input;

import io.earnout.escrow.ApprovedFirms;
import io.earnout.escrow.Code;
import io.earnout.escrow.EscrowFile;
import io.earnout.escrow.Finding;
import io.earnout.escrow.Report;
import io.earnout.escrow.Source;
import io.earnout.terms.AssessmentYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final List<Finding> findings = new ArrayList<>();
    private final Row row;
    private final long[] rowsAfterAsOf;

    // of the agreement being assembled
    private final List<AgreementsFile.Terms> terms = new ArrayList<>();
    private final List<AssessmentYear> years = new ArrayList<>();
    private final List<Source> yearSources = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final List<ApprovedFirms.Approval> approvals = new ArrayList<>();
    private final Set<Integer> rejectedReports = new TreeSet<>();
    private int agreementRows;
    private boolean termsRejected;
    private boolean rejectedWhole;
    private boolean knownOnTheDay;

    public EscrowAssembler(CheckedInput input, LocalDate asOf) {
        this.input = input;
        this.asOf = asOf;
        this.row = new Row(findings);
        this.rowsAfterAsOf = new long[input.files().size()];
    }

    /** Assembles the agreement at that place of the block. */
    public AssembledEscrow assemble(EscrowBlock block, int agreement) {
        reset();
        String id = block.agreementId(agreement);
        for (int record = block.firstRecord(agreement); record < block.endRecord(agreement); record++) {
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
        Optional<EscrowFile> escrow = knownOnTheDay ? escrow(id) : Optional.empty();
        return new AssembledEscrow(escrow, List.copyOf(findings));
    }

    /** How many rows of a file were left out so far, because they are dated after the as-of date. */
    public long rowsAfterAsOf(int file) {
        return rowsAfterAsOf[file];
    }

    private void reset() {
        findings.clear();
        terms.clear();
        years.clear();
        yearSources.clear();
        reports.clear();
        approvals.clear();
        rejectedReports.clear();
        agreementRows = 0;
        termsRejected = false;
        rejectedWhole = false;
        knownOnTheDay = true;
    }

    /** Takes the row; false if it is dated after the as-of date. The files come in the order of the formats. */
    private boolean take(Format format) {
        return switch (format) {
            case AGREEMENTS -> takeAgreement();
            case ASSESSMENT_YEARS -> takeYear();
            case AUDITED_REVENUE -> takeReport();
            case APPROVED_FIRMS -> takeApproval();
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
        if (row.isSound()) {
            terms.add(read);
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

    private boolean takeReport() {
        if (!knownOnTheDay || AuditedRevenueFile.isAfter(row, asOf)) {
            return false;
        }
        Optional<Report> report =
                AuditedRevenueFile.read(row, terms.isEmpty() ? "" : terms.get(0).currency());
        if (rejectIfNobodyKnowsIt(AuditedRevenueFile.Columns.AGREEMENT_ID)) {
            return true;
        }
        boolean yearExists = hasYear(row.year());
        if (row.year() != 0 && !yearExists && termsAreKnown()) {
            row.reject(
                    Code.UNKNOWN_YEAR,
                    AuditedRevenueFile.Columns.ASSESSMENT_YEAR,
                    "is no assessment year of \"" + Row.shown(row.agreementId()) + "\", which has " + years.size(),
                    "correct it; until then nothing of this agreement is instructed, since the row may belong to any"
                            + " year");
        }
        if (yearExists && row.isSound()) {
            report.ifPresent(reports::add);
        } else if (yearExists) {
            rejectedReports.add(row.year());
        } else {
            rejectedWhole = true;
        }
        return true;
    }

    private boolean hasYear(int number) {
        for (AssessmentYear year : years) {
            if (year.number() == number) {
                return true;
            }
        }
        return false;
    }

    private boolean takeApproval() {
        if (!knownOnTheDay || ApprovedFirmsFile.isAfter(row, asOf)) {
            return false;
        }
        Optional<ApprovedFirms.Approval> approval = ApprovedFirmsFile.read(row, asOf);
        if (!rejectIfNobodyKnowsIt(ApprovedFirmsFile.Columns.AGREEMENT_ID)) {
            approval.ifPresent(approvals::add);
        }
        return true;
    }

    private boolean termsAreKnown() {
        return !termsRejected && input.trusted().contains(Format.ASSESSMENT_YEARS);
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

    private Optional<EscrowFile> escrow(String id) {
        boolean complete = agreementRows == 1
                && terms.size() == 1
                && !termsRejected
                && input.trusted().contains(Format.ASSESSMENT_YEARS);
        if (!complete || !termsAddUp(id)) {
            return Optional.empty();
        }
        ApprovedFirms firms =
                input.firmsListed() ? new ApprovedFirms(true, List.copyOf(approvals)) : ApprovedFirms.NO_LIST;
        return Optional.of(new EscrowFile(
                terms.get(0).over(years), List.copyOf(reports), firms, Set.copyOf(rejectedReports), rejectedWhole));
    }

    private boolean termsAddUp(String id) {
        TermsCheck check = new TermsCheck(id, terms.get(0).considerationShares(), findings);
        return check.addUp(years, yearSources);
    }
}
