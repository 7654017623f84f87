package io.earnout.escrow.delay;

import static io.earnout.escrow.EscrowFixture.found;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Suspension;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose the days of a delay are, and what they cost (SPA 8.2, EA 5.2). The release of year 1 is due on 2027-01-29. */
class DelaysTest {

    private static final LocalDate DUE = LocalDate.of(2027, 1, 29);

    private static EscrowFixture onTarget() {
        return EscrowFixture.of(report(1, "665000000").received("2027-01-12")).close("2027-01-04", "1.00");
    }

    private static EscrowFixture signed(String received) {
        EscrowFixture fixture = onTarget();
        return fixture.paper(
                1,
                fixture.on("2027-01-20").instructions().get(0).instructionId(),
                3_000_000,
                "2027-01-21",
                "2027-01-21",
                received);
    }

    private static List<String> delays(Determination determination) {
        return determination.delays().stream()
                .filter(delay -> delay.year() == 1)
                .map(delay -> delay.party().term() + " " + delay.firstDay() + " " + delay.lastDay() + " " + delay.days()
                        + " x " + delay.lateShares().wholeCount() + " = "
                        + delay.penalty().map(Delay.Penalty::plain).orElse("?") + (delay.capped() ? " capped" : ""))
                .toList();
    }

    @Test
    void onTheDueDayNothingIsLate() {
        assertEquals(List.of(), delays(onTarget().on(DUE)));
        assertEquals(
                List.of(),
                delays(signed("2027-01-21")
                        .release(1, 1, 3_000_000, "2027-01-29")
                        .on("2027-03-01")));
        assertEquals(
                List.of("issuer 2027-01-30 2027-01-30 1 x 3000000 = 300.00"),
                delays(onTarget().on(DUE.plusDays(1))));
    }

    @ParameterizedTest(name = "suspended from {0}, lifted on {1}: {2}; {3}; {4}")
    @CsvSource(delimiter = '|', textBlock = """
            2027-02-03 | 2027-02-06 | issuer 2027-01-30 2027-02-15 14 x 3000000 = 4200.00      | nobody 2027-02-03 2027-02-05 3 x 3000000 = 0.00  | escrow-agent 2027-02-16 2027-02-18 3 x 3000000 = 900.00
            2027-01-10 | 2027-02-01 | issuer 2027-02-01 2027-02-12 12 x 3000000 = 3600.00      | nobody 2027-01-30 2027-01-31 2 x 3000000 = 0.00  | escrow-agent 2027-02-13 2027-02-18 6 x 3000000 = 1800.00
            2027-02-09 | 2027-02-13 | issuer 2027-01-30 2027-02-16 14 x 3000000 = 4200.00      | nobody 2027-02-09 2027-02-12 4 x 3000000 = 0.00  | escrow-agent 2027-02-17 2027-02-18 2 x 3000000 = 600.00
            2027-02-18 | 2027-03-01 | issuer 2027-01-30 2027-02-10 12 x 3000000 = 3600.00      | nobody 2027-02-18 2027-02-18 1 x 3000000 = 0.00  | escrow-agent 2027-02-11 2027-02-17 7 x 3000000 = 2100.00
            """)
    void daysOfASuspensionInTheMiddleAreNobodys(
            String from, String lifted, String issuer, String nobody, String agent) {
        // documents complete on 2027-01-27: the agent's ten business days end on 2027-02-10, and later by the business
        // days
        // of the suspension (rules 3: they are not counted, the rest of the ten runs on afterwards)
        Determination determination = signed("2027-01-27")
                .suspended(
                        1,
                        Suspension.Ground.BREACH,
                        from,
                        Optional.empty(),
                        lifted,
                        Optional.of(Suspension.LiftedBy.WITHDRAWAL))
                .release(1, 1, 3_000_000, "2027-02-18")
                .on("2027-03-10");
        assertEquals(
                List.of(issuer, nobody, agent).stream().sorted().toList(),
                delays(determination).stream().sorted().toList());
        assertEquals(1, found(determination, FindingCode.DELAY_EXCUSED).size());
    }

