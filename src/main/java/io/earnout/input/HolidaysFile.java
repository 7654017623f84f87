package io.earnout.input;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.input.csv.ChoiceCell;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import java.time.LocalDate;

/**
 * {@code holidays.csv}: the days on which a place doesn't work though it is a weekday, and those on which it does though it
 * is a weekend. {@code calendar}, {@code date} and {@code kind} ({@code holiday}, {@code working-day}) are required; {@code
 * name} is for people. A calendar knows the years of which it has at least {@value
 * BusinessCalendar#HOLIDAYS_OF_A_KNOWN_YEAR} holidays. Agreements name calendars, joined by {@code +}, the governing law's
 * first.
 */
final class HolidaysFile {

    static final Schema COLUMNS = Schema.ofCalendars();

    static final Column<String> CALENDAR = COLUMNS.owner("calendar");
    static final Column<LocalDate> DATE = COLUMNS.required("date", DateCell.DATE);
    static final Column<BusinessCalendar.Kind> KIND =
            COLUMNS.required("kind", ChoiceCell.of(BusinessCalendar.Kind.values()));
    static final Column<String> NAME = COLUMNS.optional("name", TextCell.TEXT);

    private HolidaysFile() {}

    /** A day out of the ordinary. */
    record Day(LocalDate date, BusinessCalendar.Kind kind) {}

    static Day read(Row row) {
        Day day = new Day(row.get(DATE), row.get(KIND));
        row.get(NAME);
        return day;
    }
}
