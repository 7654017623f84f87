package io.earnout.present.deadlines;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.Classification;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.output.UpcomingDeadlines;
import io.earnout.present.overview.RunOverview;
import io.earnout.publish.ControlSums;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes {@code deadlines.ics}: an event for each deadline of the agreements that people get to look at, and for the next
 * ones of all. An event keeps its identifier from run to run; its number rises when its day is another than in the previous run.
 * One that is still to come and no longer due is cancelled, so that a calendar that imported it takes it off.
 */
public final class DeadlineCalendar {

    public static final String FILE_NAME = "deadlines.ics";

    private static final String PROGRAM = "-//earn-out escrow job//deadlines//EN";

    /** An alarm rings at nine in the morning. */
    private static final int HOUR_OF_ALARM = 9;

    private static final int HOURS_OF_A_DAY = 24;

    /** The last year that a calendar can show. */
    private static final int LAST_YEAR = 9999;

    private DeadlineCalendar() {}

    /**
     * Writes the calendar.
     *
     * @param run the staged run folder
     * @param sums over the files written
     */
    public static void write(RunOverview overview, Path run, ControlSums sums) throws IOException {
        ICalendar calendar =
                calendar(overview, EarlierEvents.of(overview.previousRun().map(before -> before.resolve(FILE_NAME))));
        try (OutputStream out = new BufferedOutputStream(sums.createForPeople(run, FILE_NAME));
                ICalWriter writer = new ICalWriter(out, ICalVersion.V2_0)) {
            writer.write(calendar);
        }
    }

    private static ICalendar calendar(RunOverview overview, EarlierEvents earlier) {
        LocalDate asOf = overview.identity().asOf();
        Map<String, VEvent> events = new TreeMap<>();
        Set<String> agreements = new TreeSet<>();
        for (AgreementResult result : overview.results()) {
            agreements.add(result.agreementId());
            result.determination()
                    .deadlines()
                    .forEach(deadline -> add(new DeadlineEvent(result.agreementId(), deadline, asOf), events));
        }
        for (UpcomingDeadlines.Entry next : overview.totals().countdown().next()) {
            agreements.add(next.agreementId());
            add(new DeadlineEvent(next.agreementId(), next.deadline(), asOf), events);
        }
        earlier.all().forEach((uid, event) -> {
            boolean isOfThese = agreements.stream().anyMatch(id -> DeadlineEvent.isAbout(id, uid));
            if (isOfThese && !events.containsKey(uid)) {
                events.put(uid, noLongerDue(event, asOf));
            }
        });
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PROGRAM);
        for (VEvent event : events.values()) {
            event.setSequence(earlier.sequence(event));
            event.setDateTimeStamp(Date.from(asOf.atStartOfDay(ZoneOffset.UTC).toInstant()));
            calendar.addEvent(event);
        }
        return calendar;
    }

    private static void add(DeadlineEvent of, Map<String, VEvent> events) {
        if (of.day().getYear() > LAST_YEAR) {
            return;
        }
        VEvent event = new VEvent();
        event.setUid(of.uid());
        event.setDateStart(new DateStart(day(of.day()), false));
        event.setSummary(of.summary());
        event.setDescription(of.description());
        event.setStatus(Status.confirmed());
        event.setClassification(Classification.confidential());
        event.setTransparency(true);
        event.addAlarm(VAlarm.display(alarm(of), of.summary()));
        events.put(of.uid(), event);
    }

    /** The same day for every reader, wherever it is. */
    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    /** Counted from the beginning of the day of the event. */
    private static Trigger alarm(DeadlineEvent of) {
        int daysBefore = (int) ChronoUnit.DAYS.between(of.alarmOn(), of.day());
        Duration.Builder duration = Duration.builder().prior(daysBefore > 0);
        if (daysBefore > 1) {
            duration.days(daysBefore - 1);
        }
        duration.hours(daysBefore > 0 ? HOURS_OF_A_DAY - HOUR_OF_ALARM : HOUR_OF_ALARM);
        return new Trigger(duration.build(), Related.START);
    }

    /** One whose day has passed stays as it was; one whose day is still to come is cancelled. */
    private static VEvent noLongerDue(VEvent earlier, LocalDate asOf) {
        DateTimeComponents day = earlier.getDateStart().getValue().getRawComponents();
        boolean hasPassed =
                LocalDate.of(day.getYear(), day.getMonth(), day.getDate()).isBefore(asOf);
        VEvent event = new VEvent();
        event.setUid(earlier.getUid().getValue());
        event.setDateStart(earlier.getDateStart());
        event.setSummary(earlier.getSummary());
        event.setStatus(hasPassed ? earlier.getStatus() : Status.cancelled());
        event.setClassification(Classification.confidential());
        event.setTransparency(true);
        return event;
    }
}
