package io.earnout.escrow.delay;

import io.earnout.escrow.calendar.Deadlines;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.finding.Records;
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
import io.earnout.terms.Shares;
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
 * The delay of every late release, day by day, and who is liable for each day (SPA 8.2, EA 5.2): from the day after the
 * release was due to the transfer, or to the as-of date. Nobody is liable for days before the report was received on which the shares rest, for days of a
 * suspension or dispute, and for shares held against an over-release. Of the others the issuer is liable until the agent
 * has had report and instruction for ten business days, then the agent.
 */
public final class DelayLedger {

    private final Review review;
    private final Releases releases;
    private final DraftHistory history;
    private final Deadlines deadlines;
    private final TransferDays transferDays;
    private final Findings findings;
    private final List<Delay> delays = new ArrayList<>();
    /** Shares that are not released, by assessment year, for whose delay a party is liable. */
    private final Map<Integer, Long> lateToday = new TreeMap<>();

    private Optional<LocalDate> priceMissingSince = Optional.empty();

    private DelayLedger(EscrowOnDay escrow, DraftHistory history) {
        this.review = escrow.review();
        this.releases = escrow.releases();
        this.history = history;
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

    /**
     * Days that follow on each other and fall to one party.
     *
     * @param reason why nobody is liable; nothing where a party is
     */
    private record Stretch(Delay.Party party, Optional<FindingCode> reason, LocalDate first, LocalDate last) {

        private int days() {
            return Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
        }

        private boolean isLike(Stretch other) {
            return party == other.party && reason.equals(other.reason);
        }
    }

    /**
     * How the days of late shares fall.
     *
     * @param unknown the places and years without holiday data on which they rest
     */
    private record Late(List<Stretch> stretches, Set<String> unknown) {

        private LocalDate lastDay() {
            return DelayLedger.lastDay(stretches);
        }
    }

    private void add(ReviewedYear year) {
        if (!review.asOf().isAfter(year.releaseDue())) {
            return;
        }
        // shares whose days fall alike are one late release, in the order in which they end
        Map<Late, Long> late = new LinkedHashMap<>();
        Excused excused = new Excused(year.year().number());
        for (ReleaseLine line : releases.lines()) {
            if (line.assessmentYear() == year.year().number() && !line.isWithheld() && isLate(line, year)) {
                lateShares(line, year, late, excused);
            }
        }
        if (late.isEmpty()) {
            return;
        }
        late.entrySet().stream()
                .sorted(Comparator.comparing(release -> release.getKey().lastDay()))
                .forEach(release -> attribute(year, release.getKey(), release.getValue()));
        excused.find();
    }

    /** Whether anything of the line was moved late, or is late now. */
    private static boolean isLate(ReleaseLine line, ReviewedYear year) {
        return line.due() > 0
                || line.pieces().stream()
                        .anyMatch(piece -> piece.transfer().confirmedOn().isAfter(year.releaseDue()));
    }

    private static LocalDate lastDay(List<Stretch> stretches) {
        return stretches.get(stretches.size() - 1).last();
    }

    /** Why nobody is liable for days, and for how many shares. */
    private final class Excused {

        private final int year;
        private final Map<Suspension, Long> bySuspension = new LinkedHashMap<>();
        private final Map<LocalDate, Long> beforeReport = new TreeMap<>();
        private long againstOverRelease;

        private Excused(int year) {
            this.year = year;
        }

        private void find() {
            if (againstOverRelease > 0) {
                findings.find(
                        FindingCode.DELAY_EXCUSED,
                        year,
                        "no party is liable for the delay of " + Phrases.shares(againstOverRelease)
                                + ": they are withheld because of an over-release",
                        "");
            }
            beforeReport.forEach((received, shares) -> findings.find(
                    FindingCode.DELAY_EXCUSED,
                    year,
                    "no party is liable for the delay of " + Phrases.shares(shares) + " before " + received
                            + ": their report was received on that day (NO_REPORT)",
                    ""));
            bySuspension.forEach((suspension, shares) -> findings.find(
                    FindingCode.DELAY_EXCUSED,
                    year,
                    "no party is liable for the delay of " + Phrases.shares(shares) + " on the days "
                            + suspension
                                    .ended()
                                    .map(day -> "up to " + day.minusDays(1))
                                    .orElse("from " + suspension.from() + " on")
                            + ": " + suspension.ground().term() + " ("
                            + suspension.ground().clause().citation() + ", " + suspension.document() + ")",
                    ""));
        }
    }

    /** What is late today and a party is liable for, year by year. */
    private void findLate() {
        lateToday.forEach((year, shares) -> findings.find(
                FindingCode.RELEASE_LATE,
                year,
                Phrases.shares(shares) + " of year " + year + " were to be released by "
                        + review.year(year).releaseDue() + " and are late",
                "see the reasons in the release instructions and resolve them"));
        if (priceMissingSince.isPresent()) {
            boolean none = prices().currency().isEmpty() && prices().trusted();
            findings.find(
                    none ? FindingCode.PRICES_NOT_ON_RECORD : FindingCode.PRICE_MISSING,
                    0,
                    none
                            ? "no share price is on record: penalties for delay are not computed"
                            : prices().trusted()
                                    ? "the first closing price is of a later day than " + priceMissingSince.get()
                                            + ": the penalty for a delay can't be computed"
                                    : "a row of the share prices is invalid, so none is used: penalties for delay"
                                            + " are not computed",
                    prices().trusted() ? "record the closing prices in " + Records.SHARE_PRICES : "correct the row");
        }
    }

    private SharePrices prices() {
        return review.escrow().registers().prices();
    }

    private void lateShares(ReleaseLine line, ReviewedYear year, Map<Late, Long> late, Excused excused) {
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
            Stretch stretch = new Stretch(
                    Delay.Party.NOBODY, Optional.of(FindingCode.HELD_AGAINST_OVER_RELEASE), due.plusDays(1), today);
            late.merge(new Late(List.of(stretch), unknownOf(year)), line.againstOverRelease(), Long::sum);
            excused.againstOverRelease += line.againstOverRelease();
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
            Map<Late, Long> late,
            Excused excused) {
        LocalDate first = year.releaseDue().plusDays(1);
        LocalDate agentFrom = under.flatMap(instruction -> transferDays.transferDue(line, instruction))
                .map(day -> day.plusDays(1))
                .orElse(LocalDate.MAX);
        List<Suspension> suspensions = transferDays.suspensionsOf(line);
        Set<String> unknown = new TreeSet<>(unknownOf(year));
        under.ifPresent(instruction -> unknown.addAll(transferDays.unknown(line, instruction)));
        List<Stretch> stretches = stretches(first, last, layer.since(), agentFrom, suspensions);
        late.merge(new Late(stretches, unknown), layer.shares(), Long::sum);
        if (!moved && stretches.stream().anyMatch(stretch -> stretch.party() != Delay.Party.NOBODY)) {
            lateToday.merge(line.assessmentYear(), layer.shares(), Long::sum);
        }
        if (layer.since().isAfter(first)) {
            excused.beforeReport.merge(layer.since(), layer.shares(), Long::sum);
        }
        for (Suspension suspension : suspensions) {
            boolean began = !suspension.from().isAfter(last);
            boolean lasted =
                    suspension.ended().filter(day -> !day.isAfter(first)).isEmpty();
            if (began && lasted) {
                excused.bySuspension.merge(suspension, layer.shares(), Long::sum);
            }
        }
    }

    private static List<Stretch> stretches(
            LocalDate first, LocalDate last, LocalDate since, LocalDate agentFrom, List<Suspension> suspensions) {
        TreeSet<LocalDate> cuts = new TreeSet<>(List.of(first, since, agentFrom));
        for (Suspension suspension : suspensions) {
            cuts.add(suspension.from());
            suspension.ended().ifPresent(cuts::add);
        }
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate from : cuts.subSet(first, true, last, true)) {
            LocalDate next = cuts.higher(from);
            LocalDate to = next == null || next.isAfter(last) ? last : next.minusDays(1);
            Stretch stretch = stretch(from, to, since, agentFrom, suspensions);
            int before = stretches.size() - 1;
            if (before >= 0 && stretches.get(before).isLike(stretch)) {
                stretches.set(
                        before,
                        new Stretch(
                                stretch.party(),
                                stretch.reason(),
                                stretches.get(before).first(),
                                to));
            } else {
                stretches.add(stretch);
            }
        }
        return stretches;
    }

