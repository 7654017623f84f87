package io.earnout.workbook;

import io.earnout.escrow.Dossier;
import java.math.BigDecimal;
import java.util.List;

/** The sheet of one agreement after it was recalculated. */
record CalculatedSheet(Place place, List<String[]> rows) {

    static CalculatedSheet of(Dossier dossier, List<String[]> rows) {
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

    private long shares(int row, int column) {
        return new BigDecimal(rows.get(row)[column]).longValueExact();
    }
}
