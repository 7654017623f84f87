package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sheet of one agreement after it was recalculated. */
record CalculatedSheet(CellAddress place, List<String[]> rows) {

    static CalculatedSheet of(AgreementResult dossier, List<String[]> rows) {
        return new CalculatedSheet(AgreementSheet.placeOf(dossier), rows);
    }

    String check() {
        return rows.get(2)[1];
    }

    long entitled() {
        return shares(place.lastYear() + 1, YearRow.ENTITLED);
    }

    long ofYear(int year, int column) {
        return shares(place.year(year), column);
    }

    long ofPair(int excessYear, int shortfallYear, int column) {
        return shares(place.pair(excessYear, shortfallYear), column);
    }

    /** The row of each line of an instruction, in the program's order, by the heads of the columns. */
    List<Map<String, Long>> lines(int count, List<String> heads) {
        int row = 0;
        while (!(rows.get(row)[0].equals("Assessment year") && rows.get(row)[1].equals("Tranche of year"))) {
            row++;
        }
        List<String> found = List.of(rows.get(row));
        List<Map<String, Long>> lines = new ArrayList<>();
        for (int line = 1; line <= count; line++) {
            Map<String, Long> figures = new TreeMap<>();
            for (String head : heads) {
                figures.put(head, shares(row + line, found.indexOf(head)));
            }
            lines.add(figures);
        }
        return lines;
    }

    private long shares(int row, int column) {
        return new BigDecimal(rows.get(row)[column]).longValueExact();
    }
}
