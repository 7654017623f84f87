package io.earnout.escrow.determination;

import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.InputFiles;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.CountedTransfer;
import io.earnout.escrow.release.EscrowLedger;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.escrow.release.TransferReview;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Account;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Kaixin;
import io.earnout.terms.ReadingsTest;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever is filed, restated, agreed, moved and returned, however absurd: every share is in one place after every movement,
 * and carrying out what is drafted leaves nothing to instruct and enlarges no over-release.
 */
class ConservationTest {

    private static final int SEQUENCES = 1_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2031, 3, 1);

    @Test
    void everyShareIsInOnePlaceAfterEveryMovement() {
        int movedOut = 0;
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            String at = "seed " + seed;
            EscrowFixture fixture = fixture(random, true);
            LocalDate day = FIRST_DAY.plusDays(40);
            Determination determination = fixture.on(day);
            movedOut += follow(fixture.asKnownOn(day), determination, at);
        }
        assertTrue(movedOut > SEQUENCES, "most sequences move shares out of escrow");
    }

    /** Takes the transfers one by one; how many lead out of escrow. */
    private static int follow(EscrowFile file, Determination determination, String at) {
        List<CountedTransfer> counted =
                TransferReview.of(file, determination.asOf()).counted();
        long deposited = file.agreement().considerationShares().count();
        for (int transfers = 0; transfers <= counted.size(); transfers++) {
            EscrowLedger ledger = EscrowLedger.of(
                    determination.settlement(), counted.subList(0, transfers), Set.of(), ShareChanges.NONE);
            long sum = 0;
            for (Account account : Account.values()) {
                assertTrue(ledger.balance(account) >= 0, () -> at + ": " + account);
                sum += ledger.balance(account);
            }
            assertEquals(deposited, sum, at + " after " + transfers + " transfers");
        }
        Position position = determination.position();
        assertEquals(0, position.check(), at);
        assertEquals(moved(counted, Transfer.Kind.RELEASE), position.released().wholeCount(), at);
        assertEquals(moved(counted, Transfer.Kind.RETURN), position.returned().wholeCount(), at);
        for (ReleaseInstruction line : determination.instructions()) {
            long parts = line.confirmed().wholeCount()
                    + line.instructed().wholeCount()
                    + line.held().wholeCount()
                    + line.toInstruct().wholeCount();
            assertTrue(parts <= line.entitled().count(), () -> at + ": more than entitled in " + line);
        }
        return counted.size();
    }

    private static long moved(List<CountedTransfer> counted, Transfer.Kind kind) {
        return counted.stream()
                .filter(transfer -> transfer.row().kind() == kind)
                .mapToLong(CountedTransfer::units)
                .sum();
    }

    @Test
    void whatIsCarriedOutAsDraftedLeavesNothingToInstructAndEnlargesNoOverRelease() {
        int instructed = 0;
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            String at = "seed " + seed;
            EscrowFixture fixture = fixture(random, true);
            LocalDate day = FIRST_DAY.plusDays(40);
            Determination before = fixture.on(day);
            fixture.carryOut(before, day.plusDays(1).toString());

            Determination after = fixture.on(day.plusDays(1));

            assertEquals(0, EscrowFixture.toInstruct(after), at);
            assertEquals(overReleased(before), overReleased(after), at);
            assertEquals(
                    before.position().released().wholeCount()
                            + before.position().releasable().wholeCount(),
                    after.position().released().wholeCount(),
                    at);
            instructed += EscrowFixture.toInstruct(before) > 0 ? 1 : 0;
        }
        assertTrue(instructed > SEQUENCES / 10, "many sequences leave something to instruct: " + instructed);
    }

    @Test
    void whatIsSignedAsDraftedIsNeverDraftedAgain() {
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            EscrowFixture fixture = fixture(random, false);
            LocalDate day = FIRST_DAY.plusDays(40);
            Determination drafted = fixture.on(day);
            for (int year = 1; year <= drafted.years().size(); year++) {
                sign(fixture, drafted, year, day.plusDays(1));
            }

            Determination signed = fixture.on(day.plusDays(1));
            Determination again = fixture.on(day.plusDays(5));

            String at = "seed " + seed;
            assertEquals(0, EscrowFixture.toInstruct(signed), at);
            assertEquals(signed.instructions(), again.instructions(), at);
            assertEquals(drafted.position().releasable(), signed.position().releasable(), at);
        }
    }

    @Test
    void theOrderOfTheRowsOfARegisterNeverMatters() {
        LocalDate day = FIRST_DAY.plusDays(40);
        for (int seed = 0; seed < SEQUENCES / 2; seed++) {
            EscrowFile file = fixture(new Random(seed), true).asKnownOn(day);
            Registers registers = file.registers();
            Random random = new Random(seed);
            Registers shuffled = new Registers(
                    shuffled(registers.instructions(), random),
                    shuffled(registers.transfers(), random),
                    registers.suspensions(),
                    shuffled(registers.adjustments(), random),
                    registers.prices(),
                    registers.dividends(),
                    registers.dividendsTrusted(),
                    registers.parties());
            Determination one = Determination.of(Review.of(file, day));
            Determination other = Determination.of(Review.of(
                    new EscrowFile(
                            file.agreement(),
                            shuffled(file.reports(), random),
                            file.approvedFirms(),
                            shuffled,
                            file.rejected(),
                            file.calendar()),
                    day));
            String at = "seed " + seed;
            assertEquals(one.instructions(), other.instructions(), at);
            assertEquals(one.cancellations(), other.cancellations(), at);
            assertEquals(one.delays(), other.delays(), at);
            assertEquals(one.position(), other.position(), at);
            assertEquals(Set.copyOf(one.findings()), Set.copyOf(other.findings()), at);
        }
    }

    private static <T> List<T> shuffled(List<T> rows, Random random) {
        List<T> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static void sign(EscrowFixture fixture, Determination drafted, int year, LocalDate on) {
        List<ReleaseInstruction> lines = drafted.instructions().stream()
                .filter(line -> line.assessmentYear() == year)
                .toList();
        long shares =
                lines.stream().mapToLong(line -> line.toInstruct().wholeCount()).sum();
        if (shares > 0) {
            fixture.paper(year, lines.get(0).instructionId(), shares, on.toString());
        }
    }

    private static List<ExactShares> overReleased(Determination determination) {
        return determination.years().stream().map(YearStatement::overReleased).toList();
    }

    // ---- what may stand in a register

    private static EscrowFixture fixture(Random random, boolean absurd) {
        List<AssessmentYear> years = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int number = 1; number <= count; number++) {
            years.add(Kaixin.year(
                    number,
                    Kaixin.rmb(Integer.toString(100 + random.nextInt(300))),
                    new Shares(1 + random.nextInt(200))));
        }
        EscrowFixture fixture = EscrowFixture.of(years)
                .read(ReadingsTest.all().get(random.nextInt(ReadingsTest.all().size())));
        int[] reports = new int[count + 1];
        int events = 2 + random.nextInt(14);
        for (int event = 0; event < events; event++) {
            LocalDate day = FIRST_DAY.plusDays(event);
            int year = 1 + random.nextInt(count);
            switch (random.nextInt(absurd ? 9 : 4)) {
                case 0, 1, 2 -> {
                    long target = years.get(year - 1).target().minorUnits() / 100;
                    long revenue = random.nextInt(4) == 0 ? target : 20 + random.nextInt(2 * (int) target);
                    reports[year]++;
                    InputFiles.Row row = report(year, Long.toString(revenue))
                            .id("R" + reports[year])
                            .dated(day.toString())
                            .line(event + 2);
                    fixture.reports(reports[year] == 1 ? row : row.supersedes("R" + (reports[year] - 1)));
                }
                case 3 -> fixture.carryOut(fixture.on(day), day.toString());
                case 4, 5 ->
                    fixture.release(
                            year,
                            1 + random.nextInt(count),
                            1 + random.nextInt(random.nextInt(9) == 0 ? 2_000 : 90),
                            day.toString());
                case 6, 7 ->
                    fixture.returned(year, 1 + random.nextInt(random.nextInt(9) == 0 ? 2_000 : 90), day.toString());
                default -> {
                    long most = years.get(year - 1).tranche().count();
                    fixture.agreed(
                            year,
                            Optional.of(random.nextLong(most + 1)),
                            "",
                            day.toString(),
                            random.nextInt(3) == 0 ? "issuer;seller" : EscrowFixture.ALL_FOUR);
                }
            }
        }
        return fixture;
    }
}
