package io.earnout.input.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.finding.FindingCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and days read from bytes; whatever is not exactly one is refused, and why is said. */
final class DigitsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.00, 0",
        "0.01, 1",
        "1, 100",
        "1.5, 150",
        "732000000, 73200000000",
        "732000000.00, 73200000000",
        "664999999.99, 66499999999",
        "00012.30, 1230",
        "9999999999999999.99, 999999999999999999",
        "000000000000000000000000001, 100"
    })
    void plainDigitsWithAtMostTwoDecimalsAreFen(String text, long minorUnits) {
        assertEquals(minorUnits, amount(text, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ".5",
                "5.",
                "1..2",
                "1.2.3",
                "-1",
                "+1",
                "1,000",
                "(1)",
                "1 000",
                " 1",
                "1 ",
                "1e3",
                "0x1F",
                "NaN",
                "1.234",
                "10000000000000000",
                "99999999999999999999",
                "٣",
                "¥1",
                "1_000",
                "1\u00A0000",
                "1\n"
            })
    void whatIsNoAmountIsRefused(String text) {
        assertEquals(Digits.INVALID, amount(text, 2));
    }

    @Test
    void everyAmountIsWhatExactArithmeticSays() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            int decimals = random.nextInt(9);
            BigDecimal number =
                    new BigDecimal(new BigInteger(random.nextInt(50), random), random.nextInt(decimals + 1));
            BigInteger scaled = number.movePointRight(decimals).toBigIntegerExact();
            boolean taken = scaled.toString().length() <= 18;
            assertEquals(
                    taken ? scaled.longValueExact() : Digits.INVALID,
                    amount(number.toPlainString(), decimals),
                    number.toPlainString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, NEGATIVE",
        "−1, NEGATIVE",
        "'(1,000)', NEGATIVE",
        "1-, NEGATIVE",
        "6.65E8, EXPONENT",
        "1e-3, EXPONENT",
        "'665,000,000', THOUSANDS_SEPARATOR",
        "665 000 000, THOUSANDS_SEPARATOR",
        "665'000'000, THOUSANDS_SEPARATOR",
        "'1,5', THOUSANDS_SEPARATOR",
        "６６５, NOT_ASCII_DIGITS",
        "1.234, TOO_MANY_DECIMALS",
        "99999999999999999999, TOO_LARGE",
        "=1+1, FORMULA_CELL",
        "about, NOT_AN_AMOUNT",
        "5., NOT_AN_AMOUNT"
    })
    void theObjectionSaysWhatIsWrongWithAnAmount(String text, FindingCode objection) {
        assertEquals(objection, Digits.objectionTo(text, 2));
    }

    @Test
    void aPartOfAShareIsNotWhole() {
        assertEquals(FindingCode.NOT_WHOLE, Digits.objectionTo("3000000.5", 0));
        assertEquals(Digits.INVALID, whole("3000000.5"));
        assertEquals(3_000_000, whole("3000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30", "2028-02-29", "0001-01-01", "9999-12-31"})
    void aDayOfTheCalendarIsReadAsItIsWritten(String text) {
        assertEquals(Optional.of(LocalDate.parse(text)), date(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2027-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01"})
    void aDayThatDoesNotExistIsNoDay(String text) {
        assertEquals(Optional.empty(), date(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30.11.2026",
                "2026-11-30 ",
                "11-30-2026",
                "2026-11/30",
                "2026-11-30 12:00",
                "26-11-30",
                "45000",
                "20261130",
                "2026-11-AA"
            })
    void whatHasAnotherShapeIsNoDay(String text) {
        assertEquals(Optional.empty(), date(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-1-5",
                "2026/1/5",
                "2026/01/05",
                "2026.01.05",
                "2026-01-05 00:00:00",
                "2026/1/5 0:00",
                "2026年1月5日",
                "２０２６－０１－０５",
                "２０２６／１／５"
            })
    void aDayWithTheYearFirstIsPlainInAnotherForm(String text) {
        assertEquals(Optional.of(LocalDate.of(2026, 1, 5)), date(text));
    }

    @Test
    void digitsOfFullWidthArePlainDigits() {
        assertEquals(1_234, amount("１２．３４", 2));
        assertEquals(Digits.INVALID, amount("１，２３４", 2));
    }

    private static long amount(String text, int decimals) {
        byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
        return Digits.amount(bytes, 1, bytes.length - 1, decimals);
    }

    private static long whole(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Digits.whole(bytes, 0, bytes.length);
    }

    private static Optional<LocalDate> date(String text) {
        byte[] bytes = (text + ",").getBytes(StandardCharsets.UTF_8);
        return Digits.day(bytes, 0, bytes.length - 1);
    }
}
