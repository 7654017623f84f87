package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Among a thousand agreements whose every instruction was carried out, each transfer that was not is found, and no other. */
class InjectedFaultsTest {

    private static final int AGREEMENTS = 1_000;
    private static final int HIT_BY_EACH = 15;
    private static final LocalDate DRAFTED = LocalDate.of(2031, 1, 10);
    private static final LocalDate LAST_DAY = LocalDate.of(2031, 2, 20);

    @TempDir
    private Path folder = Path.of("");

    /** What goes wrong with one transfer, and what must be found then. */
    private enum Fault {
        MISSING("TRANSFER_OVERDUE", "TRANSFER_SHORT") {
            @Override
            List<Portfolio.Moved> inflictedOn(Portfolio.Moved moved) {
                return List.of();
            }
        },
        SAME_ROW_TWICE("REFERENCE_TWICE") {
            @Override
            List<Portfolio.Moved> inflictedOn(Portfolio.Moved moved) {
                return List.of(moved, moved);
            }
        },
        MOVED_TWICE("TRANSFERRED_TWICE") {
            @Override
            List<Portfolio.Moved> inflictedOn(Portfolio.Moved moved) {
                return List.of(moved, with(moved, moved.tranche(), moved.shares(), moved.reference() + "-B"));
            }
        },
        SPLIT_IN_TWO("TRANSFER_IN_PARTS") {
            @Override
            List<Portfolio.Moved> inflictedOn(Portfolio.Moved moved) {
                long first = moved.shares() / 3;
                return List.of(
                        with(moved, moved.tranche(), first, moved.reference()),
                        with(moved, moved.tranche(), moved.shares() - first, moved.reference() + "-B"));
            }
        },
        WRONG_TRANCHE("TRANSFER_OF_WRONG_TRANCHE") {
            @Override
            List<Portfolio.Moved> inflictedOn(Portfolio.Moved moved) {
                return List.of(with(moved, moved.year() + 1, moved.shares(), moved.reference()));
            }
        },
        ONE_SHARE_SHORT("TRANSFER_SHORT") {
            @Override
            List<Portfolio.Moved> inflictedOn(Portfolio.Moved moved) {
                return List.of(with(moved, moved.tranche(), moved.shares() - 1, moved.reference()));
            }
        },
        ONE_SHARE_TOO_MANY("TRANSFER_BEYOND_INSTRUCTION") {
            @Override
            List<Portfolio.Moved> inflictedOn(Portfolio.Moved moved) {
                return List.of(with(moved, moved.tranche(), moved.shares() + 1, moved.reference()));
            }
        };

        /** One of them must be found. */
        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
        private final Set<String> codes;

        Fault(String... codes) {
            this.codes = Set.of(codes);
        }

        abstract List<Portfolio.Moved> inflictedOn(Portfolio.Moved moved);

        /** A wrong tranche is one that the year's result can't release at all, and a third of a share is none. */
        boolean canHit(Portfolio.Moved moved) {
            return moved.year() < Portfolio.YEARS && moved.shares() >= 3;
        }

        static Portfolio.Moved with(Portfolio.Moved moved, int tranche, long shares, String reference) {
            return new Portfolio.Moved(moved.agreement(), moved.year(), tranche, shares, moved.on(), reference);
        }
    }

    @Test
    void everyInjectedFaultIsFoundWhereItIsAndNowhereElse() throws IOException {
        Portfolio portfolio = Portfolio.ofInvented(folder.resolve("input"), AGREEMENTS, 11);
        TestRun drafted = TestRun.of(portfolio.input(), folder.resolve("drafted"), DRAFTED);
        assertEquals(2, drafted.exit(), "nothing is signed on this day, and early years are late (SPA 8.2)");
        Map<String, Fault> hit = new TreeMap<>();
        Map<Fault, Integer> left = new EnumMap<>(Fault.class);
        List<Portfolio.Moved> transfers = new ArrayList<>();
        List<Map<String, String>> lines = Csv.rows(drafted.text("release-instructions.csv"));
        for (int year = 1; year <= Portfolio.YEARS; year++) {
            String number = Integer.toString(year);
            LocalDate ended = Portfolio.endOf(year);
            List<Map<String, String>> ofYear = lines.stream()
                    .filter(line -> Csv.cell(line, "assessment_year").equals(number))
                    .toList();
            portfolio.sign(ofYear, ended.plusDays(30));
            transfers.addAll(Portfolio.asDrafted(ofYear, ended.plusDays(35)));
        }

        portfolio.move(inject(transfers, hit, left));
        TestRun run = TestRun.of(portfolio.input(), folder.resolve("output"), LAST_DAY);

        assertEquals(2, run.exit());
        assertEquals(HIT_BY_EACH * Fault.values().length, hit.size());
        Map<String, Set<String>> found = new TreeMap<>();
        for (Map<String, String> exception : Csv.rows(run.text("exceptions.csv"))) {
            if (!Csv.cell(exception, "severity").equals("note")) {
                found.computeIfAbsent(Csv.cell(exception, "agreement_id"), id -> new TreeSet<>())
                        .add(Csv.cell(exception, "code"));
            }
        }
        assertEquals(hit.keySet(), found.keySet(), "each agreement that was hit, and no other");
        hit.forEach((agreement, fault) -> assertTrue(
                found.getOrDefault(agreement, Set.of()).stream().anyMatch(fault.codes::contains),
                () -> fault + " in " + agreement + " gives " + found.get(agreement)));
        for (Map<String, String> position : Csv.rows(run.text("positions.csv"))) {
            assertEquals("0", Csv.cell(position, "check"), position::toString);
        }
    }

    @Test
    void withoutAFaultNothingIsFound() throws IOException {
        Portfolio portfolio = Portfolio.ofInvented(folder.resolve("input"), 250, 13);
        TestRun drafted = TestRun.of(portfolio.input(), folder.resolve("drafted"), DRAFTED);
        List<Map<String, String>> lines = Csv.rows(drafted.text("release-instructions.csv"));
        portfolio.sign(lines, DRAFTED.plusDays(1));
        portfolio.move(Portfolio.asDrafted(lines, DRAFTED.plusDays(5)));

        TestRun run = TestRun.of(portfolio.input(), folder.resolve("output"), LAST_DAY);

        assertEquals(0, run.exit(), run.err());
        assertEquals(
                Set.of("note"),
                Csv.rows(run.text("exceptions.csv")).stream()
                        .map(exception -> Csv.cell(exception, "severity"))
                        .collect(Collectors.toSet()));
    }

    /** At most one fault in an agreement, in any of its transfers. */
    private static List<Portfolio.Moved> inject(
            List<Portfolio.Moved> transfers, Map<String, Fault> hit, Map<Fault, Integer> count) {
        Random random = new Random(17);
        List<Portfolio.Moved> moved = new ArrayList<>();
        for (Portfolio.Moved transfer : transfers) {
            Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
            boolean hits = random.nextInt(12) == 0
                    && !hit.containsKey(transfer.agreement())
                    && fault.canHit(transfer)
                    && count.merge(fault, 1, Integer::sum) <= HIT_BY_EACH;
            if (hits) {
                hit.put(transfer.agreement(), fault);
            }
            moved.addAll(hits ? fault.inflictedOn(transfer) : List.of(transfer));
        }
        return moved;
    }
}
