package io.earnout.escrow.determination;

import static io.earnout.escrow.EscrowFixture.codes;
import static io.earnout.escrow.EscrowFixture.found;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Shares;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Escrow fees and dividends: memo figures beside the shares (EA 4.4, SPA 3.2). */
class MoneyAroundTheSharesTest {

    @ParameterizedTest(name = "on {0} the fees are {1}, because {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2025-12-23 | 5000.00  | the first year has begun
            2026-12-22 | 5000.00  | the last day of the first year
            2026-12-23 | 10000.00 | the second year begins
            2030-12-23 | 30000.00 | the sixth begins
            """)
    void aFeeIsDueForEveryYearBegun(String on, String fees, String because) {
        assertEquals(Optional.of(fees), fees(EscrowFixture.of().on(on)), because);
    }

    @Test
    void anEscrowThatBeganOnALeapDayBeginsItsNextYearOnTheLastOfFebruary() {
        EscrowFixture fixture = EscrowFixture.of().deposited("2028-02-29");
        assertEquals(Optional.of("5000.00"), fees(fixture.on("2029-02-27")));
        assertEquals(
                Optional.of("10000.00"), fees(fixture.on("2029-02-28")), "the fee is due on the day that is named");
        assertEquals(Optional.of("20000.00"), fees(fixture.on("2032-02-28")));
        assertEquals(
                Optional.of("25000.00"), fees(fixture.on("2032-02-29")), "where there is a leap day, it begins on it");
    }

    /** Every deposit of eight years, two of them leap years, over five years: the next fee named is the next fee due. */
    @Test
    void theFeesAreThoseWhoseDaysHaveCome() {
        LocalDate last = LocalDate.of(2032, 12, 31);
        for (LocalDate deposited = LocalDate.of(2025, 12, 2);
                !deposited.isAfter(last);
                deposited = deposited.plusDays(1)) {
            EscrowFixture fixture = EscrowFixture.of().deposited(deposited.toString());
            for (int years = 0; years <= 4; years++) {
                LocalDate begins = deposited.plusYears(years);
                assertFees(fixture, begins, years + 1);
                if (years > 0) {
                    assertFees(fixture, begins.minusDays(1), years);
                }
            }
        }
    }

    private static void assertFees(EscrowFixture fixture, LocalDate on, int years) {
        Determination determination = fixture.on(on.toString());
        assertEquals(Optional.of(5_000 * years + ".00"), fees(determination), () -> "on " + on);
        LocalDate next = determination.deadlines().stream()
                .filter(deadline -> deadline.kind() == Deadline.Kind.ESCROW_FEE)
                .findFirst()
                .orElseThrow()
                .dueOn();
        assertTrue(next.isAfter(on), () -> "on " + on + " the next fee is due on " + next);
    }

    @Test
    void withoutADepositNoFeeIsKnown() {
        Determination determination = EscrowFixture.of().notDeposited().on("2026-01-20");
        assertEquals(Optional.empty(), fees(determination));
        assertEquals(1, found(determination, FindingCode.DEPOSIT_NOT_RECORDED).size());
        assertEquals(
                0,
                found(EscrowFixture.of().notDeposited().on("2025-12-23"), FindingCode.DEPOSIT_NOT_RECORDED)
                        .size());
    }

    @Test
    void aLateDepositIsAWarning() {
        assertEquals(
                List.of(FindingCode.DEPOSIT_LATE),
                codes(EscrowFixture.of().deposited("2025-12-24").on("2026-01-20"), Severity.WARNING));
        assertEquals(List.of(), codes(EscrowFixture.of().deposited("2025-12-23").on("2026-01-20"), Severity.WARNING));
    }

    @Test
    void dividendsAreOnEveryShareInEscrowOnTheRecordDateDeductedOnesIncluded() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "598500000"))
                .release(1, 1, 2_700_000, "2027-02-10")
                .dividend("2027-02-09", "0.10", "USD")
                .dividend("2027-02-10", "0.10", "USD")
                .dividend("2027-03-01", "0.000001", "USD")
                .dividend("2027-06-01", "9.00", "USD");
        Determination determination = fixture.on("2027-03-10");
        // 15,000,000 x 0.10 + 12,300,000 x 0.10 + 12,300,000 x 0.000001; the last record date is to come
        assertEquals(
                Optional.of(BigInteger.valueOf(150_000_000L + 123_000_000L + 1_230L)),
                determination.position().dividendsDue());
        assertEquals(3, found(determination, FindingCode.DIVIDEND).size());
        assertTrue(found(determination, FindingCode.DIVIDEND)
                .get(1)
                .message()
                .contains("0.10 USD x 12,300,000 shares in escrow = 1,230,000.00 USD"));
    }

    @Test
    void dividendsAreDueFromTheDepositOnAndNoneWithoutOne() {
        EscrowFixture fixture = EscrowFixture.of()
                .deposited("2026-02-10")
                .dividend("2026-02-09", "0.10", "USD")
                .dividend("2026-02-10", "0.10", "USD");
        Determination determination = fixture.on("2026-03-01");
        assertEquals(
                Optional.of(BigInteger.valueOf(150_000_000L)),
                determination.position().dividendsDue());
        assertTrue(found(determination, FindingCode.DIVIDEND)
                .get(0)
                .message()
                .contains("0.10 USD x 0 shares in escrow = 0.00 USD"));
        Determination without = fixture.notDeposited().on("2026-03-01");
        assertEquals(Optional.empty(), without.position().dividendsDue());
        assertEquals(2, found(without, FindingCode.DIVIDEND).size());
        assertTrue(found(without, FindingCode.DIVIDEND).get(0).message().contains("no deposit is on record"));
        assertEquals(
                Optional.of(BigInteger.ZERO),
                EscrowFixture.of().notDeposited().on("2026-03-01").position().dividendsDue(),
                "where no dividend is declared none is due");
    }

    @Test
    void dividendsAreRoundedDownOnceAfterTheyAreAddedUp() {
        EscrowFixture fixture = EscrowFixture.of().dividend("2026-02-01", "0.000001", "USD");
        fixture.dividend("2026-03-01", "0.000001", "USD");
        assertEquals(
                Optional.of(BigInteger.valueOf(3_000)),
                fixture.on("2026-04-01").position().dividendsDue());
        // 15 x 0.000333 twice is 0.00999, which is no cent
        EscrowFixture small = EscrowFixture.of(List.of(Kaixin.year(1, Kaixin.rmb("100"), new Shares(15))))
                .dividend("2026-02-01", "0.000333", "USD")
                .dividend("2026-03-01", "0.000333", "USD");
        assertEquals(
                Optional.of(BigInteger.ZERO), small.on("2026-04-01").position().dividendsDue());
        small.dividend("2026-03-02", "0.000001", "USD");
        assertEquals(
                Optional.of(BigInteger.ONE), small.on("2026-04-01").position().dividendsDue());
    }

    @Test
    void withoutDividendsNothingIsDue() {
        assertEquals(
                Optional.of(BigInteger.ZERO),
                EscrowFixture.of().on("2026-04-01").position().dividendsDue());
    }

    @Test
    void dividendsInTwoCurrenciesOrWithARowAtFaultAreNotAddedUp() {
        Determination two = EscrowFixture.of()
                .dividend("2026-02-01", "0.10", "USD")
                .dividend("2026-03-01", "0.10", "HKD")
                .on("2026-04-01");
        assertEquals(Optional.empty(), two.position().dividendsDue());
        assertEquals(List.of(FindingCode.DIVIDENDS_IN_TWO_CURRENCIES), codes(two, Severity.ERROR));
        Determination fault = EscrowFixture.of()
                .dividend("2026-02-01", "0.10", "USD")
                .dividendsAtFault()
                .on("2026-04-01");
        assertEquals(Optional.empty(), fault.position().dividendsDue());
    }

    private static Optional<String> fees(Determination determination) {
        return determination.position().feesDue().map(Position::plain);
    }
}
