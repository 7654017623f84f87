package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.CountedTransfer;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactShares;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Readings;
import io.earnout.terms.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is on record of one agreement, cell by cell. */
final class SourceCells {

    private final AgreementResult result;

    SourceCells(AgreementResult result) {
        this.result = result;
    }

    /** The report of a year that counts. */
    Optional<Report> report(int year) {
        return result.review().years().get(year - 1).report();
    }

    Cell revenue(Report report) {
        return new Cell(
                "audited revenue of year " + report.year() + ", report " + report.reportId(),
                report.revenue().toString(),
                report.source(),
                "audited_revenue");
    }

    /** The approval of the report's firm; none where there is no list. */
    List<Cell> approval(Report report) {
        return result.escrow().approvedFirms().inForce(report.firm(), report.reportDate()).stream()
                .map(approval -> new Cell(
                        "approval of " + approval.firm()
                                + (approval.document().isEmpty() ? "" : ", " + approval.document()),
                        approval.approvedOn().toString(),
                        approval.source(),
                        "approved_on"))
                .toList();
    }

    Cell target(AssessmentYear year) {
        return new Cell("target of year " + year.number(), year.target().toString(), of(year), "target_revenue");
    }

    Cell tranche(AssessmentYear year) {
        return new Cell("tranche of year " + year.number(), year.tranche().toString(), of(year), "tranche_shares");
    }

    private Source of(AssessmentYear year) {
        return result.escrow().origins().year(year.number());
    }

    /** The revenue, the target and the tranche of an assessed year: what its result follows from. */
    List<Cell> ofResult(AssessmentYear year) {
        List<Cell> cells = new ArrayList<>(4);
        report(year.number()).ifPresent(report -> cells.add(revenue(report)));
        cells.add(target(year));
        cells.add(tranche(year));
        return cells;
    }

    /** The revenue and the target of an assessed year: what its shortfall and its excess follow from. */
    List<Cell> ofShortfall(AssessmentYear year) {
        List<Cell> cells = new ArrayList<>(2);
        report(year.number()).ifPresent(report -> cells.add(revenue(report)));
        cells.add(target(year));
        return cells;
    }

    /** The agreement of all parties on the quantity of a year. */
    Optional<Cell> agreedShares(int year) {
        return result.review().agreedQuantity(year).map(SourceCells::cell);
    }

    private static Cell cell(Adjustment agreed) {
        return new Cell(
                "agreed by all parties on " + agreed.agreedOn() + ", " + agreed.document(),
                agreed.releaseShares().orElseThrow().toString(),
                agreed.source(),
                "release_shares");
    }

    /** The confirmed transfers of one kind that took shares of a tranche. */
    List<Cell> transfers(Transfer.Kind kind, int trancheYear) {
        return result.countedTransfers().stream()
                .filter(transfer -> transfer.row().kind() == kind && transfer.trancheYear() == trancheYear)
                .map(this::cell)
                .toList();
    }

    /** Its value is in signed shares; the row has shares of its own day. */
    private Cell cell(CountedTransfer transfer) {
        ExactShares signed = result.signed(transfer);
        boolean converted = !signed.equals(ExactShares.of(transfer.row().shares()));
        return new Cell(
                kind(transfer.row()) + " " + transfer.reference() + ", confirmed on " + transfer.confirmedOn()
                        + (converted ? ", " + transfer.row().shares() + " shares of that day" : ""),
                signed.toString(),
                transfer.source(),
                "shares");
    }

    private static String kind(Transfer transfer) {
        return transfer.kind() == Transfer.Kind.RELEASE ? "transfer" : "return";
    }

    /** The joint instructions on record for an assessment year. */
    List<Cell> papers(int assessmentYear) {
        return result.escrow().registers().instructions().stream()
                .filter(paper -> paper.year() == assessmentYear)
                .map(SourceCells::cell)
                .toList();
    }

    private static Cell cell(JointInstruction paper) {
        return new Cell(
                "joint instruction " + paper.instructionId()
                        + paper.receivedOn().map(day -> ", received on " + day).orElse(", not received"),
                paper.shares().toString(),
                paper.source(),
                "shares");
    }

    /** What was found of that kind about one of the years, or about all of them. */
    List<Finding> findings(Predicate<FindingCode> codes, int... years) {
        return result.findings().stream()
                .filter(finding -> codes.test(finding.code()) && isAbout(finding, years))
                .toList();
    }

    private static boolean isAbout(Finding finding, int... years) {
        boolean about = finding.year() == 0;
        for (int year : years) {
            about |= finding.year() == year;
        }
        return about;
    }

    private Readings inForce() {
        return result.determination().settlement().readings();
    }

    /** How a switch is read, and where that was chosen. */
    Choice choice(ReadingSwitch point) {
        Term choice = point.choiceOf(inForce());
        Optional<Cell> cell = result.agreement().readings().chosen().equals(inForce())
                ? Optional.of(new Cell(
                        "reading of " + point.term(),
                        choice.term(),
                        result.escrow().origins().agreement(),
                        point.term()))
                : Optional.empty();
        return new Choice(point.term(), choice.term(), choice == point.choiceOf(Readings.DEFAULT), cell);
    }
}
