package io.earnout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.terms.Money;
import io.earnout.terms.PerShare;
import io.earnout.terms.Shares;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole runs, with report, papers and workbook, over the extremes that the limits allow: 10<sup>15</sup> shares,
 * 10<sup>16</sup> fen, prices and dividends of a million a share, and one of each. Nothing within the limits is a defect.
 */
@DisplayName("The largest and the smallest figures within the limits")
class ExtremesTest {

    private static final long MOST_SHARES = Shares.LIMIT;
    private static final long MOST_FEN = Money.LIMIT;

    /** The tranches of two years. */
    private static final long[][] TRANCHES = {
        {MOST_SHARES - 2, 1}, {1, MOST_SHARES - 2}, {MOST_SHARES / 2, MOST_SHARES / 2 - 1}
    };

    /** The targets of two years, in fen. */
    private static final long[][] TARGETS = {
        {MOST_FEN, 1}, {1, MOST_FEN}, {MOST_FEN, MOST_FEN}, {3, 7_000_000_000_000_000L}
    };

    private static final List<String> READINGS = List.of(
            ",,,,",
            "full,shortfall-year,shares,pro-rata,",
            "above-150,,,latest-first,",
            "beyond-150,,shares,,",
            ",,,,block");

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, StringBuilder> files = new LinkedHashMap<>();

    @Test
    void everythingWithinTheLimitsIsPublishedAndExplained() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        int agreements = 0;
        for (long[] tranches : TRANCHES) {
            for (long[] targets : TARGETS) {
                for (long[] revenues : revenues(targets)) {
                    add("X-" + ++agreements, tranches, targets, revenues, READINGS.get(agreements % READINGS.size()));
                }
            }
        }
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            Files.writeString(input.resolve(file.getKey()), file.getValue(), UTF_8);
        }
        TestRun run = TestRun.onTerminal(input, folder.resolve("output"), Optional.empty());
        assertEquals(2, run.exit(), run.err());
        List<Map<String, String>> positions = Csv.rows(run.text("positions.csv"));
        assertEquals(agreements, positions.size());
        for (Map<String, String> position : positions) {
            assertEquals("0", Csv.cell(position, "check"));
        }
        for (int number = 1; number <= agreements; number += 11) {
            String id = "X-" + number;
            assertAnswered(CliRun.of("explain", id, "--input", input.toString()));
            String most = "3=" + yuan(MOST_FEN);
            assertAnswered(CliRun.of("what-if", "--agreement", id, "--revenue", most, "--input", input.toString()));
        }
    }

    private static void assertAnswered(CliRun answer) {
        assertTrue(answer.exit() == 0 || answer.exit() == 2, answer.err());
    }

    /** None, one fen, one less than the target, an odd excess beyond 10<sup>15</sup> fen, and one less than the most. */
    private static List<long[]> revenues(long[] targets) {
        List<long[]> revenues = new ArrayList<>();
        for (long first : new long[] {0, targets[0] - 1, MOST_FEN - 1}) {
            for (long second : new long[] {1, Math.min(MOST_FEN, targets[1] + 2_000_000_000_000_003L)}) {
                revenues.add(new long[] {first, second});
            }
        }
        return revenues;
    }

    /** With a third year to come, of one share, so that there is something to ask. */
    private void add(String id, long[] tranches, long[] targets, long[] revenues, String readings) {
        row(
                "agreements.csv",
                "agreement_id,consideration_shares,currency,issuer,seller,signed_on,deposited_on,excess_credit,"
                        + "conversion_target,offset_limit,offset_order,missed_target,readings_agreed_on,"
                        + "readings_document",
                id + "," + (tranches[0] + tranches[1] + 1) + ",CNY,I,S,2020-01-01,2020-02-29," + readings
                        + ",2020-01-01,Supplement");
        String years = "agreement_id,assessment_year,starts_on,ends_on,target_revenue,tranche_shares";
        row("assessment-years.csv", years, id + ",1,2025-12-01,2026-11-30," + yuan(targets[0]) + "," + tranches[0]);
        row("assessment-years.csv", years, id + ",2,2026-12-01,2027-11-30," + yuan(targets[1]) + "," + tranches[1]);
        row("assessment-years.csv", years, id + ",3,2027-12-01,2036-11-30," + yuan(targets[1]) + ",1");
        for (int year = 1; year <= 2; year++) {
            row(
                    "audited-revenue.csv",
                    "agreement_id,assessment_year,audited_revenue,report_id,firm,report_date,received_on,"
                            + "confirmed_figure",
                    id + "," + year + "," + yuan(revenues[year - 1]) + ",R-" + year + ",Firm," + (2026 + year)
                            + "-01-07," + (2026 + year) + "-01-08,yes");
        }
        row(
                "share-prices.csv",
                "agreement_id,date,close,currency",
                id + ",2027-01-04,"
                        + BigDecimal.valueOf(PerShare.LIMIT, PerShare.DECIMALS).toPlainString() + ",USD");
        row(
                "dividends.csv",
                "agreement_id,record_date,per_share,currency",
                id + ",2027-06-15,"
                        + BigDecimal.valueOf(PerShare.LIMIT, PerShare.DECIMALS).toPlainString() + ",USD");
        // of numbers that nobody drafted, which together are more than there can be
        String papers = "agreement_id,assessment_year,instruction_id,shares,signed_by_issuer_on,signed_by_purchaser_on,"
                + "received_on";
        row(
                "joint-instructions.csv",
                papers,
                id + ",2," + id + "-AY2-00000001," + MOST_SHARES + ",2028-01-20,2028-01-20,2028-01-20");
        row(
                "joint-instructions.csv",
                papers,
                id + ",2," + id + "-AY2-00000002," + MOST_SHARES + ",2028-01-20,2028-01-20,2028-01-20");
        row("joint-instructions.csv", papers, id + ",2," + id + "-AY2-00000003," + MOST_SHARES + ",2028-01-20,,");
        String suspensions = "agreement_id,assessment_year,ground,from,document,disputed_shares,disputed_by";
        row("suspensions.csv", suspensions, id + ",1,dispute,2028-01-12,Letter A," + MOST_SHARES + ",issuer");
        row("suspensions.csv", suspensions, id + ",,dispute,2028-01-13,Letter B," + MOST_SHARES + ",seller");
        row("run.properties", "as-of=2030-01-20", "");
    }

    private void row(String file, String header, String row) {
        StringBuilder rows = files.computeIfAbsent(file, name -> new StringBuilder(header + "\n"));
        if (!row.isEmpty()) {
            rows.append(row).append('\n');
        }
    }

    private static String yuan(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, 2).toPlainString();
    }
}
