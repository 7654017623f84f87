package io.earnout.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes the input folder of an invented portfolio: agreements of five assessment years each, all reports there, every
 * firm approved, and, unless it shall be without, the registers. The same seed and size give the same rows; only their
 * order differs between sorted and shuffled.
 */
final class PortfolioGenerator {

    /** No agreement_id has more digits. */
    static final int MOST_AGREEMENTS = 9_999_999;

    private static final int BUFFER = 1 << 16;

    private final int agreements;
    private final RowOrder order;
    private final boolean registers;
    private final long seed;

    PortfolioGenerator(int agreements, RowOrder order, boolean registers, long seed) {
        if (agreements < 1 || agreements > MOST_AGREEMENTS) {
            throw new IllegalArgumentException(agreements + " agreements: give 1 to " + MOST_AGREEMENTS);
        }
        this.agreements = agreements;
        this.order = order;
        this.registers = registers;
        this.seed = seed;
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(
                folder.resolve("agreements.csv"),
                "agreement_id,consideration_shares,share_class,currency,issuer,purchaser,seller,escrow_agent,"
                        + "target_company,signed_on,deposited_on,expires_on,expiry_document,excess_credit,"
                        + "conversion_target,offset_limit,offset_order,missed_target,readings_agreed_on,"
                        + "readings_document,business_calendar\n",
                1,
                (agreement, year, row) -> agreement.agreementRow(row));
        write(
                folder.resolve("assessment-years.csv"),
                "agreement_id,assessment_year,starts_on,ends_on,target_revenue,tranche_shares\n",
                InventedAgreement.YEARS,
                InventedAgreement::yearRow);
        write(
                folder.resolve("audited-revenue.csv"),
                "agreement_id,assessment_year,audited_revenue,unit,currency,report_id,firm,report_date,received_on,"
                        + "opinion,supersedes,confirmed_figure\n",
                InventedAgreement.YEARS,
                InventedAgreement::revenueRows);
        write(
                folder.resolve("approved-firms.csv"),
                "agreement_id,firm,approved_on,withdrawn_on,document\n",
                1,
                (agreement, year, row) -> agreement.firmRow(row));
        if (registers) {
            writeRegisters(folder);
        }
        Files.writeString(folder.resolve("run.properties"), "as-of=2031-02-10\n");
    }

    private void writeRegisters(Path folder) throws IOException {
        write(
                folder.resolve("joint-instructions.csv"),
                "agreement_id,assessment_year,instruction_id,shares,signed_by_issuer_on,signed_by_purchaser_on,"
                        + "received_on\n",
                InventedAgreement.YEARS,
                (agreement, year, row) -> agreement.registers().instructionRow(year, row));
        write(
                folder.resolve("transfers.csv"),
                "agreement_id,assessment_year,tranche_year,kind,shares,confirmed_on,reference\n",
                InventedAgreement.YEARS,
                (agreement, year, rows) -> agreement.registers().transferRows(year, rows));
        write(
                folder.resolve("suspensions.csv"),
                "agreement_id,assessment_year,ground,from,document,disputed_shares,lifted_on,lifted_by,"
                        + "lifting_document\n",
                1,
                (agreement, year, row) -> agreement.registers().suspensionRow(row));
        write(
                folder.resolve("adjustments.csv"),
                "agreement_id,assessment_year,release_shares,release_due_on,agreed_on,signed_by,document\n",
                1,
                (agreement, year, row) -> agreement.registers().adjustmentRow(row));
        write(
                folder.resolve("share-prices.csv"),
                "agreement_id,date,close,currency\n",
                InventedRegisters.CLOSES,
                (agreement, place, row) -> agreement.registers().priceRow(place, row));
        write(
                folder.resolve("dividends.csv"),
                "agreement_id,record_date,per_share,currency\n",
                InventedRegisters.DIVIDENDS,
                (agreement, place, row) -> agreement.registers().dividendRow(place, row));
        StringBuilder holidays = new StringBuilder("calendar,date,kind,name\n");
        InventedRegisters.holidays(holidays);
        Files.writeString(folder.resolve("holidays.csv"), holidays);
    }

    /** Writes what one of the places of an agreement in a file holds: a row as a rule, or several, or none. */
    private interface RowsOf {
        void write(InventedAgreement agreement, int place, StringBuilder rows);
    }

    private void write(Path file, String header, int placesEach, RowsOf rows) throws IOException {
        int[] places = places(agreements * placesEach, header.hashCode());
        InventedAgreement agreement = new InventedAgreement(seed, 1, registers);
        StringBuilder text = new StringBuilder(BUFFER + 1_000);
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), BUFFER)) {
            text.append(header);
            for (int place : places) {
                int number = place / placesEach + 1;
                agreement = agreement.number() == number ? agreement : new InventedAgreement(seed, number, registers);
                rows.write(agreement, place % placesEach, text);
                if (text.length() > BUFFER) {
                    out.append(text);
                    text.setLength(0);
                }
            }
            out.append(text);
        }
    }

    private int[] places(int count, int fileSeed) {
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        if (order == RowOrder.SHUFFLED) {
            SplittableRandom random = new SplittableRandom(seed + fileSeed);
            for (int i = count - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = places[i];
                places[i] = places[j];
                places[j] = swapped;
            }
        }
        return places;
    }
}
