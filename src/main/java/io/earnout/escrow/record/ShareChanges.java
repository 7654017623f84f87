package io.earnout.escrow.record;

import io.earnout.terms.ExactShares;
import io.earnout.terms.Fraction;
import io.earnout.terms.Shares;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The two ways in which an agreement's shares are counted. <em>Signed shares</em> are those of the day of signature: all terms and the
 * whole calculation. <em>Shares of a day</em> are what the agent holds and moves on it. Between the two lies the factor of the day.
 *
 * <p>What is signed, moved and held is added up in <em>units</em>: equal parts of a signed share, as many to the share as it takes
 * for a whole number of shares of any day to be a whole number of units. Without a change a unit is a share.
 */
public final class ShareChanges {

    public static final ShareChanges NONE = new ShareChanges(List.of(), LocalDate.MIN);

    /** The most units that all shares of an agreement may be: sums of them stay far within a long. */
    private static final BigInteger MOST_UNITS = BigInteger.valueOf(1_000_000_000_000_000_000L);

    private static final List<ShareFactor> UNCHANGED = List.of(ShareFactor.ONE);

    private final List<ShareChange> onRecord;
    private final List<ShareChange> changes = new ArrayList<>();
    /** Of each change, the factor from its day on. */
    private final List<ShareFactor> factors = new ArrayList<>();

    private final BigInteger unitsOfAShare;
    private final BigInteger oldSharesOfAll;

    private ShareChanges(List<ShareChange> onRecord, LocalDate signedOn) {
        this.onRecord = onRecord.stream()
                .sorted(Comparator.comparing(ShareChange::effectiveOn))
                .toList();
        BigInteger units = BigInteger.ONE;
        BigInteger old = BigInteger.ONE;
        ShareFactor factor = ShareFactor.ONE;
        for (ShareChange change : this.onRecord) {
            if (change.effectiveOn().isAfter(signedOn)) {
                factor = factor.after(change);
                changes.add(change);
                factors.add(factor);
                units = leastCommonMultiple(units, factor.newShares());
                old = leastCommonMultiple(old, factor.oldShares());
            }
        }
        this.unitsOfAShare = units;
        this.oldSharesOfAll = old;
    }

