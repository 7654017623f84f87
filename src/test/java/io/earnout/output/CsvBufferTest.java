package io.earnout.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.opencsv.RFC4180Parser;
import io.earnout.terms.Money;
import io.earnout.terms.Shares;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what OpenCSV reads. */
final class CsvBufferTest {

    private static final String[] PIECES = {
        "a", ",", "\"", "\n", "\r", "\r\n", "兰州", "😀", " ", "-5", "'", "\\", "\u0000", ";"
    };

    private final CsvBuffer rows = new CsvBuffer(1);

    @Test
    void everyTextIsReadBackAsItWasWritten() throws IOException {
        Random random = new Random(8);
        RFC4180Parser parser = new RFC4180Parser();
        for (int i = 0; i < 20_000; i++) {
            List<String> cells = new ArrayList<>(List.of("row " + i));
            for (int cell = random.nextInt(5); cell >= 0; cell--) {
                StringBuilder text = new StringBuilder();
                for (int piece = random.nextInt(5); piece > 0; piece--) {
                    text.append(PIECES[random.nextInt(PIECES.length)]);
                }
                cells.add(text.toString());
            }
            CsvBuffer row = new CsvBuffer(1);
            cells.forEach(row::text);
            row.endRow();
            String written = text(row);
            assertEquals(cells, List.of(parser.parseLine(written.substring(0, written.length() - 1))));
        }
    }

    @Test
    void whatNeedsNoQuotesHasNone() throws IOException {
        rows.text("王芳 \\ 'x' ; y").text("").text("plain").endRow();
        assertEquals("王芳 \\ 'x' ; y,,plain\n", text());
    }

    @Test
    void aQuoteInsideIsDoubled() throws IOException {
        rows.text("Zhejiang \"Smile\", Co.").endRow();
        assertEquals("\"Zhejiang \"\"Smile\"\", Co.\"\n", text());
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, -1, 9, 10, -10, 3_000_000, -150_000, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1})
    void everyNumberHasItsDigitsAndItsSign(long number) throws IOException {
        rows.number(number).number(number).endRow();
        assertEquals(number + "," + number + "\n", text());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "1, 0.01", "10, 0.10", "99, 0.99", "100, 1.00", "66499999999, 664999999.99"})
    void moneyAlwaysHasTwoDecimals(long minorUnits, String written) throws IOException {
        rows.money(new Money(minorUnits)).endRow();
        assertEquals(written + "\n", text());
    }

    @Test
    void aDayAfterTheLastYearThatAnInputCanNameIsWrittenInDigits() throws IOException {
        rows.date(LocalDate.of(9999, 11, 30).plusDays(60)).number(1).endRow();
        assertEquals("10000-01-29,1\n", text());
    }

    @Test
    void theLargestAmountAndTheMostSharesAreWrittenInFull() throws IOException {
        rows.money(new Money(Money.LIMIT)).shares(new Shares(Shares.LIMIT)).endRow();
        String expected = Money.LIMIT / 100 + ".00," + Shares.LIMIT + "\n";
        assertEquals(expected, text());
    }

    @Test
    void daysAreIso() throws IOException {
        rows.date(LocalDate.of(2026, 11, 3))
                .date(Optional.of(LocalDate.of(987, 1, 31)))
                .date(Optional.empty())
                .date(LocalDate.of(9999, 12, 31))
                .endRow();
        assertEquals("2026-11-03,0987-01-31,,9999-12-31\n", text());
    }

    @Test
    void emptyCellsKeepTheirPlace() throws IOException {
        rows.empty().empty().text("x").empty().endRow();
        rows.empty().endRow();
        rows.text("y").endRow();
        assertEquals(",,x,\n\ny\n", text());
    }

    @Test
    void theBufferHoldsMoreThanItExpected() throws IOException {
        String name = "n".repeat(10_000);
        rows.text(name).text(name + ",").number(5).endRow();
        assertEquals(name + ",\"" + name + ",\",5\n", text());
        assertEquals(text().length(), rows.length());
    }

    private String text() throws IOException {
        return text(rows);
    }

    private static String text(CsvBuffer buffer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        buffer.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
