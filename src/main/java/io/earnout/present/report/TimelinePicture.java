package io.earnout.present.report;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.determination.YearStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The assessment years, the sixty days after each (SPA 5.1), and the deadlines, on one axis of days. */
public record TimelinePicture(String id, Determination determination, Scale scale) implements Picture {

    /** Where the axis begins; the names of the rows are left of it. */
    public static final int LEFT = 84;

    private static final int RIGHT = 896;
    private static final int TOP = 22;
    private static final int ROW = 22;
    private static final int MOST_TICKS = 12;
    private static final int DAYS_TO_RELEASE = 60;

    /** The agreement as a whole, or one of its years. */
    public record Row(int y, String name) {}

    /** A deadline. */
    public record Mark(int x, int y, String shape, boolean hollow) {}

    static TimelinePicture of(String id, Determination determination) {
        long from = earliest(determination).minusDays(20).toEpochDay();
        long to = latest(determination).plusDays(60).toEpochDay();
        return new TimelinePicture(id, determination, Scale.exact(from, to, LEFT, RIGHT));
    }

    private static LocalDate earliest(Determination determination) {
        LocalDate earliest = determination.asOf();
        for (LocalDate day : List.of(
                determination.agreement().signedOn(),
                determination.years().get(0).year().period().startsOn())) {
            earliest = day.isBefore(earliest) ? day : earliest;
        }
        return earliest;
    }

    private static LocalDate latest(Determination determination) {
        List<YearStatement> years = determination.years();
        List<LocalDate> days = new ArrayList<>();
        days.add(endsOn(years.get(years.size() - 1)).plusDays(DAYS_TO_RELEASE));
        determination.deadlines().forEach(deadline -> days.add(deadline.dueOn()));
        LocalDate latest = determination.asOf();
        for (LocalDate day : days) {
            latest = day.isAfter(latest) ? day : latest;
        }
        return latest;
    }

    private static LocalDate endsOn(YearStatement year) {
        return year.year().period().endsOn();
    }

    private int at(LocalDate day) {
        return scale.at(day.toEpochDay());
    }

    /** The agreement as a whole is drawn above its years. */
    private static int middle(int year) {
        return TOP + year * ROW + ROW / 2;
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(middle(0), "agreement"));
        determination.years().forEach(year -> {
            int number = year.year().number();
            rows.add(new Row(middle(number), "year " + number));
        });
        return rows;
    }

    /** Each year, and its sixty days. */
    public List<Box> periods() {
        List<Box> periods = new ArrayList<>();
        for (YearStatement year : determination.years()) {
            int y = middle(year.year().number());
            int start = at(year.year().period().startsOn());
            int end = at(endsOn(year).plusDays(1));
            int release = at(endsOn(year).plusDays(1 + DAYS_TO_RELEASE));
            String part = year.assessment().isPresent() ? "met" : "unassessed";
            periods.add(new Box(part, start, y - 7, Math.max(1, end - start), 14));
            periods.add(new Box("sixty", end, y - 3, Math.max(1, release - end), 6));
        }
        return periods;
    }

    public List<Mark> marks() {
        return determination.deadlines().stream()
                .map(deadline -> new Mark(
                        at(deadline.dueOn()),
                        middle(deadline.year()),
                        shape(deadline.kind()),
                        deadline.kind() == Deadline.Kind.DOCUMENTS || deadline.kind() == Deadline.Kind.ESCROW_FEE))
                .toList();
    }

    private static String shape(Deadline.Kind kind) {
        return switch (kind) {
            case DOCUMENTS, TRANSFER -> "M-5-4H5L0 5Z";
            case RELEASE, EXPIRATION -> "M-4-4H4V4H-4Z";
            case DEPOSIT, ESCROW_FEE -> "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0-4 0Z";
        };
    }

    /** Where calendar years begin: each, or as many as can be read. */
    public List<Scale.Tick> calendarYears() {
        int first = LocalDate.ofEpochDay(scale.lowest()).getYear() + 1;
        int last = LocalDate.ofEpochDay(scale.highest()).getYear();
        int step = (last - first) / MOST_TICKS + 1;
        List<Scale.Tick> ticks = new ArrayList<>();
        for (int year = first; year <= last; year += step) {
            ticks.add(new Scale.Tick(at(LocalDate.of(year, 1, 1)), Integer.toString(year)));
        }
        return ticks;
    }

    /** Where the rows end. */
    public int bottom() {
        return middle(determination.years().size()) + ROW / 2;
    }

    public int asOfAt() {
        return at(determination.asOf());
    }

    /** On which side of its line the as-of date has room for its lettering. */
    public boolean isAsOfLate() {
        return asOfAt() > WIDTH / 2;
    }

    @Override
    public int height() {
        return bottom() + ROW;
    }

    @Override
    public String title() {
        return "Timeline";
    }

    @Override
    public String description() {
        return "A bar for each assessment year and its sixty days, a mark for each deadline, and a line at the as-of date, "
                + determination.asOf() + ". The table below has the days.";
    }
}
