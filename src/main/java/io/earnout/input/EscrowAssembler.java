package io.earnout.input;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Rejected.Register;
import io.earnout.escrow.record.RunDay;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.input.csv.Limits;
import io.earnout.input.csv.OrderedFile;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Texts;
import io.earnout.terms.Agreement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
    private Optional<MisspeltIds.Stray> stray = Optional.empty();
    private final TermsRows terms;
    private final HeldYears held;
    private final ReportRows reports;
    private final ApprovalRows approvals;
    private final RegisterRows registers;

    private EscrowAssembler(CheckedInput input, RunDay day, boolean termsAlone) {
        this.input = input;
        this.day = day;
        this.asOf = day.asOf();
        this.termsAlone = termsAlone;
        this.row = new Row(findings, day);
        this.terms = new TermsRows(input, day, row, findings);
        this.held = new HeldYears(row, terms);
        this.reports = new ReportRows(row, asOf, terms, held);
        this.approvals = new ApprovalRows(row, terms, reports, held);
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

    /** Takes one agreement after the other. */
    @FunctionalInterface
    public interface Visitor {
        void visit(EscrowBlock block, int place, AssembledEscrow assembled);
    }

    /** Assembles all agreements of the input, in the order of their ids. */
    public void assembleAll(Visitor visitor) {
        try (EscrowReader reader = new EscrowReader(input::records)) {
            reader.open();
            for (EscrowBlock block = reader.read(); block != null; block = reader.read()) {
                for (int place = 0; place < block.agreements(); place++) {
                    visitor.visit(block, place, assemble(block, place));
                }
            }
        }
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
            if (!terms.isListed() && stray.isEmpty() && format.schema().decidesOnShares()) {
                stray = Optional.of(new MisspeltIds.Stray(id, row.source()));
            }
            if (!take(format)) {
                int left = block.file(record);
                leftOut[left] = leftOut[left].plus(block.line(record));
            }
        }
        terms.close();
        if (!termsAlone && terms.agreement().isPresent()) {
            input.misspelt().rowThatMayMean(id).ifPresent(this::holdForMisspelt);
        }
        return new AssembledEscrow(
                terms.agreement().map(this::escrow), !terms.isKnownOnTheDay(), List.copyOf(findings), stray);
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

    /** The rows of each file that were left out so far, because they are dated after the as-of date. */
    public List<LeftOut> leftOut() {
        return List.of(leftOut);
    }

    private void reset(String agreementId) {
        findings.clear();
        id = agreementId;
        stray = Optional.empty();
        terms.clear(agreementId);
        held.clear();
        reports.clear();
        approvals.clear();
        registers.clear();
    }

    private EscrowFile escrow(Agreement agreed) {
        // of a list that can't be read nothing follows for the firms; the run is stopped anyway
        boolean listed = input.firmsListed() && input.trusted().contains(Format.APPROVED_FIRMS);
        return new EscrowFile(
                agreed,
                List.copyOf(reports.taken()),
                listed ? approvals.firms() : ApprovedFirms.NO_LIST,
                registers.registers(agreed),
                held.rejected(),
                input.calendars().of(agreed.businessCalendar()),
                terms.origins());
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
        held.holdYear(Rejected.ANY_YEAR, Register.SUSPENSIONS);
    }

    /** Takes the row; false if it is dated after the as-of date. The files come in the order of the formats. */
    private boolean take(Format format) {
        return switch (format) {
            case AGREEMENTS -> terms.takeAgreement();
            case ASSESSMENT_YEARS -> terms.takeYear();
            case AUDITED_REVENUE -> {
                terms.close();
                yield takeReport();
            }
            case APPROVED_FIRMS -> {
                terms.close();
                yield takeApproval();
            }
            case HOLIDAYS -> throw new IllegalArgumentException("holidays belong to no agreement");
            default -> {
                terms.close();
                yield takeRegister(format);
            }
        };
    }

    private boolean takeReport() {
        if (day.leavesLaterRowsOut() && AuditedRevenueFile.isAfter(row, asOf)) {
            return false;
        }
        if (!termsAlone) {
            reports.take();
        }
        return true;
    }

    private boolean takeApproval() {
        if (!terms.isKnownOnTheDay() || (day.leavesLaterRowsOut() && ApprovedFirmsFile.isAfter(row, asOf))) {
            return false;
        }
        if (!termsAlone) {
            approvals.take();
        }
        return true;
    }

    private boolean takeRegister(Format format) {
        // what has no day of its own, or one that may lie before the signature, is known when its agreement is
        boolean isUndated = format == Format.PARTIES || format == Format.SHARE_CHANGES;
        boolean isLater =
                (day.leavesLaterRowsOut() || format == Format.DIVIDENDS) && RegisterRows.isAfter(format, row, asOf);
        if (isLater || (isUndated && terms.isListed() && !terms.isKnownOnTheDay())) {
            return false;
        }
        if (termsAlone) {
            return true;
        }
        if (terms.rejectIfNobodyKnowsIt(format.schema().owner())) {
            return true;
        }
        if (!terms.isKnownOnTheDay()) {
            row.reject(
                    FindingCode.ROW_BEFORE_SIGNING,
                    format.schema().owner(),
                    "was signed only after " + asOf + ", and the row is of an earlier day",
                    "correct the day, or signed_on in agreements.csv");
            return true;
        }
        if (terms.agreement().isEmpty()) {
            return true;
        }
        format.schema().yearColumn().ifPresent(held::checkYear);
        registers.take(format, terms.agreement().get());
        if (!row.isSound()) {
            held.holdRow(format);
        }
        return true;
    }
}
