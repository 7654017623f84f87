package io.earnout.benchmark;

import io.earnout.escrow.InstructionsOfDraft;
import java.time.LocalDate;
import java.util.List;

/** What is on record of an invented agreement besides its reports: signed and moved as computed, in its {@link Course}. */
final class InventedRegisters {

    static final int CLOSES = 4;
    static final int DIVIDENDS = 2;

    private static final int LAST = InventedAgreement.YEARS;
    private static final String[] CLOSE_DATES = {"2026-12-02", "2028-06-01", "2029-12-03", "2030-02-11"};
    private static final String[] RECORD_DATES = {"2028-06-15", "2030-06-14"};
    private static final String LATE_RECEIPT = "2031-02-05";

    private static final String[] SIGNED = daysAfterYears(50);
    private static final String[] COUNTERSIGNED = daysAfterYears(51);
    private static final String[] RECEIVED = daysAfterYears(52);
    private static final String[] MOVED = daysAfterYears(58);
    private static final String[] MOVED_LATE = daysAfterYears(90);

    private final InventedAgreement agreement;
    private final Course course;

    InventedRegisters(InventedAgreement agreement, Course course) {
        this.agreement = agreement;
        this.course = course;
    }

    private static String[] daysAfterYears(int days) {
        String[] all = new String[InventedAgreement.YEARS];
        for (int i = 0; i < all.length; i++) {
            all[i] = InventedAgreement.lastDay(i).plusDays(days).toString();
        }
        return all;
    }

    void instructionRow(int year, StringBuilder row) {
        for (InstructionsOfDraft.Paper paper : agreement.papers()) {
            if (paper.year() == year + 1 && isSigned(paper)) {
                agreement.id(row).append(',').append(paper.year()).append(',');
                row.append(paper.instructionId()).append(',').append(paper.shares());
                row.append(',').append(SIGNED[year]).append(',').append(COUNTERSIGNED[year]);
                row.append(',')
                        .append(course == Course.OPEN && paper.year() == LAST ? LATE_RECEIPT : RECEIVED[year])
                        .append('\n');
            }
        }
    }

    private boolean isSigned(InstructionsOfDraft.Paper paper) {
        return paper.year() < LAST || (course != Course.UNSIGNED && course != Course.DISPUTED);
    }

    void transferRows(int year, StringBuilder rows) {
        for (InstructionsOfDraft.Paper paper : agreement.papers()) {
            if (paper.year() == year + 1 && isSigned(paper)) {
                for (InstructionsOfDraft.Part part : paper.parts()) {
                    transferRow(paper.year(), part, rows);
                }
            }
        }
    }

    private void transferRow(int year, InstructionsOfDraft.Part part, StringBuilder row) {
        boolean missing = (course == Course.OPEN && year == LAST)
                || (course == Course.SHORT && year == 3 && part.trancheYear() == 3);
        if (!missing) {
            boolean late = course == Course.LATE && year == 4;
            agreement.id(row).append(',').append(year).append(',').append(part.trancheYear());
            row.append(",release,").append(part.shares()).append(',');
            row.append((late ? MOVED_LATE : MOVED)[year - 1]).append(",Wire ").append(agreement.number());
            row.append('-').append(year).append('\n');
        }
    }

    void suspensionRow(StringBuilder row) {
        if (course == Course.DISPUTED) {
            agreement.id(row).append(",5,dispute,2031-01-20,Notice ").append(agreement.number());
            row.append(",,,,\n");
        } else if (course == Course.SETTLED) {
            agreement.id(row).append(",2,dispute,2028-01-10,Notice ").append(agreement.number());
            row.append(",,2028-01-20,settlement,Settlement\n");
        }
    }

    void adjustmentRow(StringBuilder row) {
        if (course == Course.ADJUSTED) {
            agreement.id(row).append(",5,").append(agreement.agreedShares());
            row.append(",,2031-01-17,issuer; purchaser; seller; escrow-agent,Amendment ")
                    .append(agreement.number())
                    .append('\n');
        }
    }

    void priceRow(int place, StringBuilder row) {
        int close = 8_000 + agreement.number() % 9_000 + 300 * place;
        agreement.id(row).append(',').append(CLOSE_DATES[place]).append(',');
        row.append(close / 10_000).append('.').append(Integer.toString(10_000 + close % 10_000), 1, 5);
        row.append(",USD\n");
    }

    void dividendRow(int place, StringBuilder row) {
        agreement.id(row).append(',').append(RECORD_DATES[place]).append(",0.0");
        row.append(1 + agreement.number() % 9).append("5,USD\n");
    }

    /** Two places with invented holidays from 2025 to 2036. */
    static void holidays(StringBuilder rows) {
        for (int year = 2025; year <= 2036; year++) {
            holidays("CN", year, rows);
            holidays("US", year, rows);
        }
    }

    private static void holidays(String place, int year, StringBuilder rows) {
        List<LocalDate> days = place.equals("CN")
                ? List.of(
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 2, 4),
                        LocalDate.of(year, 2, 5),
                        LocalDate.of(year, 2, 6),
                        LocalDate.of(year, 5, 1),
                        LocalDate.of(year, 10, 1),
                        LocalDate.of(year, 10, 2),
                        LocalDate.of(year, 10, 3))
                : List.of(
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 1, 20),
                        LocalDate.of(year, 7, 4),
                        LocalDate.of(year, 11, 27),
                        LocalDate.of(year, 12, 25));
        for (LocalDate day : days) {
            rows.append(place).append(',').append(day).append(",holiday,Invented\n");
        }
        if (place.equals("CN")) {
            // the Saturday before the invented spring days is worked in advance
            LocalDate saturday = LocalDate.of(year, 1, 31);
            while (saturday.getDayOfWeek().getValue() != 6) {
                saturday = saturday.minusDays(1);
            }
            rows.append(place).append(',').append(saturday).append(",working-day,Invented\n");
        }
    }
}
