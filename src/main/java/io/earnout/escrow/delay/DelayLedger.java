package io.earnout.escrow.delay;

import io.earnout.escrow.calendar.Deadlines;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.SharePrices;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.release.DraftHistory;
import io.earnout.escrow.release.EntitledSince;
import io.earnout.escrow.release.EscrowOnDay;
import io.earnout.escrow.release.Instruction;
import io.earnout.escrow.release.InstructionTransfers;
import io.earnout.escrow.release.ReleaseLine;
import io.earnout.escrow.release.Releases;
import io.earnout.escrow.release.TransferDays;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.ReviewedYear;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The delay of every late release, day by day, with the penalty for it (SPA 8.2, EA 5.2): from the day after the release
 * was due to the transfer, or to the as-of date. {@code LateDays} says who is liable for which day.
 */
public final class DelayLedger {

    /** What is said where an agreement has no share price, of one agreement or of all that have none. */
    public static final String NO_PRICES = "no share price is on record: penalties for delay are not computed";

    /** What to do about it. */
    public static final String RECORD_PRICES = "record the closing prices in " + Records.SHARE_PRICES;

    private final Review review;
    private final Releases releases;
    private final DraftHistory history;
    private final ShareChanges changes;
    private final Deadlines deadlines;
    private final TransferDays transferDays;
    private final Findings findings;
    private final List<Delay> delays = new ArrayList<>();
    /** Units of shares that are not released, by assessment year, for whose delay a party is liable. */
    private final Map<Integer, Long> lateToday = new TreeMap<>();

    private Optional<LocalDate> priceMissingSince = Optional.empty();

    private DelayLedger(EscrowOnDay escrow, DraftHistory history) {
        this.review = escrow.review();
        this.releases = escrow.releases();
        this.history = history;
        this.changes = escrow.changes();
        this.deadlines = new Deadlines(review.escrow().calendar());
        this.transferDays = new TransferDays(review);
        this.findings = new Findings(escrow.settlement().agreement().id());
    }

    /** The delays of all years, in their order. */
    public static Found<List<Delay>> of(EscrowOnDay escrow, DraftHistory history) {
        DelayLedger ledger = new DelayLedger(escrow, history);
        for (ReviewedYear year : escrow.review().years()) {
            ledger.add(year);
        }
        ledger.findLate();
        return new Found<>(ledger.delays, ledger.findings.all());
    }

    private void add(ReviewedYear year) {
        if (!review.asOf().isAfter(year.releaseDue()) || !isAnyLate(year)) {
            return;
        }
        // shares whose days fall alike are one late release, in the order in which they end
        Map<LateDays, Long> late = new LinkedHashMap<>();
        ExcusedDelay excused =
                new ExcusedDelay(review.escrow().agreement().id(), year.year().number(), this::shares);
        for (ReleaseLine line : releases.lines()) {
            if (isLate(line, year)) {
                lateShares(line, year, late, excused);
            }
        }
        List<Map.Entry<LateDays, Long>> inOrder = new ArrayList<>(late.entrySet());
        inOrder.sort(Comparator.comparing(release -> release.getKey().lastDay()));
        inOrder.forEach(release -> attribute(year, release.getKey(), release.getValue()));
        findings.add(excused.findings());
    }

