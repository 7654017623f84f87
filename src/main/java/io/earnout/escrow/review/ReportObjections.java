package io.earnout.escrow.review;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.record.Opinion;
import io.earnout.escrow.record.Rejected.Register;
import io.earnout.escrow.record.Report;
import io.earnout.settlement.Assessment;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What speaks against one report, whatever other reports say: its currency, its date, its firm, its opinion or its figure
 * (SPA 4.2, EA 3.1(a)).
 */
final class ReportObjections {

    /** Below this part of the target, or above that multiple, a figure is taken for a unit error until confirmed. */
    private static final long LEAST_PART = 100;

    private static final long MOST_TIMES = 20;

    private final Report report;
    private final EscrowFile escrow;
    private final AssessmentYear year;
    private final LocalDate asOf;
    private final Findings findings;

    private ReportObjections(Report report, EscrowFile escrow, AssessmentYear year, LocalDate asOf) {
        this.report = report;
        this.escrow = escrow;
        this.year = year;
        this.asOf = asOf;
        this.findings = new Findings(escrow.agreement().id());
    }

    /** The objections to a report on the year; some only ask for attention. */
    static List<Finding> to(Report report, EscrowFile escrow, AssessmentYear year, LocalDate asOf) {
        ReportObjections objections = new ReportObjections(report, escrow, year, asOf);
        objections.examineCurrency();
        objections.examineDay();
        objections.examineFirm();
        objections.examineOpinion();
        objections.examineFigure();
        return objections.findings.all();
    }

    private void examineCurrency() {
        if (!report.currency().equals(escrow.agreement().currency())) {
            find(
                    FindingCode.CURRENCY_DIFFERS,
                    Field.CURRENCY,
                    report.currency(),
                    "the agreement's targets are in " + escrow.agreement().currency() + ", the report is in "
                            + report.currency(),
                    "file a report in " + escrow.agreement().currency());
        }
    }

    private void examineDay() {
        if (!report.reportDate().isAfter(year.period().endsOn())) {
            String ended = year.period().hasEndedBy(asOf)
                    ? "the report is dated before the year was over"
                    : "the year has not ended";
            find(
                    FindingCode.YEAR_NOT_ENDED,
                    Field.REPORT_DATE,
                    report.reportDate().toString(),
                    ended + ": year " + year.number() + " ends on "
                            + year.period().endsOn(),
                    "file a report on the whole year, dated after "
                            + year.period().endsOn());
        }
    }

    private void examineFirm() {
        escrow.approvedFirms()
                .objectionTo(report.firm(), report.reportDate())
                // a rejected row may be the approval that is missing: it holds the whole agreement, and is the only
                // fault
                .filter(objection -> objection == FindingCode.FIRM_WITHDRAWN
                        || !escrow.rejected().has(Register.APPROVALS))
                .ifPresent(this::objectToFirm);
    }

    private void objectToFirm(FindingCode objection) {
        Shares earned = Assessment.of(year, report.confirms()).earned();
        String message = switch (objection) {
            case FIRM_APPROVED_LATER ->
                "\"" + report.firm() + "\" was approved only after the report of " + report.reportDate();
            case FIRM_WITHDRAWN -> "the approval of \"" + report.firm() + "\" was withdrawn by " + report.reportDate();
            default ->
                "\"" + report.firm() + "\" is not on the list of approved firms"
                        + escrow.approvedFirms()
                                .nearest(report.firm())
                                .map(nearest -> ", which has \"" + nearest + "\"")
                                .orElse("");
        };
        find(
                objection,
                Field.FIRM,
                report.firm(),
                message + "; its figure would earn " + earned + " of " + year.tranche() + " shares",
                "file a report of a firm that the issuer approved before the report, or record the approval in "
                        + Records.APPROVED_FIRMS);
    }

    private void examineOpinion() {
        if (!report.isUnqualified()) {
            boolean modified = Opinion.isModified(report.opinion());
            find(
                    FindingCode.OPINION_NOT_UNQUALIFIED,
                    Field.OPINION,
                    report.opinion(),
                    "the opinion is \"" + report.opinion()
                            + (modified
                                    ? "\": only an unqualified opinion confirms the year"
                                    : "\", and it can't be told whether it is unqualified"),
                    modified
                            ? "file an unqualified report that supersedes this one"
                            : "write unqualified or qualified, as the report says");
        } else if (report.opinion().equals(Report.WITH_EMPHASIS)) {
            find(
                    FindingCode.OPINION_WITH_EMPHASIS,
                    Field.OPINION,
                    report.opinion(),
                    "the opinion is unqualified, with an emphasis of matter: read what it points to",
                    "");
        }
    }

    private void examineFigure() {
        if (!report.confirmedFigure()) {
            objectionToFigure(report.revenue(), year)
                    .ifPresent(sentence -> find(
                            FindingCode.FIGURE_IMPLAUSIBLE,
                            Field.AUDITED_REVENUE,
                            report.revenue().plain(),
                            sentence,
                            "correct " + Field.AUDITED_REVENUE + " or unit, or write yes in " + Field.CONFIRMED_FIGURE
                                    + " if the figure is right"));
        }
    }

    /** Why a revenue of the year is taken for a unit error, if it is. */
    static Optional<String> objectionToFigure(Money revenue, AssessmentYear year) {
        boolean plausible = revenue.isZero()
                || (revenue.minorUnits() * LEAST_PART >= year.target().minorUnits()
                        && revenue.minorUnits() <= year.target().minorUnits() * MOST_TIMES);
        return plausible
                ? Optional.empty()
                : Optional.of(revenue + " against a target of " + year.target() + " looks like a wrong unit");
    }

    private void find(FindingCode code, Field field, String value, String message, String remedy) {
        findings.find(code, year.number(), report.source(), field, value, message, remedy);
    }
}
