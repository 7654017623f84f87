package io.earnout.escrow.determination;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.calendar.Deadlines;
import io.earnout.escrow.release.ReleaseLine;
import io.earnout.escrow.release.Releases;
import io.earnout.escrow.release.TransferDays;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.terms.Agreement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is still to be done for an agreement, and by when: the countdown before any report has come, and what is missed. */
final class Timetable {

    private final Review review;
    private final Releases releases;
    private final Deadlines deadlines;
    private final TransferDays days;
    private final List<Deadline> due = new ArrayList<>();

    private Timetable(Review review, Releases releases) {
        this.review = review;
        this.releases = releases;
        this.deadlines = new Deadlines(review.escrow().calendar());
        this.days = new TransferDays(review);
    }

    static List<Deadline> of(Review review, Releases releases, MoneyMemo memo) {
        Timetable timetable = new Timetable(review, releases);
        timetable.ofAgreement(memo);
        review.years().forEach(timetable::ofYear);
        timetable.due.sort(Comparator.comparingInt(Deadline::year)
                .thenComparing(Deadline::dueOn)
                .thenComparing(Deadline::kind));
        return timetable.due;
    }

    private void ofAgreement(MoneyMemo memo) {
        Agreement agreement = review.escrow().agreement();
        if (agreement.depositedOn().isEmpty()) {
            add(0, Deadline.Kind.DEPOSIT, agreement.signedOn(), deadlines.depositDue(agreement.signedOn()));
        }
        memo.nextFeeOn().ifPresent(day -> addFixed(0, Deadline.Kind.ESCROW_FEE, day));
        agreement
                .expiration()
                .on()
                .filter(day -> !day.isBefore(review.asOf()))
                .ifPresent(day -> addFixed(0, Deadline.Kind.EXPIRATION, day));
    }

    private void ofYear(ReviewedYear year) {
        int number = year.year().number();
        long instructed = 0;
        long open = 0;
        for (ReleaseLine line : releases.lines()) {
            if (line.assessmentYear() == number) {
                instructed += line.instructed();
                open += line.free() + line.held();
            }
        }
        boolean unassessed = year.assessment().isEmpty();
        Optional<LocalDate> agreed = review.adjustments().dueDateOf(year.year());
        if (unassessed || open > 0) {
            LocalDate release =
                    agreed.orElseGet(() -> Deadlines.dayOfRelease(year.year().period()));
            LocalDate latest = deadlines.latestReceipt(release);
            if (!latest.isBefore(review.asOf())) {
                due.add(new Deadline(
                        number,
                        Deadline.Kind.DOCUMENTS,
                        latest,
                        Optional.of(Deadlines.sendBy(latest)),
                        deadlines.unknownBetween(latest, release)));
            }
        }
        if (unassessed || open + instructed > 0) {
            // a day that all parties agreed on moves with no holiday
            Set<String> unknown = agreed.isPresent()
                    ? Set.of()
                    : deadlines.unknownOfRelease(year.year().period());
            due.add(new Deadline(number, Deadline.Kind.RELEASE, year.releaseDue(), Optional.empty(), unknown));
        }
        if (instructed > 0) {
            transfer(number);
        }
    }

    /** The first day by which a part of what is instructed of a year is to be transferred. */
    private void transfer(int year) {
        Optional<Deadline> first = Optional.empty();
        for (ReleaseLine line : releases.lines()) {
            for (ReleaseLine.Covered covered :
                    line.instructed() == 0 ? List.<ReleaseLine.Covered>of() : line.covered()) {
                Optional<LocalDate> day = line.assessmentYear() == year
                        ? days.transferDue(line, covered.instruction())
                        : Optional.empty();
                if (day.isPresent()
                        && (first.isEmpty() || day.get().isBefore(first.get().dueOn()))) {
                    first = Optional.of(new Deadline(
                            year,
                            Deadline.Kind.TRANSFER,
                            day.get(),
                            Optional.empty(),
                            days.unknown(line, covered.instruction())));
                }
            }
        }
        first.ifPresent(due::add);
    }

    private void add(int year, Deadline.Kind kind, LocalDate countedFrom, LocalDate day) {
        due.add(new Deadline(year, kind, day, Optional.empty(), deadlines.unknownBetween(countedFrom, day)));
    }

    private void addFixed(int year, Deadline.Kind kind, LocalDate day) {
        due.add(new Deadline(year, kind, day, Optional.empty(), Set.of()));
    }
}
