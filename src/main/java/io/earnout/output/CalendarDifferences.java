package io.earnout.output;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180Parser;
import io.earnout.escrow.BusinessCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which days are business days in one run and not in the other, in each calendar. */
final class CalendarDifferences {

    private static final String HOLIDAY = "holiday";
    private static final String WORKING_DAY = "working-day";

    private final boolean isKnown;
    private final Map<String, TreeMap<LocalDate, String>> byCalendar = new TreeMap<>();

    private CalendarDifferences(boolean isKnown) {
        this.isKnown = isKnown;
    }

    /** Reads what the two runs went by; nothing is known if the one before is of a version that didn't publish it. */
    static CalendarDifferences between(Path before, Path after) throws IOException {
        Optional<Map<String, Map<LocalDate, String>>> was = read(before);
        Map<String, Map<LocalDate, String>> is = read(after).orElse(Map.of());
        CalendarDifferences differences = new CalendarDifferences(was.isPresent());
        if (was.isPresent()) {
            was.get()
                    .forEach((calendar, days) -> days.forEach(
                            (day, kind) -> differences.compare(calendar, day, kind, kindOf(is, calendar, day))));
            is.forEach((calendar, days) -> days.forEach(
                    (day, kind) -> differences.compare(calendar, day, kindOf(was.get(), calendar, day), kind)));
        }
        return differences;
    }

    private static String kindOf(Map<String, Map<LocalDate, String>> days, String calendar, LocalDate day) {
        return days.getOrDefault(calendar, Map.of()).getOrDefault(day, "");
    }

    private void compare(String calendar, LocalDate day, String was, String is) {
        if (isBusinessDay(day, was) != isBusinessDay(day, is)) {
            String now = is.isEmpty() ? "no " + was + " any more" : "a " + is;
            byCalendar.computeIfAbsent(calendar, name -> new TreeMap<>()).put(day, now);
        }
    }

    private static boolean isBusinessDay(LocalDate day, String kind) {
        return kind.equals(WORKING_DAY) || (!kind.equals(HOLIDAY) && !BusinessCalendar.isWeekend(day));
    }

    private static Optional<Map<String, Map<LocalDate, String>>> read(Path run) throws IOException {
        Path file = run.resolve(OutputFile.CALENDARS.fileName());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(calendars(file));
        } catch (DateTimeParseException | IndexOutOfBoundsException e) {
            return Optional.empty(); // changed by hand since it was published
        }
    }

    private static Map<String, Map<LocalDate, String>> calendars(Path file) throws IOException {
        Map<String, Map<LocalDate, String>> calendars = new TreeMap<>();
        ICSVParser parser = new RFC4180Parser();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.readLine(); // the header
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = parser.parseLine(line);
                calendars.computeIfAbsent(cells[0], name -> new TreeMap<>()).put(LocalDate.parse(cells[1]), cells[2]);
            }
        }
        return calendars;
    }

    /**
     * The days that differ, in words: {@code CN 2028-02-07 is now a holiday}.
     *
     * @param names the calendars that an agreement names, joined by {@code +}
     * @param governingLawAlone whether the first of them counts alone
     * @param from the first day that the count touches
     * @param to the last one
     */
    List<String> in(String names, boolean governingLawAlone, LocalDate from, LocalDate to) {
        if (!isKnown) {
            return List.of("the run before doesn't list its holidays");
        }
        List<String> days = new ArrayList<>();
        for (String name : names.split("\\+", governingLawAlone ? 2 : -1)) {
            TreeMap<LocalDate, String> differ = byCalendar.get(name.strip());
            if (differ != null) {
                differ.subMap(from, true, to, true)
                        .forEach((day, now) -> days.add(name.strip() + " " + day + " is now " + now));
            }
            if (governingLawAlone) {
                break;
            }
        }
        return days;
    }
}
