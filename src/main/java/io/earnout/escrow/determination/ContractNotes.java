package io.earnout.escrow.determination;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.calendar.Deadlines;
import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.record.ShareChange;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.release.EscrowOnDay;
import io.earnout.escrow.release.ReleaseLine;
import io.earnout.escrow.release.Releases;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.ReadingsMatrix;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Fraction;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is to be said of an agreement beside its figures: on its reading, its deposit and the days that may still move. */
final class ContractNotes {

    private final Review review;
    private final Agreement agreement;
    private final Findings findings;

    private ContractNotes(Review review) {
        this.review = review;
        this.agreement = review.escrow().agreement();
        this.findings = new Findings(agreement.id());
    }

    static List<Finding> on(EscrowOnDay escrow, ReadingsMatrix readings) {
        Review review = escrow.review();
        ContractNotes notes = new ContractNotes(review);
        notes.findInReadings(review.escrow().agreement().readings());
        readings.belowDefault().ifPresent(notes::findBelowDefault);
        notes.findings.add(YearNotes.of(review, escrow.settlement()));
        notes.findDeposit();
        notes.findShareChanges();
        notes.findings.add(HeldNotes.of(escrow));
        return notes.findings.all();
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
                "the default reading is not the lowest of the "
                        + agreement.offsetDirection().priced() + ": "
                        + below.entry().readings()
                        + (entitled.equals(below.byDefault())
                                ? " gives less by a part of a share"
                                : " gives " + entitled + " shares so far, the default " + below.byDefault()),
                "");
    }

    /** How long before the signature a share change makes it doubtful which shares the agreement counts. */
    private static final int DAYS_BEFORE_SIGNATURE = 90;

    private void findShareChanges() {
        ShareChanges changes = review.escrow().registers().shareChanges();
        LocalDate signedOn = agreement.signedOn();
        for (ShareChange change : changes.onRecord()) {
            LocalDate day = change.effectiveOn();
            if (!day.isAfter(signedOn) && !day.isBefore(signedOn.minusDays(DAYS_BEFORE_SIGNATURE))) {
                ExactShares other = new ExactShares(
                        Fraction.of(agreement.considerationShares().count())
                                .scaled(change.newShares(), change.oldShares()));
                findings.find(
                        FindingCode.SHARE_CHANGE_BEFORE_SIGNING,
                        0,
                        change.source(),
                        Field.EFFECTIVE_ON,
                        day.toString(),
                        "the agreement of " + signedOn + " doesn't say whether its " + agreement.considerationShares()
                                + " shares are counted before or after the change of " + day + " (" + change.ratio()
                                + ", " + change.document() + "); they are read as counted after it. Counted before it"
                                + " they would be " + other + " (" + agreement.considerationShares() + " x "
                                + change.newShares() + " / " + change.oldShares() + ")",
                        "");
            }
        }
        for (ShareChange change : changes.announcedOn(review.asOf())) {
            findings.find(
                    FindingCode.SHARE_CHANGE_ANNOUNCED,
                    0,
                    change.source(),
                    Field.EFFECTIVE_ON,
                    change.effectiveOn().toString(),
                    "from " + change.effectiveOn() + " on the shares are counted " + change.ratio() + " ("
                            + change.document() + "): an instruction that is not carried out by then is void",
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
}
