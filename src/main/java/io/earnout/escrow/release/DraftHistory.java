package io.earnout.escrow.release;

import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Account;
import io.earnout.settlement.Movement;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Readings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What was determined, and what was drafted, on earlier days: an instruction may have been signed on figures that were restated
 * since, or while a gate was closed. Everything is computed again from what was known on the day; nothing is remembered from run to run.
 */
public final class DraftHistory {

    /** How many days of changes are looked through for a draft: one that is older than all of them is not found. */
    private static final int MOST_DAYS = 60;

    private final EscrowFile escrow;
    private final LocalDate asOf;
    private final ShareChanges changes;
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();
    private final TreeMap<LocalDate, Day> daysWithRejectedRows = new TreeMap<>();

    public DraftHistory(EscrowFile escrow, LocalDate asOf) {
        this.escrow = escrow;
        this.asOf = asOf;
        this.changes = escrow.registers().shareChanges();
    }

    /** One day, as it was known. */
    private static final class Day {

        private final Review review;
        private final Settlement settlement;
        private Optional<Settlement> underDefault = Optional.empty();

        private Day(Review review) {
            this.review = review;
            this.settlement = review.settled();
        }

        private Settlement underDefault() {
            if (underDefault.isEmpty()) {
                underDefault = Optional.of(
                        settlement.readings().equals(Readings.DEFAULT)
                                ? settlement
                                : review.settledUnder(Readings.DEFAULT));
            }
            return underDefault.get();
        }
    }

    private Day day(LocalDate day) {
        return days.computeIfAbsent(day, known -> new Day(Review.of(escrow.asKnownOn(known, Rejected.NOTHING), known)));
    }

    /** The day as it was if the rows that are rejected today were on record then. */
    private Day dayWithRejectedRows(LocalDate day) {
        return daysWithRejectedRows.computeIfAbsent(
                day, known -> new Day(Review.of(escrow.asKnownOn(known, escrow.rejected()), known)));
    }

    /** All that a year's result released as it was known on a day. */
    public Optional<Draft> ofAll(LocalDate day, int year) {
        return Draft.ofAll(day(day).settlement, year, changes, day);
    }

    /** What a year's result released of a tranche as it was known on a day, in units. */
    long entitled(LocalDate day, int year, int tranche) {
        return entitled(day(day).settlement, changes, year, tranche);
    }

    /** What a year's result releases of a tranche, in units. */
    static long entitled(Settlement settlement, ShareChanges changes, int year, int tranche) {
        long units = 0;
        for (Movement movement : settlement.movements()) {
            boolean ofLine = movement.assessmentYear() == year
                    && movement.trancheYear() == tranche
                    && movement.to() != Account.DEDUCTED;
            units += ofLine ? changes.units(movement.shares()) : 0;
        }
        return units;
    }

    /** The same under the default reading. */
    private Optional<Draft> ofAllUnderDefault(LocalDate day, int year) {
        return Draft.ofAll(day(day).underDefault(), year, changes, day);
    }

    /**
     * The draft that has a number; of several the one with the shares that were signed.
     *
     * @param signedOn the day to begin with
     * @param shares whether these are the shares that were signed
     * @param before the instructions on record before this one
     */
    Optional<Draft> numbered(
            String number, int year, LocalDate signedOn, Predicate<TrancheShares> shares, List<Instruction> before) {
        Optional<Draft> ofOtherShares = Optional.empty();
        for (LocalDate day : newest(daysOfNews(), signedOn)) {
            for (Optional<Draft> all : List.of(ofAll(day, year), ofAllUnderDefault(day, year))) {
                if (all.isPresent() && all.get().hasNumber(number)) {
                    if (shares.test(all.get().shares())) {
                        return all;
                    }
                    ofOtherShares = ofOtherShares.or(() -> all);
                }
            }
        }
        for (LocalDate day : newest(daysOfChange(before), signedOn)) {
            for (Optional<Draft> drafted :
                    List.of(drafted(day, year, before), draftedBesideRejectedRows(day, year, before))) {
                if (drafted.isPresent() && isNumbered(drafted.get(), number, day)) {
                    if (shares.test(drafted.get().shares())) {
                        return drafted;
                    }
                    ofOtherShares = ofOtherShares.or(() -> drafted);
                }
            }
        }
        return ofOtherShares;
    }

    /** Whether a number is that of what was drafted on a day, or of all that was determined on it. */
    private boolean isNumbered(Draft drafted, String number, LocalDate day) {
        return drafted.hasNumber(number)
                || drafted.under(Readings.DEFAULT).hasNumber(number)
                || ofAll(day, drafted.year())
                        .filter(all -> all.hasNumber(number))
                        .isPresent()
                || ofAllUnderDefault(day, drafted.year())
                        .filter(all -> all.hasNumber(number))
                        .isPresent();
    }

    /**
     * What was to be instructed of a year's result on a day.
     *
     * @param onRecord the instructions that are known now; of them those count that were signed by the day
     */
    Optional<Draft> drafted(LocalDate day, int year, List<Instruction> onRecord) {
        return on(day, onRecord).releases().draft(year);
    }

