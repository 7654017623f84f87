package io.earnout.escrow;

import io.earnout.terms.Shares;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The delay of every late release, day by day, and to whom each day falls (SPA 8.2, EA 5.2): from the day after the release
 * was due to the transfer, or to the as-of date. Until the agent has had report and instruction for ten business days the
 * days are the issuer's, later ones the agent's; days of a suspension or dispute, and shares held against an over-release,
 * are nobody's.
 */
final class DelayLedger {

    private final Review review;
    private final Releases releases;
    private final Deadlines deadlines;
    private final Findings findings;
    private final List<Delay> delays = new ArrayList<>();
    private Optional<LocalDate> priceMissingSince = Optional.empty();

    private DelayLedger(Review review, Releases releases, Findings findings) {
        this.review = review;
        this.releases = releases;
        this.deadlines = new Deadlines(review.escrow().calendar());
        this.findings = findings;
    }

    static List<Delay> of(Review review, Releases releases, Findings findings) {
        DelayLedger ledger = new DelayLedger(review, releases, findings);
        for (ReviewedYear year : review.years()) {
            ledger.add(year);
        }
        ledger.findLate();
        return ledger.delays;
    }

    /** The days of one party that follow on each other. */
    private record Stretch(Delay.Party party, LocalDate first, LocalDate last) {

        private int days() {
            return Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
        }
    }

    private void add(ReviewedYear year) {
        if (!review.asOf().isAfter(year.releaseDue())) {
            return;
        }
        // shares whose days fall to the same parties are one late release, in the order in which they end
        Map<List<Stretch>, Long> late = new LinkedHashMap<>();
        Excused excused = new Excused(year.year().number());
        for (ReleaseLine line : releases.lines()) {
            if (line.assessmentYear() == year.year().number() && !line.isWithheld()) {
                lateShares(line, year.releaseDue(), late, excused);
            }
        }
        if (late.isEmpty()) {
            return;
        }
        late.entrySet().stream()
                .sorted(Comparator.comparing(release -> lastDay(release.getKey())))
                .forEach(release -> attribute(year, release.getKey(), release.getValue()));
        excused.find();
    }

    private static LocalDate lastDay(List<Stretch> stretches) {
        return stretches.get(stretches.size() - 1).last();
    }

    /** Why days are nobody's, and for how many shares. */
    private final class Excused {

        private final int year;
        private final Map<Suspension, Long> bySuspension = new LinkedHashMap<>();
        private long againstOverRelease;

        private Excused(int year) {
            this.year = year;
        }

        private void find() {
            if (againstOverRelease > 0) {
                findings.find(
                        Code.DELAY_EXCUSED,
                        year,
                        "the delay of " + Shares.of(againstOverRelease)
                                + " shares is nobody's: they are held against an over-release",
                        "");
            }
            bySuspension.forEach((suspension, shares) -> findings.find(
                    Code.DELAY_EXCUSED,
                    year,
                    "of the delay of " + Words.shares(shares) + " the days "
                            + suspension
                                    .ended()
                                    .map(day -> "up to " + day.minusDays(1))
                                    .orElse("from " + suspension.from() + " on")
                            + " are nobody's: " + suspension.ground().term() + " ("
                            + suspension.ground().clause().citation() + ", " + suspension.document() + ")",
                    ""));
        }
    }

    /** What is late today, in a sentence. */
    private void findLate() {
        long late = 0;
        Set<Integer> years = new TreeSet<>();
        for (ReleaseLine line : releases.lines()) {
            LocalDate due = review.year(line.assessmentYear()).releaseDue();
            if (line.due() > 0 && !line.isWithheld() && review.asOf().isAfter(due)) {
                late += line.due();
                years.add(line.assessmentYear());
            }
        }
        if (late > 0) {
            findings.find(
                    Code.RELEASE_LATE,
                    0,
                    Words.shares(late) + " of "
                            + (years.size() == 1 ? "year " : "years ")
                            + String.join(
                                    ", ", years.stream().map(String::valueOf).toList())
                            + " were to be released and are not: see delays.csv",
                    "");
        }
        if (priceMissingSince.isPresent()) {
            boolean none = prices().currency().isEmpty() && prices().trusted();
            findings.find(
                    none ? Code.PRICES_NOT_ON_RECORD : Code.PRICE_MISSING,
                    0,
                    none
                            ? "no share price is on record: penalties for delay are not computed"
                            : prices().trusted()
                                    ? "the first close is of a later day than " + priceMissingSince.get()
                                            + ": the penalty for a delay can't be computed"
                                    : "a row of the share prices is at fault, so that none is used: penalties for delay"
                                            + " are not computed",
                    prices().trusted() ? "record the closes in share-prices.csv" : "correct the row");
        }
    }

    private SharePrices prices() {
        return review.escrow().registers().prices();
    }

