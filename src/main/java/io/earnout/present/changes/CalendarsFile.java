package io.earnout.present.changes;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.output.CsvBuffer;
import io.earnout.output.OutputFile;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** {@code calendars.csv}: the days out of the ordinary of every calendar, for the run after this one to compare. */
public final class CalendarsFile {

    private CalendarsFile() {}

    /**
     * Appends the days to the staged file.
     *
     * @param calendars the days of each calendar, by its name
     * @param sums over what is written
     */
    public static void append(
            Map<String, Map<LocalDate, BusinessCalendar.Kind>> calendars, Path staged, ControlSums sums)
            throws IOException {
        CsvBuffer rows = new CsvBuffer(4096);
        calendars.forEach((calendar, days) -> days.forEach(
                (day, kind) -> rows.text(calendar).date(day).text(kind.term()).endRow()));
        String name = OutputFile.CALENDARS.fileName();
        try (OutputStream out = sums.goOn(name, FilePermissions.append(staged.resolve(name)))) {
            rows.writeTo(out);
        }
    }
}
