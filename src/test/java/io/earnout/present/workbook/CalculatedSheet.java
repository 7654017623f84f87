package io.earnout.present.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sheet of one agreement after it was recalculated: its tables, found by the names of their columns. */
record CalculatedSheet(List<String[]> rows) {

    String check() {
        return rows.get(2)[2];
    }

    /** How many restorations take the program's figure under any reading. */
    int decisions() {
        return table("Excess year", "Earlier year", "Program: restored").size();
    }

    List<Map<String, String>> years() {
        return table("Year", "Ends on");
    }

    List<Map<String, String>> pairs() {
        return table("Excess year", "Earlier year", "Its open shortfall");
    }

    List<Map<String, String>> tranches() {
        return table("Tranche of year", "Earned shares");
    }

    List<Map<String, String>> lines() {
        return table("Assessment year", "Tranche of year");
    }

    long entitled() {
        return tranches().stream().mapToLong(row -> shares(row, "Entitled")).sum();
    }

    /** The shares that one year restores of another; none without a row. */
    long restored(int excess, int earlier) {
        return pairs().stream()
                .filter(row -> shares(row, "Excess year") == excess && shares(row, "Earlier year") == earlier)
                .mapToLong(row -> shares(row, "Restored shares"))
                .sum();
    }

    static long shares(Map<String, String> row, String column) {
        return new BigDecimal(row.getOrDefault(column, "")).longValueExact();
    }

    private List<Map<String, String>> table(String... firstColumns) {
        int heading = 0;
        while (heading < rows.size() && !startsWith(rows.get(heading), firstColumns)) {
            heading++;
        }
        List<Map<String, String>> table = new ArrayList<>();
        for (int row = heading + 1; row < rows.size() && rows.get(row)[0].matches("[0-9]+"); row++) {
            Map<String, String> cells = new TreeMap<>();
            for (int column = 0; column < rows.get(row).length; column++) {
                cells.putIfAbsent(rows.get(heading)[column], rows.get(row)[column]);
            }
            table.add(cells);
        }
        return table;
    }

    private static boolean startsWith(String[] row, String... columns) {
        for (int column = 0; column < columns.length; column++) {
            if (row.length <= column || !row[column].equals(columns[column])) {
                return false;
            }
        }
        return true;
    }
}
