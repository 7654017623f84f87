package io.earnout.escrow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private BusinessCalendar(List<Place> places) {
        this.places = places;
    }

    /** One place: its days out of the ordinary, and the years for which these are known. */
    private record Place(String name, Map<LocalDate, Kind> days, Set<Integer> years) {

        private boolean isBusinessDay(LocalDate day) {
            Kind kind = days.get(day);
            if (kind != null) {
                return kind == Kind.WORKING_DAY;
            }
            return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }
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
        for (Place place : places) {
            if (!place.isBusinessDay(day)) {
                return false;
            }
        }
        return true;
    }

    /** The day itself if it is a business day, otherwise the next one. */
    LocalDate onOrAfter(LocalDate day) {
        LocalDate at = day;
        while (!isBusinessDay(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** So many business days after a day, which itself is not counted. */
    LocalDate after(LocalDate day, int businessDays) {
        LocalDate at = day;
        for (int counted = 0; counted < businessDays; counted += isBusinessDay(at) ? 1 : 0) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** The latest business day from which so many business days end on or before a day. */
    LocalDate latestBefore(LocalDate day, int businessDays) {
        LocalDate at = day.plusDays(1);
        // the last of the counted days is on or before the day; the one sought lies one business day before the first
        for (int counted = 0; counted <= businessDays; counted += isBusinessDay(at) ? 1 : 0) {
            at = at.minusDays(1);
        }
        return at;
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
