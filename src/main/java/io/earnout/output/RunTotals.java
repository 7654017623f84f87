package io.earnout.output;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Position;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.escrow.review.YearState;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The totals of a portfolio: what its first page says. Every figure is a sum of what the agreements' own pages say. One instance
 * counts the agreements of a block, for which a long is enough; those of all blocks are added up without limit.
 */
public final class RunTotals {

    /** How many findings that need a person are kept; the file has them all. */
    private static final int KEPT_ERRORS = 100;

    /** In how many parts the entitlements are distributed, from nothing to all of the assessed tranches. */
    private static final int PARTS = 10;

    /** Where shares are, and what the readings make of them. */
    public enum Total {
        CONSIDERATION,
        RELEASED,
        RELEASABLE,
        /** By disputes, gates and over-releases; not what waits for a signature or its receipt. */
        HELD,
        AWAITING,
        DEDUCTED,
        UNASSESSED,
        RETURNED,
        TO_INSTRUCT,
        /** The same in signed shares. */
        TO_INSTRUCT_SIGNED,
        INSTRUCTED,
        CERTAINLY_CANCELLED,
        OVER_RELEASED,
        ENTITLED,
        LOWEST_ENTITLEMENT,
        HIGHEST_ENTITLEMENT
    }

    private final Map<Total, Sum> shares = new EnumMap<>(Total.class);
    private final Map<YearState, Long> years = new EnumMap<>(YearState.class);
    private final Map<ReleaseInstruction.Status, Long> lines = new EnumMap<>(ReleaseInstruction.Status.class);
    private final Map<FindingCode, Long> codes = new EnumMap<>(FindingCode.class);
    private final long[] distribution = new long[PARTS + 1];
    private final List<Finding> errors = new ArrayList<>();
    private final UpcomingDeadlines countdown = new UpcomingDeadlines();
    private long agreements;
    private long agreementsThatNeedAPerson;

    /** What the agreements of this instance have, and what the instances have that were added to it. */
    private static final class Sum {
        private long own;
        private BigInteger others = BigInteger.ZERO;
    }

    /** Of a part of a share that a share change leaves nothing is added: a total is of whole shares. */
    private void add(Total total, ExactShares counted) {
        sum(total).own += counted.wholeCount();
    }

    private Sum sum(Total total) {
        return shares.computeIfAbsent(total, none -> new Sum());
    }

    /** Counts one agreement, its findings aside. */
    public void add(AgreementResult result) {
        agreements++;
        agreementsThatNeedAPerson += result.needsAPerson() ? 1 : 0;
        Position position = result.determination().position();
        add(Total.CONSIDERATION, position.considerationShares());
        add(Total.RELEASED, position.released());
        add(Total.RELEASABLE, position.releasable());
        add(Total.AWAITING, result.awaiting());
        add(Total.HELD, result.heldByGates());
        add(Total.DEDUCTED, position.deducted());
        add(Total.UNASSESSED, position.unassessed());
        add(Total.RETURNED, position.returned());
        add(Total.LOWEST_ENTITLEMENT, position.lowestEntitlement());
        add(Total.HIGHEST_ENTITLEMENT, position.highestEntitlement());
        for (ReleaseInstruction line : result.determination().instructions()) {
            lines.merge(line.status(), 1L, Long::sum);
            add(Total.TO_INSTRUCT_SIGNED, line.toInstruct());
            add(Total.TO_INSTRUCT, line.ofTheDay().isEmpty() ? line.toInstruct() : ExactShares.of(line.quantity()));
            add(Total.INSTRUCTED, line.instructed());
        }
        add(Total.CERTAINLY_CANCELLED, result.certainlyCancelled());
        long assessed = 0;
        long entitled = 0;
        for (YearStatement year : result.determination().years()) {
            years.merge(year.state(), 1L, Long::sum);
            add(Total.OVER_RELEASED, year.overReleased());
            add(Total.ENTITLED, year.entitled());
            assessed += year.assessment().isPresent() ? year.year().tranche().count() : 0;
            entitled += year.entitled().count();
        }
        if (assessed > 0) {
            // the tranches of one agreement are at most 10^15 shares
            distribution[(int) (entitled * PARTS / assessed)]++;
        }
        countdown.add(result.determination());
    }

    /** Counts one finding, of an agreement or of the run. */
    public void add(Finding finding) {
        codes.merge(finding.code(), 1L, Long::sum);
        if (finding.code().severity() == Severity.ERROR && errors.size() < KEPT_ERRORS) {
            errors.add(finding);
        }
    }

    /** Counts what another one counted, whose agreements come after these. */
    public void add(RunTotals other) {
        agreements += other.agreements;
        agreementsThatNeedAPerson += other.agreementsThatNeedAPerson;
        for (Total total : Total.values()) {
            sum(total).others = sum(total).others.add(other.shares(total));
        }
        other.years.forEach((state, count) -> years.merge(state, count, Long::sum));
        other.lines.forEach((status, count) -> lines.merge(status, count, Long::sum));
        other.codes.forEach((code, count) -> codes.merge(code, count, Long::sum));
        for (int part = 0; part < distribution.length; part++) {
            distribution[part] += other.distribution[part];
        }
        other.errors.stream().limit(KEPT_ERRORS - (long) errors.size()).forEach(errors::add);
        countdown.add(other.countdown);
    }

    private void add(Total total, Shares more) {
        sum(total).own += more.count();
    }

    public long agreements() {
        return agreements;
    }

    public long agreementsThatNeedAPerson() {
        return agreementsThatNeedAPerson;
    }

    public BigInteger shares(Total total) {
        Sum sum = sum(total);
        return sum.others.add(BigInteger.valueOf(sum.own));
    }

    /** How many assessment years are in a state. */
    public long years(YearState state) {
        return years.getOrDefault(state, 0L);
    }

    /** How many lines of instructions have a status. */
    public long lines(ReleaseInstruction.Status status) {
        return lines.getOrDefault(status, 0L);
    }

    /** How often each thing was found, in the order of the codes. */
    public Map<FindingCode, Long> codes() {
        return new EnumMap<>(codes);
    }

    /** How many findings are that severe. */
    public long found(Severity severity) {
        return codes.entrySet().stream()
                .filter(code -> code.getKey().severity() == severity)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The first findings that need a person, in the order of {@code exceptions.csv}. */
    public List<Finding> errors() {
        return List.copyOf(errors);
    }

    /** The next deadlines. */
    public UpcomingDeadlines countdown() {
        return countdown;
    }

    /**
     * How many agreements are entitled to how much of their assessed tranches: ten parts from under a tenth to under the
     * whole, and the whole.
     */
    public List<Long> distribution() {
        List<Long> parts = new ArrayList<>();
        for (long count : distribution) {
            parts.add(count);
        }
        return parts;
    }
}
