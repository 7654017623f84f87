package io.earnout.input;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.input.csv.OrderedFile;
import io.earnout.input.csv.OrderedRecords;
import io.earnout.input.csv.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The business calendars of {@code holidays.csv}. An invalid row leaves its calendar without data for its year, or for all
 * years if that can't be told: days computed with it are provisional.
 */
public final class Calendars {

    /** What joins the names of several calendars: a day must be a business day in each of them. */
    private static final String JOINED_BY = "\\+";

    private static final String NONE_NAMED = "(no calendar)";

    private final boolean onRecord;
    private final Map<String, BusinessCalendar> byName;
    private final Map<String, Map<LocalDate, BusinessCalendar.Kind>> days;
    private final Map<String, BusinessCalendar> joined = new ConcurrentHashMap<>();

    private Calendars(
            boolean onRecord,
            Map<String, BusinessCalendar> byName,
            Map<String, Map<LocalDate, BusinessCalendar.Kind>> days) {
        this.onRecord = onRecord;
        this.byName = byName;
        this.days = days;
    }

    /** Without {@code holidays.csv}. */
    static Calendars none() {
        return new Calendars(false, Map.of(), Map.of());
    }

    /** Reads the ordered files; what is wrong with their rows goes to {@code findings}. */
    static Calendars read(List<OrderedFile> files, Consumer<Finding> findings) {
        Reading reading = new Reading();
        files.forEach(reading::read);
        reading.found.forEach(findings);
        return new Calendars(true, reading.calendars(), reading.days);
    }

    /**
     * The calendar that an agreement names.
     *
     * @param names one calendar, or several joined by {@code +}; empty for none
     */
    public BusinessCalendar of(String names) {
        return onRecord ? joined.computeIfAbsent(names, this::join) : BusinessCalendar.WEEKENDS_ALONE;
    }

    /** The days out of the ordinary that count, by the name of the calendar, both in order. */
    public Map<String, Map<LocalDate, BusinessCalendar.Kind>> days() {
        return days;
    }

    /** The calendars that an agreement names and holidays.csv does not have; none if there is no list at all. */
    List<String> unknownIn(String names) {
        List<String> unknown = new ArrayList<>();
        if (onRecord && !names.isBlank()) {
            for (String name : names.split(JOINED_BY, -1)) {
                if (!byName.containsKey(name.strip())) {
                    unknown.add(name.strip());
                }
            }
        }
        return unknown;
    }

    private BusinessCalendar join(String names) {
        BusinessCalendar calendar = null;
        for (String part : names.split(JOINED_BY, -1)) {
            String name = part.isBlank() ? NONE_NAMED : part.strip();
            BusinessCalendar place = byName.getOrDefault(name, BusinessCalendar.ofPlace(name, Map.of(), Set.of()));
            calendar = calendar == null ? place : calendar.and(place);
        }
        return calendar == null ? BusinessCalendar.WEEKENDS_ALONE : calendar;
    }

    /** Collects the days of each calendar. */
    private static final class Reading {

        private final List<Finding> found = new ArrayList<>();
        private final Row row = new Row(found);
        private final Map<String, Map<LocalDate, BusinessCalendar.Kind>> days = new TreeMap<>();
        private final Map<String, Map<LocalDate, Source>> sources = new TreeMap<>();
        private final Map<String, Set<Integer>> faultyYears = new TreeMap<>();
        private final Set<String> faulty = new TreeSet<>();
        private final Map<String, Set<LocalDate>> contradicted = new TreeMap<>();

        private void read(OrderedFile file) {
            try (OrderedRecords records = OrderedRecords.open(file, 1)) {
                while (!records.hasEnded()) {
                    String calendar = records.key().text();
                    row.read(
                            file.layout(),
                            new Source(file.file().name(), records.line()),
                            records.bytes(),
                            records.start(),
                            records.end(),
                            records.quotesBroken(),
                            "");
                    take(calendar, HolidaysFile.read(row));
                    records.advance();
                }
            }
        }

        private void take(String calendar, HolidaysFile.Day day) {
            Map<LocalDate, BusinessCalendar.Kind> ofCalendar = days.computeIfAbsent(calendar, name -> new TreeMap<>());
            Map<LocalDate, Source> ofSource = sources.computeIfAbsent(calendar, name -> new TreeMap<>());
            if (row.isSound()
                    && day.kind() == BusinessCalendar.Kind.WORKING_DAY
                    && !BusinessCalendar.isWeekend(day.date())) {
                row.reject(
                        FindingCode.WORKING_DAY_IS_NO_WEEKEND,
                        HolidaysFile.DATE,
                        "is not a weekend, so it can't be a working day",
                        "correct the date or the kind");
            }
            BusinessCalendar.Kind before = ofCalendar.get(day.date());
            if (row.isSound() && before != null && before != day.kind()) {
                row.reject(
                        FindingCode.HOLIDAY_OF_BOTH_KINDS,
                        HolidaysFile.KIND,
                        "is given for " + day.date() + ", which is also listed as the other kind ("
                                + ofSource.get(day.date()) + ")",
                        "delete the row that is wrong");
                contradicted.computeIfAbsent(calendar, name -> new TreeSet<>()).add(day.date());
            } else if (row.isSound() && before != null) {
                row.note(
                        FindingCode.ROW_TWICE,
                        HolidaysFile.DATE,
                        "is listed already (" + ofSource.get(day.date()) + ") and is ignored",
                        "");
            }
            if (row.isSound()) {
                ofCalendar.putIfAbsent(day.date(), day.kind());
                ofSource.putIfAbsent(day.date(), row.source());
            } else if (row.peekDate(HolidaysFile.DATE).isPresent()) {
                faultyYears
                        .computeIfAbsent(calendar, name -> new TreeSet<>())
                        .add(row.peekDate(HolidaysFile.DATE).get().getYear());
            } else {
                faulty.add(calendar);
            }
        }

        private Map<String, BusinessCalendar> calendars() {
            Map<String, BusinessCalendar> calendars = new TreeMap<>();
            days.forEach((name, ofCalendar) -> {
                Set<Integer> untrusted = new TreeSet<>(faultyYears.getOrDefault(name, Set.of()));
                if (faulty.contains(name)) {
                    ofCalendar.keySet().forEach(day -> untrusted.add(day.getYear()));
                }
                // whichever row comes first: a day of both kinds is judged by the weekend alone
                ofCalendar.keySet().removeAll(contradicted.getOrDefault(name, Set.of()));
                calendars.put(name, BusinessCalendar.ofPlace(name, ofCalendar, untrusted));
            });
            return calendars;
        }
    }
}