    private Optional<Draft> draftedBesideRejectedRows(LocalDate day, int year, List<Instruction> onRecord) {
        return escrow.rejected().equals(Rejected.NOTHING)
                ? Optional.empty()
                : on(day, dayWithRejectedRows(day), onRecord).releases().draft(year);
    }

    /** The numbers of all that a year's result released, as things became known; the first first. */
    public List<String> resultNumbers(int year) {
        List<String> numbers = new ArrayList<>();
        for (LocalDate day : daysOfNews()) {
            ofAll(day, year).ifPresent(all -> append(all.number(1), numbers));
        }
        return numbers;
    }

    private static void append(String number, List<String> numbers) {
        if (numbers.isEmpty() || !numbers.get(numbers.size() - 1).equals(number)) {
            numbers.add(number);
        }
    }

    /** Where everything was on a day, with those of the instructions that were signed by then. */
    public EscrowOnDay on(LocalDate day, List<Instruction> onRecord) {
        return on(day, day(day), onRecord);
    }

    private static EscrowOnDay on(LocalDate day, Day known, List<Instruction> onRecord) {
        List<Instruction> signed = onRecord.stream()
                .filter(instruction -> instruction.isSignedBy(day))
                .map(instruction -> instruction.asKnownOn(day))
                .toList();
        return EscrowOnDay.of(known.review, known.settlement, signed);
    }

    /** The numbers that a year's draft had while it was the one at its place, the first first; each supersedes the one before it. */
    public List<String> numbers(int year, int place, LocalDate last, List<Instruction> before) {
        List<String> numbers = new ArrayList<>();
        List<LocalDate> inTime = newest(daysOfChange(before), last);
        Collections.reverse(inTime);
        for (LocalDate day : inTime) {
            long onRecord = before.stream()
                    .filter(instruction -> instruction.year() == year && instruction.isSignedBy(day))
                    .map(Instruction::number)
                    .distinct()
                    .count();
            if (onRecord + 1 != place || day.isAfter(last)) {
                continue;
            }
            drafted(day, year, before).ifPresent(draft -> append(draft.number(place), numbers));
        }
        return numbers;
    }

    /**
     * The numbers of the drafts of a year that were drawn up by a day with these shares and are not on record, those that another
     * replaced included: it can be either that was signed.
     */
    List<String> openNumbers(int year, LocalDate last, Predicate<TrancheShares> shares, List<Instruction> before) {
        Set<String> numbers = new LinkedHashSet<>();
        for (LocalDate day : newest(daysOfChange(before), last)) {
            if (!day.isAfter(last)) {
                Releases then = on(day, before).releases();
                then.draft(year)
                        .filter(draft -> shares.test(draft.shares()))
                        .ifPresent(draft -> numbers.add(draft.number(then.nextPlace(year))));
            }
        }
        before.forEach(instruction -> numbers.remove(instruction.number()));
        return List.copyOf(numbers);
    }

    /** Up to a day the latest first, then those after it; as many as are looked through. */
    private static List<LocalDate> newest(NavigableSet<LocalDate> days, LocalDate first) {
        NavigableSet<LocalDate> all = new TreeSet<>(days);
        all.add(first);
        List<LocalDate> newest = new ArrayList<>(all.headSet(first, true).descendingSet());
        newest.addAll(all.tailSet(first, false));
        return newest.size() > MOST_DAYS ? new ArrayList<>(newest.subList(0, MOST_DAYS)) : newest;
    }

    /** The days on which something became known that can change what is determined. */
    NavigableSet<LocalDate> daysOfNews() {
        NavigableSet<LocalDate> news = new TreeSet<>();
        for (Report report : escrow.reports()) {
            news.add(report.knownSince());
        }
        for (Adjustment adjustment : escrow.registers().adjustments()) {
            news.add(adjustment.agreedOn());
        }
        escrow.registers().amendments().forEach(amendment -> news.add(amendment.agreedOn()));
        escrow.agreement().readings().agreedOn().ifPresent(news::add);
        news.add(asOf);
        return new TreeSet<>(news.headSet(asOf, true));
    }

    /** The days on which something changed that can change what is drafted. */
    private NavigableSet<LocalDate> daysOfChange(List<Instruction> instructions) {
        NavigableSet<LocalDate> days = daysOfNews();
        for (Suspension suspension : escrow.registers().suspensions()) {
            days.add(suspension.from());
            suspension.ended().ifPresent(days::add);
        }
        for (Transfer transfer : escrow.registers().transfers()) {
            days.add(transfer.confirmedOn());
        }
        changes.onRecord().forEach(change -> days.add(change.effectiveOn()));
        for (Instruction instruction : instructions) {
            instruction.row().firstSignedOn().ifPresent(days::add);
            instruction.withdrawnOn().ifPresent(days::add);
        }
        return new TreeSet<>(days.headSet(asOf, true));
    }
}
