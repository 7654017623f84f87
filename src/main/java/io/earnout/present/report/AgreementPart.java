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
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.output.ExceptionsFile;
import io.earnout.present.explain.Derivation;
import io.earnout.present.explain.Quantity;
import io.earnout.present.papers.DraftedDocument;
import io.earnout.terms.Agreement;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Readings;
import java.util.Comparator;
import java.util.List;

/**
 * What a report says of one agreement.
 *
 * @param documents the papers drafted of it in this run
 * @param place its place in the report, from 1: what is in its pictures is named after it
 * @param toRun how a page gets from where it is to the run's folder: empty, or {@code ../}
 */
public record AgreementPart(AgreementResult dossier, List<DraftedDocument> documents, int place, String toRun) {

    /** The file has them all. */
    private static final int MOST_FINDINGS = 200;

    static AgreementPart of(AgreementResult dossier, List<DraftedDocument> documents, int place, String toRun) {
        return new AgreementPart(
                dossier,
                documents.stream()
                        .filter(document -> document.agreementId().equals(dossier.agreementId()))
                        .toList(),
                place,
                toRun);
    }

    public String id() {
        return dossier.agreementId();
    }

    /** Where it begins in the page. */
    public String anchor() {
        return "agreement-" + place;
    }

    public Agreement agreement() {
        return dossier.agreement();
    }

    public Determination determination() {
        return dossier.determination();
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
        return determination().instructions().stream()
                .mapToLong(line -> line.toInstruct().count())
                .sum();
    }

    public long instructed() {
        return determination().instructions().stream()
                .mapToLong(line -> line.instructed().count())
                .sum();
    }

    public long toCancel() {
        return determination().cancellations().stream()
                .mapToLong(notice -> notice.toCancel().count())
                .sum();
    }

    /** What of it is certain, whatever the years to come bring. */
    public long certainToBeCancelled() {
        return determination().cancellations().stream()
                .mapToLong(notice -> notice.certain().count())
                .sum();
    }

    public long overReleased() {
        return years().stream().mapToLong(year -> year.overReleased().count()).sum();
    }

    public long errors() {
        return dossier.findings().stream()
                .filter(finding -> finding.code().severity() == Severity.ERROR)
                .count();
    }

    public List<Standing> standings() {
        return Standing.yearByYear(determination().settlement());
    }

    public List<YearWorkings> workings() {
        return YearWorkings.of(dossier);
    }

    public List<Gate> gates() {
        return Gate.of(dossier);
    }

    public List<YearOfTransfers> transfers() {
        return YearOfTransfers.of(dossier);
    }

    public List<ReadingLine> readings() {
        return ReadingLine.of(determination());
    }

    public List<SwitchEffect> effects(ReadingSwitch point) {
        return SwitchEffect.of(point, determination().readings());
    }

    public Readings readingInForce() {
        return determination().settlement().readings();
    }

    /** Who agreed to the reading, and where that stands; never more than is on record. */
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

    /** In the order of the file, what needs a person first. */
    public List<Finding> findings() {
        List<Finding> inOrder = ExceptionsFile.inOrder(dossier.findings());
        return inOrder.stream()
                .sorted(Comparator.comparing(finding -> finding.code().severity()))
                .limit(MOST_FINDINGS)
                .toList();
    }

    public long findingsLeftOut() {
        return Math.max(0, dossier.findings().size() - MOST_FINDINGS);
    }

    /** What was found of each dividend. */
    public List<Finding> dividends() {
        return dossier.findings().stream()
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

    public Picture revenuePicture() {
        RevenueChart chart = new RevenueChart(years(), agreement().currency());
        return new Picture(chart.svg(pictureId("revenue")), chart.unit());
    }

    public Picture positionPicture() {
        return new Picture(new SharesChart(position()).nowSvg(pictureId("position")), "");
    }

    public Picture movedPicture() {
        SharesChart chart = new SharesChart(position());
        return new Picture(chart.movedSvg(pictureId("moved"), standings()), chart.unit());
    }

    public Picture readingsPicture() {
        ReadingsChart chart = new ReadingsChart(determination().readings(), readings());
        return new Picture(chart.svg(pictureId("readings")), chart.unit());
    }

    public Picture timelinePicture() {
        return new Picture(new Timeline(determination()).svg(pictureId("timeline")), "");
    }

    private String pictureId(String what) {
        return what + "-" + place;
    }
}
