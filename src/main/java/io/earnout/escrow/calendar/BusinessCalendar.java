package io.earnout.escrow.calendar;

import io.earnout.terms.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which days are business days: those that are one in each of the places that are joined. The place named first is that of
 * the governing law (SPA 10.1), whose days alone move day 60 (SPA 5.1). The agreements don't define the term; holidays, and
 * weekends that are made working days, are given data. A day that is not listed is judged by the weekend alone, and what is
 * computed with a year of which too few holidays are listed is provisional.
 */
public final class BusinessCalendar {

    /** What a calendar says of a day that weekday and weekend don't. */
    public enum Kind implements Term {
        HOLIDAY("holiday"),
        /** A weekend made a working day. */
        WORKING_DAY("working-day");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /**
     * How many holidays of a year must be listed for the year to count as known. The calendars of exchanges, banks and public
     * offices list six and more, weekends included; the notice on one year often names one to three days of the next.
     */
    public static final int HOLIDAYS_OF_A_KNOWN_YEAR = 5;

    /** No data at all: Monday to Friday. */
    public static final BusinessCalendar WEEKENDS_ALONE =
            new BusinessCalendar(List.of(new Place("", Map.of(), Set.of())));

    /** The years whose unknown places are named once, and not for each deadline of each agreement: 3 KB a determination. */
    private static final int FIRST_LISTED = 2000;

    private static final int LISTED = 100;

    private final List<Place> places;
    private final BusinessCalendar ofGoverningLaw;

    /** What is listed of the places and years of which there is something, but not enough, or nothing that can be trusted. */
    private final Map<String, String> tooFew = new TreeMap<>();

    /** The business days from {@code firstGiven} to {@code lastGiven}; before and after no day is out of the ordinary. */
    private final BitSet businessDays = new BitSet();

    /** The places that are not known in the years from the first listed on, as {@link #unknownBetween} names them. */
    private final List<Set<String>> unknownIn = new ArrayList<>(LISTED);

    private final long firstGiven;
    private final long lastGiven;

    private BusinessCalendar(List<Place> places) {
        this.places = places;
        this.ofGoverningLaw = places.size() == 1 ? this : new BusinessCalendar(places.subList(0, 1));
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Place place : places) {
            place.holidays().forEach((year, holidays) -> {
                String name = nameOf(place, year);
                tooFew.put(name, holidays + (holidays == 1 ? " holiday of " : " holidays of ") + name);
            });
            place.faulty().forEach(year -> tooFew.put(nameOf(place, year), "an invalid row of " + nameOf(place, year)));
            for (LocalDate day : place.days().keySet()) {
                first = Math.min(first, day.toEpochDay());
                last = Math.max(last, day.toEpochDay());
            }
        }
        this.firstGiven = first;
        this.lastGiven = last;
        for (int year = FIRST_LISTED; year < FIRST_LISTED + LISTED; year++) {
            unknownIn.add(Collections.unmodifiableSet(unknownOf(year, year)));
        }
        for (long day = first; day <= last; day++) {
            businessDays.set((int) (day - first), isBusinessDayInAll(LocalDate.ofEpochDay(day)));
        }
    }

    /**
     * One place.
     *
     * @param days its days out of the ordinary
     * @param faulty the years of which a row can't be trusted
     * @param holidays how many holidays are listed, by year
     */
    private record Place(String name, Map<LocalDate, Kind> days, Set<Integer> faulty, Map<Integer, Integer> holidays) {

        private Place(String name, Map<LocalDate, Kind> days, Set<Integer> faulty) {
            this(name, days, faulty, holidaysIn(days));
        }

        private static Map<Integer, Integer> holidaysIn(Map<LocalDate, Kind> days) {
            Map<Integer, Integer> holidays = new TreeMap<>();
            days.forEach((day, kind) -> {
                if (kind == Kind.HOLIDAY) {
                    holidays.merge(day.getYear(), 1, Integer::sum);
                }
            });
            return holidays;
        }

        private boolean knows(int year) {
            return !faulty.contains(year) && holidays.getOrDefault(year, 0) >= HOLIDAYS_OF_A_KNOWN_YEAR;
        }

        private boolean isBusinessDay(LocalDate day) {
            Kind kind = days.get(day);
            if (kind != null) {
                return kind == Kind.WORKING_DAY;
            }
            return !isWeekend(day);
        }
    }

