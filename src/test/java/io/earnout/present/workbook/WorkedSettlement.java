package io.earnout.present.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.record.Report;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.Kaixin;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.json.BasicJsonParser;

/** One of the settlements that were worked out with the rules, with the numbers that it must come out at. */
record WorkedSettlement(
        String id, AgreementResult result, Readings readings, Map<Integer, Expected> expected, long released) {

    /** The numbers of one year. */
    record Expected(long earned, long deducted, Map<Integer, Long> restores) {}

    static List<WorkedSettlement> all() throws IOException {
        try (InputStream file = WorkedSettlement.class.getResourceAsStream("/contract/cases.json")) {
            String json = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            // this parser takes an object for text if a blank stands before it
            String oneLine = json.replaceAll("\\n\\s*|(?<=[,:])\\s+(?=[\\[{])", "");
            List<WorkedSettlement> all = new ArrayList<>();
            for (Object worked : (List<?>) Objects.requireNonNull(
                    new BasicJsonParser().parseMap(oneLine).get("settlements"))) {
                all.add(of((Map<?, ?>) Objects.requireNonNull(worked)));
            }
            return all;
        }
    }

    private static WorkedSettlement of(Map<?, ?> worked) {
        Map<?, ?> departures = worked.containsKey("readings") ? object(worked, "readings") : Map.of();
        Readings readings = new Readings(
                choice(departures, "excess_credit", ExcessCredit.values(), ExcessCredit::term),
                choice(departures, "conversion_target", ConversionTarget.values(), ConversionTarget::term),
                choice(departures, "offset_limit", OffsetLimit.values(), OffsetLimit::term),
                choice(departures, "offset_order", OffsetOrder.values(), OffsetOrder::term),
                choice(departures, "missed_target", MissedTarget.values(), MissedTarget::term));
        Agreement agreement = Kaixin.agreement(
                text(worked, "id"),
                new Agreement.ReadingsOnRecord(readings, Optional.of(LocalDate.of(2025, 12, 2)), "supplement no. 1"),
                Kaixin.years());
        Map<?, ?> revenues = object(worked, "audited_revenue");
        List<Report> reports = new ArrayList<>();
        for (AssessmentYear year : agreement.years()) {
            String number = Integer.toString(year.number());
            if (revenues.containsKey(number)) {
                reports.add(RandomAgreement.report(
                        year, Kaixin.rmb(text(revenues, number)).minorUnits()));
            }
        }
        Map<Integer, Expected> expected = new TreeMap<>();
        Map<?, ?> years = object(worked, "expected");
        for (Object year : years.keySet()) {
            expected.put(Integer.parseInt(year.toString()), expected(object(years, year)));
        }
        return new WorkedSettlement(
                text(worked, "id"),
                RandomAgreement.result(agreement, reports, List.of(), RandomAgreement.AS_OF),
                readings,
                expected,
                Long.parseLong(text(worked, "total_released")));
    }

    private static Expected expected(Map<?, ?> year) {
        Map<Integer, Long> restores = new TreeMap<>();
        if (year.containsKey("restores")) {
            Map<?, ?> shares = object(year, "restores");
            for (Object tranche : shares.keySet()) {
                restores.put(Integer.parseInt(tranche.toString()), Long.parseLong(text(shares, tranche)));
            }
        }
        return new Expected(Long.parseLong(text(year, "earned")), Long.parseLong(text(year, "deducted")), restores);
    }

    /** The first choice is the default. */
    private static <T> T choice(Map<?, ?> departures, String name, T[] choices, Function<T, String> term) {
        return Stream.of(choices)
                .filter(choice ->
                        departures.containsKey(name) && term.apply(choice).equals(text(departures, name)))
                .findFirst()
                .orElse(choices[0]);
    }

    private static Map<?, ?> object(Map<?, ?> parent, Object name) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(name), name::toString);
    }

    private static String text(Map<?, ?> parent, Object name) {
        return Objects.requireNonNull(parent.get(name), name::toString).toString();
    }
}
