package io.earnout.present.report;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.determination.Position;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.output.ExceptionsFile;
import io.earnout.present.explain.Derivation;
import io.earnout.present.explain.Quantity;
import io.earnout.present.papers.DraftedDocument;
import io.earnout.terms.Agreement;
import io.earnout.terms.ExactShares;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * One agreement in the report.
 *
 * @param documents the papers drafted of it in this run
 * @param place its place in the page, from 1; its pictures are numbered after it
 * @param toRun how a page gets from where it is to the run's folder: empty, or {@code ../}
 */
public record AgreementPart(AgreementResult result, List<DraftedDocument> documents, int place, String toRun) {

    /** The file has them all. */
    private static final int MOST_FINDINGS = 200;

    static AgreementPart of(AgreementResult result, List<DraftedDocument> documents, int place, String toRun) {
        return new AgreementPart(
                result,
                documents.stream()
                        .filter(document -> document.agreementId().equals(result.agreementId()))
                        .toList(),
                place,
                toRun);
    }

    public String id() {
        return result.agreementId();
    }

    /** Where it begins in the page. */
    public String anchor() {
        return "agreement-" + place;
    }

    public Agreement agreement() {
        return result.agreement();
    }

    public Determination determination() {
        return result.determination();
    }

    public Position position() {
        return determination().position();
    }

    public List<YearStatement> years() {
        return determination().years();
    }

    /** Whether any year has an accepted report; until then the report is a countdown. */
    public boolean hasReports() {
        return !determination().settlement().assessments().isEmpty();
    }

    public long toInstruct() {
        return sum(determination().instructions(), ReleaseInstruction::quantity);
    }

    public long instructed() {
        return whole(determination().instructions(), ReleaseInstruction::instructed);
    }

    public long toCancel() {
        return sum(determination().cancellations(), CancellationNotice::toCancel);
    }

    /** The part of it that is certain, whatever the later years bring. */
    public long certainToBeCancelled() {
        return whole(determination().cancellations(), CancellationNotice::certain);
    }

    public List<ShareChanges.Step> shareChanges() {
        return result.shareChanges();
    }

    public long overReleased() {
        return whole(years(), YearStatement::overReleased);
    }

    private static <T> long whole(List<T> rows, Function<T, ExactShares> shares) {
        return rows.stream().mapToLong(row -> shares.apply(row).wholeCount()).sum();
    }

    private static <T> long sum(List<T> rows, Function<T, Shares> shares) {
        return rows.stream().mapToLong(row -> shares.apply(row).count()).sum();
    }

    public long errors() {
        return result.findings().stream()
                .filter(finding -> finding.code().severity() == Severity.ERROR)
                .count();
    }

    public List<ShareBalance> balances() {
        return ShareBalance.yearByYear(determination().settlement());
    }

    public List<YearWorkings> workings() {
        return YearWorkings.of(result);
    }

    public List<Hold> holds() {
        return Hold.of(result);
    }

    public List<YearOfTransfers> transfers() {
        return YearOfTransfers.of(result);
    }

    public List<ReadingLine> readings() {
        return ReadingLine.of(determination());
    }

    public List<SwitchEffect> effects(ReadingSwitch point) {
        return SwitchEffect.of(point, determination().readings(), agreement().offsetDirection());
    }

    public Readings readingInForce() {
        return determination().settlement().readings();
    }

    /** Whether all parties agreed to the reading and in which document, as far as it is on record. */
    public String readingOnRecord() {
        Agreement.ReadingsOnRecord onRecord = agreement().readings();
        String chosen = onRecord.chosen().toString();
        if (onRecord.agreedOn().isEmpty() && onRecord.document().isEmpty()) {
            return onRecord.chosen().equals(Readings.DEFAULT)
                    ? "the default; no agreement of the parties is on record"
                    : "chosen: " + chosen + "; no agreement of the parties is on record";
        }
        return "chosen: " + chosen + "; recorded as agreed on by all parties (SPA 5.3, 11.2) on "
                + onRecord.agreedOn().map(Object::toString).orElse("a day that is not on record") + ", document: "
                + (onRecord.document().isEmpty() ? "none on record" : onRecord.document());
    }

    /** The first findings: errors first, then in the order of the file. */
    public List<Finding> findings() {
        List<Finding> inOrder = ExceptionsFile.inOrder(result.findings());
        return inOrder.stream()
                .sorted(Comparator.comparing(finding -> finding.code().severity()))
                .limit(MOST_FINDINGS)
                .toList();
    }

    public long findingsLeftOut() {
        return Math.max(0, result.findings().size() - MOST_FINDINGS);
    }

    /** The findings on dividends. */
    public List<Finding> dividends() {
        return result.findings().stream()
                .filter(finding -> finding.code() == FindingCode.DIVIDEND)
                .toList();
    }

    public CsvRow positionRow() {
        return CsvRow.of("positions.csv", id());
    }

    public CsvRow row(YearStatement year) {
        return rowOfYear(year.year().number());
    }

    public CsvRow rowOfYear(int year) {
        return CsvRow.of("reconciliation-report.csv", id(), year);
    }

    /** The cell of a file that holds a number; empty where none does. */
    public String cell(Derivation number) {
        Quantity quantity = number.quantity();
        CsvRow row = switch (quantity.file()) {
            case "" -> CsvRow.NONE;
            case "release-instructions.csv" ->
                CsvRow.of(quantity.file(), id(), number.assessmentYear(), number.trancheYear());
            default -> CsvRow.of(quantity.file(), id(), number.trancheYear());
        };
        return row.cell(quantity.column());
    }

    public CsvRow row(ReleaseInstruction line) {
        return CsvRow.of(
                "release-instructions.csv",
                id(),
                line.assessmentYear(),
                line.tranche().number());
    }

    public CsvRow row(CancellationNotice notice) {
        return CsvRow.of("cancellation-list.csv", id(), notice.tranche().number());
    }

    /** The row of a delay, by its place among the agreement's own, from 1: a year can have several. */
    public CsvRow rowOfDelay(int place) {
        return CsvRow.of("delays.csv", id(), place);
    }

    public CsvRow row(Deadline deadline) {
        return CsvRow.of(
                "deadlines.csv",
                id(),
                deadline.year() == 0 ? "" : Integer.toString(deadline.year()),
                deadline.kind().term());
    }

    public RevenuePicture revenuePicture() {
        return RevenuePicture.of("revenue-" + place, years(), agreement().currency());
    }

    public PositionPicture positionPicture() {
        return new PositionPicture("position-" + place, position());
    }

    public SharesPicture movedPicture() {
        return SharesPicture.of("moved-" + place, position(), balances());
    }

    public ReadingsPicture readingsPicture() {
        return ReadingsPicture.of("readings-" + place, determination().readings(), readings());
    }

    public TimelinePicture timelinePicture() {
        return TimelinePicture.of("timeline-" + place, determination());
    }
}
