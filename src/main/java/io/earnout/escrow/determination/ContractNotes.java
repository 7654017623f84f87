package io.earnout.escrow.determination;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.calendar.Deadlines;
import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.release.EscrowOnDay;
import io.earnout.escrow.release.Gates;
import io.earnout.escrow.release.ReleaseLine;
import io.earnout.escrow.release.Releases;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.escrow.review.YearState;
import io.earnout.settlement.Account;
import io.earnout.settlement.Credit;
import io.earnout.settlement.ReadingsMatrix;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be said of an agreement beside its figures: on its reading, on each year, on the deposit, and on every gate that
 * holds shares, with what opens it.
 */
final class ContractNotes {

    private final Review review;
    private final Agreement agreement;
    private final Settlement settlement;
    private final Releases releases;
    private final Gates gates;
    private final Findings findings;

    private ContractNotes(EscrowOnDay escrow) {
        this.review = escrow.review();
        this.agreement = review.escrow().agreement();
        this.settlement = escrow.settlement();
        this.releases = escrow.releases();
        this.gates = escrow.gates();
        this.findings = new Findings(agreement.id());
    }

    static List<Finding> on(EscrowOnDay escrow, ReadingsMatrix readings) {
        Review review = escrow.review();
        ContractNotes remarks = new ContractNotes(escrow);
        remarks.findInReadings(review.escrow().agreement().readings());
        readings.belowDefault().ifPresent(remarks::findBelowDefault);
        review.years().forEach(remarks::findInYear);
        remarks.findDeposit();
        remarks.findWithheld();
        remarks.findSuspended();
        remarks.findHeld(
                FindingCode.ROW_REJECTED,
                " shares are held because a row that may be about them was rejected",
                "correct the row; it is listed with its file and line");
        remarks.findHeld(
                FindingCode.HELD_AGAINST_OVER_RELEASE,
                " shares that are due are withheld because too many shares were released before",
                "a decision on the over-release: a notice (SPA 8.1) or an agreement of all parties (SPA 5.3)");
        remarks.findHeld(
                FindingCode.READING_UNDOCUMENTED,
                " shares are held: the reading " + escrow.settlement().readings()
                        + " gives more than the default, and its day or its document is not on record",
                "record in " + Field.READINGS_AGREED_ON + " and " + Field.READINGS_DOCUMENT
                        + " when and where all four parties agreed to it");
        return remarks.findings.all();
    }

    /** Which of the days may still move, because holidays are not known. */
    static List<Finding> onDates(Review review, Releases releases, List<Deadline> deadlines) {
        Findings findings = new Findings(review.escrow().agreement().id());
        Set<String> unknown = new TreeSet<>();
        deadlines.forEach(deadline -> unknown.addAll(deadline.provisional()));
        BusinessCalendar calendar = review.escrow().calendar();
        Deadlines days = new Deadlines(calendar);
        for (ReleaseLine line : releases.lines()) {
            AssessmentYear year = review.year(line.assessmentYear()).year();
            if (review.adjustments().dueDateOf(year).isEmpty()) {
                unknown.addAll(days.unknownOfRelease(year.period()));
            }
        }
        Agreement agreement = review.escrow().agreement();
        LocalDate depositDue = days.depositDue(agreement.signedOn());
        if (agreement.depositedOn().filter(depositDue::isBefore).isPresent()) {
            unknown.addAll(days.unknownBetween(agreement.signedOn(), depositDue));
        }
        if (!unknown.isEmpty() && calendar.isNamed()) {
            findings.find(
                    FindingCode.DATES_PROVISIONAL,
                    0,
                    "PROVISIONAL: " + Records.HOLIDAYS + " has " + calendar.listedOf(unknown) + "; at least "
                            + BusinessCalendar.HOLIDAYS_OF_A_KNOWN_YEAR
                            + " holidays of a year are expected, and days that depend on these years may move",
                    "add the years once they are published, and correct the rows");
        }
        return findings.all();
    }

    private void findInReadings(Agreement.ReadingsOnRecord onRecord) {
        if (onRecord.chosen().equals(Readings.DEFAULT)) {
            return;
        }
        if (!onRecord.inForceOn(review.asOf()).equals(onRecord.chosen())) {
            findings.find(
                    FindingCode.READINGS_NOT_YET_AGREED,
                    0,
                    "the reading " + onRecord.chosen() + " is agreed only from "
                            + onRecord.agreedOn().orElseThrow() + ": the default applies",
                    "");
        } else if (onRecord.agreedOn().isEmpty() || onRecord.document().isEmpty()) {
            findings.find(
                    FindingCode.READINGS_WITHOUT_DOCUMENT,
                    0,
                    "the reading " + onRecord.chosen() + " departs from the default without a document on record",
                    "record in " + Field.READINGS_AGREED_ON + " and " + Field.READINGS_DOCUMENT
                            + " when and where all four parties agreed to" + " it");
        }
    }