    @Test
    void aSuspensionThatWasLiftedInVainStillExcuses() {
        Determination determination = onTarget()
                .suspended(
                        1,
                        Suspension.Ground.DISPUTE,
                        "2027-02-01",
                        Optional.empty(),
                        "2027-02-03",
                        Optional.of(Suspension.LiftedBy.WITHDRAWAL))
                .on("2027-02-08");
        assertEquals(
                List.of(
                        "issuer 2027-01-30 2027-01-31 2 x 3000000 = 600.00",
                        "nobody 2027-02-01 2027-02-08 8 x 3000000 = 0.00"),
                delays(determination).stream().sorted().toList());
    }

    @Test
    void aSuspensionOfAnotherYearExcusesNothing() {
        Determination determination = onTarget().breach(2, "2027-02-01").on("2027-02-08");
        assertEquals(List.of("issuer 2027-01-30 2027-02-08 10 x 3000000 = 3000.00"), delays(determination));
        assertEquals(0, found(determination, FindingCode.DELAY_EXCUSED).size());
    }

    @Test
    void sharesHeldAgainstAnOverReleaseAreNobodysAllTheTime() {
        EscrowFixture fixture = onTarget().release(2, 2, 500_000, "2027-01-20");
        Determination determination = fixture.on("2027-02-08");
        assertEquals(
                List.of(
                        "issuer 2027-01-30 2027-02-08 10 x 2500000 = 2500.00",
                        "nobody 2027-01-30 2027-02-08 10 x 500000 = 0.00"),
                delays(determination).stream().sorted().toList());
        assertTrue(found(determination, FindingCode.DELAY_EXCUSED)
                .get(0)
                .message()
                .contains("withheld because of an over-release"));
    }

    @Test
    void partsThatMoveOnDifferentDaysAreLateReleasesOfTheirOwn() {
        Determination determination = signed("2027-01-27")
                .release(1, 1, 1_000_000, "2027-01-28")
                .release(1, 1, 1_500_000, "2027-02-02")
                .on("2027-02-12");
        assertEquals(
                List.of(
                        "issuer 2027-01-30 2027-02-02 4 x 1500000 = 600.00",
                        "issuer 2027-01-30 2027-02-10 12 x 500000 = 600.00",
                        "escrow-agent 2027-02-11 2027-02-12 2 x 500000 = 100.00"),
                delays(determination));
    }

    @Test
    void withoutASoundPriceThePenaltyIsNotComputed() {
        EscrowFixture noPrices = EscrowFixture.of(report(1, "665000000"));
        assertEquals(List.of("issuer 2027-01-30 2027-02-01 3 x 3000000 = ?"), delays(noPrices.on("2027-02-01")));
        assertEquals(
                1,
                found(noPrices.on("2027-02-01"), FindingCode.PRICES_NOT_ON_RECORD)
                        .size());
        Determination later = EscrowFixture.of(report(1, "665000000"))
                .close("2027-01-31", "1.00")
                .on("2027-02-01");
        assertEquals(
                List.of("issuer 2027-01-30 2027-02-01 3 x 3000000 = ?"),
                delays(later),
                "the first day has no close on or before it");
        assertEquals(1, found(later, FindingCode.PRICE_MISSING).size());
        Determination fault = onTarget().pricesAtFault().on("2027-02-01");
        assertEquals(List.of("issuer 2027-01-30 2027-02-01 3 x 3000000 = ?"), delays(fault));
        assertEquals(1, found(fault, FindingCode.PRICE_MISSING).size());
    }

    @Test
    void aPriceOfNothingCostsNothing() {
        Determination determination = EscrowFixture.of(report(1, "665000000"))
                .close("2027-01-04", "0")
                .on("2027-02-01");
        assertEquals(List.of("issuer 2027-01-30 2027-02-01 3 x 3000000 = 0.00"), delays(determination));
    }

