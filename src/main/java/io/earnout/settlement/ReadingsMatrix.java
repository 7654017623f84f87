package io.earnout.settlement;

import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;

/**
 * What each reading of the open points would give the seller, side by side, in whole shares.
 *
 * @param entries the agreement's own reading first
 */
public record ReadingsMatrix(List<Entry> entries) {

    /** The entitlement under one reading. */
    public record Entry(Readings readings, Shares entitled) {}

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
        List<Entry> entries = new ArrayList<>();
        for (Readings readings : settlement.readings().besideEachOther()) {
            long restored = settlement.offsetsUnder(readings).restored().count();
            long withheld = readings.missedTarget().releasesTheRest() ? 0 : withheldByBlock;
            entries.add(new Entry(readings, Shares.of(released - withheld + restored)));
        }
        return new ReadingsMatrix(entries);
    }

    /** The agreement's own reading. */
    public Entry own() {
        return entries.get(0);
    }

    /** The undisputed floor: what every one of the readings gives at least. */
    public Shares lowest() {
        Shares lowest = own().entitled();
        for (Entry entry : entries) {
            lowest = entry.entitled().compareTo(lowest) < 0 ? entry.entitled() : lowest;
        }
        return lowest;
    }

    /** The ceiling: the most that one of the readings gives. */
    public Shares highest() {
        Shares highest = own().entitled();
        for (Entry entry : entries) {
            highest = entry.entitled().compareTo(highest) > 0 ? entry.entitled() : highest;
        }
        return highest;
    }
}
