package io.earnout.present.report;

import io.earnout.escrow.determination.Determination;
import io.earnout.settlement.ReadingsMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the readings side by side.
 *
 * @param difference the shares that it gives beside the reading in force
 * @param shortName by which choices it differs from the reading in force
 * @param row its place in {@code readings.csv}; without one where it gives the same shares as the reading in force
 */
public record ReadingLine(ReadingsMatrix.Entry entry, boolean own, long difference, String shortName, CsvRow row) {

    static List<ReadingLine> of(Determination determination) {
        ReadingsMatrix.Entry own = determination.readings().own();
        List<ReadingLine> lines = new ArrayList<>();
        for (ReadingsMatrix.Entry entry : determination.readings().entries()) {
            boolean isOwn = entry.equals(own);
            long difference = entry.entitled().count() - own.entitled().count();
            lines.add(new ReadingLine(
                    entry,
                    isOwn,
                    difference,
                    isOwn
                            ? "the reading in force"
                            : String.join(" + ", entry.readings().choicesOtherThan(own.readings())),
                    isOwn || difference != 0
                            ? CsvRow.of(
                                    "readings.csv",
                                    determination.agreement().id(),
                                    entry.readings().toString())
                            : CsvRow.NONE));
        }
        return lines;
    }

    /** {@code +3,000}, {@code -3,000} or {@code 0}. */
    public String signedDifference() {
        return Written.signed(difference);
    }
}
