package io.earnout.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The control sums of a release instruction file and a cancellation list, added up from the files as they are, whoever
 * wrote them.
 */
record Totals(
        long lines,
        long entitled,
        long restored,
        long confirmed,
        long instructed,
        long held,
        long toInstruct,
        long cancellations,
        long toCancel) {

    static Totals of(Path folder) throws IOException {
        long lines = 0;
        long restored = 0;
        String[] columns = {
            "entitled_shares", "confirmed_shares", "instructed_shares", "held_shares", "shares_to_instruct"
        };
        int[] places = new int[columns.length];
        long[] sums = new long[columns.length];
        try (CsvRows rows = new CsvRows(folder.resolve("release-instructions.csv"))) {
            int movement = rows.column("movement");
            for (int i = 0; i < columns.length; i++) {
                places[i] = rows.column(columns[i]);
            }
            for (; rows.isThere(); rows.next()) {
                lines++;
                for (int i = 0; i < columns.length; i++) {
                    sums[i] += Long.parseLong(rows.cell(places[i]));
                }
                restored += rows.cell(movement).equals("restoration") ? Long.parseLong(rows.cell(places[0])) : 0;
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
        return new Totals(lines, sums[0], restored, sums[1], sums[2], sums[3], sums[4], cancellations, toCancel);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d shares entitled on %,d lines, of them %,d restored; %,d confirmed, %,d instructed, %,d held,"
                        + " %,d to instruct; %,d to cancel on %,d",
                entitled,
                lines,
                restored,
                confirmed,
                instructed,
                held,
                toInstruct,
                toCancel,
                cancellations);
    }
}
