package io.earnout.escrow.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can't be known of one agreement, because a row was rejected. Whatever such a row would have said is held, and never
 * told as a fact.
 *
 * @param years by register, the assessment years of its rejected rows; {@link #ANY_YEAR} for a row that may be about any year
 * @param transfers the tranches of which a transfer was rejected: how many of their shares have left the escrow is unknown
 */
public record Rejected(Map<Register, Set<Integer>> years, Set<Integer> transfers) {

    /** In the place of a year that can't be told. */
    public static final int ANY_YEAR = 0;

    public static final Rejected NOTHING = new Rejected(Map.of(), Set.of());

    /** The registers whose rows decide on shares. */
    public enum Register {
        REPORTS,
        APPROVALS,
        INSTRUCTIONS,
        TRANSFERS,
        SUSPENSIONS,
        ADJUSTMENTS,
        SHARE_CHANGES,
        AMENDMENTS
    }

    /** Without a rejected transfer. */
    public Rejected(Set<Integer> reports, Set<Integer> rows, boolean whole) {
        this(reports, rows, Set.of(), whole);
    }

    /** Where it doesn't matter which register the rows were in. */
    public Rejected(Set<Integer> reports, Set<Integer> rows, Set<Integer> transfers, boolean whole) {
        this(
                Map.of(
                        Register.REPORTS,
                        reports,
                        Register.TRANSFERS,
                        rows,
                        Register.SUSPENSIONS,
                        whole ? Set.of(ANY_YEAR) : Set.of()),
                transfers);
    }

    /** The same with rejected reports of other years. */
    public Rejected withReports(Set<Integer> reports) {
        Map<Register, Set<Integer>> others = new EnumMap<>(Register.class);
        others.putAll(years);
        others.put(Register.REPORTS, reports);
        return new Rejected(others, transfers);
    }

    /** Whether a rejected row of a register was, or may have been, about an assessment year. */
    public boolean mayHaveSaid(Register register, int year) {
        Set<Integer> ofRegister = years.getOrDefault(register, Set.of());
        return ofRegister.contains(year) || ofRegister.contains(ANY_YEAR);
    }

    /** Whether any row of a register was rejected. */
    public boolean has(Register register) {
        return !years.getOrDefault(register, Set.of()).isEmpty();
    }

    /** The years of which a report was rejected: what it would have said is unknown. */
    public Set<Integer> reports() {
        return years.getOrDefault(Register.REPORTS, Set.of());
    }

    /** The years of which a row of another register was rejected. */
    public Set<Integer> rows() {
        if (years.isEmpty()) {
            return Set.of();
        }
        Set<Integer> rows = new TreeSet<>();
        years.forEach((register, ofRegister) -> {
            if (register != Register.REPORTS) {
                rows.addAll(ofRegister);
            }
        });
        rows.remove(ANY_YEAR);
        return rows;
    }

    /** Whether a row was rejected that could belong to any year. */
    public boolean whole() {
        return !years.isEmpty() && years.values().stream().anyMatch(ofRegister -> ofRegister.contains(ANY_YEAR));
    }
}
