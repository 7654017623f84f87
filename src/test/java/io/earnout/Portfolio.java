package io.earnout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An input folder with invented agreements of five assessment years, all reports in it: a run sees those of its own day. The
 * agreements follow from a seed; Kaixin's own terms can be had as well.
 */
final class Portfolio {

    static final int YEARS = 5;

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 1);
    private static final String KAIXIN = "KAIXIN";
    private static final long[] KAIXINS_TARGETS = {665_000_000, 732_000_000, 805_000_000, 885_000_000, 974_000_000};

    private final Path input;
    private final List<String> ids = new ArrayList<>();

    private Portfolio(Path input) {
        this.input = input;
    }

    /** The Kaixin agreement with the audited revenues of its five years, in yuan. */
    static Portfolio ofKaixin(Path input, long... revenues) throws IOException {
        Portfolio portfolio = new Portfolio(input).withHeaders();
        portfolio.add(KAIXIN, 3_000_000, KAIXINS_TARGETS, revenues);
        return portfolio;
    }

    static Portfolio ofInvented(Path input, int agreements, long seed) throws IOException {
        Portfolio portfolio = new Portfolio(input).withHeaders();
        for (int number = 1; number <= agreements; number++) {
            Random random = new Random(seed * 1_000_003 + number);
            long tranche = 1_000L + random.nextInt(4_000_000);
            long[] targets = new long[YEARS];
            long[] revenues = new long[YEARS];
            long target = 20_000_000L + random.nextInt(1_000_000_000);
            for (int year = 0; year < YEARS; year++) {
                targets[year] = target;
                long difference = 1 + target / 1_000 * random.nextInt(400);
                revenues[year] = target
                        + switch (random.nextInt(5)) {
                            case 0, 1 -> -difference;
                            case 2, 3 -> difference;
                            default -> 0;
                        };
                target += target / 1_000 * random.nextInt(150) + random.nextInt(100);
            }
            portfolio.add(String.format("EO-%05d", number), tranche, targets, revenues);
        }
        return portfolio;
    }

    private Portfolio withHeaders() throws IOException {
        Files.createDirectories(input);
        append("agreements.csv", "agreement_id,consideration_shares,currency,signed_on,deposited_on,seller\n");
        append(
                "assessment-years.csv",
                "agreement_id,assessment_year,starts_on,ends_on,target_revenue,tranche_shares\n");
        append(
                "audited-revenue.csv",
                "agreement_id,assessment_year,audited_revenue,report_id,firm,report_date,received_on\n");
        append("approved-firms.csv", "agreement_id,firm,approved_on\n");
        append(
                "joint-instructions.csv",
                "agreement_id,assessment_year,instruction_id,shares,signed_by_issuer_on,signed_by_purchaser_on,"
                        + "received_on\n");
        append("transfers.csv", "agreement_id,assessment_year,tranche_year,kind,shares,confirmed_on,reference\n");
        return this;
    }

    private void add(String id, long tranche, long[] targets, long[] revenues) throws IOException {
        ids.add(id);
        append("agreements.csv", id + "," + tranche * YEARS + ",CNY,2025-11-20,2025-11-28,Seller of " + id + "\n");
        append("approved-firms.csv", id + ",Sound & Fair CPA,2026-01-05\n");
        for (int year = 1; year <= YEARS; year++) {
            LocalDate starts = FIRST_DAY.plusYears(year - 1L);
            append(
                    "assessment-years.csv",
                    id + "," + year + "," + starts + "," + endOf(year) + "," + targets[year - 1] + "," + tranche
                            + "\n");
            append(
                    "audited-revenue.csv",
                    id + "," + year + "," + revenues[year - 1] + ",R-" + year + ",Sound & Fair CPA,"
                            + endOf(year).plusDays(20) + "," + endOf(year).plusDays(22) + "\n");
        }
    }

    static LocalDate endOf(int year) {
        return FIRST_DAY.plusYears(year).minusDays(1);
    }

    Path input() {
        return input;
    }

    List<String> ids() {
        return ids;
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(input.resolve(file), text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    // ---- what becomes of a draft

    /** One transfer as the agent confirms it. */
    record Moved(String agreement, int year, int tranche, long shares, LocalDate on, String reference) {

        String row() {
            return agreement + "," + year + "," + tranche + ",release," + shares + "," + on + "," + reference + "\n";
        }
    }

    /** Signs what a run drafts, and has it received on the same day: one paper for each agreement and year. */
    void sign(List<Map<String, String>> drafts, LocalDate on) throws IOException {
        Map<String, Long> papers = new LinkedHashMap<>();
        for (Map<String, String> draft : drafts) {
            String paper = Csv.cell(draft, "agreement_id") + "," + Csv.cell(draft, "assessment_year") + ","
                    + Csv.cell(draft, "instruction_id");
            papers.merge(paper, number(draft, "shares_to_instruct"), Long::sum);
        }
        StringBuilder rows = new StringBuilder();
        papers.forEach((paper, shares) ->
                rows.append(shares == 0 ? "" : paper + "," + shares + "," + on + "," + on + "," + on + "\n"));
        append("joint-instructions.csv", rows.toString());
    }

    /** The transfers that carry out what a run drafts, line by line. */
    static List<Moved> asDrafted(List<Map<String, String>> drafts, LocalDate on) {
        List<Moved> moved = new ArrayList<>();
        for (Map<String, String> draft : drafts) {
            if (number(draft, "shares_to_instruct") > 0) {
                int year = (int) number(draft, "assessment_year");
                int tranche = (int) number(draft, "tranche_year");
                moved.add(new Moved(
                        Csv.cell(draft, "agreement_id"),
                        year,
                        tranche,
                        number(draft, "shares_to_instruct"),
                        on,
                        "T-" + year + "-" + tranche + "-" + on));
            }
        }
        return moved;
    }

    void move(List<Moved> transfers) throws IOException {
        StringBuilder rows = new StringBuilder();
        transfers.forEach(transfer -> rows.append(transfer.row()));
        append("transfers.csv", rows.toString());
    }

    static long number(Map<String, String> row, String column) {
        return Long.parseLong(Csv.cell(row, column));
    }
}
