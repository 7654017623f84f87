package io.earnout.escrow.delay;

import static io.earnout.escrow.InputFiles.report;
import static io.earnout.escrow.WorkedCases.number;
import static io.earnout.escrow.WorkedCases.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.InputFiles;
import io.earnout.escrow.WorkedCases;
import io.earnout.escrow.determination.Determination;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked penalties: 3,000,000 shares that were to be released by 29 January 2027 and are not (SPA 8.2). */
class WorkedPenaltiesTest {

    private static final LocalDate DUE = LocalDate.of(2027, 1, 29);

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"P01", "P02", "P03"})
    void thePenaltyRunsAtOneTenThousandthADayAndStopsAtFivePercent(String id) {
        Map<?, ?> worked = WorkedCases.named("penalties", id);
        long days = number(worked, "days");
        Delay delay = late(EscrowFixture.of(onTarget()).close("2027-01-04", "1.00"), days);
        assertEquals(Delay.Party.ISSUER, delay.party(), "no document came");
        assertEquals(days, delay.days());
        assertEquals(DUE.plusDays(1), delay.firstDay());
        assertEquals(new BigDecimal(text(worked, "payable") + ".00"), amount(delay));
        boolean overTheCap = number(worked, "accrued_uncapped") > number(worked, "cap");
        assertEquals(overTheCap, delay.capped(), "the last day of the cap itself adds its whole 0.01%");
    }

    @Test
    void p06EachDayCountsAtItsOwnClose() {
        Map<?, ?> worked = WorkedCases.named("penalties", "P06");
        Delay delay = late(
                EscrowFixture.of(onTarget())
                        .close("2027-01-04", "2.00")
                        .close(DUE.plusDays(11).toString(), "1.00"),
                20);
        assertEquals(new BigDecimal(text(worked, "daily_sum") + ".00"), amount(delay));
    }

    private static InputFiles.Row onTarget() {
        return report(1, "665000000").received("2027-01-12");
    }

    private static Delay late(EscrowFixture fixture, long days) {
        Determination determination = fixture.on(DUE.plusDays(days));
        return determination.delays().stream()
                .filter(delay -> delay.year() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal amount(Delay delay) {
        return new BigDecimal(delay.penalty().orElseThrow().plain());
    }
}
