package io.earnout.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.record.RunDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What makes a run another run. */
final class RunIdentityTest {

    private static final LocalDate AS_OF = LocalDate.of(2028, 2, 10);

    @Test
    void theSameInputSeenFromAnotherSideOfTheAsOfDateIsAnotherRun() {
        Set<String> digests = Stream.of(AS_OF.minusDays(1), AS_OF, AS_OF.plusDays(1))
                .map(today -> RunIdentity.of(List.of(), RunDay.of(AS_OF, today), "test")
                        .digest())
                .collect(Collectors.toSet());
        assertEquals(3, digests.size(), "a row dated later is left out on one side, and an error on the other");
    }

    @Test
    void aDayFromWhichARunWasSeenIsFoundAgain() {
        for (LocalDate today : List.of(AS_OF.minusDays(40), AS_OF, AS_OF.plusDays(40))) {
            RunDay day = RunDay.of(AS_OF, today);
            assertEquals(day, RunDay.of(AS_OF, day.seenFrom()));
        }
    }
}
