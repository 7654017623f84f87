package io.earnout.escrow.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.Attempts;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.release.Life.Kind;
import io.earnout.escrow.release.Life.Signing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/**
 * Lives of an agreement, worked out twice after every event: every order of a few events, and long random lives in which every kind of
 * event meets every other one while an instruction is open.
 */
@SuppressWarnings("EnumOrdinal") // bare tables, that share nothing with the main code
@Tag("thorough")
class SecondWayOfReleasesTest {

    private static final Kind[] KINDS = Kind.values();
    private static final int LIVES_PER_PAIR = Attempts.size("lives", 5, 15);
    private static final int SHOWN = Integer.getInteger("shown", 5);

    private interface Event {
        boolean happensIn(Life life);
    }

    /** Two years; what can be filed, signed, moved and suspended, in every order. */
    private static final List<Event> EVENTS = List.of(
            life -> life.file(1, 1, 200),
            life -> life.file(1, 1, 120),
            life -> life.file(1, 2, 280),
            life -> life.file(1, 2, 160),
            life -> life.signAll(1, Signing.COMPLETE, false),
            life -> life.signAll(1, Signing.ONE_SIGNATURE, true),
            life -> life.complete(1, 0),
            life -> life.withdraw(1, 0),
            life -> life.moveInstructed(1, Long.MAX_VALUE),
            life -> life.move(1, 1, 1, 70, -1),
            life -> life.move(1, 2, 1, 20, -1),
            life -> life.suspend(1, 1, 2, Suspension.Ground.BREACH),
            life -> life.agree(1, 1, 80, true),
            life -> life.reject(1, 1, true));

    @Test
    void everyOrderOfFourEventsComesOutTheSameBothWays() {
        assertEquals(9_710, follow(new Life(2, ""), 4));
    }

    @Test
    void soDoesEveryOrderOfThreeMoreOnceBothYearsAreReportedSignedAndMoved() {
        Life reported = after(after(new Life(2, ""), EVENTS.get(1)), EVENTS.get(2));
        Life signed = after(reported, EVENTS.get(4));
        Life moved = after(signed, EVENTS.get(8));
        assertEquals(4_053, follow(reported, 3) + follow(signed, 3) + follow(moved, 3));
    }

    /** Nothing if the event can't happen now. */
    private static Life after(Life before, Event event) {
        Life life = new Life(before);
        if (!event.happensIn(life)) {
            return before;
        }
        life.compare();
        return life;
    }

    private static int follow(Life before, int more) {
        int followed = 0;
        for (Event event : more == 0 ? List.<Event>of() : EVENTS) {
            Life life = after(before, event);
            followed += life == before ? 0 : 1 + follow(life, more - 1);
        }
        return followed;
    }

    @Test
    void longRandomLivesInWhichEveryKindMeetsEveryOtherComeOutTheSameBothWays() {
        int[][] met = new int[KINDS.length][KINDS.length];
        List<String> differences = new ArrayList<>();
        for (Kind first : KINDS) {
            for (Kind second : KINDS) {
                for (int number = 0; number < LIVES_PER_PAIR; number++) {
                    Life life = newLife(first, second, number);
                    try {
                        live(life, first, second, number);
                    } catch (AssertionFailedError difference) {
                        differences.add(difference.getMessage());
                    } catch (RuntimeException thrown) {
                        differences.add(thrown + " after " + life);
                    }
                    for (Kind one : KINDS) {
                        for (Kind other : KINDS) {
                            met[one.ordinal()][other.ordinal()] += life.haveMet(one, other) ? 1 : 0;
                        }
                    }
                }
            }
        }
        System.out.println(table(met));
        differences.sort(Comparator.comparingInt(String::length));
        assertEquals(
                "",
                String.join("\n", differences.subList(0, Math.min(SHOWN, differences.size()))),
                () -> differences.size() + " lives came out otherwise; the shortest");
        for (Kind one : KINDS) {
            for (Kind other : KINDS) {
                assertEquals(
                        0,
                        met[one.ordinal()][other.ordinal()] > 0 ? 0 : 1,
                        one + " is never followed by " + other + " while an instruction is open");
            }
        }
    }

    /** In how many lives the kind of the row was followed by the kind of the column while one instruction was open. */
    private static String table(int[][] met) {
        StringBuilder table = new StringBuilder(
                "lives in which the first was followed by the second while one instruction was open\n");
        table.append(String.format("%-13s", ""));
        for (Kind kind : KINDS) {
            table.append(String.format("%13s", kind));
        }
        for (Kind first : KINDS) {
            table.append(String.format("%n%-13s", first));
            for (Kind second : KINDS) {
                table.append(String.format("%13d", met[first.ordinal()][second.ordinal()]));
            }
        }
        return table.toString();
    }

