package io.earnout.escrow;

import java.util.Set;

/**
 * What can't be known of one agreement, because a row was rejected.
 *
 * @param reports the years of which a report was rejected: what it would have said is unknown
 * @param rows the years of which a row of another register was rejected; 0 is none
 * @param transfers the tranches of which a transfer was rejected: how much of them has left the escrow is unknown
 * @param whole whether a row was rejected that could belong to any year
 */
public record Rejected(Set<Integer> reports, Set<Integer> rows, Set<Integer> transfers, boolean whole) {

    public static final Rejected NOTHING = new Rejected(Set.of(), Set.of(), false);

    /** Without a rejected transfer. */
    public Rejected(Set<Integer> reports, Set<Integer> rows, boolean whole) {
        this(reports, rows, Set.of(), whole);
    }
}
