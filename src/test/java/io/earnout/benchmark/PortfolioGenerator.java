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
 * firm approved. The same seed and size give the same rows; only their order differs between sorted and shuffled.
 */
final class PortfolioGenerator {

    /** No agreement_id has more digits. */
    static final int MOST_AGREEMENTS = 9_999_999;

    private static final int BUFFER = 1 << 16;

    private final int agreements;
    private final RowOrder order;
    private final long seed;

    PortfolioGenerator(int agreements, RowOrder order, long seed) {
        if (agreements < 1 || agreements > MOST_AGREEMENTS) {
            throw new IllegalArgumentException(agreements + " agreements: give 1 to " + MOST_AGREEMENTS);
        }
        this.agreements = agreements;
        this.order = order;
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
                InventedAgreement::revenueRow);
        write(
                folder.resolve("approved-firms.csv"),
                "agreement_id,firm,approved_on,withdrawn_on,document\n",
                1,
                (agreement, year, row) -> agreement.firmRow(row));
        Files.writeString(folder.resolve("run.properties"), "as-of=2031-02-10\n");
    }

    private interface RowOf {
        void write(InventedAgreement agreement, int year, StringBuilder row);
    }

    private void write(Path file, String header, int rowsEach, RowOf rows) throws IOException {
        int[] places = places(agreements * rowsEach, header.hashCode());
        StringBuilder text = new StringBuilder(BUFFER + 1_000);
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8), BUFFER)) {
            text.append(header);
            for (int place : places) {
                rows.write(new InventedAgreement(seed, place / rowsEach + 1), place % rowsEach, text);
                if (text.length() > BUFFER) {
                    out.append(text);
                    text.setLength(0);
                }
            }
            out.append(text);
        }
    }

    private int[] places(int rows, int fileSeed) {
        int[] places = new int[rows];
        for (int i = 0; i < rows; i++) {
            places[i] = i;
        }
        if (order == RowOrder.SHUFFLED) {
            SplittableRandom random = new SplittableRandom(seed + fileSeed);
            for (int i = rows - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = places[i];
                places[i] = places[j];
                places[j] = swapped;
            }
        }
        return places;
    }
}