    private static Life newLife(Kind first, Kind second, int number) {
        Life life = new Life(2 + number % 4, number % 2 == 0 ? "" : "2031-04-10");
        life.tell(first + ", " + second + ", life " + number + ", " + life.years + " years");
        return life;
    }

    private static void live(Life life, Kind first, Kind second, int number) {
        Random random = new Random((first.ordinal() * 10L + second.ordinal()) * 1_000_003 + number);
        opens(life, random);
        for (int event = 0; event < Life.length(); event++) {
            Kind wanted = event % 3 == 0 ? first : event % 3 == 1 ? second : KINDS[random.nextInt(KINDS.length)];
            if (!life.hasOpenInstruction() && event % 3 != 2) {
                wanted = random.nextInt(3) > 0 ? Kind.SIGNED : Kind.REPORT;
            }
            for (int tries = 0; tries < 8; tries++) {
                if (happens(life, wanted, random)) {
                    life.compare();
                    break;
                }
            }
            if (random.nextInt(6) == 0) {
                life.passes(random.nextInt(12));
                life.compare();
            }
        }
    }

    /** Some years are reported and signed, and something is moved. */
    private static void opens(Life life, Random random) {
        int reported = 1 + random.nextInt(life.years);
        for (int i = 0; i < reported; i++) {
            life.file(1, 1 + random.nextInt(life.years), revenue(random));
        }
        life.compare();
        life.signAll(1, Signing.COMPLETE, random.nextBoolean());
        life.compare();
        if (random.nextBoolean()) {
            life.moveInstructed(1, random.nextBoolean() ? Long.MAX_VALUE : 1 + random.nextInt(60));
            life.compare();
        }
    }

    private static long revenue(Random random) {
        return random.nextInt(4) == 0 ? NaiveReleases.TARGET : 4L * (1 + random.nextInt(100));
    }

    private static boolean happens(Life life, Kind kind, Random random) {
        int days = 1 + random.nextInt(random.nextInt(5) == 0 ? 8 : 2);
        int year = 1 + random.nextInt(life.years);
        int tranche = 1 + random.nextInt(life.years);
        int choice = random.nextInt(1_000);
        boolean byTranche = random.nextBoolean();
        long revenue = revenue(random);
        return switch (kind) {
            case REPORT -> !life.naive.isReported(year) && life.file(days, year, revenue);
            case RESTATEMENT, OVER_RELEASE ->
                life.naive.isReported(year)
                        && life.kindOfRestatement(year, revenue) == kind
                        && life.file(days, year, revenue);
            case SIGNED ->
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> life.signAll(days, Signing.COMPLETE, byTranche);
                    case 3, 4 -> life.complete(days, choice);
                    case 5 -> life.signEarlier(days, choice, Signing.COMPLETE, byTranche);
                    case 6 -> life.signAny(days, year, any(life, year, random), Signing.COMPLETE, true);
                    default -> life.signAny(days, year, any(life, year, random), Signing.COMPLETE, false);
                };
            case INCOMPLETE -> {
                Signing how = Signing.values()[1 + random.nextInt(4)];
                yield switch (random.nextInt(6)) {
                    case 0, 1, 2 -> life.signAll(days, how, byTranche);
                    case 3 -> life.signEarlier(days, choice, how, byTranche);
                    case 4 -> life.signAny(days, year, any(life, year, random), how, true);
                    default -> life.signAny(days, year, any(life, year, random), how, false);
                };
            }
            case WITHDRAWN -> life.withdraw(days, choice);
            case TRANSFER ->
                switch (random.nextInt(6)) {
                    case 0 -> life.moveInstructed(days, Long.MAX_VALUE);
                    case 1, 2 -> life.moveInstructed(days, 1 + random.nextInt(60));
                    case 3 -> life.moveNamed(days, choice, 1 + random.nextInt(120));
                    case 4 -> life.move(days, year, tranche, 1 + random.nextInt(60), choice);
                    default ->
                        life.move(days, year, tranche, 1 + random.nextInt(random.nextInt(20) == 0 ? 300 : 60), -1);
                };
            case SUSPENSION ->
                life.suspend(
                        days,
                        random.nextInt(life.years + 1),
                        1 + random.nextInt(8),
                        byTranche ? Suspension.Ground.DISPUTE : Suspension.Ground.BREACH);
            case ADJUSTMENT -> life.agree(days, year, random.nextInt(101), random.nextInt(3) > 0);
            case REJECTED ->
                switch (random.nextInt(3)) {
                    case 0 -> life.reject(days, year, true);
                    case 1 -> life.reject(days, year, false);
                    default -> life.contradict(days, year, revenue, byTranche);
                };
        };
    }

    /** What is to be instructed, or a share more or less, or anything. */
    private static long any(Life life, int year, Random random) {
        long drafted = NaiveReleases.sum(life.naive.toInstruct[year]);
        return random.nextInt(3) == 0 ? 1 + random.nextInt(120) : Math.max(1, drafted + random.nextInt(3) - 1);
    }
}
