package io.earnout.input.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header decides on the separator of its file. */
final class SeparatorTest {

    private static final Schema SCHEMA = Schema.ofAgreements();

    static {
        SCHEMA.owner("agreement_id");
        SCHEMA.required("signed_by", TextCell.TEXT);
        SCHEMA.optional("document", TextCell.DOCUMENT);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "agreement_id,signed_by,document       | COMMA",
                "agreement_id;signed_by;document       | SEMICOLON",
                "'agreement_id\tsigned_by\tdocument'   | TAB",
                "agreement_id                          | COMMA",
                "nothing;known                         | COMMA",
                "\"Agreement ID\";\"Signed By\";Document | SEMICOLON",
                "agreement_id,signed_by;document       | COMMA",
                "agreement_id;signed_by;document,notes | SEMICOLON",
                "agreement_id\uFF1Bsigned_by           | COMMA"
            })
    void theOneByWhichTheMostColumnsAreNamed(String header, Separator separator) {
        byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
        assertEquals(separator, Separator.of(bytes, 0, bytes.length, SCHEMA));
    }

    @Test
    void cellsInQuotesMayHoldIt() {
        byte[] record = "A;\"issuer; seller\";;\"say \"\"x\"\"\"".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of("A", "issuer; seller", "", "say \"x\""), Separator.SEMICOLON.cells(record, 0, record.length));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"';;;',true", "',,',true", "';',true", "';,;',false", "'a;;',false", "'\"\";',false"})
    void aRowOfSeparatorsAloneIsEmpty(String record, boolean empty) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        assertEquals(empty, Separator.isEmptyRow(bytes, 0, bytes.length));
    }

    @Test
    void allCurrenciesOfTheListAreKnownToJavaOrNewerThanIt() {
        Set<String> known = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toSet());
        Set<String> newer = Set.of("XCG", "ZWG");
        List<String> unknown = Stream.of(letters())
                .filter(code -> Currencies.has(code) && !known.contains(code) && !newer.contains(code))
                .toList();
        assertEquals(List.of(), unknown);
    }

    /** All codes of three letters. */
    private static String[] letters() {
        return Arrays.stream("ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""))
                .flatMap(a -> Arrays.stream("ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""))
                        .flatMap(b -> Arrays.stream("ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""))
                                .map(c -> a + b + c)))
                .toArray(String[]::new);
    }
}
