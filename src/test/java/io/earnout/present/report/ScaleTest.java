package io.earnout.present.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.terms.Money;
import io.earnout.terms.Shares;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The scale of a picture")
final class ScaleTest {

    @ParameterizedTest(name = "from {0} to {1}, {2} to one: {3}, {4}")
    @CsvSource(delimiter = '|', textBlock = """
            0                | 15000000         | 1   | 0 5 10 15              | million shares
            0                | 106800000000     | 100 | 0 200 400 600 800 1,000 1,200 | million shares
            9270000          | 15000000         | 1   | 9 10 11 12 13 14 15    | million shares
            0                | 9999             | 1   | 0 2 4 6 8 10           | thousand shares
            0                | 66               | 1   | 0 20 40 60 80          | shares
            0                | 300              | 100 | 0 0.5 1 1.5 2 2.5 3    | shares
            0                | 1                | 1   | 0 1                    | shares
            0                | 0                | 1   | 0 1                    | shares
            7                | 7                | 1   | 7 8                    | shares
            0                | 1000000000000000 | 1   | 0 200 400 600 800 1,000 | trillion shares
            """)
    void endsAtRoundValuesAndLabelsThemShortly(long lowest, long highest, long one, String labels, String unit) {
        Scale scale = Scale.round(lowest, highest, one, 0, 600);
        String drawn =
                String.join(" ", scale.ticks().stream().map(Scale.Tick::label).toList());
        assertEquals(labels, drawn);
        assertEquals(unit, scale.of("shares"));
        assertEquals(0, scale.ticks().get(0).at());
        assertEquals(600, scale.ticks().get(scale.ticks().size() - 1).at());
    }

    @Test
    void drawsEachValueAtTheNearestWholeUnit() {
        Scale scale = Scale.exact(0, 3, 0, 100);
        assertEquals(List.of(0, 33, 67, 100), List.of(scale.at(0), scale.at(1), scale.at(2), scale.at(3)));
        assertEquals(
                List.of(100, 67, 0),
                List.of(
                        Scale.exact(0, 3, 100, 0).at(0),
                        Scale.exact(0, 3, 100, 0).at(1),
                        Scale.exact(0, 3, 100, 0).at(3)));
    }

    @Test
    void holdsTheLargestFigures() {
        assertEquals(900, Scale.exact(0, Money.LIMIT, 0, 900).at(Money.LIMIT));
        assertEquals(450, Scale.round(0, Shares.LIMIT, 1, 0, 900).at(Shares.LIMIT / 2));
    }
}
