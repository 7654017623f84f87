package io.earnout.escrow.determination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.Attempts;
import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.InputFiles;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.ShareChange.Rounding;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Kaixin;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whole lives of the agreement with share changes, up and down, of any ratio: the quantities are worked out a second time, in plain
 * quotients and with a book of its own for the agent's account.
 */
class ShareChangeLivesTest {

    private static final int LIVES = Attempts.size("share-change-lives", 500, 20_000);
    private static final LocalDate DEPOSITED = LocalDate.of(2025, 12, 23);
    private static final LocalDate EXPIRES = LocalDate.of(2031, 6, 30);
    private static final BigInteger ALL = BigInteger.valueOf(15_000_000);

    /** A quotient in lowest terms. */
    private record Ratio(BigInteger above, BigInteger below) {

        static final Ratio ONE = new Ratio(BigInteger.ONE, BigInteger.ONE);
        static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);

        static Ratio of(long above, long below) {
            return new Ratio(BigInteger.valueOf(above), BigInteger.valueOf(below));
        }

        Ratio {
            BigInteger common = above.gcd(below);
            above = above.divide(common);
            below = below.divide(common);
        }

        Ratio times(Ratio other) {
            return new Ratio(above.multiply(other.above), below.multiply(other.below));
        }

        Ratio by(Ratio other) {
            return new Ratio(above.multiply(other.below), below.multiply(other.above));
        }

        Ratio plus(Ratio other) {
            return new Ratio(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }

        Ratio minus(Ratio other) {
            return plus(new Ratio(other.above.negate(), other.below));
        }

        long floor() {
            return above.divide(below).longValueExact();
        }

        boolean isWhole() {
            return below.equals(BigInteger.ONE);
        }

        @Override
        public String toString() {
            return above + (isWhole() ? "" : "/" + below);
        }
    }

    private record Change(LocalDate day, long oldShares, long newShares, Rounding rounding) {}

    /** The book that is kept beside the program. */
    private static final class Book {

        private final List<Change> changes;
        private final Map<String, Ratio> confirmed = new TreeMap<>();
        private long balance = 15_000_000;
        private LocalDate day = DEPOSITED;

        Book(List<Change> changes) {
            this.changes = changes;
        }

        Ratio factor(LocalDate on) {
            Ratio factor = Ratio.ONE;
            for (Change change : changes) {
                factor = change.day().isAfter(on)
                        ? factor
                        : factor.times(Ratio.of(change.newShares(), change.oldShares()));
            }
            return factor;
        }

        void advance(LocalDate to) {
            for (Change change : changes) {
                if (change.day().isAfter(day) && !change.day().isAfter(to)) {
                    Ratio exact = Ratio.of(balance, 1).times(Ratio.of(change.newShares(), change.oldShares()));
                    boolean up = change.rounding() == Rounding.UP && !exact.isWhole();
                    balance = exact.floor() + (up ? 1 : 0);
                }
            }
            day = to;
        }
    }

