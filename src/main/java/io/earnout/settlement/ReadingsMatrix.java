package io.earnout.settlement;

import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the fourteen readings of the open points would give the seller, side by side, in whole shares; fewer where a direction of
 * the offset leaves fewer points open.
 *
 * @param entries the agreement's own reading first
 * @param belowDefault one of them that is a reading of the SPA's own formula and gives less than the default, exactly or in
 *     whole shares; nothing on terms like Kaixin's
 */
public record ReadingsMatrix(List<Entry> entries, Optional<BelowDefault> belowDefault) {

    /** The entitlement under one reading. */
    public record Entry(Readings readings, Shares entitled) {}

    /** A reading that gives less than the default; where both give the same whole shares, by less than a share. */
    public record BelowDefault(Entry entry, Shares byDefault) {}

    /**
     * Prices the readings beside the one that the settlement was made under. Only the offsets depend on four of the five
     * switches, so that each year is assessed once for all of them.
     */
    public static ReadingsMatrix of(Settlement settlement) {
        List<Assessment> assessments = settlement.assessments();
        long released = 0;
        long withheldByBlock = 0;
        for (Assessment year : assessments) {
            released += year.earned().count();
            withheldByBlock += year.canBeBlocked() ? year.earned().count() : 0;
        }
        OffsetDirection direction = settlement.agreement().offsetDirection();
        // what the offsets leave to later years is in what these earned
        released -= direction == OffsetDirection.FORWARD ? settlement.offsets().given() : 0;
        List<Offsets> found = new ArrayList<>(List.of(settlement.offsets()));
        Offsets byDefault = offsetsUnder(Readings.DEFAULT, settlement, found);
        List<Entry> entries = new ArrayList<>();
        Optional<BelowDefault> below = Optional.empty();
        for (Readings readings : direction.pricedBeside(settlement.readings())) {
            Offsets offsets = offsetsUnder(readings, settlement, found);
            long withheld = readings.missedTarget().releasesTheRest() ? 0 : withheldByBlock;
            Entry entry = new Entry(readings, Shares.of(released - withheld + offsets.given()));
            entries.add(entry);
            if (below.isEmpty() && readings.isOfTheSpaFormula() && offsets.giveLessThan(byDefault)) {
                Shares entitled = Shares.of(released + byDefault.given());
                below = Optional.of(new BelowDefault(entry, entitled));
            }
        }
        return new ReadingsMatrix(entries, below);
    }

    /** The offsets under a reading, unless they are known to be the same as those found before under another one. */
    private static Offsets offsetsUnder(Readings readings, Settlement settlement, List<Offsets> found) {
        for (Offsets offsets : found) {
            if (offsets.areTheSameUnder(readings)) {
                return offsets;
            }
        }
        Offsets offsets = Settlement.offsets(settlement.agreement(), settlement.assessments(), readings);
        found.add(offsets);
        return offsets;
    }

    /** The agreement's own reading. */
    public Entry own() {
        return entries.get(0);
    }

    /** The least that one of the readings gives. */
    public Shares lowest() {
        Shares lowest = own().entitled();
        for (Entry entry : entries) {
            lowest = entry.entitled().compareTo(lowest) < 0 ? entry.entitled() : lowest;
        }
        return lowest;
    }

    /** The most that one of the readings gives. */
    public Shares highest() {
        Shares highest = own().entitled();
        for (Entry entry : entries) {
            highest = entry.entitled().compareTo(highest) > 0 ? entry.entitled() : highest;
        }
        return highest;
    }
}
