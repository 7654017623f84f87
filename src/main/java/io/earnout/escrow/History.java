package io.earnout.escrow;

import io.earnout.settlement.Settlement;
import io.earnout.terms.Readings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was determined on earlier days: a paper may have been signed on figures that were restated since. Everything is
 * computed again from what was known on the day; nothing is remembered from run to run.
 */
final class History {

    private final EscrowFile escrow;
    private final LocalDate asOf;
    private final Map<LocalDate, List<Draft>> drafts = new TreeMap<>();

    History(EscrowFile escrow, LocalDate asOf) {
        this.escrow = escrow;
        this.asOf = asOf;
    }

    /** What an assessment year's result released as it was known on a day. */
    Optional<Draft> on(LocalDate day, int year) {
        return draftOf(
                year,
                drafts.computeIfAbsent(day, known -> Draft.of(reviewOn(known).settled())));
    }

    /**
     * The determination that has the number: that of the day itself, or of another day up to the as-of date.
     *
     * @param day the day on which the paper was signed
     */
    Optional<Draft> numbered(String instructionId, int year, LocalDate day) {
        Optional<Draft> onTheDay = on(day, year);
        if (hasNumber(onTheDay, instructionId)) {
            return onTheDay;
        }
        for (LocalDate other : daysOfNews().descendingSet()) {
            Optional<Draft> draft = on(other, year);
            if (hasNumber(draft, instructionId)) {
                return draft;
            }
        }
        return Optional.empty();
    }

    /** Whether the number is that of a determination under the default reading. */
    boolean isOfDefaultReading(String instructionId, int year, LocalDate day) {
        List<LocalDate> days = new ArrayList<>(daysOfNews());
        days.add(day);
        for (LocalDate known : days) {
            Review review = reviewOn(known);
            Settlement settled = review.settledUnder(Readings.DEFAULT);
            if (hasNumber(draftOf(year, Draft.of(settled)), instructionId)) {
                return true;
            }
        }
        return false;
    }

    /** The numbers that a year's result has had, as things became known; each supersedes the one before it. */
    List<String> numbers(int year) {
        List<String> numbers = new ArrayList<>();
        NavigableSet<LocalDate> days = daysOfNews();
        days.add(asOf);
        for (LocalDate day : days) {
            on(day, year).map(Draft::instructionId).ifPresent(number -> {
                if (numbers.isEmpty() || !numbers.get(numbers.size() - 1).equals(number)) {
                    numbers.add(number);
                }
            });
        }
        return numbers;
    }

    private Review reviewOn(LocalDate day) {
        return Review.of(escrow.asKnownOn(day), day);
    }

    private static Optional<Draft> draftOf(int year, List<Draft> drafts) {
        return drafts.stream().filter(draft -> draft.year() == year).findFirst();
    }

    private static boolean hasNumber(Optional<Draft> draft, String instructionId) {
        return draft.isPresent() && draft.get().instructionId().equals(instructionId);
    }

    /** The days on which something became known that can change a quantity. */
    private NavigableSet<LocalDate> daysOfNews() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (Report report : escrow.reports()) {
            days.add(report.receivedOn().orElse(report.reportDate()));
        }
        for (Adjustment adjustment : escrow.registers().adjustments()) {
            days.add(adjustment.agreedOn());
        }
        escrow.agreement().readings().agreedOn().ifPresent(days::add);
        return new TreeSet<>(days.headSet(asOf, true));
    }
}
