package io.earnout.output;

import io.earnout.escrow.determination.Determination;
import io.earnout.settlement.ReadingsMatrix;
import io.earnout.terms.ReadingSwitch;

/**
 * {@code readings.csv}: per agreement its own reading first, then those of the readings beside it that give another
 * entitlement, with the difference in shares.
 */
final class ReadingsFile {

    private static final ReadingSwitch[] SWITCHES = ReadingSwitch.values();

    private ReadingsFile() {}

    static void write(Determination determination, CsvBuffer rows) {
        ReadingsMatrix.Entry own = determination.readings().own();
        for (ReadingsMatrix.Entry entry : determination.readings().entries()) {
            long difference = entry.entitled().count() - own.entitled().count();
            boolean chosen = entry.equals(own);
            if (chosen || difference != 0) {
                rows.text(determination.agreement().id());
                for (ReadingSwitch point : SWITCHES) {
                    rows.text(point.choiceOf(entry.readings()).term());
                }
                rows.text(chosen ? "yes" : "no")
                        .shares(entry.entitled())
                        .number(difference)
                        .endRow();
            }
        }
    }
}
