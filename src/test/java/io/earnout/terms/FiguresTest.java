package io.earnout.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest(name = "{0} is written {1}, because {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0            | 0              | one digit needs no separator
            100          | 100            | nor do three
            1000         | 1,000          | four do
            100000       | 100,000        | none stands before the first digit
            1234567      | 1,234,567      | every three digits
            -1           | -1             | a sign is no digit
            -100         | -100           | and gets no separator after it
            -1000        | -1,000         | but counts for nothing
            -123456      | -123,456       | however long
            1234.5       | 1,234.5        | decimals are not grouped
            1234567.8912 | 1,234,567.8912 | however many
            0.25         | 0.25           | a short one stays
            -1234.56     | -1,234.56      | sign and decimals together
            """)
    void plainDigitsAreGroupedByThousands(String plain, String written, String because) {
        assertEquals(written, Figures.grouped(plain), because);
    }
}