    private static Stretch stretch(
            LocalDate from, LocalDate to, LocalDate since, LocalDate agentFrom, List<Suspension> suspensions) {
        if (from.isBefore(since)) {
            return new Stretch(Delay.Party.NOBODY, Optional.of(FindingCode.NO_REPORT), from, to);
        }
        for (Suspension suspension : suspensions) {
            if (suspension.isInForceOn(from)) {
                return new Stretch(
                        Delay.Party.NOBODY, Optional.of(suspension.ground().gate()), from, to);
            }
        }
        Delay.Party party = from.isBefore(agentFrom) ? Delay.Party.ISSUER : Delay.Party.ESCROW_AGENT;
        return new Stretch(party, Optional.empty(), from, to);
    }

    private void attribute(ReviewedYear year, Late late, long shares) {
        List<Stretch> stretches = late.stretches();
        PenaltyMeter meter = new PenaltyMeter(shares, prices());
        Map<Delay.Party, BigInteger> sums = new EnumMap<>(Delay.Party.class);
        Set<Delay.Party> capped = EnumSet.noneOf(Delay.Party.class);
        for (Stretch stretch : stretches) {
            if (stretch.party() == Delay.Party.NOBODY) {
                continue;
            }
            sums.merge(stretch.party(), meter.run(stretch.first(), stretch.last()), BigInteger::add);
            if (meter.isCapped()) {
                capped.add(stretch.party());
            }
        }
        List<Stretch> told = new ArrayList<>(2);
        for (Stretch stretch : stretches) {
            if (told.stream().noneMatch(stretch::isLike)) {
                told.add(stretch);
            }
        }
        for (Stretch like : told) {
            Delay.Party party = like.party();
            BigInteger sum = sums.getOrDefault(party, BigInteger.ZERO);
            List<Stretch> own = stretches.stream().filter(like::isLike).toList();
            delays.add(new Delay(
                    year.year().number(),
                    party,
                    like.reason(),
                    own.get(0).first(),
                    lastDay(own),
                    own.stream().mapToInt(Stretch::days).sum(),
                    Shares.of(shares),
                    party == Delay.Party.NOBODY || meter.isPriced()
                            ? Optional.of(new Delay.Penalty(PenaltyMeter.cents(sum), prices().currency()))
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
                        "the penalty on " + Shares.of(shares) + " shares that are late since " + lateSince
                                + " reached 5% of their market value; " + day
                                + " is the first day that adds less than its 0.01%",
                        ""));
    }
}
