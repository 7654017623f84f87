package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deadlines.ics}, read by another library than the one that wrote it. */
final class DeadlineCalendarTest {

    private static final String UID = "DEAL-1-1-%s@earnout-escrow";

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void startsAnAgreement() throws IOException {
        input = folder.resolve("input");
        output = folder.resolve("output");
        CliRun.of("new", "DEAL-1", "--into", input.toString());
        replace("agreements.csv", "2025-12-02,", "2025-12-02,2025-12-20");
    }

    private void replace(String file, String text, String by) throws IOException {
        Files.writeString(
                input.resolve(file), Files.readString(input.resolve(file)).replace(text, by));
    }

    private void add(String file, String row) throws IOException {
        Files.writeString(input.resolve(file), Files.readString(input.resolve(file)) + row + "\n");
    }

    /** A run, and its events by their identifiers. */
    private Map<String, VEvent> run(String asOf) throws IOException {
        TestRun run = TestRun.of(input, output, LocalDate.parse(asOf));
        return events(run.published());
    }

    private static Map<String, VEvent> events(Path run) throws IOException {
        try (InputStream in = Files.newInputStream(run.resolve("deadlines.ics"))) {
            Calendar calendar = new CalendarBuilder().build(in);
            assertFalse(calendar.validate().hasErrors(), calendar.validate().toString());
            Map<String, VEvent> events = new TreeMap<>();
            calendar.<VEvent>getComponents("VEVENT").forEach(event -> events.put(text(event, Property.UID), event));
            return events;
        } catch (ParserException e) {
            throw new IOException(e);
        }
    }