    private static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
        return one.multiply(other).divide(one.gcd(other));
    }

    /**
     * The changes of an agreement.
     *
     * @param onRecord on different days
     * @param signedOn a change on this day or before it changes nothing: the terms count the new shares
     */
    public static ShareChanges of(List<ShareChange> onRecord, LocalDate signedOn) {
        return onRecord.isEmpty() ? NONE : new ShareChanges(onRecord, signedOn);
    }

    /** Whether the shares of an agreement can be counted in units, and are never too many. */
    public boolean canCount(Shares considerationShares) {
        BigInteger shares = BigInteger.valueOf(considerationShares.count());
        BigInteger most = shares.multiply(unitsOfAShare);
        for (ShareFactor factor : factors) {
            most = most.max(factor.newShares()).max(factor.oldShares());
            if (shares.multiply(factor.newShares())
                            .compareTo(factor.oldShares().multiply(BigInteger.valueOf(Shares.LIMIT)))
                    > 0) {
                return false;
            }
        }
        return most.compareTo(MOST_UNITS) <= 0;
    }

    /** Whether no change lies after the signature, so that all shares are counted in the same way. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** All changes on record in the order of their days, those before the signature included. */
    public List<ShareChange> onRecord() {
        return onRecord;
    }

    /** The changes after the signature that are effective on a day, in the order of their days. */
    public List<ShareChange> effectiveOn(LocalDate day) {
        return changes.isEmpty()
                ? List.of()
                : changes.stream()
                        .filter(change -> !change.effectiveOn().isAfter(day))
                        .toList();
    }

    /**
     * A change after the signature.
     *
     * @param factor how many shares one signed share is from its day on
     */
    public record Step(ShareChange change, ShareFactor factor) {}

    /** The changes after the signature that are effective on a day, each with what it makes of a signed share. */
    public List<Step> stepsUntil(LocalDate day) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < changes.size() && !changes.get(i).effectiveOn().isAfter(day); i++) {
            steps.add(new Step(changes.get(i), factors.get(i)));
        }
        return steps;
    }

    /** The changes after the signature that a day lies before. */
    public List<ShareChange> announcedOn(LocalDate day) {
        return changes.isEmpty()
                ? List.of()
                : changes.stream()
                        .filter(change -> change.effectiveOn().isAfter(day))
                        .toList();
    }

    /** The first change after one day and not after the other. */
    public Optional<ShareChange> firstBetween(LocalDate after, LocalDate last) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return changes.stream()
                .filter(change -> change.effectiveOn().isAfter(after)
                        && !change.effectiveOn().isAfter(last))
                .findFirst();
    }

    /** How many shares of a day one signed share is. */
    public ShareFactor on(LocalDate day) {
        ShareFactor factor = ShareFactor.ONE;
        // the last one that is effective on the day
        for (int i = 0; i < changes.size() && !changes.get(i).effectiveOn().isAfter(day); i++) {
            factor = factors.get(i);
        }
        return factor;
    }

    /** The factor from the signature on, and from each change on. */
    public List<ShareFactor> all() {
        if (factors.isEmpty()) {
            return UNCHANGED;
        }
        List<ShareFactor> all = new ArrayList<>(UNCHANGED);
        all.addAll(factors);
        return all;
    }

    /** Signed shares in units. */
    public long units(Shares signed) {
        return changes.isEmpty() ? signed.count() : signed.count() * unitsOfAShare.longValueExact();
    }

    /** Shares of a day in units, exactly. */
    public long units(long sharesOfDay, LocalDate day) {
        return changes.isEmpty() ? sharesOfDay : units(sharesOfDay, on(day));
    }

    /**
     * Shares that are counted with one of the factors, in units, exactly; of more than any agreement can have, the most that can be
     * counted.
     *
     * @throws IllegalArgumentException if the factor is none of these changes'
     */
    public long units(long shares, ShareFactor factor) {
        if (changes.isEmpty()) {
            return shares;
        }
        BigInteger[] units = BigInteger.valueOf(shares)
                .multiply(unitsOfAShare)
                .multiply(factor.oldShares())
                .divideAndRemainder(factor.newShares());
        if (units[1].signum() != 0) {
            throw new IllegalArgumentException(factor + " is no factor of these changes");
        }
        // a row can name more shares than there are; that it does is found, however many they are
        return units[0].min(MOST_UNITS).longValueExact();
    }

    /** How many whole shares of a day the units are; the fraction of a share that is left is never instructed. */
    public long wholeOnDay(long units, LocalDate day) {
        return changes.isEmpty() ? units : onDay(units, day).roundedDown().count();
    }

    /** How many shares of a day the units are, exactly. */
    public ExactShares onDay(long units, LocalDate day) {
        ShareFactor factor = on(day);
        return new ExactShares(Fraction.of(units)
                .scaled(factor.newShares().longValueExact(), factor.oldShares().longValueExact())
                .scaled(1, unitsOfAShare.longValueExact()));
    }

    /** The whole shares of a day that the units are, with thousands separators. */
    public String grouped(long units, LocalDate day) {
        return Shares.of(wholeOnDay(units, day)).toString();
    }

    /** How many signed shares the units are, exactly. */
    public ExactShares signed(long units) {
        if (units == 0) {
            return ExactShares.NONE;
        }
        return new ExactShares(
                changes.isEmpty() ? Fraction.of(units) : Fraction.of(units).scaled(1, unitsOfAShare.longValueExact()));
    }

    /**
     * Units as shares of a day, each counted as {@link #ofAShare()}: so that what is worth something on different days can be added up
     * exactly and divided once.
     */
    public BigInteger inParts(long units, LocalDate day) {
        BigInteger all = BigInteger.valueOf(units);
        if (changes.isEmpty()) {
            return all;
        }
        ShareFactor factor = on(day);
        return all.multiply(factor.newShares()).multiply(oldSharesOfAll.divide(factor.oldShares()));
    }

    /** How many of the parts of {@link #inParts} are a share. */
    public BigInteger ofAShare() {
        return unitsOfAShare.multiply(oldSharesOfAll);
    }

    /** The units that make whole shares of a day, of these. */
    public long unitsOfWholeShares(long units, LocalDate day) {
        return changes.isEmpty() ? units : units(wholeOnDay(units, day), day);
    }
}
