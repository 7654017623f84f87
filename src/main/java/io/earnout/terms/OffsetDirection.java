package io.earnout.terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which shortfalls the excess of a year can offset: SPA 5.2(2) looks back, other agreements of the kind look forward or offset
 * nothing. A term of the agreement, not a reading: the words of each agreement leave no choice.
 */
public enum OffsetDirection implements Term {
    /** "offset any shortfall ... of any previous Assessment Year": SPA 5.2(2). The default. */
    BACKWARD("backward", Readings.PRICED, Set.of(ReadingSwitch.values())),
    /**
     * The credit of an excess is kept and reduces the shortfalls of later years, the next first, until it is used up. What was
     * deducted is never given back.
     */
    FORWARD("forward", "five", Set.of(ReadingSwitch.EXCESS_CREDIT)),
    /** An excess offsets nothing. */
    NONE("none", "two", Set.of(ReadingSwitch.MISSED_TARGET));

    private final String term;
    private final String priced;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<ReadingSwitch> deciding;

    OffsetDirection(String term, String priced, Set<ReadingSwitch> deciding) {
        this.term = term;
        this.priced = priced;
        this.deciding = deciding;
    }

    /** Whether what is deducted can come back by the excess of a later year. */
    public boolean restores() {
        return this == BACKWARD;
    }

    /**
     * Whether a switch of the readings can change a quantity. Going forward a credit only reduces a shortfall of revenue, which
     * becomes shares at its own year's rate: no target converts it, its shares set no limit of their own, and the next year
     * comes first.
     */
    public boolean isDecidedBy(ReadingSwitch point) {
        return deciding.contains(point);
    }

    /** Whether a missed target can block the rest of its tranche; not where an earlier excess can make up for it. */
    public boolean admits(MissedTarget missed) {
        return this != FORWARD || missed.releasesTheRest();
    }

    /** What it means, in a sentence that names the column. */
    public String inWords() {
        return "offset_direction is " + term + ": "
                + switch (this) {
                    case BACKWARD -> "an excess offsets the shortfalls of earlier years";
                    case FORWARD ->
                        "the credit of an excess reduces the shortfalls of later years, and what was deducted is never"
                                + " given back";
                    case NONE -> "an excess offsets nothing, and what was deducted is never given back";
                };
    }

    /** The readings whose effect is priced beside one: it first, then those that read another way what can change a quantity. */
    public List<Readings> pricedBeside(Readings own) {
        if (this == BACKWARD) {
            return own.besideEachOther();
        }
        Set<Readings> all = new LinkedHashSet<>(List.of(own));
        for (ReadingSwitch point : deciding) {
            for (Term choice : point.choices()) {
                all.add(ReadingSwitch.read(other -> other == point ? choice : other.choiceOf(own)));
            }
        }
        return List.copyOf(all);
    }

    /** How many readings are priced beside each other, as texts say it. */
    public String priced() {
        return priced;
    }

    @Override
    public String term() {
        return term;
    }
}
