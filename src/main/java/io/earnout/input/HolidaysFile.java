package io.earnout.input;

import io.earnout.escrow.calendar.BusinessCalendar;
import java.time.LocalDate;

/**
 * {@code holidays.csv}: the days on which a place doesn't work though it is a weekday, and those on which it does though it
 * is a weekend. {@code calendar}, {@code date} and {@code kind} ({@code holiday}, {@code working-day}) are required; {@code
 * name} is for people. A calendar knows the years of which it has at least {@value
 * BusinessCalendar#HOLIDAYS_OF_A_KNOWN_YEAR} holidays. Agreements name calendars, joined by {@code +}, the governing law's
 * first.
 */
final class HolidaysFile {

    enum Columns implements Column {
        CALENDAR,
        DATE,
        KIND,
        NAME;

        @Override
        public boolean required() {
            return this != NAME;
        }
    }

    private enum Kind {
        HOLIDAY("holiday", BusinessCalendar.Kind.HOLIDAY),
        WORKING_DAY("working-day", BusinessCalendar.Kind.WORKING_DAY);

        private final String term;
        private final BusinessCalendar.Kind meaning;

        Kind(String term, BusinessCalendar.Kind meaning) {
            this.term = term;
            this.meaning = meaning;
        }
    }

    private static final Kind[] KINDS = Kind.values();

    private HolidaysFile() {}

    /** A day out of the ordinary. */
    record Day(LocalDate date, BusinessCalendar.Kind kind) {}

    static Day read(Row row) {
        LocalDate date = row.date(Columns.DATE);
        Kind kind = row.requiredChoice(Columns.KIND, KINDS, choice -> choice.term);
        row.optionalText(Columns.NAME);
        return new Day(date, kind.meaning);
    }
}
