package io.earnout.settlement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.Kaixin;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.json.BasicJsonParser;

/** The worked settlements that were agreed with the rules: each must come out to the share. */
class ContractCasesTest {

    private static final List<Map<?, ?>> CASES = cases("settlements");
    private static final List<Map<?, ?>> RERUNS = cases("reruns");

    @TestFactory
    Stream<DynamicTest> everyWorkedSettlementComesOutToTheShare() {
        return CASES.stream()
                .map(worked -> DynamicTest.dynamicTest(
                        text(worked, "id") + " " + text(worked, "title"), () -> compare(worked)));
    }

    /** Everything is computed from the beginning in every run, so that what a run entitles to depends on no earlier one. */
    @TestFactory
    Stream<DynamicTest> everyWorkedRerunEntitlesToTheSameSharesWhicheverRunItIs() {
        return RERUNS.stream()
                .map(worked -> DynamicTest.dynamicTest(
                        text(worked, "id") + " " + text(worked, "title"), () -> compareRuns(worked)));
    }

    @Test
    void noWorkedSettlementIsLeftOut() {
        assertEquals(25, CASES.size());
        assertEquals(5, RERUNS.size());
    }

    private static void compareRuns(Map<?, ?> worked) {
        for (Object run : (List<?>) Objects.requireNonNull(worked.get("runs"))) {
            Settlement settlement = settle((Map<?, ?>) Objects.requireNonNull(run));
            Map<Integer, Long> entitled = new TreeMap<>();
            for (Assessment assessment : settlement.assessments()) {
                entitled.put(
                        assessment.year().number(),
                        settlement
                                .balance(assessment.year(), Account.RELEASABLE)
                                .count());
            }
            assertEquals(byTranche(object(object((Map<?, ?>) run, "expected"), "entitled")), entitled);
        }
    }

    private static void compare(Map<?, ?> worked) {
        Settlement settlement = settle(worked);
        Map<?, ?> expected = object(worked, "expected");
        for (Object number : expected.keySet()) {
            compareYear(settlement, Integer.parseInt(number.toString()), object(expected, number));
        }
        assertEquals(number(worked, "total_released"), settlement.entitled().count(), "total released");
        if (worked.containsKey("to_cancel")) {
            assertEquals(
                    number(worked, "to_cancel"),
                    settlement.balance(Account.DEDUCTED).count()
                            + settlement.balance(Account.WITHHELD).count(),
                    "to cancel");
        }
    }

    private static void compareYear(Settlement settlement, int number, Map<?, ?> expected) {
        AssessmentYear year = settlement.agreement().year(number);
        Assessment assessment = settlement.assessment(number).orElseThrow();
        assertEquals(number(expected, "deducted"), assessment.deducted().count(), "deducted of year " + number);
        long released = settlement
                .balance(year, Account.RELEASABLE)
                .minus(settlement.restoredInto(year))
                .count();
        assertEquals(number(expected, "earned"), released, "earned of year " + number);
        assertEquals(
                expected.containsKey("restores") ? byTranche(object(expected, "restores")) : Map.of(),
                restored(settlement, number),
                "restored by year " + number);
        assertEquals(
                ExactMoney.of(Kaixin.rmb(text(expected, "credit_used"))),
                settlement.credit(number).map(Credit::used).orElse(ExactMoney.ZERO),
                "credit used of year " + number);
        assertEquals(
                expected.containsKey("offset_waits"),
                settlement.credit(number).map(Credit::waits).orElse(false),
                "whether the offset of year " + number + " waits");
    }

    private static Map<Integer, Long> restored(Settlement settlement, int by) {
        Map<Integer, Long> restored = new TreeMap<>();
        for (Movement movement : settlement.movements()) {
            if (movement.from() == Account.DEDUCTED && movement.assessmentYear() == by) {
                restored.merge(movement.trancheYear(), movement.shares().count(), Long::sum);
            }
        }
        return restored;
    }

    private static Map<Integer, Long> byTranche(Map<?, ?> shares) {
        Map<Integer, Long> byTranche = new TreeMap<>();
        for (Object year : shares.keySet()) {
            byTranche.put(Integer.parseInt(year.toString()), number(shares, year));
        }
        return byTranche;
    }

    private static Settlement settle(Map<?, ?> worked) {
        Readings readings = readings(worked.containsKey("readings") ? object(worked, "readings") : Map.of());
        Agreement agreement = Kaixin.agreement(readings);
        Map<?, ?> revenues = object(worked, "audited_revenue");
        List<Assessment> assessments = new ArrayList<>();
        for (AssessmentYear year : agreement.years()) {
            String number = Integer.toString(year.number());
            if (revenues.containsKey(number)) {
                assessments.add(Revenues.assessment(agreement, year.number(), Kaixin.rmb(text(revenues, number))));
            }
        }
        return Settlement.of(agreement, readings, assessments);
    }

    private static Readings readings(Map<?, ?> departures) {
        List<String> known =
                List.of("excess_credit", "conversion_target", "offset_limit", "offset_order", "missed_target");
        departures.keySet().forEach(name -> assertTrue(known.contains(name), () -> name + " is no switch"));
        return new Readings(
                choice(departures, "excess_credit", ExcessCredit.values(), ExcessCredit::term),
                choice(departures, "conversion_target", ConversionTarget.values(), ConversionTarget::term),
                choice(departures, "offset_limit", OffsetLimit.values(), OffsetLimit::term),
                choice(departures, "offset_order", OffsetOrder.values(), OffsetOrder::term),
                choice(departures, "missed_target", MissedTarget.values(), MissedTarget::term));
    }

    /** The first choice is the default. */
    private static <T> T choice(Map<?, ?> departures, String name, T[] choices, Function<T, String> term) {
        if (!departures.containsKey(name)) {
            return choices[0];
        }
        return Stream.of(choices)
                .filter(choice -> term.apply(choice).equals(text(departures, name)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<?, ?>> cases(String part) {
        try (InputStream file = ContractCasesTest.class.getResourceAsStream("/contract/cases.json")) {
            String json = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            // this parser takes an object for text if a blank stands before it
            String oneLine = json.replaceAll("\\n\\s*|(?<=,)\\s+(?=\\{)", "");
            Object entries = new BasicJsonParser().parseMap(oneLine).get(part);
            List<Map<?, ?>> cases = new ArrayList<>();
            for (Object worked : (List<?>) Objects.requireNonNull(entries)) {
                cases.add((Map<?, ?>) worked);
            }
            return cases;
        } catch (IOException e) {
            throw new IllegalStateException("the worked cases can't be read", e);
        }
    }

    private static Map<?, ?> object(Map<?, ?> parent, Object name) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(name), name::toString);
    }

    private static String text(Map<?, ?> parent, Object name) {
        return Objects.requireNonNull(parent.get(name), name::toString).toString();
    }

    private static long number(Map<?, ?> parent, Object name) {
        return Long.parseLong(text(parent, name));
    }
}
