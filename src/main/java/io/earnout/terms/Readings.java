package io.earnout.terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the five open points of the contract are read. On rising targets and equal tranches, as Kaixin's, the default gives
 * the lowest exact share count of all readings of the SPA's own formula: what is held too long can still be released, what
 * is released too much cannot be recalled. On other terms another reading can be lower.
 */
public record Readings(
        ExcessCredit excessCredit,
        ConversionTarget conversionTarget,
        OffsetLimit offsetLimit,
        OffsetOrder offsetOrder,
        MissedTarget missedTarget) {

    public static final Readings DEFAULT = new Readings(
            ExcessCredit.HALF,
            ConversionTarget.EXCESS_YEAR,
            OffsetLimit.BOTH,
            OffsetOrder.OLDEST_FIRST,
            MissedTarget.REDUCE);

    /** How many readings are priced beside each other, as texts say it. */
    public static final String PRICED = "fourteen";

    private static final List<Readings> BESIDE_DEFAULT = DEFAULT.listBesideEachOther();

    /**
     * The readings whose effect is priced beside this one: this one first; the SPA formula's eight (half or full
     * excess, each target, each limit, in this order, a missed target reducing the tranche as SPA 5.2(1) has it); and,
     * otherwise as this one, the other two orders, the 6-K's three thresholds, and a missed target read the other way. There
     * are always {@value #PRICED}.
     */
    public List<Readings> besideEachOther() {
        return equals(DEFAULT) ? BESIDE_DEFAULT : listBesideEachOther();
    }

    private List<Readings> listBesideEachOther() {
        Set<Readings> all = new LinkedHashSet<>();
        all.add(this);
        for (ExcessCredit credit : ExcessCredit.values()) {
            if (!credit.isOfTheSpa()) {
                continue;
            }
            for (ConversionTarget target : ConversionTarget.values()) {
                for (OffsetLimit limit : OffsetLimit.values()) {
                    all.add(new Readings(credit, target, limit, offsetOrder, MissedTarget.REDUCE));
                }
            }
        }
        for (OffsetOrder order : OffsetOrder.values()) {
            all.add(new Readings(excessCredit, conversionTarget, offsetLimit, order, missedTarget));
        }
        for (ExcessCredit credit : ExcessCredit.values()) {
            if (!credit.isOfTheSpa()) {
                all.add(new Readings(credit, conversionTarget, offsetLimit, offsetOrder, missedTarget));
            }
        }
        for (MissedTarget missed : MissedTarget.values()) {
            all.add(new Readings(excessCredit, conversionTarget, offsetLimit, offsetOrder, missed));
        }
        return List.copyOf(all);
    }

    /** Whether it reads the SPA's own formula; the 6-K's thresholds and the literal EA 3.1(a) contradict it. */
    public boolean isOfTheSpaFormula() {
        return excessCredit.isOfTheSpa() && missedTarget == MissedTarget.REDUCE;
    }

    /** The choices in the order of the files. */
    public List<Term> choices() {
        return List.of(excessCredit, conversionTarget, offsetLimit, offsetOrder, missedTarget);
    }

    /** The choices in which it differs from another reading, in the order of the files. */
    public List<String> choicesOtherThan(Readings other) {
        return choices().stream()
                .filter(choice -> !other.choices().contains(choice))
                .map(Term::term)
                .toList();
    }

    /** The choices in the order of the files, e.g. {@code half, excess-year, both, oldest-first, reduce}. */
    @Override
    public String toString() {
        return excessCredit.term() + ", " + conversionTarget.term() + ", " + offsetLimit.term() + ", "
                + offsetOrder.term() + ", " + missedTarget.term();
    }
}
