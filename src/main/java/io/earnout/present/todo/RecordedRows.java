package io.earnout.present.todo;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.InstructionToSign;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows that record what was done about an agreement; what only the people know is left in angle brackets. */
final class RecordedRows {

    private static final String AGREEMENT = "agreement_id";
    private static final String YEAR = "assessment_year";
    private static final String SHARES = "shares";
    private static final String NUMBER = "instruction_id";
    private static final String RECEIVED = "received_on";

    private final AgreementResult result;

    RecordedRows(AgreementResult result) {
        this.result = result;
    }

    private Map<String, String> row(int year) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(AGREEMENT, result.agreementId());
        cells.put(YEAR, Integer.toString(year));
        return cells;
    }

    RowToRecord report(int year) {
        Map<String, String> cells = row(year);
        cells.put("audited_revenue", "<audited revenue>");
        cells.put("report_id", "<report number>");
        cells.put("firm", "<firm>");
        cells.put("report_date", "<report date>");
        cells.put(RECEIVED, "<received on>");
        return RowToRecord.adding(Records.AUDITED_REVENUE, cells);
    }

    /** In one row, or in one for each tranche where it lists others than the year's own. */
    RowToRecord instruction(InstructionToSign draft) {
        Map<String, String> whole =
                instruction(draft.year(), draft.number(), draft.total().count());
        List<Map<String, String>> parts = new ArrayList<>();
        new TreeMap<>(draft.shares()).forEach((tranche, shares) -> {
            Map<String, String> part = instruction(draft.year(), draft.number(), shares.count());
            part.put(RowToRecord.TRANCHE, Integer.toString(tranche));
            parts.add(part);
        });
        return new RowToRecord(Records.JOINT_INSTRUCTIONS, Source.NONE, whole, List.copyOf(parts));
    }

    private Map<String, String> instruction(int year, String number, long shares) {
        Map<String, String> cells = row(year);
        cells.put(NUMBER, number);
        cells.put(SHARES, Long.toString(shares));
        cells.put("signed_by_issuer_on", "<issuer signed on>");
        cells.put("signed_by_purchaser_on", "<purchaser signed on>");
        cells.put(RECEIVED, "<received on>");
        return cells;
    }

    /** The rows of an instruction that is on record, with what is still to be filled in. */
    List<RowToRecord> onRecord(InstructionToSign instruction) {
        JointInstruction first = instruction.onRecord().orElseThrow();
        List<RowToRecord> rows = new ArrayList<>();
        for (JointInstruction row : result.escrow().registers().instructions()) {
            if (row.year() == instruction.year()
                    && (row.source().equals(first.source())
                            || (row.instructionId().equals(first.instructionId()) && row.hasTheSameDaysAs(first)))) {
                Map<String, String> cells = instruction(
                        row.year(), instruction.number(), row.shares().count());
                fill(cells, "signed_by_issuer_on", row.signedByIssuerOn());
                fill(cells, "signed_by_purchaser_on", row.signedByPurchaserOn());
                fill(cells, RECEIVED, row.receivedOn());
                row.tranche().ifPresent(tranche -> cells.put(RowToRecord.TRANCHE, Integer.toString(tranche)));
                rows.add(RowToRecord.fillingIn(Records.JOINT_INSTRUCTIONS, row.source(), cells));
            }
        }
        return rows;
    }

    private static void fill(Map<String, String> cells, String column, Optional<LocalDate> day) {
        day.ifPresent(on -> cells.put(column, on.toString()));
    }

    RowToRecord transfer(ReleaseInstruction line) {
        return transfer(line.assessmentYear(), line.tranche().number(), Transfer.Kind.RELEASE, toTransfer(line));
    }

    RowToRecord returned(CancellationNotice notice) {
        return transfer(notice.tranche().number(), notice.tranche().number(), Transfer.Kind.RETURN, toReturn(notice));
    }

    private RowToRecord transfer(int year, int tranche, Transfer.Kind kind, long shares) {
        Map<String, String> cells = row(year);
        cells.put("kind", kind.term());
        cells.put(SHARES, Long.toString(shares));
        cells.put("confirmed_on", "<confirmed on>");
        cells.put("reference", "<reference of the agent>");
        cells.put(RowToRecord.TRANCHE, Integer.toString(tranche));
        return RowToRecord.adding(Records.TRANSFERS, cells);
    }

    /** The shares of the day that are instructed and not transferred. */
    static long toTransfer(ReleaseInstruction line) {
        return line.ofTheDay()
                .map(day -> line.instructed()
                        .exact()
                        .scaled(
                                day.factor().newShares().longValueExact(),
                                day.factor().oldShares().longValueExact())
                        .floor())
                .orElseGet(() -> line.instructed().wholeCount());
    }

    /** The shares of the day that are still to be returned. */
    static long toReturn(CancellationNotice notice) {
        return notice.returnQuantity()
                .map(Shares::count)
                .orElseGet(() -> Math.max(
                        0, notice.toCancel().count() - notice.returned().wholeCount()));
    }
}
