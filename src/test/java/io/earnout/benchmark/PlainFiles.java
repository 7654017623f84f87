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
    public void line(PlainEscrow escrow, PlainLine line) {
        toInstruct += line.toInstruct;
        restored += line.restores() ? line.entitled : 0;
        String number = Integer.toString(line.year.number);
        releases.writeNext(
                new String[] {
                    escrow.id,
                    number,
                    Integer.toString(line.tranche.number),
                    line.restores() ? "restoration" : "release",
                    escrow.id + "-AY" + number,
                    escrow.seller,
                    Long.toString(line.tranche.tranche),
                    Long.toString(line.tranche.deducted),
                    "",
                    line.restores() ? money(line.laidHalfFen / 2) : "",
                    Long.toString(line.entitled),
                    Long.toString(line.confirmed),
                    Long.toString(line.instructed),
                    Long.toString(line.held),
                    Long.toString(line.toInstruct),
                    status(line),
                    "",
                    line.year.reportId,
                    "",
                    "",
                    "",
                    clauses(line)
                },
                false);
    }

    private static String status(PlainLine line) {
        if (line.toInstruct > 0) {
            return "TO_INSTRUCT";
        }
        if (line.held > 0) {
            return "HELD";
        }
        return line.instructed > 0 ? "INSTRUCTED" : "CONFIRMED";
    }

    private static String clauses(PlainLine line) {
        if (line.restores()) {
            return "SPA 5.2(2)";
        }
        return line.year.deducted > 0 ? "SPA 5.1;SPA 5.2(1)" : "SPA 5.1";
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

    private static String money(long minorUnits) {
        long cents = minorUnits % 100;
        return minorUnits / 100 + (cents < 10 ? ".0" : ".") + cents;
    }

    String totals() {
        return "shares to instruct " + toInstruct + ", restored " + restored + ", to cancel " + toCancel;
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
