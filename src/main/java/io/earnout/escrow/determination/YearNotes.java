package io.earnout.escrow.determination;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.escrow.review.YearState;
import io.earnout.settlement.Credit;
import io.earnout.settlement.Settlement;
import io.earnout.terms.OffsetDirection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is to be said of each assessment year beside its figures: on its report, its credit, and what all parties agreed on (SPA 5.3). */
final class YearNotes {

    private final Review review;
    private final Settlement settlement;
    private final Findings findings;

    private YearNotes(Review review, Settlement settlement) {
        this.review = review;
        this.settlement = settlement;
        this.findings = new Findings(settlement.agreement().id());
    }

    static List<Finding> of(Review review, Settlement settlement) {
        YearNotes notes = new YearNotes(review, settlement);
        review.years().forEach(notes::findInYear);
        return notes.findings.all();
    }

    private void findInYear(ReviewedYear reviewed) {
        int year = reviewed.year().number();
        if (reviewed.state() == YearState.REPORT_OVERDUE) {
            findings.find(
                    FindingCode.REPORT_OVERDUE,
                    year,
                    "no report on year " + year + ", whose shares were to be released by " + reviewed.releaseDue(),
                    "file the report; it is late, but no share is forfeited");
        }
        if (reviewed.state() == YearState.AWAITING_REPORT) {
            findings.find(
                    FindingCode.NO_REPORT,
                    year,
                    "year " + year + " has ended; its shares are to be released by " + reviewed.releaseDue(),
                    "file the report of an approved firm");
        }
        Optional<LocalDate> came = reviewed.report().isPresent() ? reviewed.firstCame() : Optional.empty();
        if (came.isPresent() && came.get().isAfter(reviewed.releaseDue())) {
            findings.find(
                    FindingCode.REPORT_LATE,
                    year,
                    "the report came on " + came.get() + ", the shares were to be released by " + reviewed.releaseDue()
                            + ": this delays the release, but no share is forfeited",
                    "");
        }
        findWaiting(year);
        findAgreed(reviewed);
    }

    /** That an offset waits for a report: what a year gives to earlier ones, or, looking forward, what it may get of them. */
    private void findWaiting(int year) {
        if (settlement.agreement().offsetDirection() == OffsetDirection.FORWARD) {
            if (!settlement.restorableInto(settlement.agreement().year(year)).isNone()) {
                findings.find(
                        FindingCode.OFFSET_WAITS,
                        year,
                        "the whole shortfall of "
                                + settlement.assessment(year).orElseThrow().shortfall()
                                + " deducts shares for now: an earlier year has no accepted report, and no credit is"
                                + " applied behind it",
                        "file the report of the earlier year; its credit can release more of this year's shares");
            }
            return;
        }
        Optional<Credit> credit = settlement.credit(year);
        if (credit.isPresent() && credit.get().waits()) {
            findings.find(
                    FindingCode.OFFSET_WAITS,
                    year,
                    "a credit of " + credit.get().amount() + " waits: an earlier year has no accepted report",
                    "file the report of the earlier year");
        }
    }

    /** SPA 5.3: what all parties agreed on, beside what the formula gives. */
    private void findAgreed(ReviewedYear reviewed) {
        int year = reviewed.year().number();
        Adjustment quantity = review.adjustments().quantities().get(year);
        if (quantity != null && reviewed.assessment().isPresent()) {
            findings.find(
                    FindingCode.ADJUSTED_BY_ALL_PARTIES,
                    year,
                    quantity.source(),
                    Field.RELEASE_SHARES,
                    "",
                    quantity.releaseShares().orElseThrow() + " shares as all parties agreed on "
                            + quantity.agreedOn() + " (" + quantity.document() + "), instead of the formula's "
                            + settlement.assessment(year).orElseThrow().earnedByFormula(),
                    "");
        } else if (quantity != null) {
            findings.find(
                    FindingCode.ADJUSTMENT_WAITS,
                    year,
                    quantity.source(),
                    Field.RELEASE_SHARES,
                    "",
                    quantity.releaseShares().orElseThrow() + " shares as all parties agreed on "
                            + quantity.agreedOn() + " (" + quantity.document() + ") wait for a report on year "
                            + year,
                    "file the report (EA 3.1(a))");
        }
        Adjustment day = review.adjustments().dueDates().get(year);
        if (day != null) {
            findings.find(
                    FindingCode.DUE_DATE_AGREED,
                    year,
                    day.source(),
                    Field.RELEASE_DUE_ON,
                    day.releaseDueOn().orElseThrow().toString(),
                    "release by this day as all parties agreed on " + day.agreedOn() + " (" + day.document() + ")",
                    "");
        }
    }
}
