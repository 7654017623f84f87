package io.earnout.benchmark;

import com.opencsv.CSVWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plain loop's release instructions and cancellation list, written with OpenCSV, and their totals. */
final class PlainFiles implements PlainEscrow.Rows, Closeable {

    private static final String[] RELEASE_COLUMNS = {
        "agreement_id",
        "assessment_year",
        "tranche_year",
        "movement",
        "instruction_id",
        "recipient",
        "tranche_shares",
        "deducted_shares",
        "adjustment_shares",
        "revenue_offset",
        "entitled_shares",
        "confirmed_shares",
        "instructed_shares",
        "held_shares",
        "shares_to_instruct",
        "status",
        "reasons",
        "report_id",
        "release_due_on",
        "documents_complete_on",
        "transfer_due_on",
        "clauses"
    };
    private static final String[] CANCELLATION_COLUMNS = {
        "agreement_id", "assessment_year", "deducted_shares", "restored_shares", "shares_to_cancel",
        "confirmed_returned", "status", "expires_on", "return_to", "clauses"
    };

    private final CSVWriter releases;
    private final CSVWriter cancellations;
    private long toInstruct;
    private long restored;
    private long toCancel;

    PlainFiles(Path folder) throws IOException {
        Files.createDirectories(folder);
        releases = new CSVWriter(Files.newBufferedWriter(folder.resolve("release-instructions.csv")));
        cancellations = new CSVWriter(Files.newBufferedWriter(folder.resolve("cancellation-list.csv")));
        releases.writeNext(RELEASE_COLUMNS, false);
        cancellations.writeNext(CANCELLATION_COLUMNS, false);
    }

    @Override
    public void release(PlainEscrow escrow, PlainYear year, long shares) {
        String clauses = year.deducted > 0 ? "SPA 5.1;SPA 5.2(1)" : "SPA 5.1";
        line(escrow, year, year, "release", "", shares, clauses);
    }

    @Override
    public void restoration(PlainEscrow escrow, PlainYear year, PlainYear earlier, long laidHalfFen, long shares) {
        restored += shares;
        line(escrow, year, earlier, "restoration", money(laidHalfFen / 2), shares, "SPA 5.2(2)");
    }

    private void line(
            PlainEscrow escrow,
            PlainYear year,
            PlainYear tranche,
            String movement,
            String offset,
            long shares,
            String clauses) {
        toInstruct += shares;
        String number = Integer.toString(year.number);
        String quantity = Long.toString(shares);
        releases.writeNext(
                new String[] {
                    escrow.id,
                    number,
                    Integer.toString(tranche.number),
                    movement,
                    escrow.id + "-AY" + number,
                    escrow.seller,
                    Long.toString(tranche.tranche),
                    Long.toString(tranche.deducted),
                    "",
                    offset,
                    quantity,
                    "",
                    "",
                    "0",
                    quantity,
                    "TO_INSTRUCT",
                    "",
                    year.reportId,
                    "",
                    "",
                    "",
                    clauses
                },
                false);
    }

    @Override
    public void cancellation(PlainEscrow escrow, PlainYear year) {
        toCancel += year.stillDeducted();
        cancellations.writeNext(
                new String[] {
                    escrow.id,
                    Integer.toString(year.number),
                    Long.toString(year.deducted),
                    Long.toString(year.restored),
                    Long.toString(year.stillDeducted()),
                    "",
                    "PROJECTED",
                    escrow.expiresOn,
                    escrow.issuer,
                    "SPA 5.2(1)"
                },
                false);
    }

    private static String money(long fen) {
        long cents = fen % 100;
        return fen / 100 + (cents < 10 ? ".0" : ".") + cents;
    }

    String totals() {
        return "shares to instruct " + toInstruct + ", of them restored " + restored + ", to cancel " + toCancel;
    }

    @Override
    public void close() throws IOException {
        boolean failed = releases.checkError() || cancellations.checkError();
        releases.close();
        cancellations.close();
        if (failed) {
            throw new IOException("the rows could not all be written");
        }
    }
}
