package io.earnout.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The five open points of the contract and what is priced beside what. */
public class ReadingsTest {

    /** Every combination of choices: 4 x 2 x 2 x 3 x 2. */
    public static List<Readings> all() {
        List<Readings> all = new ArrayList<>();
        for (ExcessCredit credit : ExcessCredit.values()) {
            for (ConversionTarget target : ConversionTarget.values()) {
                for (OffsetLimit limit : OffsetLimit.values()) {
                    for (OffsetOrder order : OffsetOrder.values()) {
                        for (MissedTarget missed : MissedTarget.values()) {
                            all.add(new Readings(credit, target, limit, order, missed));
                        }
                    }
                }
            }
        }
        return all;
    }

    @Test
    void theDefaultIsTheFirstChoiceOfEachPoint() {
        assertEquals("half, excess-year, both, oldest-first, reduce", Readings.DEFAULT.toString());
    }

    @Test
    void fourteenReadingsArePricedOwnFirst() {
        List<String> priced = Readings.DEFAULT.besideEachOther().stream()
                .map(Readings::toString)
                .toList();
        assertEquals(
                List.of(
                        "half, excess-year, both, oldest-first, reduce",
                        "half, excess-year, shares, oldest-first, reduce",
                        "half, shortfall-year, both, oldest-first, reduce",
                        "half, shortfall-year, shares, oldest-first, reduce",
                        "full, excess-year, both, oldest-first, reduce",
                        "full, excess-year, shares, oldest-first, reduce",
                        "full, shortfall-year, both, oldest-first, reduce",
                        "full, shortfall-year, shares, oldest-first, reduce",
                        "half, excess-year, both, latest-first, reduce",
                        "half, excess-year, both, pro-rata, reduce",
                        "above-150, excess-year, both, oldest-first, reduce",
                        "beyond-150, excess-year, both, oldest-first, reduce",
                        "half-above-150, excess-year, both, oldest-first, reduce",
                        "half, excess-year, both, oldest-first, block"),
                priced);
    }

    @Test
    void whateverWasAgreedIsPricedFirstAndNoReadingTwice() {
        for (Readings own : all()) {
            List<Readings> priced = own.besideEachOther();
            assertEquals(own, priced.get(0));
            assertEquals(priced.size(), new HashSet<>(priced).size(), () -> "twice beside " + own);
            assertEquals(14, priced.size(), () -> "beside " + own);
            // what the SPA's own formula gives is always there to compare with (SPA 5.2(1): reduced)
            assertEquals(
                    8,
                    priced.stream()
                            .filter(r -> r.missedTarget() == MissedTarget.REDUCE
                                    && r.offsetOrder() == own.offsetOrder()
                                    && (r.excessCredit() == ExcessCredit.HALF || r.excessCredit() == ExcessCredit.FULL))
                            .count(),
                    () -> "beside " + own);
        }
    }

    @Test
    void everyChoiceIsPricedBesideTheDefault() {
        List<Readings> priced = Readings.DEFAULT.besideEachOther();
        assertTrue(Stream.of(ExcessCredit.values())
                .allMatch(choice -> priced.stream().anyMatch(r -> r.excessCredit() == choice)));
        assertTrue(Stream.of(OffsetOrder.values())
                .allMatch(choice -> priced.stream().anyMatch(r -> r.offsetOrder() == choice)));
        assertTrue(Stream.of(MissedTarget.values())
                .allMatch(choice -> priced.stream().anyMatch(r -> r.missedTarget() == choice)));
    }

    @Test
    void onlyReduceReleasesTheRestOfAMissedYear() {
        assertEquals(true, MissedTarget.REDUCE.releasesTheRest());
        assertEquals(false, MissedTarget.BLOCK.releasesTheRest());
    }

    @ParameterizedTest
    @EnumSource(Clause.class)
    void everyClauseIsCitedAsTheDocumentsNumberIt(Clause clause) {
        assertTrue(clause.gist().length() > 20, clause::gist);
        if (clause == Clause.FORM_6_K) {
            assertEquals("6-K", clause.citation());
            return;
        }
        String fromName = clause.name().replace("SPA_", "SPA ").replace("EA_", "EA ");
        String number = fromName.replaceFirst("_([A-Z])$", "($1)")
                .replaceFirst("(\\d+)_(\\d+)_(\\d+)$", "$1.$2($3)")
                .replace('_', '.');
        int bracket = number.indexOf('(');
        String citation = bracket < 0
                ? number
                : number.substring(0, bracket) + number.substring(bracket).toLowerCase(java.util.Locale.ROOT);
        assertEquals(citation, clause.citation());
    }
}
