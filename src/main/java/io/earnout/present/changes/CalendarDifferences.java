package io.earnout.present.changes;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.output.CsvRows;
import io.earnout.output.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which days are business days in one run and not in the other. */
final class CalendarDifferences {

    private static final String WORKING_DAY = "working-day";

    private final boolean isKnown;
    private final Map<String, Map<LocalDate, String>> before;
    private final Map<String, Map<LocalDate, String>> after;

    /** The days of each calendar on which the two say something else. */
    private final Map<String, TreeSet<LocalDate>> differing = new TreeMap<>();

    private CalendarDifferences(
            Optional<Map<String, Map<LocalDate, String>>> before, Map<String, Map<LocalDate, String>> after) {
        this.isKnown = before.isPresent();
        this.before = before.orElse(Map.of());
        this.after = after;
        this.before.forEach((calendar, days) -> days.keySet().forEach(day -> compare(calendar, day)));
        this.after.forEach((calendar, days) -> days.keySet().forEach(day -> compare(calendar, day)));
    }

    /** Reads what the two runs went by; nothing is known if the one before is of a version that didn't publish it. */
    static CalendarDifferences between(Path before, Path after) throws IOException {
        return new CalendarDifferences(read(before), read(after).orElse(Map.of()));
    }

    private void compare(String calendar, LocalDate day) {
        if (!kindOf(before, calendar, day).equals(kindOf(after, calendar, day))) {
            differing.computeIfAbsent(calendar, name -> new TreeSet<>()).add(day);
        }
    }

    private static String kindOf(Map<String, Map<LocalDate, String>> days, String calendar, LocalDate day) {
        return days.getOrDefault(calendar, Map.of()).getOrDefault(day, "");
    }

    private static boolean isBusinessDay(
            Map<String, Map<LocalDate, String>> days, Set<String> calendars, LocalDate day) {
        return calendars.stream().allMatch(calendar -> {
            String kind = kindOf(days, calendar, day);
            return kind.equals(WORKING_DAY) || (kind.isEmpty() && !BusinessCalendar.isWeekend(day));
        });
    }

    private static Optional<Map<String, Map<LocalDate, String>>> read(Path run) throws IOException {
        Path file = run.resolve(OutputFile.CALENDARS.fileName());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(calendars(file));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // changed by hand since it was published
        }
    }

    private static Map<String, Map<LocalDate, String>> calendars(Path file) throws IOException {
        Map<String, Map<LocalDate, String>> calendars = new TreeMap<>();
        for (Map<String, String> row : CsvRows.of(file)) {
            calendars
                    .computeIfAbsent(row.getOrDefault("calendar", ""), name -> new TreeMap<>())
                    .put(LocalDate.parse(row.getOrDefault("date", "")), row.getOrDefault("kind", ""));
        }
        return calendars;
    }

    /**
     * The days that are a business day in one run and not in the other, with what is said of them: {@code CN 2028-02-07 is now
     * a holiday}. A weekend that becomes a holiday is none of them, nor a weekend worked in one of two places.
     *
     * @param names the calendars that an agreement names, joined by {@code +}
     * @param governingLawAlone whether the first of them counts alone
     * @param from the first day that the count touches
     * @param to the last one
     */
    List<String> in(String names, boolean governingLawAlone, LocalDate from, LocalDate to) {
        if (!isKnown) {
            return List.of("the previous run doesn't list its holidays");
        }
        Set<String> calendars = new LinkedHashSet<>();
        for (String name : names.split("\\+", -1)) {
            if (calendars.isEmpty() || !governingLawAlone) {
                calendars.add(name.strip());
            }
        }
        List<String> words = new ArrayList<>();
        for (String calendar : calendars) {
            for (LocalDate day :
                    differing.getOrDefault(calendar, new TreeSet<>()).subSet(from, true, to, true)) {
                if (isBusinessDay(before, calendars, day) != isBusinessDay(after, calendars, day)) {
                    words.add(calendar + " " + day + inWords(calendar, day));
                }
            }
        }
        return words;
    }

    private String inWords(String calendar, LocalDate day) {
        String is = kindOf(after, calendar, day);
        String kind = is.isEmpty() ? kindOf(before, calendar, day) : is;
        return (is.isEmpty() ? " is no longer a " : " is now a ") + kind.replace('-', ' ');
    }
}