    private boolean isBusinessDayInAll(LocalDate day) {
        for (Place place : places) {
            if (!place.isBusinessDay(day)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The calendar of one place.
     *
     * @param days the holidays, and the weekends that are working days
     * @param faulty the years of which a row can't be trusted; any other year is known if enough holidays of it are listed
     */
    public static BusinessCalendar ofPlace(String name, Map<LocalDate, Kind> days, Set<Integer> faulty) {
        return new BusinessCalendar(List.of(new Place(name, Map.copyOf(days), Set.copyOf(faulty))));
    }

    /** The days that are business days in this calendar, which stays the one of the governing law, and in the other one. */
    public BusinessCalendar and(BusinessCalendar other) {
        List<Place> joined = new ArrayList<>(places);
        joined.addAll(other.places);
        return new BusinessCalendar(List.copyOf(joined));
    }

    /** Whether it stands for a place at all. */
    public boolean isNamed() {
        return places.stream().noneMatch(place -> place.name().isEmpty());
    }

    boolean isBusinessDay(LocalDate day) {
        return isBusinessDay(day.toEpochDay());
    }

    private boolean isBusinessDay(long epochDay) {
        if (epochDay < firstGiven || epochDay > lastGiven) {
            return !isWeekend(epochDay);
        }
        return businessDays.get((int) (epochDay - firstGiven));
    }

    /** Saturday or Sunday, whatever holidays there are. */
    public static boolean isWeekend(LocalDate day) {
        return isWeekend(day.toEpochDay());
    }

    private static boolean isWeekend(long epochDay) {
        // day 0 was a Thursday
        return Math.floorMod(epochDay + 3, 7) >= 5;
    }

    /** The day itself if it is a business day, otherwise the next one. */
    LocalDate onOrAfter(LocalDate day) {
        long at = day.toEpochDay();
        while (!isBusinessDay(at)) {
            at++;
        }
        return LocalDate.ofEpochDay(at);
    }

    /** The given number of business days after a day, which itself is not counted. */
    LocalDate after(LocalDate day, int count) {
        long at = day.toEpochDay();
        for (int counted = 0; counted < count; counted += isBusinessDay(at) ? 1 : 0) {
            at++;
        }
        return LocalDate.ofEpochDay(at);
    }

    /** The latest business day from which the given number of business days ends on or before a day. */
    LocalDate latestBefore(LocalDate day, int count) {
        long at = day.toEpochDay() + 1;
        // the last of the counted days is on or before the day; the one sought lies one business day before the first
        for (int counted = 0; counted <= count; counted += isBusinessDay(at) ? 1 : 0) {
            at--;
        }
        return LocalDate.ofEpochDay(at);
    }

    /** The calendar of the place that is named first: the governing law's (SPA 10.1). */
    BusinessCalendar ofGoverningLaw() {
        return ofGoverningLaw;
    }

    /**
     * The places and years that are not known, e.g. {@code CN 2031}, of all years that a count of business days touches; none
     * if the count is certain.
     *
     * @param from one end of the count; which of the two is later doesn't matter
     * @param to the other end
     */
    Set<String> unknownBetween(LocalDate from, LocalDate to) {
        int first = Math.min(from.getYear(), to.getYear());
        int last = Math.max(from.getYear(), to.getYear());
        boolean isListed = first == last && first >= FIRST_LISTED && first < FIRST_LISTED + LISTED;
        return isListed ? unknownIn.get(first - FIRST_LISTED) : unknownOf(first, last);
    }

    private Set<String> unknownOf(int first, int last) {
        Set<String> unknown = new TreeSet<>();
        for (int year = first; year <= last; year++) {
            for (Place place : places) {
                if (!place.knows(year)) {
                    unknown.add(nameOf(place, year));
                }
            }
        }
        return unknown;
    }

    private static String nameOf(Place place, int year) {
        return place.name().isEmpty() ? Integer.toString(year) : place.name() + " " + year;
    }

    /**
     * What is listed of places and years that are not known, in words: {@code 1 holiday of CN 2027, none of CN 2028}.
     *
     * @param unknown as {@link #unknownBetween} names them; at least one
     */
    public String listedOf(Set<String> unknown) {
        List<String> listed = new ArrayList<>();
        List<String> none = new ArrayList<>();
        for (String name : unknown) {
            String some = tooFew.get(name);
            if (some == null) {
                none.add(name);
            } else {
                listed.add(some);
            }
        }
        if (!none.isEmpty()) {
            listed.add((listed.isEmpty() ? "no holidays of " : "none of ") + String.join(", ", none));
        }
        return String.join("; ", listed);
    }
}
