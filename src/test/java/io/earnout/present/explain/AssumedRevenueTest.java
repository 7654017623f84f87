package io.earnout.present.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.CaseFolders;
import io.earnout.cli.AgreementLookup;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is on record of a year, what is assumed of it counts. */
class AssumedRevenueTest {

    private static final LocalDate TODAY = LocalDate.of(2031, 3, 1);

    static List<String> cases() throws IOException {
        return CaseFolders.names();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theAssumedRevenueIsThatOfTheYear(String name) throws IOException {
        Path input = CaseFolders.input(name);
        for (String id : ids(input)) {
            if (!(AgreementLookup.find(input, Optional.empty(), TODAY, Optional.of(id))
                    instanceof Answer.Found found)) {
                continue; // its terms are at fault
            }
            for (AssessmentYear year : found.result().agreement().years()) {
                for (Money revenue : List.of(
                        Money.ZERO, year.target(), new Money(year.target().minorUnits() * 3))) {
                    AgreementResult after = AssumedRevenue.of(found.result(), Map.of(year.number(), revenue));
                    assertEquals(
                            Optional.of(revenue),
                            after.determination()
                                    .settlement()
                                    .assessment(year.number())
                                    .map(assessment -> assessment.revenue().amount()),
                            () -> "year " + year.number() + " of " + id);
                    assertFalse(
                            after.asOf().isBefore(year.period().endsOn().plusDays(60)),
                            "a year counts once it is over");
                }
            }
            TerminalPage page = new TerminalPage(false);
            WhatIfResult.print(found, new Assumptions(Map.of(1, Money.ZERO), Map.of(), Map.of(), List.of()), page);
            page.lines().forEach(line -> assertTrue(TerminalText.width(line) <= TerminalPage.COLUMNS, line));
        }
    }

    private static List<String> ids(Path input) throws IOException {
        Answer nobody = AgreementLookup.find(input, Optional.empty(), TODAY, Optional.of("nobody"));
        return nobody instanceof Answer.Unknown unknown ? unknown.nearest() : List.of();
    }

    @Test
    void whatIsAssumedAsItIsOnRecordChangesNothing() throws IOException {
        Path input = CaseFolders.input("kaixin-five-years");
        Answer.Found found =
                (Answer.Found) AgreementLookup.find(input, Optional.empty(), TODAY, Optional.of("KAIXIN-2025"));
        AgreementResult before = found.result();
        Money revenue = before.determination()
                .settlement()
                .assessment(2)
                .orElseThrow()
                .revenue()
                .amount();

        AgreementResult after = AssumedRevenue.of(before, Map.of(2, revenue));

        assertEquals(before.determination().position(), after.determination().position());
        assertEquals(
                before.determination().instructions(), after.determination().instructions());
        assertEquals(before.determination().findings(), after.determination().findings());
    }
}