    private void lateShares(ReleaseLine line, LocalDate due, Map<List<Stretch>, Long> late, Excused excused) {
        LocalDate first = due.plusDays(1);
        for (Papers.Moved piece : line.pieces()) {
            LocalDate moved = piece.transfer().confirmedOn();
            if (moved.isAfter(due)) {
                Papers papers = releases.papers(piece.transfer().year());
                Optional<LocalDate> complete = piece.paper().flatMap(papers::documentsComplete);
                add(line, first, moved, complete, piece.shares(), late, excused);
            }
        }
        LocalDate today = review.asOf();
        Papers papers = releases.papers(line.assessmentYear());
        long uncovered = line.open() + line.instructed() + line.gated();
        for (ReleaseLine.Covered covered : line.covered()) {
            add(line, first, today, papers.documentsComplete(covered.paper()), covered.shares(), late, excused);
            uncovered -= covered.shares();
        }
        add(line, first, today, Optional.empty(), uncovered, late, excused);
        if (line.againstOverRelease() > 0) {
            late.merge(List.of(new Stretch(Delay.Party.NOBODY, first, today)), line.againstOverRelease(), Long::sum);
            excused.againstOverRelease += line.againstOverRelease();
        }
    }

    private void add(
            ReleaseLine line,
            LocalDate first,
            LocalDate last,
            Optional<LocalDate> documentsComplete,
            long shares,
            Map<List<Stretch>, Long> late,
            Excused excused) {
        if (shares == 0) {
            return;
        }
        LocalDate agentFrom = documentsComplete
                .map(day -> deadlines.transferDue(day).plusDays(1))
                .orElse(LocalDate.MAX);
        List<Suspension> suspensions = review.escrow().registers().suspensions().stream()
                .filter(suspension ->
                        suspension.covers(line.assessmentYear(), line.tranche().number()))
                .toList();
        late.merge(stretches(first, last, agentFrom, suspensions), shares, Long::sum);
        for (Suspension suspension : suspensions) {
            boolean began = !suspension.from().isAfter(last);
            boolean lasted =
                    suspension.ended().filter(day -> !day.isAfter(first)).isEmpty();
            if (began && lasted) {
                excused.bySuspension.merge(suspension, shares, Long::sum);
            }
        }
    }

    private static List<Stretch> stretches(
            LocalDate first, LocalDate last, LocalDate agentFrom, List<Suspension> suspensions) {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        cuts.add(first);
        cuts.add(agentFrom);
        for (Suspension suspension : suspensions) {
            cuts.add(suspension.from());
            suspension.ended().ifPresent(cuts::add);
        }
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate from : cuts.subSet(first, true, last, true)) {
            LocalDate next = cuts.higher(from);
            LocalDate to = next == null || next.isAfter(last) ? last : next.minusDays(1);
            Delay.Party party = partyOf(from, agentFrom, suspensions);
            int before = stretches.size() - 1;
            if (before >= 0 && stretches.get(before).party() == party) {
                stretches.set(before, new Stretch(party, stretches.get(before).first(), to));
            } else {
                stretches.add(new Stretch(party, from, to));
            }
        }
        return stretches;
    }

    private static Delay.Party partyOf(LocalDate day, LocalDate agentFrom, List<Suspension> suspensions) {
        if (suspensions.stream().anyMatch(suspension -> suspension.isInForceOn(day))) {
            return Delay.Party.NOBODY;
        }
        return day.isBefore(agentFrom) ? Delay.Party.ISSUER : Delay.Party.ESCROW_AGENT;
    }

    private void attribute(ReviewedYear year, List<Stretch> stretches, long shares) {
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
        Set<Delay.Party> inTime = new LinkedHashSet<>();
        stretches.forEach(stretch -> inTime.add(stretch.party()));
        for (Delay.Party party : inTime) {
            BigInteger sum = sums.getOrDefault(party, BigInteger.ZERO);
            List<Stretch> own = stretches.stream()
                    .filter(stretch -> stretch.party() == party)
                    .toList();
            delays.add(new Delay(
                    year.year().number(),
                    party,
                    own.get(0).first(),
                    lastDay(own),
                    own.stream().mapToInt(Stretch::days).sum(),
                    Shares.of(shares),
                    party == Delay.Party.NOBODY || meter.isPriced()
                            ? Optional.of(new Delay.Penalty(PenaltyMeter.cents(sum), prices().currency()))
                            : Optional.empty(),
                    capped.contains(party)));
        }
        LocalDate lateSince = year.releaseDue().plusDays(1);
        if (!meter.isPriced() && priceMissingSince.isEmpty()) {
            priceMissingSince = Optional.of(lateSince);
        }
        meter.cappedOn()
                .ifPresent(day -> findings.find(
                        Code.PENALTY_CAPPED,
                        year.year().number(),
                        "the penalty on " + Shares.of(shares) + " shares that are late since " + lateSince
                                + " reached 5% of their market value; " + day
                                + " is the first day that adds less than its 0.01%",
                        ""));
    }
}
