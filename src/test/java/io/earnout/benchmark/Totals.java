package io.earnout.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The control sums of a release instruction file and a cancellation list, added up from the files as they are, whoever
 * wrote them.
 */
record Totals(long lines, long toInstruct, long restored, long cancellations, long toCancel) {

    static Totals of(Path folder) throws IOException {
        long lines = 0;
        long toInstruct = 0;
        long restored = 0;
        try (CsvRows rows = new CsvRows(folder.resolve("release-instructions.csv"))) {
            int movement = rows.column("movement");
            int shares = rows.column("shares_to_instruct");
            for (; rows.isThere(); rows.next()) {
                long quantity = Long.parseLong(rows.cell(shares));
                lines++;
                toInstruct += quantity;
                restored += rows.cell(movement).equals("restoration") ? quantity : 0;
            }
        }
        long cancellations = 0;
        long toCancel = 0;
        try (CsvRows rows = new CsvRows(folder.resolve("cancellation-list.csv"))) {
            int shares = rows.column("shares_to_cancel");
            for (; rows.isThere(); rows.next()) {
                cancellations++;
                toCancel += Long.parseLong(rows.cell(shares));
            }
        }
        return new Totals(lines, toInstruct, restored, cancellations, toCancel);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d shares to instruct on %,d lines, of them %,d restored; %,d to cancel on %,d",
                toInstruct,
                lines,
                restored,
                toCancel,
                cancellations);
    }
}