    @Test
    void fractionsOfACentAreRoundedDownOncePerParty() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "665000000")).close("2027-01-04", "0.000033");
        // 3,000,000 x 0.000033 = 99 a day at 0.01% = 0.0099
        assertEquals(List.of("issuer 2027-01-30 2027-01-30 1 x 3000000 = 0.00"), delays(fixture.on("2027-01-30")));
        assertEquals(List.of("issuer 2027-01-30 2027-02-08 10 x 3000000 = 0.09"), delays(fixture.on("2027-02-08")));
    }

    // ---- the cap

    @ParameterizedTest(name = "{0} days: {1}, capped: {2}")
    @CsvSource({"499, 149700.00, false", "500, 150000.00, false", "501, 150000.00, true", "900, 150000.00, true"})
    void fivePercentAreReachedOnDayFiveHundredAtAConstantPrice(int days, String penalty, boolean capped) {
        Determination determination = onTarget().on(DUE.plusDays(days));
        Delay delay = determination.delays().get(0);
        assertEquals(penalty, delay.penalty().orElseThrow().plain());
        assertEquals(capped, delay.capped());
        assertEquals(
                capped ? 1 : 0, found(determination, FindingCode.PENALTY_CAPPED).size());
        if (capped) {
            assertTrue(found(determination, FindingCode.PENALTY_CAPPED)
                    .get(0)
                    .message()
                    .contains(DUE.plusDays(501) + " is the first day that adds less"));
        }
    }

    @Test
    void whenThePriceFallsNothingIsTakenBackAndWhenItRisesItRunsOn() {
        EscrowFixture fixture = onTarget()
                .close(DUE.plusDays(401).toString(), "0.50")
                .close(DUE.plusDays(451).toString(), "2.00");
        assertEquals("120000.00", total(fixture, 400));
        assertEquals("120000.00", total(fixture, 450), "5% of the fallen value are 75,000: nothing is added");
        assertEquals("120600.00", total(fixture, 451), "5% of the risen value are 300,000");
        assertEquals("300000.00", total(fixture, 450 + 300));
        assertEquals("300000.00", total(fixture, 450 + 301));
    }

    private static String total(EscrowFixture fixture, int days) {
        return fixture.on(DUE.plusDays(days)).delays().stream()
                .filter(delay -> delay.year() == 1)
                .findFirst()
                .orElseThrow()
                .penalty()
                .orElseThrow()
                .plain();
    }

    @Test
    void theCapIsOneForIssuerAndAgentTogether() {
        Determination determination = signed("2027-01-27").on(DUE.plusDays(600));
        assertEquals(
                List.of(
                        "issuer 2027-01-30 2027-02-10 12 x 3000000 = 3600.00",
                        "escrow-agent 2027-02-11 " + DUE.plusDays(600) + " 588 x 3000000 = 146400.00 capped"),
                delays(determination));
    }

    /** Day by day, with a price that changes at random, as the rule says it. */
    @Test
    void theMeterAgreesWithADayByDaySum() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            TreeMap<LocalDate, Long> closes = new TreeMap<>();
            EscrowFixture fixture = EscrowFixture.of(report(1, "665000000"));
            long price = 1L + random.nextInt(3_000_000);
            for (int day = 0; day < 900; day += 1 + random.nextInt(200)) {
                closes.put(DUE.plusDays(day), price);
                fixture.close(
                        DUE.plusDays(day).toString(), new BigDecimal(BigInteger.valueOf(price), 6).toPlainString());
                price = Math.max(1, price / 10 * (1 + random.nextInt(30)));
                price = Math.min(price, 900_000_000L);
            }
            int days = 1 + random.nextInt(1_200);
            BigInteger sum = BigInteger.ZERO;
            for (int day = 1; day <= days; day++) {
                // of 3,000,000 shares in ten-thousandths of a millionth: 0.01% of the value, and 5% of it
                BigInteger aDay =
                        BigInteger.valueOf(closes.floorEntry(DUE.plusDays(day)).getValue() * 3_000_000L);
                BigInteger cap = aDay.multiply(BigInteger.valueOf(500));
                sum = sum.max(sum.add(aDay).min(cap));
            }
            assertEquals(
                    sum.divide(BigInteger.valueOf(100_000_000)),
                    fixture.on(DUE.plusDays(days))
                            .delays()
                            .get(0)
                            .penalty()
                            .orElseThrow()
                            .cents(),
                    "seed " + seed);
        }
    }
}
