package io.earnout.benchmark;

import io.earnout.escrow.InstructionsOfDraft;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.AuditedRevenue;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Period;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One invented agreement: five assessment years with equal tranches, targets that rise and are no round figures, and
 * audited revenue that falls short in two years of five, exceeds in two and meets the target exactly in one. It follows
 * from the seed and its number alone, so that any row of any file can be written at any time.
 */
final class InventedAgreement {

    static final int YEARS = 5;

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 1);
    private static final String[] STARTS = new String[YEARS];
    private static final String[] ENDS = new String[YEARS];
    private static final String[] REPORTED = new String[YEARS];
    private static final String[] RECEIVED = new String[YEARS];

    private static final String[] PLACES = {
        "Hangzhou", "Ningbo", "Suzhou", "Chengdu", "Wuhan", "Qingdao", "Xiamen", "Foshan", "Hefei", "Dalian"
    };
    private static final String[] TRADES = {
        "Auto Trading",
        "Vehicle Services",
        "Battery Materials",
        "Charging Networks",
        "Used Car Exports",
        "Fleet Leasing"
    };
    private static final String[] FAMILY_NAMES = {"Lai", "Chen", "Wang", "Zhou", "Sun", "Gao", "Luo", "Tang"};
    private static final String[] GIVEN_NAMES = {"Fang", "Mingyu", "Jiahao", "Xiaolin", "Wenbo", "Yating", "Zhen"};
    private static final String[] FIRMS = {
        "Hartwell Qin CPA LLP", "Northgate & Shen", "Marcum Lin", "OneStone CPA", "Dahua"
    };

    static {
        for (int i = 0; i < YEARS; i++) {
            LocalDate ends = lastDay(i);
            STARTS[i] = FIRST_DAY.plusYears(i).toString();
            ENDS[i] = ends.toString();
            REPORTED[i] = ends.plusDays(45).toString();
            RECEIVED[i] = ends.plusDays(49).toString();
        }
    }

    private final int number;
    private final Course course;
    private final boolean registered;
    private final long tranche;
    private final long[] targets = new long[YEARS];
    private final long[] revenues = new long[YEARS];
    private final SplittableRandom names;
    private List<InstructionsOfDraft.Paper> papers = List.of();

    /**
     * The agreement of a number.
     *
     * @param registered whether it has registers
     */
    InventedAgreement(long seed, int number, boolean registered) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        this.number = number;
        this.registered = registered;
        this.course = registered ? Course.of(number) : Course.ORDINARY;
        this.tranche = 1_000L * random.nextInt(50, 5_000) + (random.nextInt(4) == 0 ? random.nextInt(1_000) : 0);
        long target = random.nextLong(2_000_000_000L, 200_000_000_000L);
        for (int i = 0; i < YEARS; i++) {
            targets[i] = target;
            revenues[i] = revenue(target, random);
            target += target / 1_000 * random.nextInt(20, 150) + random.nextInt(1, 100);
        }
        this.names = random.split();
    }

    private static long revenue(long target, SplittableRandom random) {
        int fate = random.nextInt(5);
        long difference = 1 + target / 1_000 * random.nextInt(0, 400) + random.nextLong(target / 1_000);
        return fate < 2 ? target - difference : fate < 4 ? target + difference : target;
    }

    static LocalDate lastDay(int year) {
        return FIRST_DAY.plusYears(year + 1L).minusDays(1);
    }

    int number() {
        return number;
    }

    InventedRegisters registers() {
        return new InventedRegisters(this, course);
    }

    /** The papers on what was determined when they were signed. */
    List<InstructionsOfDraft.Paper> papers() {
        if (papers.isEmpty()) {
            List<AssessmentYear> years = new ArrayList<>(YEARS);
            List<Assessment> assessments = new ArrayList<>(YEARS);
            for (int i = 0; i < YEARS; i++) {
                AssessmentYear year = new AssessmentYear(
                        i + 1,
                        new Period(FIRST_DAY.plusYears(i), lastDay(i)),
                        new Money(targets[i]),
                        Shares.of(tranche));
                Assessment assessment =
                        Assessment.of(year, new AuditedRevenue(i + 1, new Money(reported(i)), reportId(i)));
                boolean adjusted = course == Course.ADJUSTED && i == YEARS - 1;
                years.add(year);
                assessments.add(adjusted ? assessment.agreedAt(Shares.of(agreedShares())) : assessment);
            }
            papers = InstructionsOfDraft.on(terms(years), assessments);
        }
        return papers;
    }

    private Agreement terms(List<AssessmentYear> years) {
        return new Agreement(
                id(new StringBuilder()).toString(),
                Shares.of(tranche * YEARS),
                "",
                "CNY",
                new Agreement.Parties("", "", "", "", ""),
                FIRST_DAY,
                Optional.empty(),
                new Agreement.Expiration(Optional.empty(), ""),
                new Agreement.ReadingsOnRecord(Readings.DEFAULT, Optional.empty(), ""),
                OffsetDirection.BACKWARD,
                "",
                years);
    }

    /** What all parties agree on for the last year where they agree on another quantity. */
    long agreedShares() {
        return tranche / 2;
    }

    /** What the first report of a year says. */
    private long reported(int year) {
        boolean restated = course == Course.RESTATED && year == YEARS - 1;
        return restated ? Math.min(targets[year], revenues[year]) / 100 * 99 : revenues[year];
    }

    private String reportId(int year) {
        return "AR-" + number + "-" + (year + 1);
    }

    void agreementRow(StringBuilder row) {
        String place = one(PLACES);
        String trade = one(TRADES);
        id(row).append(',').append(tranche * YEARS).append(",Class A ordinary,CNY,");
        // names with a comma stand in quotes, as they do in any real register
        if (names.nextInt(8) == 0) {
            row.append('"').append(place).append(" Holdings, Inc.\",");
        } else {
            row.append(place).append(" Holdings,");
        }
        row.append(place).append(" Purchase Ltd,");
        row.append(one(GIVEN_NAMES)).append(' ').append(one(FAMILY_NAMES)).append(',');
        row.append("Escrow Agent ").append(names.nextInt(1, 40)).append(',');
        row.append(place).append(' ').append(trade).append(names.nextInt(8) == 0 ? " 有限公司," : " Co,");
        row.append("2025-10-15,2025-11-03,2031-12-31,Escrow Agreement clause 2,");
        row.append("half,excess-year,both,oldest-first,reduce,2025-10-15,Side letter ")
                .append(number);
        row.append(registered ? ",CN+US\n" : ",PRC\n");
    }

    void yearRow(int year, StringBuilder row) {
        id(row).append(',')
                .append(year + 1)
                .append(',')
                .append(STARTS[year])
                .append(',')
                .append(ENDS[year])
                .append(',');
        money(targets[year], row).append(',').append(tranche).append('\n');
    }

    /** The year's report, and what restates it. */
    void revenueRows(int year, StringBuilder rows) {
        revenueRow(year, reported(year), reportId(year), REPORTED[year], RECEIVED[year], "", rows);
        if (course == Course.RESTATED && year == YEARS - 1) {
            revenueRow(year, revenues[year], reportId(year) + "R", "2031-01-30", "2031-02-03", reportId(year), rows);
        }
    }

    private void revenueRow(
            int year,
            long minorUnits,
            String reportId,
            String dated,
            String received,
            String supersedes,
            StringBuilder row) {
        id(row).append(',').append(year + 1).append(',');
        money(minorUnits, row).append(",yuan,CNY,").append(reportId);
        row.append(',').append(firm()).append(',').append(dated).append(',').append(received);
        row.append(",unqualified,").append(supersedes).append(",no\n");
    }

    void firmRow(StringBuilder row) {
        id(row).append(',')
                .append(firm())
                .append(",2026-03-02,,Board resolution ")
                .append(number)
                .append('\n');
    }

    private String firm() {
        return FIRMS[number % FIRMS.length];
    }

    StringBuilder id(StringBuilder row) {
        row.append("EO-");
        for (int ten = 1_000_000; ten > number; ten /= 10) {
            row.append('0');
        }
        return row.append(number);
    }

    private String one(String[] words) {
        return words[names.nextInt(words.length)];
    }

    private static StringBuilder money(long minorUnits, StringBuilder row) {
        int cents = (int) (minorUnits % 100);
        row.append(minorUnits / 100).append('.');
        return row.append((char) ('0' + cents / 10)).append((char) ('0' + cents % 10));
    }
}
