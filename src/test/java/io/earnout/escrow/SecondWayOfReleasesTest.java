package io.earnout.escrow;

import static io.earnout.escrow.Filed.report;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Sequences of reports, restatements, papers, transfers and suspensions, worked out twice after every event. */
class SecondWayOfReleasesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2031, 3, 1);
    private static final int RANDOM_SEQUENCES = 1_500;

    /** Everything on record after some events, for both computations. */
    private static final class Sequence {

        private final int years;
        private final Docket docket;
        private final NaiveReleases naive;
        private final List<String> told = new ArrayList<>();
        private final int[] reports;
        private Optional<LocalDate> liftedOn = Optional.empty();
        private LocalDate day = FIRST_DAY;
        private Determination determination;

        Sequence(int years) {
            this.years = years;
            List<AssessmentYear> terms = new ArrayList<>();
            for (int number = 1; number <= years; number++) {
                terms.add(Kaixin.year(
                        number, Kaixin.rmb(Long.toString(NaiveReleases.TARGET)), new Shares(NaiveReleases.TRANCHE)));
            }
            docket = Docket.of(terms);
            naive = new NaiveReleases(years);
            reports = new int[years + 1];
            determination = docket.on(day);
        }

        Sequence(Sequence before) {
            years = before.years;
            docket = before.docket.copy();
            naive = before.naive.copy();
            told.addAll(before.told);
            reports = before.reports.clone();
            liftedOn = before.liftedOn;
            day = before.day;
            determination = before.determination;
        }

        /** Whatever happens next happens on a day of its own. */
        private String next(String what) {
            day = day.plusDays(1);
            told.add(what);
            return day.toString();
        }

        void file(int year, long revenue) {
            String on = next("report on year " + year + ": " + revenue);
            reports[year]++;
            String id = "R" + year + "-" + reports[year];
            Filed.Row row = report(year, Long.toString(revenue))
                    .id(id)
                    .dated(on)
                    .received(on)
                    .line(told.size());
            docket.reports(reports[year] == 1 ? row : row.supersedes("R" + year + "-" + (reports[year] - 1)));
            naive.report(year, revenue, id);
        }

        /** Signs what is to be instructed, as drafted; one signature is missing if it isn't complete. */
        void signAll(boolean complete) {
            String on = next((complete ? "papers" : "papers with one signature") + " as drafted");
            for (int year = 1; year <= years; year++) {
                long shares = sum(year, ReleaseInstruction::toInstruct);
                if (shares > 0) {
                    sign(year, shares, complete, on);
                }
            }
        }

        /** Signs any quantity under the number of the draft, if the year has one. */
        void signAny(int year, long shares, boolean complete) {
            String on = next("paper on year " + year + ": " + shares + (complete ? "" : ", one signature"));
            if (number(year).isPresent()) {
                sign(year, shares, complete, on);
            }
        }

        private void sign(int year, long shares, boolean complete, String on) {
            docket.paper(year, number(year).orElseThrow(), shares, on, complete ? on : "", on);
            naive.sign(year, shares, complete);
        }

        /** Signs under a number that no determination ever had. */
        void signUnknown(int year, long shares) {
            String on = next("paper on year " + year + " of an unknown number: " + shares);
            if (reports[year] > 0) {
                docket.paper(year, "TOY-AY" + year + "-00000000", shares, on);
                naive.signUnknownNumber(year, shares);
            }
        }

        private Optional<String> number(int year) {
            return determination.instructions().stream()
                    .filter(line -> line.assessmentYear() == year)
                    .map(ReleaseInstruction::instructionId)
                    .findFirst();
        }

        /** Moves what is instructed, line by line; a part of it if it is cut. */
        void moveAll(long cutTo) {
            String on = next("transfers as instructed" + (cutTo < Long.MAX_VALUE ? ", at most " + cutTo : ""));
            for (ReleaseInstruction line : determination.instructions()) {
                long shares = Math.min(cutTo, line.instructed().count());
                if (shares > 0) {
                    docket.release(line.assessmentYear(), line.tranche().number(), shares, on);
                    naive.move(line.assessmentYear(), line.tranche().number(), shares);
                }
            }
        }

        void move(int year, int tranche, long shares) {
            String on = next("transfer for year " + year + " of tranche " + tranche + ": " + shares);
            docket.release(year, tranche, shares, on);
            naive.move(year, tranche, shares);
        }

        /** One suspension at a time. */
        void suspend(int year, int days) {
            String on = next("suspension of year " + year + " for " + days + " days");
            if (naive.suspended < 0) {
                liftedOn = Optional.of(day.plusDays(days));
                naive.suspended = year;
                docket.suspended(
                        year,
                        Suspension.Ground.BREACH,
                        on,
                        Optional.empty(),
                        day.plusDays(days).toString(),
                        Optional.of(Suspension.LiftedBy.WITHDRAWAL));
            }
        }

        private long sum(int year, Function<ReleaseInstruction, Shares> figure) {
            return determination.instructions().stream()
                    .filter(line -> line.assessmentYear() == year)
                    .mapToLong(line -> figure.apply(line).count())
                    .sum();
        }

        void compare() {
            if (liftedOn.filter(lifted -> !lifted.isAfter(day)).isPresent()) {
                naive.suspended = -1;
                liftedOn = Optional.empty();
            }
            determination = docket.on(day);
            naive.compute();
            for (int tranche = 1; tranche <= years; tranche++) {
                YearStatement statement = determination.years().get(tranche - 1);
                long entitled = 0;
                for (long[] year : naive.entitled) {
                    entitled += year[tranche];
                }
                assertEquals(entitled, statement.entitled().count(), this::toString);
                assertEquals(naive.released[tranche], statement.released().count(), this::toString);
                assertEquals(
                        naive.overReleased[tranche], statement.overReleased().count(), this::toString);
            }
            for (int year = 1; year <= years; year++) {
                String of = "year " + year;
                assertEquals(
                        NaiveReleases.sum(naive.instructed[year]),
                        sum(year, ReleaseInstruction::instructed),
                        () -> of + " instructed: " + this);
                assertEquals(
                        NaiveReleases.sum(naive.toInstruct[year]),
                        sum(year, ReleaseInstruction::toInstruct),
                        () -> of + " to instruct: " + this);
                for (int tranche = 1; tranche <= year; tranche++) {
                    compareLine(year, tranche);
                }
            }
            assertEquals(0, determination.position().check());
        }

        private void compareLine(int year, int tranche) {
            String naively = naive.entitled[year][tranche] + ", " + naive.confirmed[year][tranche] + ", "
                    + naive.held[year][tranche]
                    + (naive.inPart[year]
                            ? ""
                            : ", " + naive.instructed[year][tranche] + ", " + naive.toInstruct[year][tranche]);
            String got = determination.instructions().stream()
                    .filter(line ->
                            line.assessmentYear() == year && line.tranche().number() == tranche)
                    .findFirst()
                    .map(line -> line.entitled().count() + ", "
                            + line.confirmed().count() + ", " + line.held().count()
                            + (naive.inPart[year]
                                    ? ""
                                    : ", " + line.instructed().count() + ", "
                                            + line.toInstruct().count()))
                    .orElse(naive.inPart[year] ? "0, 0, 0" : "0, 0, 0, 0, 0");
            assertEquals(
                    naively,
                    got,
                    () -> "year " + year + ", tranche " + tranche
                            + ": entitled, confirmed, held, instructed, to instruct after " + this);
        }

        @Override
        public String toString() {
            return String.join("; ", told);
        }
    }

    private interface Event {
        void happensIn(Sequence sequence);
    }

    /** Two years; what can be filed, signed, moved and suspended, in every order. */
    private static final List<Event> EVENTS = List.of(
            sequence -> sequence.file(1, 200),
            sequence -> sequence.file(1, 120),
            sequence -> sequence.file(2, 280),
            sequence -> sequence.file(2, 160),
            sequence -> sequence.signAll(true),
            sequence -> sequence.signAll(false),
            sequence -> sequence.moveAll(Long.MAX_VALUE),
            sequence -> sequence.move(1, 1, 70),
            sequence -> sequence.move(2, 1, 20),
            sequence -> sequence.suspend(1, 2));

    @Test
    void everySequenceOfFourEventsComesOutTheSameBothWays() {
        assertEquals(11_110, follow(new Sequence(2), 4));
    }

    @Test
    void soDoesEverySequenceOfThreeMoreOnceBothYearsAreReportedSignedAndMoved() {
        Sequence reported = after(after(new Sequence(2), EVENTS.get(1)), EVENTS.get(2));
        Sequence signed = after(reported, EVENTS.get(4));
        Sequence moved = after(signed, EVENTS.get(6));
        assertEquals(3 * 1_110, follow(reported, 3) + follow(signed, 3) + follow(moved, 3));
    }

    private static Sequence after(Sequence before, Event event) {
        Sequence sequence = new Sequence(before);
        event.happensIn(sequence);
        sequence.compare();
        return sequence;
    }

    private static int follow(Sequence before, int more) {
        int followed = 0;
        for (Event event : more == 0 ? List.<Event>of() : EVENTS) {
            followed += 1 + follow(after(before, event), more - 1);
        }
        return followed;
    }

    @Test
    void longRandomSequencesComeOutTheSameBothWays() {
        for (int seed = 0; seed < RANDOM_SEQUENCES; seed++) {
            Random random = new Random(seed);
            int years = 1 + random.nextInt(5);
            Sequence sequence = new Sequence(years);
            sequence.told.add("seed " + seed);
            int events = 3 + random.nextInt(10);
            for (int event = 0; event < events; event++) {
                happens(sequence, random);
                sequence.compare();
            }
        }
    }

    private static void happens(Sequence sequence, Random random) {
        int year = 1 + random.nextInt(sequence.years);
        int tranche = 1 + random.nextInt(sequence.years);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> sequence.file(year, 4L * (1 + random.nextInt(100)));
            case 4 -> sequence.file(year, NaiveReleases.TARGET);
            case 5, 6, 7 -> sequence.signAll(true);
            case 8 -> sequence.signAll(false);
            case 9 -> sequence.signAny(year, any(sequence, year, random), random.nextInt(4) > 0);
            case 10 -> sequence.signUnknown(year, any(sequence, year, random));
            case 11, 12 -> sequence.moveAll(Long.MAX_VALUE);
            case 13 -> sequence.moveAll(1 + random.nextInt(60));
            case 14 -> sequence.move(year, tranche, 1 + random.nextInt(random.nextInt(20) == 0 ? 300 : 60));
            default -> sequence.suspend(random.nextInt(sequence.years + 1), 1 + random.nextInt(4));
        }
    }

    /** What is to be instructed, or a share more or less, or anything. */
    private static long any(Sequence sequence, int year, Random random) {
        long drafted = sequence.sum(year, ReleaseInstruction::toInstruct);
        return random.nextInt(3) == 0 ? 1 + random.nextInt(120) : Math.max(1, drafted + random.nextInt(3) - 1);
    }
}
