package io.earnout.present.changes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of an agreement's rows it is.
 *
 * @param year the assessment year; 0 where a row is about the agreement
 * @param tranche 0 where a row is about the year
 */
record RowKey(int year, int tranche) implements Comparable<RowKey> {

    static final RowKey OF_THE_AGREEMENT = new RowKey(0, 0);

    @Override
    public int compareTo(RowKey other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(tranche, other.tranche);
    }

    /** The rows of a file by their key. */
    static Map<RowKey, Map<String, String>> byKey(List<Map<String, String>> rows) {
        Map<RowKey, Map<String, String>> byKey = new TreeMap<>();
        for (Map<String, String> row : rows) {
            int year = Integer.parseInt(row.getOrDefault("assessment_year", "0"));
            byKey.put(new RowKey(year, Integer.parseInt(row.getOrDefault("tranche_year", "0"))), row);
        }
        return byKey;
    }
}
