package io.earnout.present.deadlines;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.DateStart;
import biweekly.property.ICalProperty;
import biweekly.property.Sequence;
import biweekly.property.Uid;
import biweekly.property.ValuedProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The events of the previous run's calendar, by their identifiers. */
final class EarlierEvents {

    private final Map<String, VEvent> byUid = new TreeMap<>();

    private EarlierEvents() {}

    /** Those of a file; none where there is no run before, or it was made by a version without a calendar. */
    static EarlierEvents of(Optional<Path> file) throws IOException {
        EarlierEvents events = new EarlierEvents();
        if (file.isPresent() && Files.isRegularFile(file.get(), LinkOption.NOFOLLOW_LINKS)) {
            try (ICalReader reader = new ICalReader(Files.newInputStream(file.get()))) {
                ICalendar calendar = reader.readNext();
                if (calendar != null) {
                    calendar.getEvents().forEach(events::add);
                }
            }
        }
        return events;
    }

    private void add(VEvent event) {
        Uid uid = event.getUid();
        DateStart day = event.getDateStart();
        boolean hasDay = day != null && day.getValue() != null && day.getValue().getRawComponents() != null;
        if (uid != null && uid.getValue() != null && hasDay) {
            byUid.put(uid.getValue(), event);
        }
    }

    /** All of them, by identifier. */
    Map<String, VEvent> all() {
        return byUid;
    }

    /** The number of an event: that of the previous run, or one more if its day or its state is another; 0 if it is new. */
    int sequence(VEvent event) {
        VEvent before = byUid.get(event.getUid().getValue());
        if (before == null) {
            return 0;
        }
        boolean isSame = value(before.getDateStart()).equals(value(event.getDateStart()))
                && value(before.getStatus()).equals(value(event.getStatus()));
        return numberOf(before) + (isSame ? 0 : 1);
    }

    private static int numberOf(VEvent event) {
        Sequence sequence = event.getSequence();
        return sequence == null || sequence.getValue() == null ? 0 : sequence.getValue();
    }

    private static String value(ICalProperty property) {
        return property instanceof ValuedProperty<?> valued ? Objects.toString(valued.getValue()) : "";
    }
}