    private boolean isAnyLate(ReviewedYear year) {
        for (ReleaseLine line : releases.lines()) {
            if (isLate(line, year)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything of a line of the year was moved late, or is late now. */
    private static boolean isLate(ReleaseLine line, ReviewedYear year) {
        if (line.assessmentYear() != year.year().number() || line.isWithheld()) {
            return false;
        }
        boolean late = line.due() > 0;
        for (InstructionTransfers.Moved piece : line.pieces()) {
            late |= piece.transfer().confirmedOn().isAfter(year.releaseDue());
        }
        return late;
    }

    /** What is late today and a party is liable for, year by year. */
    private void findLate() {
        lateToday.forEach((year, shares) -> findings.find(
                FindingCode.RELEASE_LATE,
                year,
                shares(shares) + " of year " + year + " were to be released by "
                        + review.year(year).releaseDue() + " and are late",
                "see the reasons in the release instructions and resolve them"));
        if (priceMissingSince.isPresent()) {
            boolean none = prices().currency().isEmpty() && prices().trusted();
            findings.find(
                    none ? FindingCode.PRICES_NOT_ON_RECORD : FindingCode.PRICE_MISSING,
                    0,
                    none
                            ? NO_PRICES
                            : prices().trusted()
                                    ? "the first closing price is of a later day than " + priceMissingSince.get()
                                            + ": the penalty for a delay can't be computed"
                                    : "a row of the share prices is invalid, so none is used: penalties for delay"
                                            + " are not computed",
                    prices().trusted() ? RECORD_PRICES : "correct the row");
        }
    }

    /** In shares of today. */
    private String shares(long units) {
        return Phrases.shares(changes.wholeOnDay(units, review.asOf()));
    }

    private SharePrices prices() {
        return review.escrow().registers().prices();
    }

    private void lateShares(ReleaseLine line, ReviewedYear year, Map<LateDays, Long> late, ExcusedDelay excused) {
        EntitledSince since = EntitledSince.of(line, review, history);
        LocalDate due = year.releaseDue();
        for (InstructionTransfers.Moved piece : line.pieces()) {
            LocalDate moved = piece.transfer().confirmedOn();
            for (EntitledSince.Layer layer : since.take(piece.shares())) {
                if (moved.isAfter(due)) {
                    add(line, year, layer, moved, true, piece.under(), late, excused);
                }
            }
        }
        since.take(line.claimed());
        LocalDate today = review.asOf();
        long uncovered = line.due() - line.againstOverRelease();
        for (ReleaseLine.Covered covered : line.covered()) {
            long shares = Math.min(covered.shares(), uncovered);
            uncovered -= shares;
            for (EntitledSince.Layer layer : since.take(shares)) {
                add(line, year, layer, today, false, Optional.of(covered.instruction()), late, excused);
            }
        }
        for (EntitledSince.Layer layer : since.take(uncovered)) {
            add(line, year, layer, today, false, Optional.empty(), late, excused);
        }
        if (line.againstOverRelease() > 0) {
            late.merge(
                    LateDays.againstOverRelease(due.plusDays(1), today, unknownOf(year)),
                    line.againstOverRelease(),
                    Long::sum);
            excused.addAgainstOverRelease(line.againstOverRelease());
        }
    }

    /** The places and years without holiday data on which the day of release rests. */
    private Set<String> unknownOf(ReviewedYear year) {
        return review.adjustments().dueDateOf(year.year()).isPresent()
                ? Set.of()
                : deadlines.unknownOfRelease(year.year().period());
    }

    private void add(
            ReleaseLine line,
            ReviewedYear year,
            EntitledSince.Layer layer,
            LocalDate last,
            boolean moved,
            Optional<Instruction> under,
            Map<LateDays, Long> late,
            ExcusedDelay excused) {
        LocalDate first = year.releaseDue().plusDays(1);
        LocalDate agentFrom = under.flatMap(instruction -> transferDays.transferDue(line, instruction))
                .map(day -> day.plusDays(1))
                .orElse(LocalDate.MAX);
        List<Suspension> suspensions = transferDays.suspensionsOf(line);
        Set<String> unknown = unknownOf(year);
        if (under.isPresent()) {
            unknown = new TreeSet<>(unknown);
            unknown.addAll(transferDays.unknown(line, under.get()));
        }
        LateDays days = LateDays.of(first, last, layer.since(), agentFrom, suspensions, unknown);
        late.merge(days, layer.shares(), Long::sum);
        if (!moved && days.isAPartyLiable()) {
            lateToday.merge(line.assessmentYear(), layer.shares(), Long::sum);
        }
        if (layer.since().isAfter(first)) {
            excused.addBeforeReport(layer.since(), layer.shares());
        }
        for (Suspension suspension : suspensions) {
            boolean began = !suspension.from().isAfter(last);
            boolean lasted =
                    suspension.ended().filter(day -> !day.isAfter(first)).isEmpty();
            if (began && lasted) {
                excused.addSuspended(suspension, layer.shares());
            }
        }
    }

    private void attribute(ReviewedYear year, LateDays late, long units) {
        PenaltyMeter meter = new PenaltyMeter(units, prices(), changes);
        Map<Delay.Party, BigInteger> sums = new EnumMap<>(Delay.Party.class);
        Set<Delay.Party> capped = EnumSet.noneOf(Delay.Party.class);
        for (LateDays.Stretch stretch : late.stretches()) {
            if (stretch.party() == Delay.Party.NOBODY) {
                continue;
            }
            sums.merge(stretch.party(), meter.run(stretch.first(), stretch.last()), BigInteger::add);
            if (meter.isCapped()) {
                capped.add(stretch.party());
            }
        }
        for (List<LateDays.Stretch> own : late.alike()) {
            LateDays.Stretch like = own.get(0);
            Delay.Party party = like.party();
            BigInteger sum = sums.getOrDefault(party, BigInteger.ZERO);
            delays.add(new Delay(
                    year.year().number(),
                    party,
                    like.reason(),
                    like.first(),
                    own.get(own.size() - 1).last(),
                    own.stream().mapToInt(LateDays.Stretch::days).sum(),
                    changes.signed(units),
                    party == Delay.Party.NOBODY || meter.isPriced()
                            ? Optional.of(new Delay.Penalty(meter.cents(sum), prices().currency()))
                            : Optional.empty(),
                    capped.contains(party),
                    late.unknown()));
        }
        LocalDate lateSince = year.releaseDue().plusDays(1);
        if (!meter.isPriced() && priceMissingSince.isEmpty()) {
            priceMissingSince = Optional.of(lateSince);
        }
        meter.cappedOn()
                .ifPresent(day -> findings.find(
                        FindingCode.PENALTY_CAPPED,
                        year.year().number(),
                        "the penalty on " + changes.grouped(units, review.asOf()) + " shares that are late since "
                                + lateSince
                                + " reached 5% of their market value; " + day
                                + " is the first day that adds less than its 0.01%",
                        ""));
    }
}
