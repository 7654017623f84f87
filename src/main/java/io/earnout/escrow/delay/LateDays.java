package io.earnout.escrow.delay;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Suspension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is liable for which day of a late release (SPA 8.2, EA 5.2). Nobody is for days before the report was received on
 * which the shares rest, for days of a suspension or dispute, and for shares held against an over-release. Of the others
 * the issuer is liable until the agent has had report and instruction for ten business days, then the agent.
 *
 * @param stretches one after the other, without a gap; at least one
 * @param unknown the places and years without holiday data on which they rest
 */
record LateDays(List<Stretch> stretches, Set<String> unknown) {

    /**
     * Days that follow on each other and fall to one party.
     *
     * @param reason why nobody is liable; nothing where a party is
     */
    record Stretch(Delay.Party party, Optional<FindingCode> reason, LocalDate first, LocalDate last) {

        int days() {
            return Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
        }

        private boolean isLike(Stretch other) {
            return party == other.party && reason.equals(other.reason);
        }
    }

    /**
     * The days of shares that were to be released.
     *
     * @param since when the report was received on which they rest
     * @param agentFrom the first day for which the agent is liable, not the issuer
     * @param suspensions those that hold the shares
     */
    static LateDays of(
            LocalDate first,
            LocalDate last,
            LocalDate since,
            LocalDate agentFrom,
            List<Suspension> suspensions,
            Set<String> unknown) {
        return new LateDays(stretches(first, last, since, agentFrom, suspensions), unknown);
    }

    /** The days of shares that are withheld because too many were released before. */
    static LateDays againstOverRelease(LocalDate first, LocalDate last, Set<String> unknown) {
        Stretch all = new Stretch(Delay.Party.NOBODY, Optional.of(FindingCode.HELD_AGAINST_OVER_RELEASE), first, last);
        return new LateDays(List.of(all), unknown);
    }

    /** The last day tells nearly all of a year's late releases apart; to go through all stretches cost more than to compare them. */
    @Override
    public int hashCode() {
        return lastDay().hashCode();
    }

    LocalDate lastDay() {
        return stretches.get(stretches.size() - 1).last();
    }

    /** Whether anyone is liable for any of the days. */
    boolean isAPartyLiable() {
        for (Stretch stretch : stretches) {
            if (stretch.party() != Delay.Party.NOBODY) {
                return true;
            }
        }
        return false;
    }

    /** The stretches of each party, and of nobody for each reason, in the order in which they begin. */
    List<List<Stretch>> alike() {
        if (stretches.size() == 1) {
            return List.of(stretches);
        }
        List<List<Stretch>> alike = new ArrayList<>(2);
        for (Stretch stretch : stretches) {
            if (alike.stream().noneMatch(others -> others.get(0).isLike(stretch))) {
                alike.add(stretches.stream().filter(stretch::isLike).toList());
            }
        }
        return alike;
    }

    private static List<Stretch> stretches(
            LocalDate first, LocalDate last, LocalDate since, LocalDate agentFrom, List<Suspension> suspensions) {
        if (suspensions.isEmpty() && !since.isAfter(first) && agentFrom.isAfter(last)) {
            return List.of(new Stretch(Delay.Party.ISSUER, Optional.empty(), first, last));
        }
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
}