    private static String text(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static String uid(String kind) {
        return UID.formatted(kind);
    }

    private static VEvent of(Map<String, VEvent> events, String uid) {
        VEvent event = events.get(uid);
        if (event == null) {
            throw new AssertionError(uid + " is none of " + events.keySet());
        }
        return event;
    }

    @Test
    void eachDeadlineOfTheFileIsOneEvent() throws IOException {
        Map<String, VEvent> events = run("2026-02-10");

        Set<String> days = new TreeSet<>();
        Csv.rows(Files.readString(output.resolve("latest/deadlines.csv")))
                .forEach(row -> days.add("DEAL-1-"
                        + (Csv.cell(row, "assessment_year").isEmpty() ? "0" : Csv.cell(row, "assessment_year")) + "-"
                        + Csv.cell(row, "deadline") + "@earnout-escrow "
                        + Csv.cell(row, "due_on").replace("-", "")));
        Set<String> ofEvents = new TreeSet<>();
        events.forEach((uid, event) -> ofEvents.add(uid + " " + text(event, Property.DTSTART)));
        assertEquals(days, ofEvents);
        assertTrue(days.size() > 10, days.toString());
    }

    @Test
    void theAlarmRingsOnTheDayOfTheCourier() throws IOException {
        VEvent documents = of(run("2026-02-10"), uid("report-and-instruction"));

        assertEquals("20270115", text(documents, Property.DTSTART));
        assertEquals(
                "-P2DT15H",
                documents
                        .getAlarms()
                        .get(0)
                        .getRequiredProperty(Property.TRIGGER)
                        .getValue(),
                "nine o'clock on 2027-01-12, three days before");
        assertTrue(text(documents, Property.DESCRIPTION).contains("to the courier by 2027-01-12"));
        assertEquals("20260210T000000Z", text(documents, Property.DTSTAMP), "the as-of date, not the clock");
    }

    /** One that has passed would ring on no day any more. */
    @Test
    void afterTheDayOfTheCourierTheAlarmRingsAtOnce() throws IOException {
        VEvent documents = of(run("2027-01-14"), uid("report-and-instruction"));

        assertEquals(
                "-PT15H",
                documents
                        .getAlarms()
                        .get(0)
                        .getRequiredProperty(Property.TRIGGER)
                        .getValue());
        assertTrue(text(documents, Property.DESCRIPTION).contains("the courier was 2027-01-12"));
    }

    @Test
    void theNumberRisesWhenAHolidayMovesADay() throws IOException {
        Map<String, VEvent> before = run("2026-02-10");
        add("holidays.csv", "CN,2027-01-29,holiday,moved");

        Map<String, VEvent> after = run("2026-02-11");

        assertEquals("20270129", text(of(before, uid("release")), Property.DTSTART));
        assertEquals("20270201", text(of(after, uid("release")), Property.DTSTART));
        assertEquals("0", text(of(before, uid("release")), Property.SEQUENCE));
        assertEquals("1", text(of(after, uid("release")), Property.SEQUENCE));
        String other = "DEAL-1-2-release@earnout-escrow";
        assertEquals("0", text(of(after, other), Property.SEQUENCE), "its day is the same");
        assertEquals("1", text(of(run("2026-02-12"), uid("release")), Property.SEQUENCE), "it did not move again");
    }

    /** A program shows nothing of the past: what is missed is an event of today. */
    @Test
    void whatIsMissedIsShownToday() throws IOException {
        run("2027-01-20");

        VEvent release = of(run("2027-03-01"), uid("release"));

        assertEquals("20270301", text(release, Property.DTSTART));
        assertTrue(text(release, Property.SUMMARY).startsWith("MISSED: DEAL-1 year 1: release"));
        assertTrue(text(release, Property.DESCRIPTION).startsWith("Was due on 2027-01-29"));
        assertEquals("2", text(of(run("2027-03-02"), uid("release")), Property.SEQUENCE));
    }

    @Test
    void whatIsNoLongerDueIsCancelledAndItsNumberIsRemembered() throws IOException {
        run("2026-02-10");
        String expiration = "DEAL-1-0-expiration@earnout-escrow";
        replace("agreements.csv", "2025-12-20,,", "2025-12-20,2031-06-30,certificate");
        assertEquals("0", text(of(run("2026-02-11"), expiration), Property.SEQUENCE));
        replace("agreements.csv", "2031-06-30,certificate", ",");

        VEvent cancelled = of(run("2026-02-12"), expiration);

        assertEquals("CANCELLED", text(cancelled, Property.STATUS));
        assertEquals("1", text(cancelled, Property.SEQUENCE));
        assertTrue(cancelled.getAlarms().isEmpty());
        assertEquals("1", text(of(run("2026-02-13"), expiration), Property.SEQUENCE));
        replace("agreements.csv", "2025-12-20,,", "2025-12-20,2031-06-30,certificate");
        VEvent again = of(run("2026-02-14"), expiration);
        assertEquals("CONFIRMED", text(again, Property.STATUS));
        assertEquals("2", text(again, Property.SEQUENCE));
    }

    @Test
    void noFigureIsInIt() throws IOException {
        run("2027-03-01");

        String calendar = Files.readString(output.resolve("latest/deadlines.ics"));

        assertFalse(
                calendar.matches("(?s).*(3,?000,?000|665,?000,?000).*"), "no shares, no amount: others see calendars");
        assertFalse(calendar.contains("Kaixin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Sao_Paulo", "Asia/Tehran", "Pacific/Apia", "Pacific/Kiritimati"})
    void theBytesAreTheSameInEveryTimeZone(String zone) throws IOException {
        Path here = TestRun.of(input, output, LocalDate.of(2026, 2, 10)).published();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            TestRun.of(input, output, LocalDate.of(2026, 2, 11));
            Path there = TestRun.of(input, folder.resolve(zone.replace('/', '-')), LocalDate.of(2026, 2, 10))
                    .published();
            assertEquals(-1, Files.mismatch(here.resolve("deadlines.ics"), there.resolve("deadlines.ics")));
        } finally {
            TimeZone.setDefault(before);
        }
        assertEquals("0", text(of(events(output.resolve("latest")), uid("release")), Property.SEQUENCE));
    }

    /** It depends on the previous run, as changes.csv does, and is proven in the same way. */
    @Test
    void itIsProvenWithTheRunAndComputedAgain() throws IOException {
        run("2026-02-10");
        add("holidays.csv", "CN,2027-01-29,holiday,moved");
        run("2026-02-11");

        String[] verify = {"verify", "--output", output.toString()};
        assertTrue(Files.readString(output.resolve("latest/manifest.json")).contains("\"file\":\"deadlines.ics\""));
        assertEquals(0, CliRun.of(verify).exit());
        Path calendar = output.resolve("latest/deadlines.ics");
        Files.writeString(calendar, Files.readString(calendar).replace("SEQUENCE:1", "SEQUENCE:9"));
        CliRun changed = CliRun.of(verify);
        assertEquals(65, changed.exit());
        assertTrue(changed.err().contains("deadlines.ics was changed"), changed.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no calendar", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nSEQUENCE:many\nDTSTART:never\n"})
    void aCalendarThatWasDamagedSinceDoesNotStopTheNextRun(String damaged) throws IOException {
        run("2026-02-10");
        Files.writeString(output.resolve("latest/deadlines.ics"), damaged);

        assertEquals("0", text(of(run("2026-02-11"), uid("release")), Property.SEQUENCE));
    }

    @Test
    void aRunOfAVersionWithoutACalendarIsContinued() throws IOException {
        run("2026-02-10");
        Files.delete(output.resolve("latest/deadlines.ics"));

        assertEquals("0", text(of(run("2026-02-11"), uid("release")), Property.SEQUENCE));
    }

    /** A calendar of a million agreements would be one that no program opens. */
    @Test
    void aLargePortfolioHasTheMostPressingAndTheNextOfAll() throws IOException {
        Path portfolio = folder.resolve("portfolio");
        Portfolio.ofInvented(portfolio, 230, 7);
        TestRun first = TestRun.of(portfolio, output, LocalDate.of(2026, 2, 10));
        int deadlines = Csv.rows(first.text("deadlines.csv")).size();

        Map<String, VEvent> events = events(first.published());

        assertTrue(deadlines > 1000, deadlines + " deadlines");
        assertTrue(!events.isEmpty() && events.size() <= 25 * 12, events.size() + " events");
        Map<String, VEvent> later =
                events(TestRun.of(portfolio, output, LocalDate.of(2027, 2, 10)).published());
        assertTrue(!later.isEmpty() && later.size() <= 25 * 12, later.size() + " events");
    }

    @Test
    void idsThatBeginAlikeAreToldApart() throws IOException {
        replace("agreements.csv", "DEAL-1,", "DEAL,");
        replace("assessment-years.csv", "DEAL-1,", "DEAL,");
        replace("parties.csv", "DEAL-1,", "DEAL,");
        for (String file : List.of("agreements.csv", "assessment-years.csv")) {
            String text = Files.readString(input.resolve(file));
            Files.writeString(
                    input.resolve(file),
                    text
                            + text.lines()
                                    .skip(1)
                                    .map(line -> line.replaceFirst("DEAL", "DEAL-1") + "\n")
                                    .reduce("", String::concat));
        }

        Map<String, VEvent> events = run("2026-02-10");

        assertTrue(events.containsKey("DEAL-1-release@earnout-escrow"), "year 1 of DEAL");
        assertTrue(events.containsKey("DEAL-1-1-release@earnout-escrow"), "year 1 of DEAL-1");
        assertEquals(events.keySet(), run("2026-02-11").keySet());
    }
}
