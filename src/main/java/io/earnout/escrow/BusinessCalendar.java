package io.earnout.escrow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are business days: those that are one in each of the places that are joined. The agreements don't define the
 * term; holidays, and weekends that are made working days, are given data. A day of a year without data is judged by the
 * weekend alone, and what is computed with it is provisional.
 */
public final class BusinessCalendar {

    /** What a calendar says of a day that weekday and weekend don't. */
    public enum Kind {
        HOLIDAY,
        /** A weekend made a working day. */
        WORKING_DAY
    }

    /** No data at all: Monday to Friday. */
    public static final BusinessCalendar WEEKENDS_ALONE =
            new BusinessCalendar(List.of(new Place("", Map.of(), Set.of())));

    private final List<Place> places;

    /** The business days from {@code firstGiven} to {@code lastGiven}; before and after no day is out of the ordinary. */
    private final BitSet businessDays = new BitSet();

    private final long firstGiven;
    private final long lastGiven;

    private BusinessCalendar(List<Place> places) {
        this.places = places;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Place place : places) {
            for (LocalDate day : place.days().keySet()) {
                first = Math.min(first, day.toEpochDay());
                last = Math.max(last, day.toEpochDay());
            }
        }
        this.firstGiven = first;
        this.lastGiven = last;
        for (long day = first; day <= last; day++) {
            businessDays.set((int) (day - first), isBusinessDayInAll(LocalDate.ofEpochDay(day)));
        }
    }

    /** One place: its days out of the ordinary, and the years for which these are known. */
    private record Place(String name, Map<LocalDate, Kind> days, Set<Integer> years) {

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
     * @param years the years for which they are known
     */
    public static BusinessCalendar of(String name, Map<LocalDate, Kind> days, Set<Integer> years) {
        return new BusinessCalendar(List.of(new Place(name, Map.copyOf(days), Set.copyOf(years))));
    }

    /** The days that are business days in this calendar and in the other one. */
    public BusinessCalendar and(BusinessCalendar other) {
        List<Place> joined = new ArrayList<>(places);
        joined.addAll(other.places);
        return new BusinessCalendar(List.copyOf(joined));
    }

    /** Whether it stands for a place at all. */
    boolean isNamed() {
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

    /** So many business days after a day, which itself is not counted. */
    LocalDate after(LocalDate day, int count) {
        long at = day.toEpochDay();
        for (int counted = 0; counted < count; counted += isBusinessDay(at) ? 1 : 0) {
            at++;
        }
        return LocalDate.ofEpochDay(at);
    }

    /** The latest business day from which so many business days end on or before a day. */
    LocalDate latestBefore(LocalDate day, int count) {
        long at = day.toEpochDay() + 1;
        // the last of the counted days is on or before the day; the one sought lies one business day before the first
        for (int counted = 0; counted <= count; counted += isBusinessDay(at) ? 1 : 0) {
            at--;
        }
        return LocalDate.ofEpochDay(at);
    }

    /** The places and years between two days for which there is no data, e.g. {@code CN 2031}; none if all is known. */
    Set<String> unknownBetween(LocalDate first, LocalDate last) {
        Set<String> unknown = new TreeSet<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            for (Place place : places) {
                if (!place.years().contains(year)) {
                    unknown.add(place.name().isEmpty() ? Integer.toString(year) : place.name() + " " + year);
                }
            }
        }
        return unknown;
    }
}