    private void findBelowDefault(ReadingsMatrix.BelowDefault below) {
        Shares entitled = below.entry().entitled();
        findings.find(
                FindingCode.DEFAULT_NOT_LOWEST,
                0,
                "the default reading is not the lowest of the " + Readings.PRICED + ": "
                        + below.entry().readings()
                        + (entitled.equals(below.byDefault())
                                ? " gives less by a part of a share"
                                : " gives " + entitled + " shares so far, the default " + below.byDefault()),
                "");
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
        Optional<Credit> credit = settlement.credit(year);
        if (credit.isPresent() && credit.get().waits()) {
            findings.find(
                    FindingCode.OFFSET_WAITS,
                    year,
                    "a credit of " + credit.get().amount() + " waits: an earlier year has no accepted report",
                    "file the report of the earlier year");
        }
        findAgreed(reviewed);
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
                            + reviewed.assessment().get().earnedByFormula(),
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

    private void findDeposit() {
        LocalDate due = new Deadlines(review.escrow().calendar()).depositDue(agreement.signedOn());
        Optional<LocalDate> deposited = agreement.depositedOn();
        if (deposited.isEmpty() && review.asOf().isAfter(due)) {
            findings.find(
                    FindingCode.DEPOSIT_NOT_RECORDED,
                    0,
                    "the shares were to be deposited by " + due + ", and no deposit is on record: fees are not"
                            + " computed",
                    "fill in " + Field.DEPOSITED_ON + " in " + Records.AGREEMENTS);
        } else if (deposited.isPresent() && deposited.get().isAfter(due)) {
            findings.find(
                    FindingCode.DEPOSIT_LATE,
                    0,
                    "the shares were to be deposited by " + due + " and were on " + deposited.get(),
                    "");
        }
    }

    /** SPA 5.2(1) against EA 3.1(a), read as {@code block}. */
    private void findWithheld() {
        for (ReleaseLine line : releases.lines()) {
            if (line.isWithheld()) {
                findings.find(
                        FindingCode.MISSED_TARGET_BLOCKS,
                        line.assessmentYear(),
                        Shares.of(line.held()) + " shares wait because the year missed its target and the agreed"
                                + " reading blocks the release",
                        "an agreement of all parties on the quantity (SPA 5.3)");
            }
        }
    }

    /** What is suspended stays computed and visible; disputed and undisputed shares are told apart. */
    private void findSuspended() {
        for (Suspension suspension : gates.suspensions()) {
            long held = 0;
            for (ReleaseLine line : releases.lines()) {
                if (suspension.covers(line.assessmentYear(), line.tranche().number())) {
                    held += line.held();
                }
            }
            String disputed = suspension
                    .disputed()
                    .map(shares -> disputed(suspension, shares))
                    .orElseGet(() -> suspension
                            .disputedBy()
                            .map(side -> "; disputed by the " + side.term())
                            .orElse(""));
            boolean dispute = suspension.ground() == Suspension.Ground.DISPUTE;
            findings.find(
                    suspension.ground().gate(),
                    suspension.year(),
                    suspension.source(),
                    Field.FROM,
                    suspension.from().toString(),
                    (dispute ? "disputed" : "suspended for breach") + " since " + suspension.from() + " ("
                            + suspension.document() + "): " + Shares.of(held) + " computed shares are held"
                            + disputed,
                    dispute
                            ? "a settlement signed by all parties, or an effective ruling (EA 3.3); then fill in" + " "
                                    + Field.LIFTED_ON + " and " + Field.LIFTED_BY
                            : "a withdrawal of the notice, a settlement or a ruling; then fill in " + Field.LIFTED_ON
                                    + " and" + " " + Field.LIFTED_BY);
        }
    }

    /** A closed gate that no row of its own tells of. */
    private void findHeld(FindingCode gate, String why, String opens) {
        for (ReviewedYear year : review.years()) {
            long held = 0;
            for (ReleaseLine line : releases.lines()) {
                if (line.assessmentYear() == year.year().number()
                        && line.reasons().contains(gate)) {
                    held += heldBy(gate, line);
                }
            }
            if (held > 0) {
                findings.find(gate, year.year().number(), Shares.of(held) + why, opens);
            }
        }
    }

    private static long heldBy(FindingCode gate, ReleaseLine line) {
        return switch (gate) {
            case HELD_AGAINST_OVER_RELEASE -> line.againstOverRelease();
            case READING_UNDOCUMENTED -> line.undocumented();
            default -> line.held();
        };
    }

    /** What is in dispute and what is not, of the tranche or of all tranches. */
    private String disputed(Suspension suspension, Shares shares) {
        boolean all = suspension.year() == 0;
        Shares tranche = all
                ? agreement.considerationShares()
                : agreement.year(suspension.year()).tranche();
        Shares computed = all
                ? settlement.balance(Account.RELEASABLE)
                : settlement.balance(agreement.year(suspension.year()), Account.RELEASABLE);
        boolean beyondComputed = suspension.isOfSharesBeyondTheComputed();
        Shares most = beyondComputed ? tranche.minus(computed) : tranche;
        if (shares.compareTo(most) > 0) {
            findings.find(
                    FindingCode.DISPUTED_BEYOND_TRANCHE,
                    suspension.year(),
                    suspension.source(),
                    Field.DISPUTED_SHARES,
                    Long.toString(shares.count()),
                    "more shares are in dispute than are listed, " + most
                            + (beyondComputed ? " beyond the computed ones" : ""),
                    "correct " + Field.DISPUTED_SHARES + " after the document");
        }
        String ofAll = suspension.undisputedOf(computed) + " of " + (all ? "all " : "the tranche of ") + tranche;
        if (suspension.disputedBy().isEmpty()) {
            return "; " + shares + " are in dispute, " + computed + " computed; " + Field.DISPUTED_BY
                    + " is not given, so at least " + ofAll + " are undisputed";
        }
        return (beyondComputed
                        ? "; the seller claims " + shares + " beyond the "
                        : "; the issuer disputes " + shares + " of the ")
                + computed + " computed; undisputed are " + ofAll;
    }
}
