package io.earnout.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadingSwitchTest {

    @Test
    void aReadingListsOneChoiceForEachSwitchInTheOrderOfTheFiles() {
        List<Term> bySwitch = Stream.of(ReadingSwitch.values())
                .map(point -> point.choiceOf(Readings.DEFAULT))
                .toList();
        assertEquals(bySwitch, Readings.DEFAULT.choices());
    }

    @Test
    void theDefaultIsTheFirstChoiceOfEachSwitch() {
        assertEquals(
                Readings.DEFAULT, ReadingSwitch.read(point -> point.choices().get(0)));
    }

    @Test
    void everyCombinationIsListedOnce() {
        List<Readings> all = ReadingSwitch.combinations();
        assertEquals(
                Stream.of(ReadingSwitch.values())
                        .mapToInt(point -> point.choices().size())
                        .reduce(1, (product, choices) -> product * choices),
                new HashSet<>(all).size());
        assertEquals(new HashSet<>(all).size(), all.size());
    }

    @Test
    void textsSayHowManyReadingsArePriced() {
        assertEquals(14, Readings.DEFAULT.besideEachOther().size());
        assertEquals("fourteen", Readings.PRICED);
        for (Readings readings : ReadingSwitch.combinations()) {
            assertEquals(14, readings.besideEachOther().size(), readings.toString());
        }
    }
}