    @Test
    void everyLifeInstructsWhatAPlainBookGives() {
        int withFractions = 0;
        int short_ = 0;
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            List<Change> changes = changes(random);
            EscrowFixture fixture = EscrowFixture.of().expires(EXPIRES.toString());
            changes.forEach(change -> fixture.shareChange(
                    change.day().toString(), change.oldShares(), change.newShares(), change.rounding()));
            Book book = new Book(changes);
            String at = "seed " + seed + " " + changes;
            for (int year = 1; year <= 5; year++) {
                LocalDate ends = Kaixin.START.plusYears(year);
                long target = List.of(665L, 732L, 805L, 885L, 974L).get(year - 1) * 1_000_000;
                long revenue = random.nextInt(5) == 0
                        ? target
                        : target / 100 * (70 + random.nextInt(80)) + random.nextInt(1_000_000);
                fixture.reports(InputFiles.report(year, Long.toString(revenue))
                        .dated(ends.plusDays(40).toString())
                        .received(ends.plusDays(40).toString()));
                LocalDate run = ends.plusDays(50);
                Determination determination = fixture.on(run);
                short_ += assertBook(book, determination, run, at + " as of " + run);
                withFractions += determination.instructions().stream()
                                .anyMatch(line -> !line.confirmed().isWhole())
                        ? 1
                        : 0;
                LocalDate moved = run.plusDays(2);
                boolean overtaken = changes.stream()
                        .anyMatch(change ->
                                change.day().isAfter(run) && !change.day().isAfter(moved));
                if (random.nextInt(6) > 0 && !overtaken) {
                    fixture.carryOut(determination, moved.toString());
                    book.advance(moved);
                    for (ReleaseInstruction line : determination.instructions()) {
                        book.confirmed.merge(
                                name(line), Ratio.of(line.quantity().count(), 1).by(book.factor(moved)), Ratio::plus);
                        book.balance -= line.quantity().count();
                    }
                    assertBook(book, fixture.on(moved), moved, at + " after the transfers of " + moved);
                }
                LocalDate later = run.plusDays(60 + random.nextInt(200));
                assertBook(book, fixture.on(later), later, at + " as of " + later);
            }
            end(fixture, book, at);
        }
        assertTrue(withFractions > LIVES / 10, "parts of a signed share are met: " + withFractions);
        assertTrue(LIVES < 1_000 || short_ > 0, "an account that a rounding left short is met");
    }

    private static List<Change> changes(Random random) {
        List<Change> changes = new ArrayList<>();
        LocalDate day = DEPOSITED;
        Ratio factor = Ratio.ONE;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            day = day.plusDays(1 + random.nextInt(700));
            long one = 1L + random.nextInt(random.nextBoolean() ? 12 : 60);
            long other = random.nextInt(3) == 0 ? 1L + random.nextInt(12) : 1L;
            boolean up = random.nextInt(3) == 0;
            if (one == other) {
                one++;
            }
            Ratio after = factor.times(up ? Ratio.of(one, other) : Ratio.of(other, one));
            if (after.times(new Ratio(ALL, BigInteger.ONE)).floor() < 100_000) {
                continue; // not so few shares that nothing moves
            }
            factor = after;
            changes.add(new Change(
                    day, up ? other : one, up ? one : other, random.nextInt(3) == 0 ? Rounding.DOWN : Rounding.UP));
        }
        return changes;
    }

    private static String name(ReleaseInstruction line) {
        return line.assessmentYear() + " " + line.tranche().number();
    }

    /** How many lines have fewer shares to instruct than are due, because the account is short. */
    private static int assertBook(Book book, Determination determination, LocalDate on, String at) {
        if (EscrowFixture.codes(determination).contains(FindingCode.SHARE_CHANGE_LEAVES_NOTHING)) {
            return 0; // of what a rounding left before
        }
        book.advance(on);
        Ratio factor = book.factor(on);
        boolean changed = !book.changes.isEmpty();
        long instructed = 0;
        long due = 0;
        for (ReleaseInstruction line : determination.instructions()) {
            Ratio open =
                    Ratio.of(line.entitled().count(), 1).minus(book.confirmed.getOrDefault(name(line), Ratio.ZERO));
            String of = at + ", line " + name(line);
            assertEquals(
                    book.confirmed.getOrDefault(name(line), Ratio.ZERO).toString(),
                    line.confirmed().exact().toString(),
                    of);
            due += open.times(factor).floor();
            instructed += line.quantity().count();
            if (changed) {
                assertEquals(
                        factor.toString(),
                        line.ofTheDay().orElseThrow().factor().toString(),
                        of);
            }
            if (line.held().isNone()) {
                assertEquals(open.times(factor).floor(), line.quantity().count(), of);
                assertEquals(open.toString(), line.toInstruct().exact().toString(), of);
            } else {
                assertEquals(List.of(FindingCode.AGENT_BALANCE_SHORT), line.reasons(), of);
            }
        }
        assertEquals(Math.min(due, book.balance), instructed, at + ": all that is due and that the agent has");
        Position position = determination.position();
        assertEquals(0, position.check(), at);
        ExactShares inEscrow = position.releasable()
                .plus(position.held())
                .plus(position.deducted())
                .plus(position.unassessed());
        position.inAccount().ifPresent(account -> {
            assertEquals(book.balance, account.balance().count(), at);
            // both units: what the agent has is what is in escrow, and what the roundings added or took
            Ratio exact = Ratio.ONE.times(ratio(inEscrow)).times(factor);
            assertEquals(Ratio.of(book.balance, 1).minus(exact).toString(), account.rounding(), at);
        });
        List<FindingCode> errors = new ArrayList<>(EscrowFixture.codes(determination, Severity.ERROR));
        errors.removeAll(List.of(FindingCode.RELEASE_LATE, FindingCode.AGENT_BALANCE_SHORT));
        assertEquals(List.of(), errors, at);
        return instructed < due ? 1 : 0;
    }

    private static Ratio ratio(ExactShares shares) {
        String[] parts = shares.exact().toString().split("/", -1);
        return new Ratio(new BigInteger(parts[0]), parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]));
    }

    /** All is transferred, the agreement expires, and what is left goes back: nothing stays with the agent. */
    private static void end(EscrowFixture fixture, Book book, String at) {
        LocalDate day = EXPIRES.plusDays(1);
        Determination determination = fixture.on(day);
        if (EscrowFixture.codes(determination).contains(FindingCode.SHARE_CHANGE_LEAVES_NOTHING)) {
            return;
        }
        fixture.carryOut(determination, day.toString());
        book.advance(day);
        for (ReleaseInstruction line : determination.instructions()) {
            book.confirmed.merge(
                    name(line), Ratio.of(line.quantity().count(), 1).by(book.factor(day)), Ratio::plus);
            book.balance -= line.quantity().count();
        }
        LocalDate after = day.plusDays(1);
        Determination last = fixture.on(after);
        boolean isShort =
                last.instructions().stream().anyMatch(line -> !line.held().isNone());
        if (isShort || last.position().inAccount().isEmpty()) {
            return; // what the rounding took is to be decided by the parties
        }
        long back = 0;
        for (CancellationNotice notice : last.cancellations()) {
            long quantity = notice.returnQuantity().orElseThrow().count();
            assertEquals(CancellationNotice.Status.FINAL, notice.status(), at);
            back += quantity;
            if (quantity > 0) {
                fixture.returned(notice.tranche().number(), quantity, after.toString());
            }
        }
        assertEquals(book.balance, back, at + ": all that is left in the account goes back");
        Determination over = fixture.on(after.plusDays(1));
        assertEquals(0, over.position().inAccount().orElseThrow().balance().count(), at);
        ExactShares out = over.position().released().plus(over.position().returned());
        if (back > 0) {
            assertEquals(ALL.toString(), out.exact().toString(), at);
        } else {
            Ratio rest = new Ratio(ALL, BigInteger.ONE).minus(ratio(out)).times(book.factor(after));
            assertTrue(rest.floor() < 15, at + ": a fraction of a share for each line at most");
        }
        over.cancellations()
                .forEach(notice -> assertEquals(
                        notice.toCancel().isNone() ? notice.status() : CancellationNotice.Status.RETURNED,
                        notice.status(),
                        at));
        List<FindingCode> errors = new ArrayList<>(EscrowFixture.codes(over, Severity.ERROR));
        errors.remove(FindingCode.RELEASE_LATE);
        assertEquals(List.of(), errors, at);
    }
}
